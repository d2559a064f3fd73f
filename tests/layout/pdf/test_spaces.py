"""Spaces at the ends of lines are in the file, and move nothing."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from docgen.layout.pdf.draw import PdfEngine
from docgen.tree import Align, Block, Break, Column, Mark, Paragraph, ParagraphRole, Run, Table
from tests.layout.pdf.trees import document, words
from tests.pdf_reader import paragraphs

LINES = (Run("Même ligne"), Break(), Run("Même ligne"))


def left_edges(pdf: bytes) -> list[float]:
    """Return the left edge of each stretch of words of the first page, the foot left out."""
    reader = PdfReader(BytesIO(pdf))
    operations = ContentStream(reader.pages[0]["/Contents"], reader).operations
    return [float(operands[4]) for operands, operator in operations if operator == b"Tm"][:2]


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(LINES, ParagraphRole.GARDE_PARTIE),
        Paragraph(LINES, ParagraphRole.CHARNIERE),
        Paragraph(LINES, ParagraphRole.COTE),
        Table((), (Column(LINES, 1, Align.AMOUNT),), ()),
    ],
    ids=["centred", "centred and spaced", "right", "amount"],
)
def test_a_line_stands_where_it_would_without_the_space_after_it(engine: PdfEngine, block: Block) -> None:
    pdf = engine.draw(document(block)).content
    first, second = left_edges(pdf)
    assert first == pytest.approx(second, abs=0.01)
    assert paragraphs(pdf) == ["Même ligne Même ligne"]


def test_a_word_too_long_for_its_cell_is_broken(engine: PdfEngine) -> None:
    address = "https://exemple.fr/" + "a" * 200
    pdf = engine.draw(document(Paragraph(words(f"Voir {address} & suite")))).content
    assert paragraphs(pdf) == [f"Voir {address} & suite"]
    assert len(set(left_edges(pdf))) == 2


def test_a_line_that_only_its_last_space_overfills_is_not_broken_after_its_label(engine: PdfEngine) -> None:
    label = Run("Article 4", frozenset({Mark.STRONG}))
    for length in range(1, 40):
        prose = " – La présente autorisation est personnelle, non exclusive et gratuite : " + "i" * length + " fin"
        pdf = engine.draw(document(Paragraph((label, Run(prose * 2))))).content
        first, *_ = PdfReader(BytesIO(pdf)).pages[0].extract_text().splitlines()
        assert "La présente autorisation" in first
