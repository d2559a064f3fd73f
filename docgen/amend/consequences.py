"""What an avenant leaves behind it: places that still cite an article, a name, a date or a rate that it changed."""

import re
from collections.abc import Iterable, Iterator

from docgen.amend.addresses import TextTree, articles_of, rank_of, same_number
from docgen.amend.operations import DeleteArticles, DeleteWords, Operation, ReplaceArticles, ReplaceTitle, ReplaceWords
from docgen.amend.passages import spans
from docgen.amend.places import contents_of, places_of, places_of_any
from docgen.french import capitalised
from docgen.tree import Inlines, text_of
from docgen.values import Struct

_FIGURE = re.compile(r"\d")
_CITED = re.compile(r"\b[Aa]rticles?[ \u00a0](?P<numbers>\d+(?:er|-\d+)?(?:(?:, | et | ou | à )\d+(?:er|-\d+)?)*)")
_RANGE = re.compile(r"(\d+(?:er|-\d+)?)(?: à (\d+(?:er|-\d+)?))?")
_LAW = re.compile(r"[ \u00a0,](?:du|de la|de l’|des)[ \u00a0](?:code|loi|décret|règlement|directive|ordonnance|arrêté)")


class Consequence(Struct, frozen=True):
    """A place of the text after the avenant that still cites what was changed: where, and what it cites."""

    where: str
    cited: str
    gone: bool = False


def consequences(before: TextTree, after: TextTree, operations: Iterable[Operation]) -> tuple[Consequence, ...]:
    """Return the places of `after` that cite an article taken out or rewritten, words that were replaced elsewhere, or
    the text by the title that it had in `before`.

    Words that hold a figure or a capital are looked for (rates, dates, amounts, names), and those that were meant to be
    replaced throughout.
    """
    return tuple(dict.fromkeys(one for operation in operations for one in _of(operation, before, after)))


def _of(operation: Operation, before: TextTree, after: TextTree) -> Iterator[Consequence]:
    match operation:
        case DeleteArticles():
            for number in operation.numbers:
                yield from _citing(number, after, gone=True)
        case ReplaceArticles():
            for article in operation.articles:
                yield from _citing(article.number, after, gone=False)
        case ReplaceTitle() if not operation.address.article and operation.address.annex is None:
            title = text_of(before.title)
            said = () if not title or spans(operation.new, title) else (title, capitalised(title))
            yield from (Consequence(where, f"« {one} »") for one in said for where in places_of(one, after))
        case ReplaceWords() | DeleteWords():
            new = (text_of(operation.new),) if isinstance(operation, ReplaceWords) else ()
            for words in _remaining(operation):
                for where in places_of_any((words,), after, new):
                    yield Consequence(where, f"« {words} »")


def _remaining(operation: ReplaceWords | DeleteWords) -> Iterator[str]:
    """Yield the words to be looked for: those with a figure or a capital; of a change throughout, any, capital or not.

    None where the new words, of a change in some places, hold the old ones.
    """
    old = operation.old
    if operation.throughout:
        yield from dict.fromkeys((old, capitalised(old), old.upper()))
    elif isinstance(operation, ReplaceWords) and spans(operation.new, old):
        return
    elif _FIGURE.search(old) or old != old.lower():
        yield old


def _citing(number: str, after: TextTree, *, gone: bool) -> Iterator[Consequence]:
    for article in articles_of(after.body):
        if not same_number(article.number, number) and any(_cites(one, number) for one in contents_of(article)):
            yield Consequence(f"l’article {article.number}", f"l’article {number}", gone)


def _cites(content: Inlines, number: str) -> bool:
    text = text_of(content)
    return any(
        same_number(one, number) or _between(one, number, last)
        for found in _CITED.finditer(text)
        if not _LAW.match(text, found.end())
        for one, last in _RANGE.findall(found["numbers"])
    )


def _between(first: str, number: str, last: str) -> bool:
    """Tell whether `number` is one of « articles 2 à 4 »."""
    return bool(last) and rank_of(first) <= rank_of(number) <= rank_of(last)
