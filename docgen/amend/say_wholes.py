"""The sentences that change whole articles and annexes, and those that change no word of the text."""

from collections.abc import Sequence

from docgen.amend.naming import Place
from docgen.amend.operations import (
    AddAnnex,
    Declare,
    DeleteAnnex,
    DeleteArticles,
    InsertArticles,
    ReplaceAnnex,
    ReplaceArticles,
    RestoreArticle,
)
from docgen.amend.operations import Place as Where
from docgen.amend.passages import joined
from docgen.amend.quoting import quoted_articles
from docgen.amend.writer import Clause, Writer, counted, say
from docgen.tree import Run


def _named(numbers: Sequence[str]) -> Place:
    if len(numbers) == 1:
        return Place(f"l’article {numbers[0]}")
    return Place(f"les articles {', '.join(numbers[:-1])} et {numbers[-1]}", plural=True)


def replace_articles(operation: ReplaceArticles, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = _named([writer.namer.number(one.number) for one in operation.articles])
    clauses = writer.house.clauses
    if operation.with_titles:
        text = f"{place.Le} {place.agreed('remplacé')} par les {clauses} suivantes :"
    else:
        text = f"Les {clauses} {place.de} sont remplacées par les {clauses} suivantes :"
    return Clause(say(text), tuple(quoted_articles(operation.articles, titles=operation.with_titles)))


def insert_articles(operation: InsertArticles, writer: Writer) -> Clause:
    """Return what `operation` says."""
    numbers = [one.number for one in operation.articles]
    count = counted(len(numbers), "article")
    listing = ", ".join(numbers[:-1]) + (" et " if len(numbers) > 1 else "") + numbers[-1]
    new = f"{count.le} {listing} ainsi rédigé{'s' if count.plural else ''}"
    section = f"section {operation.where}" if operation.where.isupper() and len(operation.where) < 6 else ""
    named = section or f"section « {operation.where} »"
    match operation.place:
        case Where.AFTER:
            text = f"Après l’article {writer.namer.number(operation.where)}, {count.agreed('inséré')} {new} :"
        case Where.END:
            text = f"La {named} est complétée par {new} :"
        case Where.START:
            text = f"Au début de la {named}, {count.agreed('ajouté')} {new} :"
    return Clause(say(text), tuple(quoted_articles(operation.articles, titles=True)))


def delete_articles(operation: DeleteArticles, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = _named([writer.namer.number(number) for number in operation.numbers])
    return Clause(say(f"{place.Le} {place.agreed(writer.house.deleted)}"))


def restore_article(operation: RestoreArticle, _writer: Writer) -> Clause:
    """Return what `operation` says."""
    text = f"L’article {operation.article.number} est rétabli dans la rédaction suivante :"
    return Clause(say(text), tuple(quoted_articles((operation.article,), titles=True)))


def _annex(number: str) -> str:
    return f"annexe {number}".rstrip()


def replace_annex(operation: ReplaceAnnex, _writer: Writer) -> Clause:
    """Return what `operation` says."""
    return Clause(say(f"L’{_annex(operation.annex.number)} est remplacée par l’annexe jointe au présent avenant"))


def add_annex(operation: AddAnnex, _writer: Writer) -> Clause:
    """Return what `operation` says."""
    return Clause(say(f"Il est ajouté une {_annex(operation.annex.number)}, jointe au présent avenant"))


def delete_annex(operation: DeleteAnnex, writer: Writer) -> Clause:
    """Return what `operation` says."""
    return Clause(say(f"L’{_annex(operation.number)} est {writer.house.deleted}e"))


def declare(operation: Declare, _writer: Writer) -> Clause:
    """Return what `operation` says."""
    spaced = (part for one in operation.sentences for part in ((Run(" "),), one))
    return Clause(joined(*tuple(spaced)[1:]))
