"""How much alike two blocks are: whether one can be read as the other after a change."""

import re
from collections import Counter
from collections.abc import Iterable

from docgen.tree import (
    Article,
    Band,
    Block,
    Box,
    BulletList,
    Choices,
    FieldGrid,
    Heading,
    Inlines,
    LabelledText,
    ListItem,
    Paragraph,
    Part,
    Quote,
    Row,
    Section,
    Signature,
    Signatures,
    Table,
    TickPanel,
    leaves,
    text_of,
)
from docgen.values import Struct

_WORD = re.compile(r"\w+")
_LEAST = 0.4
"""Below it, saying that one text became the other would be harder to read than both."""
_SURE = 2.0
"""The likeness of what is the same by name, whatever became of its words."""

Node = Block | ListItem | Row | Section


class Measured(Struct, frozen=True):
    """A node to weigh: what only its like can share (its shape), its name (empty for none), its words."""

    shape: tuple[object, ...] | None
    """None for what is replaced whole: signs, charts, contents."""
    name: str
    words: Counter[str]
    count: int


def measured(node: Node) -> Measured:
    """Return what likeness asks of `node`."""
    words = Counter(word for content in _words(node) for word in _WORD.findall(text_of(content)))
    return Measured(_shape(node), _name(node), words, words.total())


def likeness(old: Measured, new: Measured) -> float:
    """Return how much alike two nodes are, from 0 (not to be compared) to 1, above 1 for the same name."""
    if old.shape is None or old.shape != new.shape:
        return 0.0
    if old.name or new.name:
        return _SURE if old.name == new.name else 0.0
    if not old.count and not new.count:
        return 1.0
    whole = old.count + new.count
    if 2 * min(old.count, new.count) < _LEAST * whole:
        return 0.0
    shared = 2 * _shared(old.words, new.words) / whole
    return shared if shared >= _LEAST else 0.0


def _shared(old: Counter[str], new: Counter[str]) -> int:
    fewer, more = (old, new) if len(old) < len(new) else (new, old)
    return sum(min(count, more[word]) for word, count in fewer.items() if word in more)


def _shape(node: Node) -> tuple[object, ...] | None:
    match node:
        case Heading():
            return (Heading, node.role, node.level)
        case Paragraph():
            return (Paragraph, node.role)
        case Article() | Part():
            return (type(node), node.head.role, node.head.level)
        case Table():
            columns = tuple((column.width, column.align) for column in node.columns)
            return (Table, bool(node.caption), columns)
        case Row():
            return (Row, node.kind, len(node.cells))
        case Box():
            return (Box, node.room)
        case BulletList() | Quote() | ListItem() | Band() | Choices():
            return (type(node),)
        case _:
            return _form_shape(node)


def _form_shape(node: Node) -> tuple[object, ...] | None:
    match node:
        case FieldGrid():
            return (FieldGrid, *(len(column) for column in node.columns))
        case TickPanel():
            return (TickPanel, *(line.room for line in node.lines))
        case LabelledText():
            return (LabelledText, len(node.content))
        case Signatures():
            rows = (tuple(map(_signature_shape, row)) for row in node.rows)
            return (Signatures, node.aside, *rows)
    return None


def _signature_shape(one: Signature) -> tuple[object, ...]:
    return (one.name_of_field, one.spoken, bool(one.signed), *(line.role for line in one.above))


def _name(node: Node) -> str:
    return node.number if isinstance(node, Article) else ""


def _words(node: Node) -> Iterable[Inlines]:
    match node:
        case ListItem():
            return (node.content,)
        case Row():
            return node.cells
        case Part():
            return (node.head.content,)
        case Section():
            return ()
        case _:
            return leaves((node,))
