"""What holds of every Word file, whatever its tree: it is what Word and its validators take for sound."""

from hypothesis import HealthCheck, given, settings
from lxml import etree

from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.tree import Document
from tests.layout.pdf.trees import DOCUMENTS, document, every_block
from tests.word_reader import W, body, names, part

ORDERS = {
    "pPr": "pStyle keepNext keepLines numPr pBdr shd tabs spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle b i position vertAlign",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
    "sdtPr": "rPr alias tag id lock placeholder showingPlcHdr text richText checkbox",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg",
}
"""What the schema allows of what the writer writes, in its order (ECMA-376, part 1, annex A)."""

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
any_tree = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


def in_order(element: etree._Element) -> bool:
    order = ORDERS[etree.QName(element).localname].split()
    places = [order.index(etree.QName(child).localname) for child in element]
    return places == sorted(places)


@any_tree
@given(paper=DOCUMENTS)
def test_properties_stand_in_the_order_of_the_schema(paper: Document, templates: WordTemplates) -> None:
    found = body(draw_word(paper, templates).content).iter(*(f"{W}{name}" for name in ORDERS))
    assert [etree.tostring(element) for element in found if not in_order(element)] == []


@any_tree
@given(paper=DOCUMENTS)
def test_rows_have_the_cells_of_the_grid_and_cells_end_with_a_paragraph(
    paper: Document, templates: WordTemplates
) -> None:
    for table in body(draw_word(paper, templates).content).iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = table.findall(f"{W}tr")
        assert [sum(map(span, row.findall(f"{W}tc"))) for row in rows] == [columns] * len(rows)
        assert rows
        assert {cell[-1].tag for cell in table.iter(f"{W}tc")} == {f"{W}p"}


def span(cell: etree._Element) -> int:
    spanned = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(spanned.get(f"{W}val", "1")) if spanned is not None else 1


@any_tree
@given(paper=DOCUMENTS)
def test_the_body_ends_with_its_one_section_after_a_paragraph(paper: Document, templates: WordTemplates) -> None:
    found = body(draw_word(paper, templates).content)
    assert [element.tag for element in found][-2:] == [f"{W}p", f"{W}sectPr"]
    assert len([*found.iter(f"{W}sectPr")]) == len(paper.sections)


def test_what_the_body_refers_to_is_there_and_no_number_is_given_twice(templates: WordTemplates) -> None:
    content = draw_word(document(*every_block()), templates).content
    found = body(content)
    relations = {one.get("Id", ""): one.get("Target") for one in part(content, "word/_rels/document.xml.rels")}
    referred = {one.get(name, "") for one in found.iter() for name in (f"{_ID}id", f"{_ID}embed")} - {""}
    assert referred <= relations.keys()
    assert {f"word/{relations[id_]}" for id_ in referred} <= {*names(content)}
    for numbers in (
        [drawing.get("id") for drawing in found.iter(_DRAWN)],
        [one.get(f"{W}val") for one in found.iterfind(f".//{W}sdtPr/{W}id")],
    ):
        assert len(numbers) > 1
        assert len({*numbers}) == len(numbers)


def test_every_style_that_the_body_uses_is_defined(templates: WordTemplates) -> None:
    content = draw_word(document(*every_block()), templates).content
    defined = {style.get(f"{W}styleId") for style in part(content, "word/styles.xml").iter(f"{W}style")}
    used = {one.get(f"{W}val") for one in body(content).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert len(used) > 20
    assert used <= defined


def test_no_empty_paragraph_stands_for_space_but_between_tables(templates: WordTemplates) -> None:
    found = body(draw_word(document(*every_block()), templates).content)
    empty = [one for one in found if one.tag == f"{W}p" and one.find(f".//{W}t") is None]
    around = [(one.getprevious(), one.getnext()) for one in empty]
    assert all(before is not None and before.tag == f"{W}tbl" for before, _ in around)
    assert all(after is not None and after.tag in {f"{W}tbl", f"{W}sectPr"} for _, after in around)


def test_a_drawn_paper_is_the_same_bytes_each_time(templates: WordTemplates) -> None:
    paper = document(*every_block())
    assert draw_word(paper, templates).content == draw_word(paper, templates).content
