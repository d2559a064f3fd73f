"""A text of its own is read in UTF-8, and said when it is not."""

from docgen.checks.references import encoding_of_text
from docgen.checks.rule import Remark, Subject
from docgen.dossier import Dossier, Entree
from docgen.findings import Place
from docgen.model.convention import Convention

CONVENTION = Convention(id="c", texte="textes/c.md")


def remarks(content: bytes) -> list[Remark]:
    dossier = Dossier((Entree(CONVENTION, "actes/c.yaml"),), {"actes/textes/c.md": content})
    return list(encoding_of_text(Subject(CONVENTION, dossier)))


def test_a_text_in_utf_8_is_fine_with_or_without_a_mark() -> None:
    assert remarks("## Durée".encode()) == remarks("## Durée".encode("utf-8-sig")) == []


def test_a_text_in_windows_1252_is_said_with_the_place_of_the_first_letter_lost() -> None:
    (remark,) = remarks("# A\n## Durée".encode("cp1252"))
    assert remark.place == Place("actes/textes/c.md", 2, 7)
    assert "Windows-1252" in remark.message
