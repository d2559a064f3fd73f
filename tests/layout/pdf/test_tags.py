"""The tag tree: one element for each block of the paper, also where the block goes over pages."""

from collections import Counter

import pytest

from docgen.layout.laid_out import LaidOut
from docgen.layout.pdf.draw import PdfEngine
from docgen.tree import Align, Block, Box, BulletList, Column, ListItem, Row, Table, Tick, TickLine, TickPanel
from tests.layout.pdf.trees import alinea, document, every_block, prose, title, words
from tests.pdf_reader import Element, tag_tree, unclaimed_marks

ROWS, COLUMNS, ITEMS = 40, 3, 30


def long_table() -> Table:
    columns = (Column(words("Poste"), 2), Column(words("Objet"), 3), Column(words("Montant"), 1, Align.AMOUNT))
    cells = ((words(f"Poste {n}"), words(prose(1 + n % 3)), words(f"{n},00")) for n in range(ROWS))
    return Table(words("Dépenses"), columns, tuple(Row(row) for row in cells))


def long_list() -> BulletList:
    return BulletList(tuple(ListItem(words(prose(6))) for _ in range(ITEMS)))


def across_pages(engine: PdfEngine, block: Block) -> LaidOut:
    """Return `block` drawn, having made sure that it goes over a page."""
    drawn = engine.draw(document(title(), block))
    assert drawn.pages is not None
    assert drawn.pages > 1
    return drawn


def roles(pdf: bytes) -> Counter[str]:
    return Counter(element.role for element in tag_tree(pdf).all())


def elements(pdf: bytes, role: str) -> list[Element]:
    return [element for element in tag_tree(pdf).all() if element.role == role]


def test_a_table_over_pages_is_one_table(engine: PdfEngine) -> None:
    found = roles(across_pages(engine, long_table()).content)
    assert (found["Table"], found["THead"], found["TBody"], found["Caption"]) == (1, 1, 1, 1)
    assert (found["TR"], found["TH"], found["TD"]) == (1 + ROWS, COLUMNS + ROWS, (COLUMNS - 1) * ROWS)


def test_a_list_over_pages_is_one_list(engine: PdfEngine) -> None:
    found = roles(across_pages(engine, long_list()).content)
    assert (found["L"], found["LI"], found["LBody"], found["Lbl"]) == (1, ITEMS, ITEMS, ITEMS)


def test_a_paragraph_over_pages_is_one_paragraph(engine: PdfEngine) -> None:
    assert roles(across_pages(engine, alinea(prose(90))).content)["P"] == 1


def test_a_box_over_pages_is_one_section(engine: PdfEngine) -> None:
    found = roles(across_pages(engine, Box(words("PRÉSENTATION"), (alinea(prose(90)), long_list()))).content)
    assert (found["H2"], found["P"], found["L"], found["LI"]) == (1, 1, 1, ITEMS)


def test_words_that_no_element_holds_are_artifacts(engine: PdfEngine) -> None:
    assert unclaimed_marks(across_pages(engine, long_table()).content) == []


def test_the_heads_of_a_table_have_their_scope(engine: PdfEngine) -> None:
    scopes = Counter(head.attributes["/Scope"] for head in elements(engine.draw(document(long_table())).content, "TH"))
    assert scopes == {"/Column": COLUMNS, "/Row": ROWS}


def test_an_empty_head_is_an_ordinary_cell(engine: PdfEngine) -> None:
    table = Table(words("Voix"), (Column((), 1), Column(words("Voix"), 1)), (Row((words("Collège"), words("2"))),))
    assert [head.words for head in elements(engine.draw(document(table)).content, "TH")] == ["Voix", "Collège"]


@pytest.mark.parametrize(("ticked", "spoken"), [(True, "case cochée"), (False, "case non cochée")])
def test_a_tick_box_is_a_picture_that_says_its_state(engine: PdfEngine, ticked: bool, spoken: str) -> None:
    panel = TickPanel((TickLine(words("AVIS :"), (Tick("Favorable", ticked=ticked),)),))
    figures = elements(engine.draw(document(panel)).content, "Figure")
    assert [figure.attributes["/Alt"] for figure in figures] == [spoken]


def test_nested_lists_stand_in_the_item_above_them(engine: PdfEngine) -> None:
    inner = BulletList((ListItem(words("sous-point")),))
    pdf = engine.draw(document(BulletList((ListItem(words("point"), (inner,)),)))).content
    (body, below) = elements(pdf, "LBody")
    assert [kid.role for kid in body.elements] == ["L"]
    assert (body.words, below.words) == ("point", "sous-point")


def test_every_block_has_its_element(engine: PdfEngine) -> None:
    found = roles(engine.draw(document(*every_block())).content)
    once = {"Document": 1, "H1": 1, "Table": 1, "BlockQuote": 1, "Art": 2, "L": 4, "Form": 2}
    assert {role: found[role] for role in once} == once
