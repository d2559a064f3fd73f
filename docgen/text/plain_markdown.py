"""Markdown that has heads, paragraphs, lists of one level, quotations, and no mark inside a line.

The texts of most conventions and of most models are of this kind, and are read here: to load markdown-it would take a
tenth of the time in which a dossier is checked. A text with anything more is left to it whole; what both can read, they
read alike (`tests/text/test_plain_markdown.py`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from docgen.values import Struct

_MARKED = re.compile(r"[*\\\r\0]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
"""What may be a mark of emphasis, an escape, or a line end of another kind."""
_HEAD = re.compile(r"(#{1,6}) (.*[^#])")
_OPENS = re.compile(r"[-+>#|:=~`<]|\d{1,9}[.)]")
"""What may open something else than a paragraph at the head of a line."""
_ITEM, _QUOTED = "- ", ">"

Line = tuple[int, str]
"""The rank of a line, from 0, and its words."""


class TextNode(Struct, frozen=True):
    """A node of Markdown, with what docgen reads of it; `map` is the ranks of its lines, which a head always has."""

    type: str
    children: "tuple[TextNode, ...]" = ()
    content: str = ""
    tag: str = ""
    map: tuple[int, int] | None = None
    info: str = ""
    markup: str = ""
    style: str = ""


class _OtherError(Exception):
    """The text has something more."""


def plain_nodes(text: str) -> tuple[TextNode, ...] | None:
    """Return the blocks of `text`, None where it has more than this module reads."""
    if _MARKED.search(text):
        return None
    try:
        blocks = tuple(map(_block, _chunks(enumerate(text.split("\n")))))
    except _OtherError:
        return None
    parted = any(a.type == b.type == "bullet_list" for a, b in pairwise(blocks))
    return None if parted else blocks


def _chunks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines that stand together, between empty ones."""
    for filled, chunk in groupby(lines, key=lambda line: line[1].strip(" \t") != ""):
        if filled:
            yield list(chunk)


def _block(chunk: Sequence[Line]) -> TextNode:
    rank, first = chunk[0]
    if first.startswith(_ITEM):
        items = (TextNode("list_item", (_paragraph([(n, _after(_ITEM, line))]),)) for n, line in chunk)
        return TextNode("bullet_list", tuple(items))
    if first.startswith(_QUOTED):
        inner = ((n, "" if line == _QUOTED else _after(f"{_QUOTED} ", line)) for n, line in chunk)
        return TextNode("blockquote", tuple(map(_paragraph, _chunks(inner))))
    if len(chunk) == 1 and (head := _HEAD.fullmatch(first)):
        return TextNode("heading", (_inline(head[2]),), tag=f"h{len(head[1])}", map=(rank, rank + 1))
    return _paragraph(chunk)


def _after(sign: str, line: str) -> str:
    if not line.startswith(sign):
        raise _OtherError
    return line[len(sign) :]


def _paragraph(chunk: Sequence[Line]) -> TextNode:
    if len(chunk) > 1 or _OPENS.match(chunk[0][1]):
        raise _OtherError
    return TextNode("paragraph", (_inline(chunk[0][1]),))


def _inline(words: str) -> TextNode:
    if words != words.strip() or not words:
        raise _OtherError
    return TextNode("inline", (TextNode("text", content=words),), words)
