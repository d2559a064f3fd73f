"""What a Word file says, as a flat row of lines and tables, before any thought of what a line is."""

from docgen.tree import Change
from docgen.values import Struct

STRONG, EMPHASIS = "fort", "italique"


class Piece(Struct, frozen=True):
    """Words that look alike and have the same history; a line break is the piece "\\n"."""

    text: str
    marks: frozenset[str] = frozenset()
    change: Change = Change.KEPT


class Line(Struct, frozen=True):
    """A paragraph: its style by name, its outline level (1 to 9, 0 for none), its words.

    `depth` is that of the list that it is an item of, from 0; -1 for none. `number` is what Word counts for it ("1°"),
    empty for a dash. `change` is that of its mark, so of the line as such. `frame` is the style of the table that the
    line stands in, empty for none. `align` is "right" or "center" where it is so set, empty elsewhere.
    """

    style: str
    level: int
    pieces: tuple[Piece, ...]
    depth: int = -1
    number: str = ""
    change: Change = Change.KEPT
    frame: str = ""
    align: str = ""

    @property
    def text(self) -> str:
        """The words as they stand, a break as a space."""
        return _text(self.pieces, Change.DELETED)

    @property
    def before(self) -> str:
        """The words as they stood before the tracked changes."""
        return _text(self.pieces, Change.INSERTED)


class GridRow(Struct, frozen=True):
    """A row of a table: its cells, each the words of its paragraphs; what became of it as a row."""

    cells: tuple[tuple[Line, ...], ...]
    change: Change = Change.KEPT

    @property
    def changed(self) -> bool:
        """Whether the row, or words in it, came or went."""
        pieces = (piece for cell in self.cells for line in cell for piece in line.pieces)
        return self.change is not Change.KEPT or any(piece.change is not Change.KEPT and piece.text for piece in pieces)


class Grid(Struct, frozen=True):
    """A table: its style by name, its rows, those that were taken out included; `merged` where a cell spans others."""

    style: str
    rows: tuple[GridRow, ...]
    merged: bool = False

    @property
    def kept(self) -> tuple[GridRow, ...]:
        """The rows as they stand once all tracked changes are accepted."""
        return tuple(row for row in self.rows if row.change is not Change.DELETED)

    @property
    def changed(self) -> bool:
        """Whether a tracked change stands in it."""
        return any(row.changed for row in self.rows)


Item = Line | Grid


def _text(pieces: tuple[Piece, ...], gone: Change) -> str:
    return " ".join("".join(piece.text for piece in pieces if piece.change is not gone).split("\n"))
