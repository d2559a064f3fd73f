"""How much room a block will take, guessed from its words: what is short is kept on one page, what is long may flow."""

from collections.abc import Iterable, Sequence
from math import ceil

from docgen.layout.metrics import width_of
from docgen.tree import (
    Block,
    Inlines,
    Paragraph,
    Row,
    RowKind,
    Signature,
    Signatures,
    Table,
    TickPanel,
    leaves,
    text_of,
)

_BOX_LINE, _BLOCK_LINE, _TABLE_LINE = 95, 42, 100
"""Signs that a line holds, in a box, in a signature block, and in all the cells of a table together."""

_SHORT_BODY, _SHORT_PANEL, _SHORT_TABLE = 8, 20, 8
"""Lines that the body of a box, a panel and a table may have and still not break over two pages."""

_HIGH_ROW = 30
"""Lines from which a row of a table may not find room on a page under the head of the table."""

_SHORT_TABLES = 2
"""Tables that such a body may hold."""

_NARROW_LABEL, _LABEL_SIZE = 108.0, 10.0
"""Points: how long a label may be beside its boxes, 38 mm, and how high its letters are."""

_PAGE = 200.0
"""Millimetres of a page that signature blocks may fill, beside the words that must stand with them."""

_FIELD, _LINE = 37.0, 4.6
"""Millimetres of a signature block: its field with the white around it, and each of its lines."""


def is_short(body: Sequence[Block]) -> bool:
    """Whether the `body` of a box has so few lines that it should not break; two tables at most, each of them short."""
    lines = tables = 0
    for block in body:
        if isinstance(block, Table):
            tables += 1 if is_short_table(block) else _SHORT_TABLES + 1
        else:
            lines += _lines((block.content,) if isinstance(block, Paragraph) else leaves((block,)), _BOX_LINE)
        if lines > _SHORT_BODY or tables > _SHORT_TABLES:
            return False
    return True


def is_short_panel(panel: TickPanel) -> bool:
    """Whether `panel` has so few lines that it should not break; a tick line is one, whatever it offers."""
    below = sum(_lines(leaves(line.below), _BOX_LINE) for line in panel.lines)
    return len(panel.lines) + below <= _SHORT_PANEL


def is_wide_panel(panel: TickPanel) -> bool:
    """Whether a label of `panel` is too long for the narrow column, so that its boxes must stand further right."""
    return any(width_of(text_of(line.label), _LABEL_SIZE, bold=True) > _NARROW_LABEL for line in panel.lines)


def is_short_table(table: Table) -> bool:
    """Whether `table` has so few lines that it should not break."""
    signs = _signs(table)
    return len(table.rows) <= _SHORT_TABLE and sum(_row_lines(row, signs) for row in table.rows) <= _SHORT_TABLE


def rows_too_high(table: Table) -> tuple[bool, ...]:
    """Return for each row of `table` whether it may be higher than a page: kept whole, it would leave the engine of PDF
    no room for the head of the table, which it then leaves out."""
    signs = _signs(table)
    return tuple(_row_lines(row, signs) > _HIGH_ROW for row in table.rows)


def rows_held(table: Table) -> tuple[bool, ...]:
    """Return for each row of `table` whether it stays on the page of the next.

    A total has at least the two rows before it on its page; a short table is whole.
    """
    summing = [row.kind is not RowKind.BODY for row in table.rows]
    whole = is_short_table(table)
    last = len(summing) - 1
    return tuple(place < last and (whole or any(summing[place + 1 : place + 3])) for place in range(len(summing)))


def fits_a_page(signatures: Signatures) -> bool:
    """Whether all the blocks of `signatures` fit on one page with the words before them."""
    heights = (max((_height(block) for block in row), default=0.0) for row in signatures.rows)
    return sum(heights) <= _PAGE


def never_alone(block: Block) -> bool:
    """Whether what stands before `block` is on its page: signatures, a table in company."""
    return isinstance(block, Signatures) or (isinstance(block, Table) and block.in_company)


def _height(block: Signature) -> float:
    said = (*(line.content for line in block.above), block.quality, block.name)
    return _FIELD + _LINE * _lines(said, _BLOCK_LINE)


def _signs(table: Table) -> list[float]:
    """Return how many signs a line of each column holds."""
    whole = sum(column.width for column in table.columns)
    return [_TABLE_LINE * column.width / whole for column in table.columns]


def _row_lines(row: Row, signs: Iterable[float]) -> int:
    return max((ceil(len(text_of(cell)) / width) for cell, width in zip(row.cells, signs, strict=True)), default=0)


def _lines(contents: Iterable[Inlines], signs: int) -> int:
    return sum([ceil(sum([len(inline.text) for inline in content]) / signs) for content in contents])
