"""Characters that Word or PDF cannot hold are named, with their code point and their place."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Finding, Place, Severity
from docgen.read.characters import (
    FORBIDDEN,
    HIDDEN,
    forbidden_escapes,
    forbidden_in,
    is_sound,
    name_of,
    without_forbidden,
)
from docgen.read.nodes import Mapping, Scalar
from docgen.read.yaml import read_yaml


def places(findings: tuple[Finding, ...]) -> list[tuple[int, int]]:
    return [(finding.place.line, finding.place.column) for finding in findings if finding.place]


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\x0b", "tabulation verticale, le saut de ligne manuel de Word, U+000B"),
        ("\x01", "caractère de commande, U+0001"),
        ("\x92", "caractère de commande, U+0092"),
        ("\ud83d", "demi-codet isolé, U+D83D"),
        ("\u202e", "changement caché du sens d’écriture, U+202E"),
        ("\ufffe", "non-caractère, U+FFFE"),
        ("\U0010ffff", "non-caractère, U+10FFFF"),
    ],
)
def test_a_forbidden_character_has_a_name_and_a_code_point(char: str, name: str) -> None:
    assert FORBIDDEN.fullmatch(char)
    assert name_of(char) == name


@pytest.mark.parametrize("char", ["\t", "\n", "\r", " ", "\u00a0", "\u202f", "é", "’", "☐", "😀", "\u00ad"])
def test_what_people_type_is_not_forbidden(char: str) -> None:
    assert not FORBIDDEN.search(char)


def test_each_forbidden_character_is_found_where_an_editor_shows_it() -> None:
    found = tuple(forbidden_in("a\x01\r\nb\rc😀\x0b\x0b\n\ufffe", "f.yaml"))
    assert places(found) == [(1, 2), (3, 3), (3, 4), (4, 1)]
    assert {finding.code for finding in found} == {"SAI-05"}


def test_a_file_full_of_them_gives_a_hundred_findings() -> None:
    assert len(tuple(forbidden_in("\x00" * 5000, "f.yaml"))) == 100


def test_escapes_that_write_them_are_found_inside_the_quotes() -> None:
    source = '"bon \\\\x01 \\x41\n  \\x01 \\v \\uD83D \\U0010FFFF \\UFFFFFFFF"'
    assert places(tuple(forbidden_escapes(source, Place("f.yaml", 4, 10)))) == [(5, 3), (5, 8), (5, 11), (5, 18)]


def test_an_escape_on_the_first_line_counts_from_where_the_quotes_open() -> None:
    assert places(tuple(forbidden_escapes('"\\0"', Place("f.yaml", 4, 10)))) == [(4, 11)]


def test_a_lost_letter_is_to_be_typed_again() -> None:
    (finding,) = forbidden_in("Soci\ufffdt", "f.yaml")
    assert finding.remedy == "Retapez la lettre perdue."


def test_words_stay_apart_when_the_character_between_them_goes() -> None:
    assert without_forbidden("une\x0bligne") == "une ligne"


@pytest.mark.parametrize("char", list("\u00ad\u034f\u200b\u200e\u200f\u2060"))
def test_a_hidden_character_is_said_to_be_checked_and_taken_out(char: str) -> None:
    mapping, findings = read_yaml(f'a: con{char}vention\nb: "{char}"\n'.encode(), "f.yaml")
    assert mapping is not None
    assert [entry.value.text for entry in mapping.entries if isinstance(entry.value, Scalar)] == ["convention", ""]
    assert [(one.code, one.severity) for one in findings] == [("SAI-05", Severity.A_VERIFIER)] * 2


def test_decomposed_letters_are_read_composed_and_places_stay_those_of_the_file() -> None:
    written = unicodedata.normalize("NFD", "Rémunération: {février: à compléter}\n")
    mapping, findings = read_yaml(written.encode(), "f.yaml")
    assert mapping is not None
    assert not findings
    (entry,) = mapping.entries
    assert (entry.key, entry.raw) == ("remuneration", "Rémunération")
    assert isinstance(entry.value, Mapping)
    (inner,) = entry.value.entries
    assert inner.raw == "février"
    assert isinstance(inner.value, Scalar)
    assert inner.value.text == "à compléter"
    assert inner.value.place.column == written.index("a\u0300 comple") + 1


def test_a_text_called_sound_holds_no_character_that_would_be_taken_out() -> None:
    bad = [chr(code) for code in range(sys.maxunicode + 1) if FORBIDDEN.match(chr(code)) or HIDDEN.match(chr(code))]
    assert not [char for char in bad if is_sound(f"mot {char}")]
    assert not is_sound("e\u0301")
    assert is_sound("Un mot\u00a0: « œuvre »\u202f!\r\n\tUn autre.")


@given(st.text())
def test_what_is_sound_stays_as_it_is(text: str) -> None:
    assert not is_sound(text) or unicodedata.normalize("NFC", HIDDEN.sub("", FORBIDDEN.sub(" ", text))) == text
