"""A PDF says the words of its tree, block by block, in the order of the tree."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings

from docgen.layout.pdf.draw import PdfEngine
from docgen.tree import Break, Column, Document, Mark, Paragraph, Row, Run, Table, paragraphs_of
from tests.layout.pdf.trees import DOCUMENTS, document, every_block, words
from tests.pdf_reader import paragraphs
from tests.specimens import annexe_specimen, convention_specimen, fiche_specimen

SPECIMENS: dict[str, Callable[[], Document]] = {
    "convention": convention_specimen,
    "fiche": fiche_specimen,
    "blank form": lambda: fiche_specimen("blank"),
    "draft": lambda: fiche_specimen("draft"),
    "annexe": annexe_specimen,
    "every block": lambda: document(*every_block()),
}


@pytest.mark.parametrize("name", SPECIMENS)
def test_the_words_read_back_are_those_of_the_tree(engine: PdfEngine, name: str) -> None:
    drawn = SPECIMENS[name]()
    assert paragraphs(engine.draw(drawn).content) == paragraphs_of(drawn)


@given(drawn=DOCUMENTS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_the_words_of_any_tree_read_back(engine: PdfEngine, drawn: Document) -> None:
    assert paragraphs(engine.draw(drawn).content) == paragraphs_of(drawn)


def test_no_break_spaces_are_kept_apart(engine: PdfEngine) -> None:
    pdf = engine.draw(document(Paragraph((Run("12\u202f000,00\u00a0€ et 3 fois"),)))).content
    assert paragraphs(pdf) == ["12\u202f000,00\u00a0€ et 3 fois"]


def test_a_space_between_two_marked_runs_is_drawn(engine: PdfEngine) -> None:
    strong, emphasis = frozenset({Mark.STRONG}), frozenset({Mark.EMPHASIS})
    content = (Run("Avis", strong), Run(" "), Run("réservé", emphasis), Break(), Run("du 18 mai", strong))
    assert paragraphs(engine.draw(document(Paragraph(content))).content) == ["Avis réservé du 18 mai"]


def test_the_head_of_a_table_is_read_before_a_row_that_is_higher_than_a_page(engine: PdfEngine) -> None:
    long = tuple(Run(f"Phrase numéro {number} d’une rédaction en vigueur. ") for number in range(300))
    columns = (Column(words("Article"), 1), Column(words("Rédaction"), 4))
    rows = (Row((words("3"), long)), Row((words("4"), words("Rien"))))
    paper = document(Paragraph(words("Avant")), Table((), columns, rows))
    assert paragraphs(engine.draw(paper).content) == paragraphs_of(paper)
