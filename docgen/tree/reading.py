"""The words of a tree, in reading order: the order in which every writer must print them."""

from collections.abc import Iterable, Iterator

from docgen.tree.blocks import (
    Article,
    Band,
    Block,
    Box,
    BulletList,
    Choices,
    FieldGrid,
    Heading,
    LabelledText,
    Paragraph,
    Part,
    Quote,
    Table,
    TickPanel,
)
from docgen.tree.chart import Chart
from docgen.tree.contents import Contents
from docgen.tree.document import Document
from docgen.tree.inlines import Inline, Inlines, Run, Tick
from docgen.tree.signs import Logo, NameStack, Sender, Sign, Signature, Signatures, Signs


def text_of(content: Iterable[Inline]) -> str:
    """Return the words of `content` as printed; a break is a space, a blank is nothing."""
    return "".join([inline.text for inline in content])


def leaves(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield the content of each leaf block (paragraph, item, cell, label, line of a signature), in reading order.

    This is the order in which every writer must print them.
    """
    for block in blocks:
        yield from _leaves(block)


def _leaves(block: Block) -> Iterator[Inlines]:
    match block:
        case Heading() | Paragraph():
            yield block.content
        case BulletList():
            for item in block.items:
                yield item.content
                yield from leaves(item.below)
        case Quote():
            yield from leaves(block.paragraphs)
        case Article() | Part():
            yield block.head.content
            yield from leaves(block.body)
        case Box():
            yield block.title
            yield from leaves(block.body)
        case Table():
            yield block.caption
            yield from (column.head for column in block.columns)
            for row in block.rows:
                yield from row.cells
        case Contents():
            yield from (entry.label for entry in block.entries)
        case Chart():
            return
        case _:
            yield from _form_leaves(block)


def _form_leaves(
    block: Band | FieldGrid | TickPanel | Choices | LabelledText | Signs | Signatures,
) -> Iterator[Inlines]:
    match block:
        case Band():
            yield block.label
            yield block.value
        case FieldGrid():
            for column in block.columns:
                yield from (labelled(cell.label, cell.value) for cell in column)
        case TickPanel():
            for line in block.lines:
                yield tick_line(line.label, line.ticks)
                yield from leaves(line.below)
        case Choices():
            yield from block.choices
        case LabelledText():
            yield from labelled_paragraphs(block)
        case Signs():
            yield from (content for sign in (*block.state, *block.partners) for content in _sign_leaves(sign))
        case Signatures():
            yield from (content for row in block.rows for signature in row for content in _signature_leaves(signature))


def labelled(label: Inlines, value: Inlines) -> Inlines:
    """Return a label and its value as one line, a plain space between them."""
    return (*label, Run(" "), *value) if value else label


def tick_line(label: Inlines, ticks: Iterable[Tick]) -> Inlines:
    """Return a label and its tick boxes as one line, a plain space before each box."""
    return (*label, *(inline for tick in ticks for inline in (Run(" "), tick)))


def labelled_paragraphs(block: LabelledText) -> Iterator[Inlines]:
    """Yield the paragraphs of a labelled text, the label leading the first one; the label alone if there is none."""
    first, *others = block.content or ((),)
    yield labelled(block.label, first)
    yield from others


def _sign_leaves(sign: Sign) -> Iterator[Inlines]:
    match sign:
        case NameStack():
            yield from ((Run(line),) for line in (*sign.lines, *sign.motto))
        case Sender():
            yield from sign.lines
        case Logo():
            return


def _signature_leaves(signature: Signature) -> Iterator[Inlines]:
    yield from (line.content for line in signature.above)
    yield signature.quality
    if signature.signed:
        yield signature.signed
    yield signature.name


def paragraphs_of(document: Document) -> list[str]:
    """Return the words of `document`, one string per leaf block that has any, in reading order."""
    texts = (text_of(content).strip() for content in leaves(document.blocks))
    return [text for text in texts if text]
