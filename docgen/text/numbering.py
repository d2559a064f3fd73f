"""The numbers of articles: text, never automatic, for the law keeps gaps and knows 12-1."""

import re
from collections.abc import Sequence

from docgen.text.markdown import Node

_NUMBERED = re.compile(r"Article\s+(\S+)\s*(?:[–—-]\s*(.*))?", re.DOTALL)


def numbered(cut: Sequence[Node], *, first_as_1er: bool) -> tuple[str, ...]:
    """Return the number of each node, as written: its own, else its place; empty for what is not an article."""
    numbers: list[str] = []
    place = 0
    for node in cut:
        if node.level != 2:
            numbers.append("")
            continue
        own = _NUMBERED.fullmatch(node.head)
        place += 1
        numbers.append(own[1] if own else "1er" if place == 1 and first_as_1er else str(place))
    return tuple(numbers)


def article_head(node: Node, number: str) -> str:
    """Return the head of an article as printed: `Article 12-1 – Titre`; without a dash where it has no title."""
    own = _NUMBERED.fullmatch(node.head)
    title = (own[2] if own else node.head) or ""
    return f"Article {number} – {title}" if title else f"Article {number}"
