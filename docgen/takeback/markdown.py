"""Passages → the Markdown that `docgen.text.markdown` reads, so that it says the same words in the same structure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from docgen.takeback.lines import EMPHASIS, STRONG, Grid, Line, Piece
from docgen.takeback.sorting import Kind, Passage
from docgen.tree import Change

_SPECIAL = re.compile(r"[\\*_]")
_START = re.compile(r"(?:#{1,6}|[>+-]|\d+[.)])(?=\s|$)|>")
_CLOSING = re.compile(r"(?<!\S)#+$")
_SIGNS = ((EMPHASIS, "*"), (STRONG, "**"))
_RULES = {"": "---", "right": "---:", "center": ":---:"}
_LISTED = (Kind.ITEM, Kind.REFERENCE, Kind.QUOTED)


def markdown_of(passages: Sequence[Passage], keys: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the Markdown of `passages` as they are once all tracked changes are accepted; empty for none.

    `keys` are the names of articles by their numbers.
    """
    kept = [passage for passage in passages if passage.change is not Change.DELETED]
    chunks: list[str] = []
    for passage, before in zip(kept, [None, *kept], strict=False):
        text = _written(passage) + _key(passage, keys)
        if before and _goes_on(before, passage):
            chunks[-1] += ("\n" if passage.kind is Kind.ITEM else "\n>\n") + text
        else:
            chunks.append(text)
    return "\n\n".join(chunks) + "\n" if chunks else ""


def _key(passage: Passage, keys: Mapping[str, str]) -> str:
    return f" {{#{keys[passage.number]}}}" if passage.kind is Kind.ARTICLE and passage.number in keys else ""


def _goes_on(before: Passage, passage: Passage) -> bool:
    """Whether `passage` belongs to the list or the quotation that `before` is of; a reference opens a new one."""
    if passage.kind is Kind.ITEM:
        return before.kind is Kind.ITEM
    return passage.kind is Kind.QUOTED and before.kind in _LISTED[1:]


def _written(passage: Passage) -> str:
    item = passage.item
    if isinstance(item, Grid):
        return table(item)
    words = inline(item.pieces)
    match passage.kind:
        case Kind.DIVISION | Kind.HEAD:
            return f"{passage.kind.value} {_open_ended(words)}"
        case Kind.ARTICLE:
            return f"## {_open_ended(_article(passage, words))}"
        case Kind.ITEM:
            return f"{'  ' * item.depth}- {_opening(words)}"
        case Kind.REFERENCE | Kind.QUOTED:
            return f"> {_opening(words)}"
        case _:
            return _opening(words)


def _article(passage: Passage, words: str) -> str:
    if not passage.number:
        return words
    title = _escaped(passage.title)
    return f"Article {passage.number} – {title}" if title else f"Article {passage.number}"


def inline(pieces: Sequence[Piece]) -> str:
    """Return words with their marks; those that were taken out are left out."""
    kept = [piece for piece in pieces if piece.change is not Change.DELETED and piece.text]
    text = "".join(_marked(marks, "".join(one.text for one in group)) for marks, group in _alike(kept))
    return re.sub(r"[ \t]*\n[ \t]*", r"\\\n", text.strip())


def _alike(pieces: Sequence[Piece]) -> Iterator[tuple[frozenset[str], Iterator[Piece]]]:
    return groupby(pieces, lambda piece: piece.marks)


def _marked(marks: frozenset[str], text: str) -> str:
    """A mark stands against its words: the spaces around them stay outside."""
    words = text.strip()
    if not words or not marks:
        return _escaped(text)
    start = text[: text.index(words)]
    signs = "".join(sign for mark, sign in _SIGNS if mark in marks)
    return f"{_escaped(start)}{signs}{_escaped(words)}{signs[::-1]}{_escaped(text[len(start) + len(words) :])}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _open_ended(head: str) -> str:
    """Keep signs at the end of a head from being taken for those that close it."""
    return _CLOSING.sub(r"\\\g<0>", head)


def _opening(words: str) -> str:
    """Keep what only looks like a list, a head or a quotation from being one."""
    found = _START.match(words)
    if found is None:
        return words
    sign = found[0]
    return f"{sign[:-1]}\\{sign[-1]}{words[len(sign) :]}"


def table(grid: Grid) -> str:
    """Return the table as it is once all tracked changes are accepted; its first row is its head."""
    width = max((len(row.cells) for row in grid.kept), default=0)
    rules = [_RULES[_aligned(grid, column)] for column in range(width)]
    return "\n".join(_rows([[cell_words(cell) for cell in row.cells] for row in grid.kept], rules))


def _rows(rows: Sequence[Sequence[str]], rules: Sequence[str]) -> Iterator[str]:
    for place, row in enumerate(rows):
        yield "| " + " | ".join([*row, *[""] * (len(rules) - len(row))]) + " |"
        if place == 0:
            yield "| " + " | ".join(rules) + " |"


def _aligned(grid: Grid, column: int) -> str:
    """Return how all the cells of a column are set, its head aside where it has others; empty where they differ."""
    rows = grid.kept[1:] or grid.kept
    cells = (row.cells[column] for row in rows if column < len(row.cells))
    found = {line.align for cell in cells for line in cell if line.text.strip()}
    return found.pop() if len(found) == 1 else ""


def cell_words(lines: Sequence[Line]) -> str:
    """Return the words of a cell, with their marks, on one line."""
    words = " ".join(filter(None, (inline(line.pieces) for line in lines)))
    return words.replace("\\\n", " ").replace("|", "\\|")
