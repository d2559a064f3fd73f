"""The grid of a table whose columns vary from document to document: marked in the template, fitted in the document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

GRID_TO_FIT = "<w:tblGrid docgen"
_TOKEN = re.compile(
    r"<w:tbl>|</w:tbl>|<w:tr[ >]|</w:tr>|<w:tc[ >]|</w:tc>|<w:gridCol\b[^>]*>|"
    r'<w:(?:gridSpan|gridBefore|gridAfter) w:val="([^"]*)"/>|\{[{%]'
)
_WIDTH = re.compile(r'w:w="([^"]*)"')
_GRID = re.compile(r"<w:tblGrid>(?=.*?</w:tblGrid>)", re.DOTALL)


@dataclass(slots=True)
class _Row:
    """The cells of a row: how many they are, and how many columns they cover."""

    cells: int = 0
    columns: int = 0


@dataclass(slots=True)
class _Shape:
    """What is read of a table: its columns, its rows, and whether a tag may change either."""

    columns: int = 0
    rows: list[_Row] = field(default_factory=list)
    varies: bool = False


def with_marked_grids(source: str) -> str:
    """Return the source of a body in which the grid of each table that may not fit it is marked."""
    return _GRID.sub(lambda match: _marked(source, match), source)


def with_fitting_grids(xml: str) -> str:
    """Return a rendered body whose marked grids have as many columns as their table."""
    pieces, done = [], 0
    while (start := xml.find(GRID_TO_FIT, done)) >= 0:
        first = xml.index(">", start) + 1
        end = xml.index("</w:tblGrid>", first)
        pieces += [xml[done:start], "<w:tblGrid>", _fitted(xml[first:end], _shape(xml, start).rows)]
        done = end
    return "".join((*pieces, xml[done:]))


def _marked(source: str, grid: "re.Match[str]") -> str:
    shape = _shape(source, grid.start())
    fits = shape.rows and all(row.columns == shape.columns for row in shape.rows)
    return grid[0] if fits and not shape.varies else f'{GRID_TO_FIT}="">'


def _shape(xml: str, start: int) -> _Shape:
    """Return the shape of the table whose grid stands at `start`, without the tables in its cells."""
    shape, depth, in_cell, in_row = _Shape(), 0, False, False
    for token in _TOKEN.finditer(xml, start):
        text = token[0]
        if text == "<w:tbl>":
            depth += 1
        elif text == "</w:tbl>":
            depth -= 1
            if depth < 0:
                break
        elif depth == 0:
            in_row, in_cell = _read(shape, token, in_row, in_cell)
    return shape
