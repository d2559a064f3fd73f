"""Strings of WordprocessingML that every kind of block is made of."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum

from docgen.layout.word.charte import Style
from docgen.layout.word.writer.escape import attribute
from docgen.layout.word.writer.pen import Pen
from docgen.values import Struct

KEEP_NEXT = "<w:keepNext/>"
END_OF_TABLE = "</w:tbl>"
_AFTER_SPACING = re.compile(r"<w:(?:ind|jc|outlineLvl) |<w:rPr><w:(?:ins|del) |</w:pPr>")
"""What the schema wants after the spacing of a paragraph, of what is written here; one of them always comes first."""
_TWIPS_PER_MM = 1440 / 25.4
_GAP = Style.INTERVALLE


class Look(Enum):
    """Which rows and columns of a table are heads, as Word writes it (§ 17.4.55)."""

    PLAIN = 'w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    HEADED = 'w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    DATA = 'w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)


def paragraph(pen: Pen, style: str, content: str, properties: str = "") -> str:
    """Return a paragraph of the `style` named; `properties` are what it has of its own, in the order of the schema."""
    return f"{pen.charte.openings[style]}{properties}</w:pPr>{content}</w:p>"


def spaced(drawn: str, spacing: str) -> str:
    """Return the paragraph `drawn` with a `spacing` of its own, in its place among its properties."""
    return _AFTER_SPACING.sub(lambda found: f"<w:spacing {spacing}/>{found[0]}", drawn, count=1)


def gap(pen: Pen, properties: str = "") -> str:
    """Return the thin paragraph without which Word would join two tables, or that ends a section after a table."""
    return f"{pen.charte.openings[_GAP]}{properties}</w:pPr></w:p>"


class Frame(Struct, frozen=True):
    """A table before its rows: its style, spoken name, widths of columns (twips), heads, distance from the left."""

    style: str
    title: str
    widths: Sequence[int]
    look: Look = Look.PLAIN
    indent: int = 0


def table(pen: Pen, frame: Frame, rows: Iterable[str]) -> str:
    """Return a table of fixed widths."""
    return f"{opened(pen, frame)}{''.join(rows)}{END_OF_TABLE}"


def opened(pen: Pen, frame: Frame) -> str:
    """Return a table of fixed widths up to where its rows come."""
    columns = "".join([f'<w:gridCol w:w="{width}"/>' for width in frame.widths])
    indent = f'<w:tblInd w:w="{frame.indent}" w:type="dxa"/>' if frame.indent else ""
    return (
        f"{pen.charte.frames[frame.style]}"
        f'<w:tblW w:w="{sum(frame.widths)}" w:type="dxa"/>{indent}<w:tblLayout w:type="fixed"/>'
        f"<w:tblLook {frame.look.value}/>"
        f'<w:tblCaption w:val="{attribute(frame.title)}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def row(cells: Iterable[str], *, head: bool = False, whole: bool = True, height: int = 0) -> str:
    """Return a row; `head` has it repeated on each page, `whole` keeps it on one; `height` (twips) is its least."""
    if whole and not (head or height):
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    properties = (
        ("<w:cantSplit/>" if whole else "")
        + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "")
        + ("<w:tblHeader/>" if head else "")
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def cell(width: int, content: str, properties: str = "") -> str:
    """Return a cell; `content` is its blocks, `properties` what it has of its own."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def shared(measure: int, shares: Sequence[float]) -> list[int]:
    """Return `measure` (twips) shared out; what rounding leaves over goes to the first share."""
    whole = sum(shares)
    widths = [int(measure * share / whole) for share in shares]
    widths[0] += measure - sum(widths)
    return widths
