"""The grid of a table whose columns vary from document to document: marked in the template, fitted in the document."""

import re
from collections.abc import Iterator

from docgen.values import Struct, field

_GRID = "<w:tblGrid>"
GRID_TO_FIT = '<w:tblGrid docgen="">'
_TOKEN = re.compile(
    r'<(/?)w:(tbl|tr|tc|gridCol|gridSpan|gridBefore|gridAfter)(?=[ />])(?: w:val="([^"]*)")?|\{[{%]',
)
_COLUMN = re.compile(r'<w:gridCol(?: w:w="([^"]*)")?[^>]*/>')


class _Row(Struct):
    """How many cells a row has, and how many columns it covers with what it spans and skips."""

    cells: int = 0
    columns: int = 0


class _Shape(Struct):
    """What is read of a table: its columns, its rows, and whether a tag may change either."""

    columns: int = 0
    rows: list[_Row] = field(default_factory=list)
    varies: bool = False


def with_marked_grids(source: str) -> str:
    """Return the source of a body in which the grid of each table that may not fit it is marked."""
    pieces, done = [], 0
    while (start := source.find(_GRID, done)) >= 0:
        shape = _shape(source, start)
        fits = shape.rows and all(row.columns == shape.columns for row in shape.rows)
        pieces += [source[done:start], _GRID if fits and not shape.varies else GRID_TO_FIT]
        done = start + len(_GRID)
    return "".join((*pieces, source[done:]))


def with_fitting_grids(xml: str) -> str:
    """Return a rendered body whose marked grids have as many columns as the rows of their table."""
    pieces, done = [], 0
    while (start := xml.find(GRID_TO_FIT, done)) >= 0:
        first = start + len(GRID_TO_FIT)
        end = xml.index("</w:tblGrid>", first)
        pieces += [xml[done:start], _GRID, _fitted(xml[first:end], _shape(xml, start).rows)]
        done = end
    return "".join((*pieces, xml[done:]))


def _shape(xml: str, start: int) -> _Shape:
    """Return the shape of the table whose grid stands at `start`."""
    shape, in_row, in_cell = _Shape(), False, False
    for closing, name, value in (token.groups() for token in _own_tokens(xml, start)):
        match name:
            case "gridCol":
                shape.columns += 1
            case "tr":
                in_row = not closing
                shape.rows += [] if closing else [_Row()]
            case "tc":
                in_cell = not closing
                shape.rows[-1].cells += in_cell
                shape.rows[-1].columns += in_cell
            case None:
                # A tag in a cell changes no column; one between rows, only if it may leave the table without any.
                shape.varies |= not in_cell and (in_row or not shape.rows)
            case _ if value.isdecimal():
                shape.rows[-1].columns += int(value) - (name == "gridSpan")
            case _:
                shape.varies = True
    return shape


def _own_tokens(xml: str, start: int) -> Iterator["re.Match[str]"]:
    """Yield what counts of the table whose grid stands at `start`, up to its end, without the tables in its cells."""
    depth = 0
    for token in _TOKEN.finditer(xml, start):
        if token[2] == "tbl":
            depth += -1 if token[1] else 1
            if depth < 0:
                return
        elif depth == 0:
            yield token


def _fitted(columns: str, rows: list[_Row]) -> str:
    """Return the columns of a grid, widened or narrowed to the cells of the rows; the table keeps its width."""
    widths = [float(width or 0) for width in _COLUMN.findall(columns)]
    fitted = _narrowed(_widened(widths, max((row.cells for row in rows), default=0)), rows)
    return columns if fitted == widths else "".join(f'<w:gridCol w:w="{int(width)}"/>' for width in fitted)


def _widened(widths: list[float], cells: int) -> list[float]:
    if cells <= len(widths) or not sum(widths):
        return widths
    old, new = sum(widths) / len(widths), sum(widths) / cells
    return [float(int(width * new / old)) for width in widths] + [float(int(new))] * (cells - len(widths))


def _narrowed(widths: list[float], rows: list[_Row]) -> list[float]:
    covered = max((row.columns for row in rows), default=0)
    if covered >= len(widths):
        return widths
    kept, removed = widths[:covered], widths[covered:]
    return [float(int(width + int(sum(removed) / covered))) for width in kept]
