"""An article as the law counts it: a run of lines, each an alinéa but for heads and notes.

Blocks and lines say the same: `blocks_of(lines_of(blocks)) == blocks`. Lists and quoted law are taken apart and put
together again, so that an alinéa is counted, changed or taken out wherever it stands.
"""

from collections.abc import Iterable, Iterator, Sequence

from docgen.tree import Block, Break, BulletList, Heading, Inlines, ListItem, Paragraph, ParagraphRole, Quote, Table
from docgen.values import Struct, replace


class Line(Struct, frozen=True):
    """A line of an article: a block, or an item of a list (without what stands under it).

    `depth` is how deep it stands in lists, `quoted` whether it is a line of quoted law, `opens` whether it begins a
    list or a quotation of its own.
    """

    block: Block | ListItem
    depth: int = 0
    quoted: bool = False
    opens: bool = False

    @property
    def counted(self) -> bool:
        """Whether the line is an alinéa: heads and docgen's notes are not."""
        note = isinstance(self.block, Paragraph) and self.block.role is ParagraphRole.NOTE_ARTICLE
        return not isinstance(self.block, Heading) and not note

    @property
    def content(self) -> Inlines:
        """The words of a paragraph or item; empty for a block of several leaves, such as a table."""
        return self.block.content if isinstance(self.block, Paragraph | ListItem) else ()


def lines_of(blocks: Iterable[Block], depth: int = 0) -> tuple[Line, ...]:
    """Return the lines of `blocks`, in order."""
    return tuple(_lines(blocks, depth))


def _lines(blocks: Iterable[Block], depth: int) -> Iterator[Line]:
    for block in blocks:
        match block:
            case BulletList():
                for rank, item in enumerate(block.items):
                    yield Line(ListItem(item.content), depth, opens=rank == 0)
                    yield from _lines(item.below, depth + 1)
            case Quote():
                for rank, paragraph in enumerate(block.paragraphs):
                    yield Line(paragraph, depth, quoted=True, opens=rank == 0)
            case _:
                yield Line(block, depth)


def blocks_of(lines: Sequence[Line], depth: int = 0) -> tuple[Block, ...]:
    """Return the blocks that `lines` make: items that follow each other in one list, quoted lines in one quotation."""
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        end = _end_of_run(lines, index, depth)
        run = lines[index:end]
        if isinstance(run[0].block, ListItem):
            blocks.append(BulletList(tuple(_items(run, depth))))
        elif run[0].quoted:
            blocks.append(Quote(tuple(line.block for line in run if isinstance(line.block, Paragraph))))
        else:
            blocks += [line.block for line in run if not isinstance(line.block, ListItem)]
        index = end
    return tuple(blocks)


def _end_of_run(lines: Sequence[Line], start: int, depth: int) -> int:
    """Where the list, quotation or block that begins at `start` ends."""
    first = lines[start]
    end = start + 1
    if isinstance(first.block, ListItem):
        while end < len(lines) and (lines[end].depth > depth or _goes_on(lines[end])):
            end += 1
    elif first.quoted:
        while end < len(lines) and lines[end].quoted and not lines[end].opens and lines[end].depth == first.depth:
            end += 1
    return end


def _goes_on(line: Line) -> bool:
    return isinstance(line.block, ListItem) and not line.opens


def _items(run: Sequence[Line], depth: int) -> Iterator[ListItem]:
    starts = [index for index, line in enumerate(run) if index == 0 or line.depth <= depth]
    for start, end in zip(starts, [*starts[1:], len(run)], strict=True):
        item = run[start].block
        if isinstance(item, ListItem):
            yield replace(item, below=blocks_of(run[start + 1 : end], depth + 1))


def by_returns(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield `blocks` with a paragraph for each return to the line, which opens an alinéa; tables and heads as they are.

    In a list, what follows the return stands under the item.
    """
    for block in blocks:
        match block:
            case Paragraph():
                yield from _by_returns(block)
            case Quote():
                yield replace(block, paragraphs=tuple(part for one in block.paragraphs for part in _by_returns(one)))
            case BulletList():
                yield replace(block, items=tuple(map(_item_by_returns, block.items)))
            case _:
                yield block


def _by_returns(paragraph: Paragraph) -> Iterator[Paragraph]:
    first, *others = _returns(paragraph.content)
    yield replace(paragraph, content=first)
    quoted = paragraph.role in (ParagraphRole.REFERENCE, ParagraphRole.CITATION)
    for content in others:
        yield Paragraph(content, ParagraphRole.CITATION if quoted else ParagraphRole.ALINEA)


def _item_by_returns(item: ListItem) -> ListItem:
    first, *others = _returns(item.content)
    return replace(item, content=first, below=(*map(Paragraph, others), *by_returns(item.below)))


def _returns(content: Inlines) -> list[Inlines]:
    """Return the words before, between and after the breaks of `content`."""
    if not any(isinstance(one, Break) for one in content):
        return [content]
    breaks = [rank for rank, one in enumerate(content) if isinstance(one, Break)]
    starts, ends = [0, *(rank + 1 for rank in breaks)], [*breaks, len(content)]
    return [part for start, end in zip(starts, ends, strict=True) if (part := content[start:end])] or [()]


def alineas(lines: Sequence[Line]) -> tuple[int, ...]:
    """Return the indexes, among `lines`, of those that count as alinéas."""
    return tuple(index for index, line in enumerate(lines) if line.counted)


def only_table(lines: Sequence[Line]) -> int | None:
    """Return the index of the first table of an article; None where it has none."""
    return next((index for index, line in enumerate(lines) if isinstance(line.block, Table)), None)
