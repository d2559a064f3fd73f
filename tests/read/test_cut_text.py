"""Text after a sign # is said to be cut, where it is no comment set off from its value."""

import pytest

from docgen.findings import Place, Severity
from docgen.read.nodes import Scalar
from docgen.read.yaml import read_yaml
from docgen.resources import samples_folder


def cut(text: str) -> list[str]:
    """What is said to be cut in a file."""
    return [one.message for one in read_yaml(text.encode(), "a.yaml")[1] if one.severity is Severity.A_VERIFIER]


def test_a_title_with_a_sign_is_said_to_be_cut_with_its_place_and_what_is_read() -> None:
    mapping, (finding,) = read_yaml(b"document: x\ntitre: Salon n# 3 #1\n", "a.yaml")
    assert mapping is not None
    title = mapping.get("titre")
    assert isinstance(title, Scalar)
    assert title.text == "Salon n# 3"
    assert (finding.code, finding.place) == ("SAI-06", Place("a.yaml", 2, 19))
    assert "« Salon n# 3 #1 »" in finding.message
    assert "guillemets" in finding.remedy


@pytest.mark.parametrize(
    "line",
    [
        "titre: Salon #1",
        "titre: Salon # 1",
        "titre: Salon  #1",
        "titre: #MoiJeune",
        "titre:\n  - Salon #1",
        "titre: [a #b\n]",
    ],
)
def test_what_may_be_text_is_said(line: str) -> None:
    assert len(cut(f"{line}\n")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "duree: 3 ans  # article 17",
        "date: # laissée en blanc",
        "date:   # laissée en blanc",
        'titre: "Salon #1"',
        "titre: 'Salon' # cité",
        "titre: Salon n#1",
        "texte: |\n  Salon #1",
        "# titre: Salon #1",
        "signature: # article 18\n  lieu: Paris",
    ],
)
def test_a_comment_or_a_quoted_value_is_left_alone(line: str) -> None:
    assert cut(f"a: b\n{line}\n") == []


@pytest.mark.parametrize("file", sorted(samples_folder().rglob("*.yaml")), ids=lambda path: path.name)
def test_no_comment_of_the_samples_is_taken_for_text(file: object) -> None:
    assert cut(file.read_text(encoding="utf-8", errors="replace")) == []  # type: ignore[attr-defined]
