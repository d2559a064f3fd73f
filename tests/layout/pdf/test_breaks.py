"""Page breaks: what belongs together stands on one page, wherever the page ends."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from docgen.layout.pdf.draw import PdfEngine
from docgen.tree import (
    Article,
    Block,
    Box,
    Column,
    Heading,
    HeadingRole,
    LabelledText,
    Mark,
    Row,
    RowKind,
    Run,
    Table,
    Tick,
    TickLine,
    TickPanel,
)
from docgen.values import replace
from tests.layout.pdf.trees import alinea, document, prose, words


def table(lines: int) -> Table:
    rows = (Row((words(f"Poste {n:02}"), words("1"))) for n in range(lines))
    total = Row((words("Total"), words(str(lines))), RowKind.TOTAL)
    return Table(words("Dépenses"), (Column(words("Poste"), 1), Column(words("Euros"), 1)), (*rows, total))


REASON = LabelledText(words("Si réservé :"), (words(prose(12)),))
PROSE = re.compile("Phrase|signataires|développer|mixité|diversité|inclusion")
TOGETHER: dict[str, tuple[Block, str, str]] = {
    "a head and its article": (
        Article("1", Heading(HeadingRole.ARTICLE, 2, words("Article 1")), (alinea(prose(5)),)),
        "Article 1",
        "Phrase 1",
    ),
    "the head of a box and its text": (Box(words("ENCADRÉ"), (alinea(prose(30)),)), "ENCADRÉ", "Phrase 1"),
    "a caption and the first row": (table(8), "Dépenses", "Poste 00"),
    "a total and the row before it": (table(8), "Poste 07", "Total"),
    "a short table": (table(6), "Dépenses", "Total"),
    "an opinion and its reason": (
        TickPanel((TickLine(words("AVIS"), (Tick("Réservé"),), (REASON,)),)),
        "AVIS",
        "Phrase 1",
    ),
}


@pytest.mark.parametrize("name", TOGETHER)
def test_what_belongs_together_stands_on_one_page(engine: PdfEngine, name: str) -> None:
    block, first, second = TOGETHER[name]
    starts = set()
    for lines in range(18, 34):
        pdf = engine.draw(document(*(alinea(f"Ligne {n}") for n in range(lines)), block)).content
        pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
        (page,) = [number for number, text in enumerate(pages) if first in text]
        assert second in pages[page]
        starts.add(page)
    assert starts == {0, 1}


def test_a_table_in_company_has_what_stands_before_it_on_its_page(engine: PdfEngine) -> None:
    visas = replace(table(2), in_company=True)
    starts = set()
    for lines in range(18, 34):
        drawn = engine.draw(document(*(alinea(f"Ligne {n}") for n in range(lines)), alinea("Règle."), visas)).content
        pages = [page.extract_text() for page in PdfReader(BytesIO(drawn)).pages]
        (page,) = [number for number, text in enumerate(pages) if "Dépenses" in text]
        assert "Règle." in pages[page]
        assert f"Ligne {lines - 1}" in pages[page]
        starts.add(page)
    assert starts == {0, 1}


def test_three_lines_at_least_stand_on_each_side_of_a_break(engine: PdfEngine) -> None:
    for lines in range(18, 34):
        pdf = engine.draw(document(*(alinea(f"Ligne {n}") for n in range(lines)), alinea(prose(8)))).content
        for page in PdfReader(BytesIO(pdf)).pages:
            lines_of_prose = [line for line in page.extract_text().splitlines() if PROSE.search(line)]
            assert len(lines_of_prose) not in {1, 2}


def first_line(pdf: bytes) -> str:
    """The words of the first line of the first page."""
    return PdfReader(BytesIO(pdf)).pages[0].extract_text().splitlines()[0].strip()


def test_a_label_that_fits_on_its_line_is_never_broken(engine: PdfEngine) -> None:
    said = "Cette étiquette est presque aussi longue que la ligne qui la porte et tient sur elle seul"
    for signs in range(16):
        title = (Run(f"{said}{'i' * signs}\u00a0:", frozenset({Mark.LABEL})),)
        alone = first_line(engine.draw(document(LabelledText(title, ((),)))).content)
        followed = engine.draw(document(LabelledText(title, ((Run("Association interprofessionnelle"),),)))).content
        assert first_line(followed) == alone
