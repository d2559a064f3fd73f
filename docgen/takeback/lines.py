"""What a Word file says, as a flat row of lines and tables, before any thought of what a line is."""

from dataclasses import dataclass

from docgen.tree import Change

STRONG, EMPHASIS = "fort", "italique"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that look alike and have the same history; a line break is the piece "\\n"."""

    text: str
    marks: frozenset[str] = frozenset()
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its style by name, its outline level (1 to 9, 0 for none), its words.

    `depth` is that of the list that it is an item of, from 0; -1 for none. `number` is what Word counts for it ("1°"),
    empty for a dash. `change` is that of its mark, so of the line as such. `frame` is the style of the table that the
    line stands in, empty for none.
    """

    style: str
    level: int
    pieces: tuple[Piece, ...]
    depth: int = -1
    number: str = ""
    change: Change = Change.KEPT
    frame: str = ""

    @property
    def text(self) -> str:
        """The words as they stand, a break as a space."""
        return _text(self.pieces, Change.DELETED)

    @property
    def before(self) -> str:
        """The words as they stood before the tracked changes."""
        return _text(self.pieces, Change.INSERTED)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its style by name, its rows of cells, each cell the words of its paragraphs.

    `changed` tells whether a tracked change stands in it.
    """

    style: str
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    changed: bool = False


Item = Line | Grid


def _text(pieces: tuple[Piece, ...], gone: Change) -> str:
    return " ".join("".join(piece.text for piece in pieces if piece.change is not gone).split("\n"))
