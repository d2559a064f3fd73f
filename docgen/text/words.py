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

_SHORT = 80
_RAISED = frozenset({Mark.SUPERSCRIPT})
_OPENING, _CLOSING = re.compile(r"«[ \u00a0\u202f]*"), re.compile(r"[ \u00a0\u202f]*»")
_DASHES = ("-", "–", "—", "•", "*")
_ITEM = re.compile(rf"[{''.join(_DASHES)}][ \u00a0\t]+")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


def words(text: str, *marks: Mark) -> Inlines:
    """Return `text` as runs, in French typography, its ordinal endings raised; empty for an empty text."""
    return _short(text, marks) if len(text) <= _SHORT else _set(text, marks)


def _set(text: str, marks: tuple[Mark, ...]) -> Inlines:
    return raised(typeset(text), frozenset(marks))


_short = lru_cache(maxsize=2048)(_set)
"""Labels, heads and names come back from one paper to the next."""


def raised(text: str, marks: frozenset[Mark] = frozenset()) -> Inlines:
    """Return a text already set as runs, its ordinal endings raised."""
    return tuple([Run(piece, marks | _RAISED if high else marks) for piece, high in superscripts(text) if piece])


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
        line.extend(_joint(pending, before=bool(line)))
        line.extend(part if isinstance(part, tuple) else (part,))
        pending = ""
    return (*line, *_joint(pending, before=bool(line)))


@lru_cache(maxsize=2048)
def _joint(text: str, *, before: bool) -> Inlines:
    """Set a piece of a sentence, often one of ours; a sign that follows an inline keeps its no-break space."""
    return raised(typeset("x" + text)[1:] if before and text else typeset(text))


def prose(text: str, role: ParagraphRole = ParagraphRole.ALINEA) -> tuple[Block, ...]:
    """Return the blocks of a text typed by a user: paragraphs parted by an empty line, lists of lines with a dash.

    Every letter is kept; a line that only goes on (no dash, no empty line before) belongs to what stands above it.
    """
    text = text.strip()
    if "\n" not in text:
        return tuple(_chunk(text, role))
    blocks: list[Block] = []
    for chunk in _EMPTY_LINE.split(text):
        blocks.extend(_chunk(chunk, role))
    return _merged(blocks)


def lines(text: str | None, title: str) -> tuple[Inlines, ...]:
    """Return a text typed by a user line by line, where blocks cannot stand: the items of a list share one line."""
    if not text:
        return (hole(title),)
    return tuple(map(_line, prose(text)))


def on_one_line(text: str) -> str:
    """Return a typed text as it goes inside a sentence: on one line, without its own full stop nor a leading dash."""
    return " ".join(text.split()).removeprefix("- ").rstrip(".")


def ended(text: str) -> str:
    """Return a typed text with a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def of_papers(pieces: str | None) -> str | None:
    """Return papers after `au vu`: `de la fiche modifiée`, `du calendrier`."""
    if pieces is None or pieces.startswith(("de ", "du ", "des ", "d’", "d'")):
        return pieces
    return f"de {pieces}"


def _line(block: Block) -> Inlines:
    if isinstance(block, Paragraph):
        return block.content
    items = block.items if isinstance(block, BulletList) else ()
    return tuple(
        inline for rank, item in enumerate(items) for inline in (*((Run(" "),) if rank else ()), *item.content)
    )


def _chunk(chunk: str, role: ParagraphRole) -> list[Block]:
    paragraph: list[str] = []
    items: list[list[str]] = []
    for line in map(str.strip, chunk.splitlines()):
        if line.startswith(_DASHES) and (found := _ITEM.match(line)):
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
