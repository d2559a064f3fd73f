"""Which operations can be made on a text, what each touches, and why the others cannot be made."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from docgen.amend import edit_lines, edit_wholes, edit_words
from docgen.amend.addresses import (
    Absent,
    TextTree,
)
from docgen.amend.edits import Edit, Edits, LeafEdit, LinesEdit, RowsEdit, WholeEdit
from docgen.amend.operations import (
    AddAnnex,
    CompleteAlinea,
    CompleteArticle,
    Declare,
    DeleteAnnex,
    DeleteArticles,
    DeleteLines,
    DeleteRows,
    DeleteSentences,
    DeleteWords,
    InsertArticles,
    InsertLines,
    InsertRows,
    InsertWords,
    Operation,
    ReplaceAnnex,
    ReplaceArticles,
    ReplaceLines,
    ReplaceRows,
    ReplaceSentences,
    ReplaceTitle,
    ReplaceWords,
    RestoreArticle,
)
from docgen.amend.passages import Span
from docgen.values import Struct

_Maker = Callable[[Any, TextTree], Edits | Absent]

_MAKERS: dict[type, _Maker] = {
    Declare: lambda _operation, _tree: (),
    ReplaceWords: edit_words.replace_words,
    DeleteWords: edit_words.delete_words,
    InsertWords: edit_words.insert_words,
    ReplaceSentences: edit_words.replace_sentences,
    DeleteSentences: edit_words.delete_sentences,
    CompleteAlinea: edit_words.complete_alinea,
    ReplaceTitle: edit_words.replace_title,
    ReplaceLines: edit_lines.replace_lines,
    DeleteLines: edit_lines.delete_lines,
    InsertLines: edit_lines.insert_lines,
    CompleteArticle: edit_lines.complete_article,
    ReplaceRows: edit_lines.replace_rows,
    InsertRows: edit_lines.insert_rows,
    DeleteRows: edit_lines.delete_rows,
    ReplaceArticles: edit_wholes.replace_articles,
    DeleteArticles: edit_wholes.delete_articles,
    InsertArticles: edit_wholes.insert_articles,
    RestoreArticle: edit_wholes.restore_article,
    ReplaceAnnex: edit_wholes.replace_annex,
    AddAnnex: edit_wholes.add_annex,
    DeleteAnnex: edit_wholes.delete_annex,
}
"""How each operation becomes edits."""


class FaultKind(StrEnum):
    """Why an operation is not made."""

    ABSENT = "absent"
    OVERLAP = "overlap"


class Fault(Struct, frozen=True):
    """An operation, by its rank in the list, that was not made, and why."""

    rank: int
    kind: FaultKind
    message: str
    remedy: str


def edits_of(operation: Operation, tree: TextTree) -> Edits | Absent:
    """Return what `operation` touches in `tree`; why it cannot be made."""
    return _MAKERS[type(operation)](operation, tree)


def planned(tree: TextTree, operations: Sequence[Operation]) -> tuple[tuple[tuple[int, Edits], ...], tuple[Fault, ...]]:
    """Return the edits of each operation that can be made, by its rank, and why the others cannot."""
    made: list[tuple[int, Edits]] = []
    faults: list[Fault] = []
    for rank, operation in enumerate(operations):
        edits = edits_of(operation, tree)
        if isinstance(edits, Absent):
            faults.append(Fault(rank, FaultKind.ABSENT, edits.message, edits.remedy))
            continue
        other = next((one for one, done in made if overlap(edits, done)), None)
        if other is None:
            made.append((rank, edits))
        else:
            message = f"Les opérations {other + 1} et {rank + 1} portent sur les mêmes mots ou les mêmes alinéas."
            faults.append(
                Fault(rank, FaultKind.OVERLAP, message, "Réunissez-les en une seule, ou séparez leurs cibles.")
            )
    return tuple(made), tuple(faults)


# ---------------------------------------------------------------- overlaps


def overlap(edits: Sequence[Edit], others: Sequence[Edit]) -> bool:
    """Return whether two operations, by their edits, exclude each other."""
    return any(_clash(one, other) or _clash(other, one) for one in edits for other in others)


def _clash(one: Edit, other: Edit) -> bool:
    """Whether `one` takes away or rewrites what `other` rests on."""
    if one.container != other.container:
        return False
    match one, other:
        case WholeEdit(), _:
            return True
        case LeafEdit(), LeafEdit():
            same = (one.line, one.leaf) == (other.line, other.leaf)
            return same and _meet(one.span, other.reads if other.span[0] == other.span[1] else other.span)
        case LinesEdit(), LinesEdit():
            if other.start == other.end:
                last = other.follows == one.end - 1 and bool(one.new)
                within = one.start < other.start < one.end
                named = other.follows is not None and one.start <= other.follows < one.end
                return within or (named and not last)
            return _meet((one.start, one.end), (other.start, other.end))
        case LinesEdit(), LeafEdit() | RowsEdit():
            return one.start <= other.line < one.end
        case RowsEdit(), RowsEdit():
            if other.start == other.end:
                return one.start <= other.start - 1 < one.end and not (other.start == one.end and one.new)
            return _meet((one.start, one.end), (other.start, other.end))
        case RowsEdit(), LeafEdit():
            return one.line == other.line
        case _:
            return False


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans share something, an empty one nothing."""
    return max(one[0], other[0]) < min(one[1], other[1])
