"""Lists that an avenant leaves with the wrong sign: a semicolon after the last item, a full stop before it.

A list whose items are sentences, each with its full stop, is right as it is.
"""

from collections.abc import Iterator
from itertools import groupby

from docgen.amend.addresses import TextTree, article_of, articles_of
from docgen.amend.lines import lines_of
from docgen.tree import Article, ListItem, text_of
from docgen.values import Struct


class Ending(Struct, frozen=True):
    """An item of a list of an article that ends as the last one should (`last`), or should not."""

    article: str
    item: str
    last: bool


def wrong_endings(before: TextTree, after: TextTree) -> Iterator[Ending]:
    """Yield the items of `after` whose last sign does not fit their place, those that stood so in `before` left out."""
    for article in articles_of(after.body):
        old = article_of(before, article.number)
        known = set(_wrong(old)) if old else set()
        yield from (one for one in _wrong(article) if one not in known)


def _wrong(article: Article) -> Iterator[Ending]:
    lines = lines_of(article.body)
    for listed, group in groupby(lines, lambda line: isinstance(line.block, ListItem)):
        items = [text_of(line.content).strip() for line in group] if listed else []
        goes_on = any(item.endswith((";", ",")) for item in items[:-1])
        for place, item in enumerate(items):
            last = place == len(items) - 1
            if item.endswith((";", ",")) if last else goes_on and item.endswith("."):
                yield Ending(article.number, item, last)
