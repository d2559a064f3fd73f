"""What reaches the screen shows what it is made of, whatever the names of the files."""

import io
import json
import sys
from pathlib import Path

import pytest

from docgen.__main__ import line
from docgen.cli.terminal import forgive_encoding, say, visible


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\x1b[31mrouge", r"a\u001b[31mrouge"),
        ("sens\u202everni", r"sens\u202everni"),
        ("deux\nlignes", r"deux\u000alignes"),
        ("octet\udcff", r"octet\udcff"),
        ("balise\U000e0041", r"balise\udb40\udc41"),
        ("12\u00a0000\u202f€ – l’été", "12\u00a0000\u202f€ – l’été"),
    ],
)
def test_what_is_not_seen_is_shown_by_its_code(name: str, shown: str) -> None:
    assert visible(name) == shown


def test_a_text_keeps_its_lines_and_json_reads_the_codes() -> None:
    assert visible("un\n\tdeux", lines=True) == "un\n\tdeux"
    assert json.loads(visible(json.dumps({"a": "\u202ex\x7f"}, ensure_ascii=False), lines=True)) == {"a": "\u202ex\x7f"}


def test_a_screen_without_french_letters_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", screen)
    forgive_encoding()
    say("l’été")
    screen.flush()
    assert screen.buffer.getvalue() == "l?été\n".encode("latin-1")


def test_the_commands_print_through_it_alone() -> None:
    folder = Path(__file__).parents[1] / "docgen" / "cli"
    direct = [path.name for path in folder.glob("*.py") if "typer.echo(" in path.read_text(encoding="utf-8")]
    assert sorted(direct) == ["terminal.py", "usage.py"]  # usage: the word that a line was cut off


def test_ctrl_c_ends_the_command_in_one_word(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("docgen.cli.main", pressed)
    with pytest.raises(SystemExit) as left:
        line()
    assert (left.value.code, capfd.readouterr().err) == (130, "Interrompu.\n")
