"""The sentences that change whole articles and annexes, and those that change no word of the text."""

from collections.abc import Sequence

from docgen.amend.addresses import Address
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


def _named(numbers: Sequence[str], writer: Writer) -> Place:
    if len(numbers) == 1:
        return writer.namer.container(Address(article=numbers[0]))
    settled = [writer.namer.number(number) for number in numbers]
    return Place(f"les articles {', '.join(settled[:-1])} et {settled[-1]}", plural=True)


def replace_articles(operation: ReplaceArticles, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = _named([one.number for one in operation.articles], writer)
    clauses = writer.house.clauses
    if operation.with_titles:
        text = f"{place.subject} {place.agreed('remplacé')} par les {clauses} suivantes :"
    else:
        text = f"Les {clauses} {place.de}{place.closing} sont remplacées par les {clauses} suivantes :"
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
    place = _named(operation.numbers, writer)
    return Clause(say(f"{place.subject} {place.agreed(writer.house.deleted)}"))


def restore_article(operation: RestoreArticle, _writer: Writer) -> Clause:
    """Return what `operation` says."""
    text = f"L’article {operation.article.number} est rétabli dans la rédaction suivante :"
    return Clause(say(text), tuple(quoted_articles((operation.article,), titles=True)))


def replace_annex(operation: ReplaceAnnex, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.container(Address(annex=operation.annex.number))
    return Clause(say(f"{place.subject} {place.agreed('remplacé')} par l’annexe jointe au présent avenant"))


def add_annex(operation: AddAnnex, _writer: Writer) -> Clause:
    """Return what `operation` says."""
    name = f"annexe {operation.annex.number}".rstrip()
    return Clause(say(f"Il est ajouté une {name}, jointe au présent avenant"))


def delete_annex(operation: DeleteAnnex, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.container(Address(annex=operation.number))
    return Clause(say(f"{place.subject} {place.agreed(writer.house.deleted)}"))


def declare(operation: Declare, _writer: Writer) -> Clause:
    """Return what `operation` says."""
    spaced = (part for one in operation.sentences for part in ((Run(" "),), one))
    return Clause(joined(*tuple(spaced)[1:]))
