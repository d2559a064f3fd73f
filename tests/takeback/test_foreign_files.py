"""A Word file made elsewhere gives its words, and says what it was not sure of."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import UsageError
from docgen.takeback import TakenBack, take_back

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(paper: WordFile) -> bytes:
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def taken(fill: Callable[[WordFile], object]) -> TakenBack:
    """Return what is taken back of a file that the word processor's own styles set."""
    paper = docx.Document()
    fill(paper)
    return take_back(saved(paper), "convention.docx")


def codes(found: TakenBack) -> set[str]:
    return {finding.code for finding in found.findings}


def whole(paper: WordFile) -> None:
    paper.add_paragraph("CONVENTION DE PARTENARIAT")
    paper.add_paragraph("ENTRE")
    paper.add_paragraph("Vu le code du travail,")
    paper.add_heading("Préambule", 1)
    paper.add_paragraph("Les parties coopèrent.")
    paper.add_heading("I. Axes", 1)
    paper.add_heading("Article premier : Objet", 2)
    line = paper.add_paragraph("Les ")
    line.add_run("parties").bold = True
    line.add_run(" s’engagent :")
    paper.add_paragraph("à agir ;", style="List Bullet")
    paper.add_paragraph("– à rendre compte.")
    paper.add_paragraph("ARTICLE 2 – Durée").runs[0].bold = True
    paper.add_paragraph("* trois ans * _au plus_")
    table = paper.add_table(2, 2)
    for place, text in enumerate(("Poste", "Montant | TTC", "Étude", "10 €")):
        table.cell(place // 2, place % 2).text = text
    paper.add_paragraph("Fait à Paris, le 12 mai 2021.")
    paper.add_paragraph("Claire DELMAS")


def test_a_whole_convention_is_taken_back() -> None:
    assert taken(whole).markdown == (
        "Vu le code du travail,\n\n# Préambule\n\nLes parties coopèrent.\n\n# I. Axes\n\n"
        "## Article 1er – Objet {#objet}\n\n"
        "Les **parties** s’engagent :\n\n- à agir ;\n- à rendre compte.\n\n## Article 2 – Durée\n\n"
        "\\* trois ans \\* \\_au plus\\_\n\n| Poste | Montant \\| TTC |\n| --- | --- |\n| Étude | 10 € |\n"
    )


def test_what_was_guessed_and_what_was_left_is_said() -> None:
    said = {finding.code: finding.message for finding in taken(whole).findings}
    assert said.keys() == {"REP-01", "REP-02", "REP-10"}
    assert "« CONVENTION DE PARTENARIAT » à « Claire DELMAS »" in said["REP-01"]
    assert said["REP-02"] == "« ARTICLE 2 – Durée » est pris pour la tête d’un article."


def test_a_file_without_articles_is_said_to_have_none() -> None:
    assert "REP-07" in codes(taken(lambda paper: paper.add_paragraph("Bonjour.")))


def test_words_that_docgen_would_read_as_a_value_are_said() -> None:
    assert "REP-05" in codes(taken(lambda paper: paper.add_paragraph("Voir {{opco.le}}.")))


def test_the_numbers_that_word_counts_are_written_out() -> None:
    found = taken(
        lambda paper: [paper.add_paragraph(text, style="List Number") for text in ("agir ;", "dire.")] and None
    )
    assert found.markdown == "1\\. agir ;\n\n2\\. dire.\n"


def test_a_picture_is_left_and_said() -> None:
    def fill(paper: WordFile) -> None:
        paper.add_paragraph("Vu le code,")._p.append(parse_xml(f"<w:r {_SPACE}><w:drawing/></w:r>"))

    found = taken(fill)
    assert found.markdown == "Vu le code,\n"
    assert "REP-03" in codes(found)


@pytest.mark.parametrize("content", [b"", b"PK", b"\xd0\xcf\x11\xe0 old", b"<html>"])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(UsageError, match=r"convention\.docx"):
        take_back(content, "convention.docx")


@settings(max_examples=80, deadline=None)
@given(place=st.integers(0, 40_000), junk=st.binary(min_size=1, max_size=12))
def test_a_damaged_file_is_refused_or_read_but_never_a_crash(place: int, junk: bytes) -> None:
    content = bytearray(_DAMAGEABLE)
    at = place % len(content)
    content[at : at + len(junk)] = junk
    try:
        found = take_back(bytes(content), "convention.docx")
    except UsageError:
        return
    assert isinstance(found.markdown, str)


def _whole_file() -> bytes:
    paper = docx.Document()
    whole(paper)
    return saved(paper)


_DAMAGEABLE = _whole_file()
