"""What an operation touches in a text: leaves, lines, rows, whole articles or annexes."""

from docgen.amend.lines import Line
from docgen.amend.operations import (
    AddAnnex,
    DeleteAnnex,
    DeleteArticles,
    InsertArticles,
    ReplaceAnnex,
    ReplaceArticles,
    RestoreArticle,
)
from docgen.amend.passages import Span
from docgen.tree import Inlines
from docgen.values import Struct

Container = tuple[str, str]
HEAD = -1
"""The line of an article's head, or of the title of the text."""


class LeafEdit(Struct, frozen=True):
    """Put `new` at `span` of a leaf; `reads` is what must stay for the edit to make sense (the words it follows)."""

    container: Container
    line: int
    leaf: int
    span: Span
    new: Inlines
    reads: Span


class LinesEdit(Struct, frozen=True):
    """Put `new` in the place of the lines from `start` to before `end`; an insertion where these are the same.

    `follows` is the line that an insertion names and that must stay; None where it names none.
    """

    container: Container
    start: int
    end: int
    new: tuple[Line, ...]
    follows: int | None = None


class RowsEdit(Struct, frozen=True):
    """Put `new` in the place of the rows from `start` to before `end` of the table that is the line `line`."""

    container: Container
    line: int
    start: int
    end: int
    new: tuple[tuple[Inlines, ...], ...]


class WholeEdit(Struct, frozen=True):
    """Write anew, take out or add a whole article or annex."""

    container: Container
    operation: (
        ReplaceArticles | InsertArticles | DeleteArticles | RestoreArticle | ReplaceAnnex | AddAnnex | DeleteAnnex
    )


Edit = LeafEdit | LinesEdit | RowsEdit | WholeEdit
Edits = tuple[Edit, ...]
