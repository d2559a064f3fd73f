"""The words of a paper as the rules read them: which block they stand in, whether they are quoted law."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from docgen.tree import (
    Article,
    Blank,
    Block,
    Box,
    Document,
    FormField,
    Hole,
    Inlines,
    Paragraph,
    ParagraphRole,
    Part,
    Quote,
    leaves,
    text_of,
)
from docgen.values import Struct

_NAMED_PLACES = 3


class Passage(Struct, frozen=True):
    """The words of one block, in plain spaces; `where` names the article or box that holds it, empty elsewhere.

    `role` is that of a paragraph; None for what is no paragraph of its own (a head, an item, a cell).
    """

    text: str
    where: str = ""
    role: ParagraphRole | None = None

    @property
    def quoted(self) -> bool:
        """Whether these are words of the law."""
        return self.role in (ParagraphRole.REFERENCE, ParagraphRole.CITATION)


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return `text` with plain spaces, runs of spaces made one, typographic apostrophes and ellipses."""
    set_right = text.replace("'", "’").replace("...", "…")
    spaced = set_right.replace("\n", " ").replace("\u00a0", " ").replace("\u202f", " ")
    if not spaced.isprintable():  # it has other spaces, or what is no letter
        return " ".join(set_right.split())
    while "  " in spaced:
        spaced = spaced.replace("  ", " ")
    return spaced.strip(" ")


def passages(document: Document) -> tuple[Passage, ...]:
    """Return the passages of `document` in reading order, without holes, blanks and the fields of a blank form."""
    return tuple(passage for passage in _passages(document.blocks, "") if passage.text)


def words_of_blocks(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """Return the passages of `blocks` that do not quote the law."""
    return tuple(passage for passage in _passages(blocks, "") if passage.text and not passage.quoted)


def own_words(every: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the passages among `every` that do not quote the law."""
    return tuple(passage for passage in every if not passage.quoted)


def at(*places: str) -> str:
    """Return the opening words of a message about passages: `À l’article 3 et à l’article 11`.

    `Dans le texte` where no place has a name; from the fourth place on, `… et ailleurs`.
    """
    named = list(dict.fromkeys(place for place in places if place))
    if not named:
        return "Dans le texte"
    return "À " + " et à ".join(named[:_NAMED_PLACES]) + (" et ailleurs" if len(named) > _NAMED_PLACES else "")


class Rare(Struct, frozen=True):
    """A `pattern` that would be tried at each word of a text, and what soon finds its `signs` there: one stands in all
    that the pattern finds."""

    pattern: re.Pattern[str]
    signs: Callable[[str], Iterator[re.Match[str]]]

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first of what the pattern finds in `text`, None for nothing."""
        return self.pattern.search(text) if any(self.signs(text)) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all that the pattern finds in `text`."""
        return self.pattern.finditer(text) if any(self.signs(text)) else iter(())


Sought = re.Pattern[str] | Rare


def leading(words: str) -> str:
    """Return the pattern of `words` at the beginning of a word: `re` leaps to letters that lead a pattern, where it
    would try each place for a `\\b` before them."""
    return rf"{words}(?<=\b{words})"


def any_case(words: str) -> str:
    """Return the pattern of `words` in capitals or not, to which `re` leaps as it would not where case is ignored."""
    first, others = words[0], words[1:]
    return f"[{re.escape(first.lower())}{re.escape(first.upper())}](?i:{re.escape(others)})"


def occurrences(words: Sequence[Passage], *patterns: Sought) -> dict[str, tuple[str, ...]]:
    """Return what `patterns` find in `words`, each with the places where it stands, in reading order.

    A passage has no line end: a `$` in a pattern is that of a line (re.MULTILINE).
    """
    found: dict[str, tuple[str, ...]] = {}
    for passage in holding(words, *patterns):
        for match in (match for pattern in patterns for match in pattern.finditer(passage.text)):
            found[match[0]] = (*found.get(match[0], ()), passage.where)
    return found


def holding(words: Sequence[Passage], *patterns: Sought) -> Iterator[Passage]:
    """Yield the passages in which a pattern may find something: one search in all the words beats one in each."""
    joined = "\n".join([passage.text for passage in words])
    finders = (one.signs if isinstance(one, Rare) else one.finditer for one in patterns)
    spans = [match.span() for find in finders for match in find(joined)]
    if not spans:
        return
    ends = list(accumulate(len(passage.text) + 1 for passage in words))
    ranks = {rank for start, end in spans for rank in range(bisect_right(ends, start), bisect_left(ends, end) + 1)}
    yield from (words[rank] for rank in sorted(ranks))


def articles(blocks: Iterable[Block]) -> Iterator[Article]:
    """Yield the articles of a text, in order."""
    for block in blocks:
        if isinstance(block, Article):
            yield block
        elif isinstance(block, Part):
            yield from articles(block.body)


def _passages(blocks: Iterable[Block], where: str) -> Iterator[Passage]:
    for block in blocks:
        match block:
            case Article():
                place = f"l’article {block.number}"
                yield Passage(_words(block.head.content), place)
                yield from _passages(block.body, place)
            case Part():
                yield Passage(_words(block.head.content), where)
                yield from _passages(block.body, where)
            case Box():
                place = f"la rubrique « {plain(text_of(block.title))} »"
                yield Passage(_words(block.title), place)
                yield from _passages(block.body, place)
            case Quote():
                yield from _passages(block.paragraphs, where)
            case _:
                role = block.role if isinstance(block, Paragraph) else None
                yield from (Passage(_words(content), where, role) for content in leaves((block,)))


def _words(content: Inlines) -> str:
    return plain(text_of(inline for inline in content if not isinstance(inline, Hole | Blank | FormField)))
