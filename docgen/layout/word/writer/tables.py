"""Data tables: a caption, a head repeated on each page, rows that no page break cuts."""

import re

from docgen.layout.room import rows_held
from docgen.layout.word.charte import Charte, Style
from docgen.layout.word.writer.changes import tracked
from docgen.layout.word.writer.markup import KEEP_NEXT, Frame, Look, cell, paragraph, row, shared, table
from docgen.layout.word.writer.pen import Pen
from docgen.layout.word.writer.runs import runs
from docgen.tree import Align, Column, Inlines, Row, RowKind, Table, text_of

_STYLE_OF = re.compile(r"<w:pStyle [^>]*/>")
_RIGHT = '<w:jc w:val="right"/>'
_TEXT_STYLES = {
    RowKind.BODY: Style.TABLEAU_CELLULE,
    RowKind.SUBTOTAL: Style.TABLEAU_TOTAL,
    RowKind.TOTAL: Style.TABLEAU_TOTAL,
    RowKind.SHARE: Style.TABLEAU_PART,
}
_GROUNDS = {RowKind.SUBTOTAL: ("accent4", "accent4"), RowKind.TOTAL: ("lt2", "background2")}
"""The slot of the theme that tints a row of totals, and the word by which Word calls it."""
_STRONG_RULE = 'w:val="single" w:sz="8" w:space="0" w:themeColor="text2"'


def data_table(pen: Pen, block: Table, measure: int) -> list[str]:
    """Return the caption (none where it is empty), then the table, as wide as `measure` (twips)."""
    widths = shared(measure, [column.width for column in block.columns])
    head = row((_head(pen, *column) for column in zip(block.columns, widths, strict=True)), head=True)
    cells = {kind: _Cells(pen, kind, block.columns, widths) for kind in {one.kind for one in block.rows}}
    rows = (
        tracked(pen, cells[one.kind].drawn(one, kept=kept), one.change)
        for one, kept in zip(block.rows, rows_held(block), strict=True)
    )
    title = text_of(block.caption) or ", ".join(text_of(column.head) for column in block.columns)
    drawn = table(pen, Frame(Style.CADRE_DONNEES, title, widths, Look.DATA), (head, *rows))
    caption = [paragraph(pen, Style.TABLEAU_LEGENDE, runs(pen, block.caption))] if block.caption else []
    return [*caption, drawn]


def _head(pen: Pen, column: Column, width: int) -> str:
    aligned = _RIGHT if column.align is Align.AMOUNT else ""
    return cell(width, paragraph(pen, Style.TABLEAU_TETE, runs(pen, column.head), KEEP_NEXT + aligned))


class _Cells:
    """Draws the cells of the rows of one kind."""

    def __init__(self, pen: Pen, kind: RowKind, columns: tuple[Column, ...], widths: list[int]) -> None:
        self._pen = pen
        frame = _frame(pen.charte, kind)
        self._openings = [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{frame}</w:tcPr>{self._opening(kind, column.align)}'
            for column, width in zip(columns, widths, strict=True)
        ]
        self._kept = [_STYLE_OF.sub(rf"\g<0>{KEEP_NEXT}", opening) for opening in self._openings]

    def _opening(self, kind: RowKind, align: Align) -> str:
        openings = self._pen.charte.openings
        if align is not Align.AMOUNT:
            return openings[_TEXT_STYLES[kind]] + "</w:pPr>"
        return (openings[Style.MONTANT] if kind is RowKind.BODY else openings[_TEXT_STYLES[kind]] + _RIGHT) + "</w:pPr>"

    def drawn(self, one: Row, *, kept: bool) -> str:
        """Return a row of the kind, `kept` on the page of the row that follows."""
        openings = self._kept if kept else self._openings
        return row([self._cell(*pair) for pair in zip(openings, one.cells, strict=True)])

    def _cell(self, opening: str, content: Inlines) -> str:
        return f"{opening}{runs(self._pen, content)}</w:p></w:tc>"


def _frame(charte: Charte, kind: RowKind) -> str:
    """Return the borders and the ground of the cells of a row, for its kind; empty where the table's own do."""
    ground = ""
    if kind in _GROUNDS:
        slot, called = _GROUNDS[kind]
        ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{charte.colours[slot]}" w:themeFill="{called}"/>'
    rule = f'{_STRONG_RULE} w:color="{charte.colours["dk2"]}"'
    borders = {
        RowKind.TOTAL: f"<w:tcBorders><w:top {rule}/><w:bottom {rule}/></w:tcBorders>",
        RowKind.SHARE: '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>',
    }
    return borders.get(kind, "") + ground
