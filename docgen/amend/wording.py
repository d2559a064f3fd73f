"""The sentence of each operation, as an avenant writes it (model-sentences §2.2)."""

from collections.abc import Callable
from typing import Any

from docgen.amend import say_lines, say_wholes, say_words
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
from docgen.amend.writer import Clause, Writer

_CLAUSES: dict[type, Callable[[Any, Writer], Clause]] = {
    ReplaceWords: say_words.replace_words,
    InsertWords: say_words.insert_words,
    DeleteWords: say_words.delete_words,
    ReplaceSentences: say_words.replace_sentences,
    DeleteSentences: say_words.delete_sentences,
    CompleteAlinea: say_words.complete_alinea,
    ReplaceLines: say_lines.replace_lines,
    InsertLines: say_lines.insert_lines,
    CompleteArticle: say_lines.complete_article,
    DeleteLines: say_lines.delete_lines,
    ReplaceTitle: say_words.replace_title,
    ReplaceRows: say_lines.replace_rows,
    InsertRows: say_lines.insert_rows,
    DeleteRows: say_lines.delete_rows,
    ReplaceArticles: say_wholes.replace_articles,
    InsertArticles: say_wholes.insert_articles,
    DeleteArticles: say_wholes.delete_articles,
    RestoreArticle: say_wholes.restore_article,
    ReplaceAnnex: say_wholes.replace_annex,
    AddAnnex: say_wholes.add_annex,
    DeleteAnnex: say_wholes.delete_annex,
    Declare: say_wholes.declare,
}
"""How each operation is said."""


def clause_of(operation: Operation, writer: Writer) -> Clause:
    """Return what `operation` says, on the text as it stands before the avenant."""
    return _CLAUSES[type(operation)](operation, writer)
