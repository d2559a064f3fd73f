"""The names by which other papers cite an article (`{#financement}`), given back to those that bear the same title.

A Word file does not have them. The title of an article that docgen's own model of text has is what it is named by.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from docgen.findings import Finding
from docgen.takeback.doubts import doubt
from docgen.takeback.sorting import Kind, Passage
from docgen.text.convention_text import MODELE
from docgen.text.markdown import nodes
from docgen.text.models import text_model


def keys_of(passages: Sequence[Passage]) -> dict[str, str]:
    """Return the names of the articles by their numbers; an article whose title no other has."""
    articles = [one for one in passages if one.kind is Kind.ARTICLE and one.number]
    titles = [_plain(one.title) for one in articles]
    named = _named()
    return {
        one.number: named[title]
        for one, title in zip(articles, titles, strict=True)
        if title in named and titles.count(title) == 1
    }


def told(keys: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what a person should look at: the names that were given."""
    if keys:
        given = ", ".join(f"{number} ({key})" for number, key in keys.items())
        message = f"Des articles sont nommés d’après leur titre, pour que les autres papiers les citent : {given}."
        yield doubt("REP-10", message, "Nommez de même les autres : « ## Article 16 – Financement {#financement} ».")


@cache
def _named() -> dict[str, str]:
    return {_plain(node.head): node.key for node in nodes(text_model(MODELE)) if node.key and "{{" not in node.head}


def _plain(title: str) -> str:
    return " ".join(title.replace("'", "’").split()).rstrip(" .").casefold()
