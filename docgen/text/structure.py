"""Lines of Markdown → the tree of its blocks: heads, lists, quotations, tables, paragraphs.

As CommonMark reads them (0.31, §§4.2, 4.8, 5), and GitHub the tables. There is no code, no rule, no HTML, no link, no
underlined head here: their signs are words. `tests/text/test_structure.py` holds it against markdown-it.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from docgen.text.inlines import SPACES, inlines
from docgen.text.syntax import Syntax

_TRIMMED = f"{SPACES}\u2028\u2029"
_DEPTH = 20
"""Blocks that stand in one another; what is deeper is left out, as a text made to exhaust whoever reads it."""
_CELLS_ADDED = 65_536
"""Cells that may be added to the rows of a table that have fewer than its head, for the same reason."""
_MARKER = re.compile(r"(?:(?P<number>[0-9]{1,9})[.)]|[-+*])(?=[ \t]|$)")
_HEAD = re.compile(r"#{1,6}(?=[ \t]|$)")
_RULE = re.compile(r"(?:[|:][-:| \t]|-[-:|])[-:| \t]*$")
_COLUMN = re.compile(r":?-+:?$")
_BAR = re.compile(r"(?<!\\)\|")


class _Line(NamedTuple):
    """A line without its leading spaces, of which it had `indent`; -1 goes on with a paragraph, whatever it says.

    `column` is where its words begin in the file: a tab goes to the next column of four.
    """

    indent: int
    text: str
    column: int = 0


class _Inside(NamedTuple):
    """Where blocks stand: before which line they end, from which column they begin, in how many others; the column of
    the list around, -1 for none."""

    end: int
    column: int = 0
    depth: int = 0
    list_column: int = -1


@lru_cache(maxsize=8)
def parse(text: str) -> tuple[Syntax, ...]:
    """Return the blocks of `text`; parsed once for all who read it."""
    lines = [_line(one) for one in re.sub(r"\r\n?", "\n", text).replace("\0", "\ufffd").split("\n")]
    return tuple(_Reader(lines).blocks(0, _Inside(len(lines)))[0])


def _line(text: str) -> _Line:
    column, words = _spaced(text, 0)
    return _Line(column, words, column)


def _spaced(text: str, column: int) -> tuple[int, str]:
    """Return in which column the words of `text` begin, which itself begins in `column`; and those words."""
    words = text.lstrip(" \t")
    for space in text[: len(text) - len(words)]:
        column += 4 - column % 4 if space == "\t" else 1
    return column, words


class _Reader:
    """Reads lines one after the other; what a block takes off a line (`>`, the sign of an item) is off for those in it.

    Each method is told at which line to begin, and returns what it has read with the line at which it has ended.
    """

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = [*lines, _Line(0, "")]

    def blocks(self, at: int, inside: _Inside) -> tuple[list[Syntax], int]:
        """Return the blocks that stand there, until the end, or until a line that stands further left."""
        found: list[Syntax] = []
        while (at := self._next(at)) < inside.end and self._lines[at].indent >= inside.column:
            if inside.depth >= _DEPTH:
                return found, inside.end
            block, at = self._block(at, inside)
            found.append(block)
        return found, at

    def _next(self, at: int) -> int:
        while at < len(self._lines) and not self._lines[at].text:
            at += 1
        return at

    def _block(self, at: int, inside: _Inside) -> tuple[Syntax, int]:
        text = self._lines[at].text
        if columns := self._columns(at, inside):
            return self._table(at, inside, columns)
        if text[0] == ">":
            return self._quotation(at, inside)
        if self._lists(at, inside) and (marker := _MARKER.match(text)):
            return self._list(at, inside, marker)
        if signs := _HEAD.match(text):
            words, end = _inline(_head(text[signs.end() :]), at, at + 1), at + 1
            return Syntax("heading", (words,), level=signs.end(), lines=(at, end)), end
        return self._paragraph(at, inside)

    # ------------------------------------------------------------ what begins where

    def _lists(self, at: int, inside: _Inside) -> bool:
        """Tell whether a sign at the head of the line can be that of a list."""
        indent = self._lines[at].indent
        return not (0 <= inside.list_column <= indent - 4 and indent < inside.column)

    def _stops(self, at: int, inside: _Inside, *, paragraph: bool = False) -> bool:
        """Tell whether a line begins a block, and so ends the one before; a `paragraph` asks for more of a list."""
        indent, text, _ = self._lines[at]
        if text[:1] == ">" or _HEAD.match(text) or (paragraph and self._columns(at, inside)):
            return True
        marker = _MARKER.match(text) if self._lists(at, inside) else None
        if marker is None or not paragraph or indent < inside.column:
            return marker is not None
        return marker["number"] in (None, *_ONES) and bool(text[marker.end() :].strip(" \t"))

    def _columns(self, at: int, inside: _Inside) -> list[str]:
        """Return how each column of the table that begins on a line is set; none where none begins."""
        if at + 2 > inside.end or "|" not in self._lines[at].text:
            return []
        indent, rule, _ = self._lines[at + 1]
        if indent < inside.column or not _RULE.match(rule):
            return []
        said = [one.strip(_TRIMMED) for one in rule.split("|")]
        said = said[not said[0] : len(said) - (len(said) > 1 and not said[-1])]
        if not all(_COLUMN.match(one) for one in said) or len(said) != len(_cells(self._lines[at].text)):
            return []
        return [_ALIGN[one[0] == ":", one[-1] == ":"] for one in said]

    # ------------------------------------------------------------ the blocks

    def _paragraph(self, at: int, inside: _Inside) -> tuple[Syntax, int]:
        end = at + 1
        while end < inside.end and self._lines[end].text and self._goes_on(end, inside):
            end += 1
        words = "\n".join(line.text for line in self._lines[at:end]).strip(_TRIMMED)
        return Syntax("paragraph", (_inline(words, at, end),), lines=(at, end)), end

    def _goes_on(self, at: int, inside: _Inside) -> bool:
        indent = self._lines[at].indent
        return indent < 0 or indent - inside.column > 3 or not self._stops(at, inside, paragraph=True)

    def _quotation(self, at: int, inside: _Inside) -> tuple[Syntax, int]:
        end, empty, as_typed = at, False, []
        while end < inside.end and self._lines[end].text:
            line = self._lines[end]
            quoted = line.text[0] == ">" and (end == at or line.indent >= inside.column)
            if not quoted and (empty or self._stops(end, inside)):
                break
            as_typed.append(line)
            self._lines[end] = _unquoted(line) if quoted else line._replace(indent=-1)
            empty = not self._lines[end].text
            end += 1
        children, done = self.blocks(at, _Inside(end, 0, inside.depth + 1, inside.list_column))
        self._lines[at:end] = as_typed
        return Syntax("blockquote", tuple(children), lines=(at, done)), done

    def _list(self, at: int, inside: _Inside, marker: re.Match[str] | None) -> tuple[Syntax, int]:
        items, end, sign = [], at, marker[0][-1] if marker else ""
        while marker and marker[0][-1] == sign:
            item, end = self._item(end, inside, marker)
            items.append(item)
            indent, text, _ = self._lines[end] if end < inside.end else _Line(-1, "")
            marker = _MARKER.match(text) if indent >= inside.column else None
        kind = "bullet_list" if sign in "-+*" else "ordered_list"
        return Syntax(kind, tuple(items), markup=sign, lines=(at, end)), end

    def _item(self, at: int, inside: _Inside, marker: re.Match[str]) -> tuple[Syntax, int]:
        line, width = self._lines[at], marker.end()
        column, words = _spaced(line.text[width:], line.column + width)
        spaces = column - line.column - width
        self._lines[at] = _Line(line.indent + width + spaces, words, column)
        children: list[Syntax] = []
        if not words and not self._lines[at + 1].text:
            end = min(at + 2, inside.end)
        else:
            start = line.indent + width + (spaces if words and spaces <= 4 else 1)
            children, end = self.blocks(at, _Inside(inside.end, start, inside.depth + 2, inside.column))
        number = marker["number"] or ""
        return Syntax("list_item", tuple(children), info=number, markup=marker[0][-1], lines=(at, end)), end

    def _table(self, at: int, inside: _Inside, columns: list[str]) -> tuple[Syntax, int]:
        head = Syntax("thead", (_row("th", self._lines[at].text, columns, at),), lines=(at, at + 1))
        rows, end, added = [], at + 2, 0
        while end < inside.end and self._lines[end].indent >= inside.column and not self._stops(end, inside):
            text = self._lines[end].text.strip(_TRIMMED)
            added += len(columns) - len(_cells(text))
            if not text or added > _CELLS_ADDED:
                break
            rows.append(_row("td", text, columns, end))
            end += 1
        body = (Syntax("tbody", tuple(rows), lines=(at + 2, end)),) if rows else ()
        return Syntax("table", (head, *body), lines=(at, end)), end


def _unquoted(line: _Line) -> _Line:
    """Return what a line of a quotation says, without its `>` and the space after it."""
    column, words = _spaced(line.text[1:], line.column + 1)
    spaces = column - line.column - 1
    return _Line(max(spaces - 1, 0), words, column)


_ONES = tuple("1".zfill(length) for length in range(1, 10))
"""The numbers from which a list may begin in the midst of a paragraph."""
_ALIGN = {(False, False): "", (True, False): "left", (False, True): "right", (True, True): "center"}


def _inline(words: str, at: int, end: int) -> Syntax:
    return Syntax("inline", inlines(words), words, lines=(at, end))


def _head(text: str) -> str:
    """Return the words of a head, without the signs that may close it."""
    words = text.rstrip(" \t")
    closed = words.rstrip("#")
    return (closed if closed[-1:] in (" ", "\t") else words).strip(_TRIMMED)


def _cells(row: str) -> list[str]:
    """Return the cells of a row, which `|` parts, but `\\|`, and may open and close."""
    cells = _BAR.split(row.strip(_TRIMMED))
    cells = cells[not cells[0] :]
    return [cell.replace("\\|", "|") for cell in (cells if not cells or cells[-1] else cells[:-1])]


def _row(kind: str, text: str, columns: list[str], at: int) -> Syntax:
    """Return a row of as many cells as there are columns."""
    cells = [*_cells(text), *[""] * len(columns)]
    lines = at, at + 1
    made = (
        Syntax(kind, (_inline(cell.strip(_TRIMMED), *lines),), align=align, lines=lines)
        for cell, align in zip(cells, columns, strict=False)
    )
    return Syntax("tr", tuple(made), lines=lines)
