"""Tables in Word: a head that each page repeats, widths that add up, rows that stay whole."""

import pytest
from lxml import etree

from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.tree import Align, Block, Break, Column, Document, PageKind, Row, RowKind, Run, Table
from tests.layout.pdf.trees import alinea, document, every_block, words
from tests.specimens import annexe_specimen, convention_specimen, fiche_specimen
from tests.word_reader import W, body, style_ids, style_of, value, words_of

COLUMNS = (Column(words("Poste"), 3), Column((Run("Montant"), Break(), Run("TTC")), 1, Align.AMOUNT))


def table(*kinds: RowKind, columns: tuple[Column, ...] = COLUMNS) -> Table:
    rows = (Row((words(kind.value), words("1,00")), kind) for kind in kinds)
    return Table(words("1. Dépenses"), columns, tuple(rows))


def drawn(templates: WordTemplates, *blocks: Block, page: PageKind = PageKind.TEXTE) -> etree._Element:
    return body(draw_word(document(*blocks, page=page), templates).content)


def rows_of(element: etree._Element) -> list[etree._Element]:
    return [*element.iter(f"{W}tr")]


def test_the_caption_stands_above_and_names_the_table(templates: WordTemplates) -> None:
    caption, found, *_ = drawn(templates, table(RowKind.BODY))
    assert words_of(caption) == "1. Dépenses"
    assert caption.find(f"{W}pPr/{W}pStyle") is not None
    assert value(found, "tblPr", "tblCaption") == "1. Dépenses"


def test_a_table_without_a_caption_is_named_after_its_columns(templates: WordTemplates) -> None:
    (found, *_) = drawn(templates, Table((), COLUMNS, (Row((words("a"), words("b"))),)))
    assert value(found, "tblPr", "tblCaption") == "Poste, Montant TTC"


def test_the_head_is_repeated_and_no_row_is_cut(templates: WordTemplates) -> None:
    head, *others = rows_of(drawn(templates, table(*RowKind)))
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (head, *others))


@pytest.mark.parametrize(
    ("page", "millimetres"), [(PageKind.TEXTE, 156), (PageKind.FORMULAIRE, 162), (PageKind.PAYSAGE, 257)]
)
def test_a_table_is_as_wide_as_the_text_of_its_page(
    page: PageKind, millimetres: float, templates: WordTemplates
) -> None:
    found = next(drawn(templates, table(RowKind.BODY), page=page).iter(f"{W}tbl"))
    widths = [int(column.get(f"{W}w", "0")) for column in found.iter(f"{W}gridCol")]
    assert sum(widths) == pytest.approx(millimetres / 25.4 * 1440, abs=2)
    assert widths[0] == pytest.approx(3 * widths[1], abs=3)
    assert [int(cell.get(f"{W}w", "0")) for cell in found.iter(f"{W}tcW")] == widths * 2


def test_amounts_are_set_right_in_every_kind_of_row(templates: WordTemplates) -> None:
    content = draw_word(document(table(*RowKind)), templates).content
    right = style_ids(content)["Montant"]
    for row in rows_of(body(content)):
        label, amount = row.iter(f"{W}p")
        assert style_of(amount) == right or value(amount, "pPr", "jc") == "right"
        assert style_of(label) != right
        assert value(label, "pPr", "jc") == ""


def test_rows_of_totals_have_their_ground_and_their_rules(templates: WordTemplates) -> None:
    _, plain, subtotal, total, share = (
        (row.find(f".//{W}tcPr/{W}shd") is not None, row.find(f".//{W}tcBorders/{W}top") is not None)
        for row in rows_of(drawn(templates, table(*RowKind)))
    )
    assert (plain, subtotal, total, share) == ((False, False), (True, False), (True, True), (False, False))


@pytest.mark.parametrize(
    "paper",
    [convention_specimen(), fiche_specimen(), fiche_specimen("blank"), annexe_specimen(), document(*every_block())],
    ids=lambda paper: paper.stem,
)
def test_every_table_has_a_spoken_name_and_every_cell_ends_with_a_paragraph(
    paper: Document, templates: WordTemplates
) -> None:
    found = body(draw_word(paper, templates).content)
    assert all(value(one, "tblPr", "tblCaption") for one in found.iter(f"{W}tbl"))
    assert {cell[-1].tag for cell in found.iter(f"{W}tc")} == {f"{W}p"}


def test_a_paragraph_after_a_table_leaves_air_and_a_table_after_a_table_a_gap(templates: WordTemplates) -> None:
    found = drawn(templates, table(RowKind.BODY), Table((), COLUMNS, ()), alinea("Texte."))
    tags = [etree.QName(element).localname for element in found]
    assert tags == ["p", "tbl", "p", "tbl", "p", "sectPr"]
    assert words_of(found[2]) == ""
    spacing = found[4].find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(f"{W}before") == "240"


def test_a_total_stays_with_the_two_lines_before_it_and_the_head_with_the_first_line(templates: WordTemplates) -> None:
    kept = kept_rows(drawn(templates, table(*[RowKind.BODY] * 9, RowKind.SUBTOTAL, RowKind.TOTAL)))
    assert kept == [True, *[False] * 7, True, True, True, False]


def test_a_short_table_stays_whole(templates: WordTemplates) -> None:
    kept = kept_rows(drawn(templates, table(*[RowKind.BODY] * 7, RowKind.TOTAL)))
    assert kept == [*[True] * 8, False]


def kept_rows(element: etree._Element) -> list[bool]:
    """Whether each row, the head first, stays on the page of the next."""
    return [all(one.find(f"{W}pPr/{W}keepNext") is not None for one in row.iter(f"{W}p")) for row in rows_of(element)]
