"""From values to runs: French is set here, once, and a missing value becomes a hole."""

import re
from functools import lru_cache

from docgen.french import superscripts, typeset
from docgen.tree import (
    Block,
    BulletList,
    Hole,
    Inline,
    Inlines,
    LabelledText,
    ListItem,
    Mark,
    Paragraph,
    ParagraphRole,
    Run,
)

_RAISED = frozenset({Mark.SUPERSCRIPT})
_OPENING, _CLOSING = re.compile(r"«[ \u00a0\u202f]*"), re.compile(r"[ \u00a0\u202f]*»")
_ITEM = re.compile(r"[-–—•*][ \u00a0\t]+")


def words(text: str, *marks: Mark) -> Inlines:
    """Return `text` as runs, in French typography, its ordinal endings raised; empty for an empty text."""
    return raised(typeset(text), frozenset(marks))


def raised(text: str, marks: frozenset[Mark] = frozenset()) -> Inlines:
    """Return a text already set as runs, its ordinal endings raised."""
    return tuple(Run(piece, marks | _RAISED if high else marks) for piece, high in superscripts(text) if piece)


@lru_cache(maxsize=512)
def label(text: str) -> Inlines:
    """Return a fixed label of a form in the colour of labels."""
    return words(text, Mark.LABEL)


def fill(value: str | None, title: str, *marks: Mark) -> Inlines:
    """Return `value` as runs, or the hole that says that `title` is missing."""
    return words(value, *marks) if value else (Hole(title),)


def hole(title: str) -> Inlines:
    """Return the hole that says that `title` is missing."""
    return (Hole(title),)


def sentence(*parts: str | Inlines | Inline) -> Inlines:
    """Return one line made of texts and of inlines such as holes; texts that touch are set together."""
    line: list[Inline] = []
    pending = ""
    for part in parts:
        if isinstance(part, str):
            pending += part
            continue
        line.extend(raised(_joint(pending, before=bool(line))))
        line.extend(part if isinstance(part, tuple) else (part,))
        pending = ""
    return (*line, *raised(_joint(pending, before=bool(line))))


def _joint(text: str, *, before: bool) -> str:
    """Set `text`; a sign that follows an inline keeps its no-break space."""
    return typeset("x" + text)[1:] if before and text else typeset(text)


def prose(text: str, role: ParagraphRole = ParagraphRole.ALINEA) -> tuple[Block, ...]:
    """Return the blocks of a text typed by a user: paragraphs parted by an empty line, lists of lines with a dash.

    Every letter is kept; a line that only goes on (no dash, no empty line before) belongs to what stands above it.
    """
    blocks: list[Block] = []
    for chunk in re.split(r"\n[ \t]*\n", text.strip()):
        blocks.extend(_chunk(chunk, role))
    return _merged(blocks)


def lines(text: str | None, title: str) -> tuple[Inlines, ...]:
    """Return a text typed by a user line by line, where blocks cannot stand: an item of a list is led by its dash."""
    if not text:
        return (hole(title),)
    return tuple(line for block in prose(text) for line in _lines(block))


def _lines(block: Block) -> tuple[Inlines, ...]:
    match block:
        case Paragraph():
            return (block.content,)
        case BulletList():
            return tuple((Run("–\u00a0"), *item.content) for item in block.items)
        case _:
            return ()


def _chunk(chunk: str, role: ParagraphRole) -> list[Block]:
    paragraph: list[str] = []
    items: list[list[str]] = []
    for line in (line.strip() for line in chunk.splitlines()):
        if found := _ITEM.match(line):
            items.append([line[found.end() :]])
        elif line:
            (items[-1] if items else paragraph).append(line)
    blocks: list[Block] = [Paragraph(words(" ".join(paragraph)), role)] if paragraph else []
    if items:
        blocks.append(BulletList(tuple(ListItem(words(" ".join(item))) for item in items)))
    return blocks


def _merged(blocks: list[Block]) -> tuple[Block, ...]:
    """Join lists that an empty line parted."""
    merged: list[Block] = []
    for block in blocks:
        last = merged[-1] if merged else None
        if isinstance(block, BulletList) and isinstance(last, BulletList):
            merged[-1] = BulletList(last.items + block.items)
        else:
            merged.append(block)
    return tuple(merged)


def quoted(text: str) -> str:
    """Return `text` between guillemets; those that it has itself become “ ”, as a quotation in a quotation."""
    inner = _CLOSING.sub("”", _OPENING.sub("“", text))
    return f"« {inner} »"


def labelled_prose(title: str, text: str | None, missing: str) -> tuple[Block, ...]:
    """Return a text after its label, its first paragraph on the label's line, or the hole that says what is missing."""
    first, *others = prose(text) if text else (Paragraph(hole(missing)),)
    if isinstance(first, Paragraph):
        return (LabelledText(label(title), (first.content,)), *others)
    return (LabelledText(label(title), ()), first, *others)
