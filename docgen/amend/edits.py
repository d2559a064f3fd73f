"""What an operation touches in a text: leaves, lines, rows, whole articles or annexes."""

from dataclasses import dataclass

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

Container = tuple[str, str]
HEAD = -1
"""The line of an article's head, or of the title of the text."""


@dataclass(frozen=True, slots=True)
class LeafEdit:
    """Put `new` at `span` of a leaf; `reads` is what must stay for the edit to make sense (the words it follows)."""

    container: Container
    line: int
    leaf: int
    span: Span
    new: Inlines
    reads: Span


@dataclass(frozen=True, slots=True)
class LinesEdit:
    """Put `new` in the place of the lines from `start` to before `end`; an insertion where these are the same.

    `follows` is the line that an insertion names and that must stay; None where it names none.
    """

    container: Container
    start: int
    end: int
    new: tuple[Line, ...]
    follows: int | None = None


@dataclass(frozen=True, slots=True)
class RowsEdit:
    """Put `new` in the place of the rows from `start` to before `end` of the table that is the line `line`."""

    container: Container
    line: int
    start: int
    end: int
    new: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class WholeEdit:
    """Write anew, take out or add a whole article or annex."""

    container: Container
    operation: (
        ReplaceArticles | InsertArticles | DeleteArticles | RestoreArticle | ReplaceAnnex | AddAnnex | DeleteAnnex
    )


Edit = LeafEdit | LinesEdit | RowsEdit | WholeEdit
Edits = tuple[Edit, ...]
