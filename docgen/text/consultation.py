"""The text in force as a lawyer reads it on a screen: each article, its alinéas numbered."""

from collections.abc import Iterator
from datetime import date

from docgen.amend.addresses import article_of, articles_of, known_numbers
from docgen.amend.lines import Line, lines_of
from docgen.amend.quoting import alineas_of
from docgen.dossier import Dossier
from docgen.errors import UsageError
from docgen.french import joined, long_date
from docgen.model.avenant import Avenant
from docgen.model.convention import Convention
from docgen.text.citations import convention_courte
from docgen.text.consolidation import State, signed_state, state_at
from docgen.text.notes import Note
from docgen.tree import Article, text_of


def consulted(convention: Convention, dossier: Dossier, number: str | None, jour: date | None) -> Iterator[str]:
    """Yield the lines of the text in force on `jour`, or of its article `number` alone.

    Where no day is given, it is that of the last avenant that has taken effect. Raises UsageError for an article that
    the text lacks.
    """
    day = jour or max(
        (one.prend_effet_le for one in dossier.avenants_de(convention) if one.prend_effet_le), default=None
    )
    state = state_at(convention, dossier, day) if day else signed_state(convention, dossier)
    taken = ", ".join(_taken(one, day) for one in state.taken) or "aucun"
    at = f" au {long_date(day)}" if day else ""
    yield f"{convention_courte(convention).Le}, en vigueur{at} (avenants pris en compte : {taken})"
    articles = list(articles_of(state.tree.body)) if number is None else [_asked(state, number)]
    for article in articles:
        yield ""
        yield from _article(article, state)


def _taken(avenant: Avenant, jour: date | None) -> str:
    early = avenant.effet.articles_retroactifs if avenant.en_partie(jour) else ()
    named = f"{'les articles' if len(early) > 1 else 'l’article'} {joined(early)}"
    return f"n° {avenant.numero}" + (f", pour {named} seulement" if early else "")


def _asked(state: State, number: str) -> Article:
    article = article_of(state.tree, number)
    if article is None:
        known = ", ".join(known_numbers(state.tree))
        raise UsageError(f"Le texte n’a pas d’article {number}. Articles : {known}.")
    return article


def _article(article: Article, state: State) -> Iterator[str]:
    yield text_of(article.head.content)
    for note in state.notes:
        if note.container == ("article", article.number):
            yield f"     {_said(note)}"
    rank = 0
    for line in lines_of(article.body):
        rank += line.counted
        yield from _line(line, rank)


def _said(note: Note) -> str:
    return text_of(note.content)


def _line(line: Line, rank: int) -> Iterator[str]:
    margin = f"{rank:>3}. " if line.counted else "     "
    for content in alineas_of((line,)):
        yield margin + "  " * line.depth + text_of(content)
        margin = "     "
