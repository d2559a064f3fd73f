"""Two states of a text → one tree that shows both: what was added and what was taken out.

Blocks are paired by what they are (an article by its number, a row by its head), else by their words; two blocks of a
pair are compared in depth, down to the word; a block without a pair was added or taken out. What moved was taken out
here and added there.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from docgen.amend.compare_forms import (
    compared_band,
    compared_choices,
    compared_grid,
    compared_labelled_text,
    compared_signatures,
    compared_ticks,
    without_gaps,
)
from docgen.amend.likeness import Measured, likeness, measured
from docgen.amend.sequences import best, common
from docgen.amend.words import changed, compared, joined
from docgen.tree import (
    Article,
    Band,
    Block,
    Box,
    BulletList,
    Change,
    Choices,
    Document,
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
    Signatures,
    Table,
    TickLine,
    TickPanel,
    rebuilt,
)
from docgen.values import replace

_Node = TypeVar("_Node", bound=Block | ListItem | Row | Section)
_MOST_PAIRS = 60
"""How many blocks of each side are weighed against each other at a time."""


def compare(before: Document, after: Document) -> Document:
    """Return `after` with the words and blocks of both, marked; its runs that look alike are one."""
    old, new = normal(before), normal(after)
    return replace(new, sections=_sections(old.sections, new.sections))


def accepted(document: Document) -> Document:
    """Return `document` as it is once all its changes are accepted."""
    return _resolved(document, Change.DELETED)


def rejected(document: Document) -> Document:
    """Return `document` as it was before its changes."""
    return _resolved(document, Change.INSERTED)


def normal(document: Document) -> Document:
    """Return `document` with runs that look alike made one, and no choice without words: what comparing starts from."""
    return rebuilt(document, joined, without_gaps)


def _resolved(document: Document, gone: Change) -> Document:
    def line(content: Inlines) -> Inlines:
        return joined(changed((one for one in content if one.change is not gone), Change.KEPT))

    def node(one: Any) -> Any:
        change = getattr(one, "change", Change.KEPT)
        if change is gone:
            return None
        return without_gaps(one if change is Change.KEPT else replace(one, change=Change.KEPT))

    return rebuilt(document, line, node)


def _sections(old: Sequence[Section], new: Sequence[Section]) -> tuple[Section, ...]:
    pairs = common([one.page for one in old], [one.page for one in new])
    return _assembled(old, new, pairs)


def _nodes(old: Sequence[_Node], new: Sequence[_Node]) -> tuple[_Node, ...]:
    """Return the blocks, items or rows of both sides in one row."""
    if old == new:
        return tuple(new)
    pairs = common(old, new)
    bounds = [(-1, -1), *pairs, (len(old), len(new))]
    for (start, other_start), (end, other_end) in pairwise(bounds):
        pairs += _alike(old, new, (start + 1, end), (other_start + 1, other_end))
    return _assembled(old, new, sorted(pairs))


def _alike(
    old: Sequence[_Node], new: Sequence[_Node], stretch: tuple[int, int], other: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the pairs of the most likeness; of long stretches, a part of one against the same part of the other."""
    count, others = stretch[1] - stretch[0], other[1] - other[0]
    if not count or not others:
        return []
    parts = max(count, others) // _MOST_PAIRS + 1
    pairs = []
    for part in range(parts):
        left = range(stretch[0] + count * part // parts, stretch[0] + count * (part + 1) // parts)
        right = range(other[0] + others * part // parts, other[0] + others * (part + 1) // parts)
        weighed = [measured(old[place]) for place in left], [measured(new[place]) for place in right]
        pairs += [(left[i], right[j]) for i, j in _weighed(*weighed)]
    return pairs


def _weighed(left: Sequence[Measured], right: Sequence[Measured]) -> list[tuple[int, int]]:
    return best(len(left), len(right), lambda i, j: likeness(left[i], right[j]))


def _assembled(old: Sequence[_Node], new: Sequence[_Node], pairs: Sequence[tuple[int, int]]) -> tuple[_Node, ...]:
    row: list[_Node] = []
    place = other = 0
    for i, j in (*pairs, (len(old), len(new))):
        row += (replace(one, change=Change.DELETED) for one in old[place:i])
        row += (replace(one, change=Change.INSERTED) for one in new[other:j])
        if i < len(old):
            row.append(old[i] if old[i] == new[j] else _merged(old[i], new[j]))
        place, other = i + 1, j + 1
    return tuple(row)


def _merged(old: _Node, new: _Node) -> _Node:
    """Return a node of a pair with the changes inside it."""
    made: _Node = _MERGERS[type(new)](old, new)
    return made


def _section(old: Section, new: Section) -> Section:
    return replace(new, blocks=_nodes(old.blocks, new.blocks))


def _content(old: Heading | Paragraph, new: Heading | Paragraph) -> Heading | Paragraph:
    return replace(new, content=compared(old.content, new.content))


def _item(old: ListItem, new: ListItem) -> ListItem:
    return replace(new, content=compared(old.content, new.content), below=_nodes(old.below, new.below))


def _headed(old: Article | Part, new: Article | Part) -> Article | Part:
    head = replace(new.head, content=compared(old.head.content, new.head.content))
    return replace(new, head=head, body=_nodes(old.body, new.body))


def _list(old: BulletList, new: BulletList) -> BulletList:
    return replace(new, items=_nodes(old.items, new.items))


def _quote(old: Quote, new: Quote) -> Quote:
    return replace(new, paragraphs=_nodes(old.paragraphs, new.paragraphs))


def _box(old: Box, new: Box) -> Box:
    return replace(new, title=compared(old.title, new.title), body=_nodes(old.body, new.body))


def _panel(old: TickPanel, new: TickPanel) -> TickPanel:
    return replace(new, lines=tuple(map(_tick_line, old.lines, new.lines)))


def _tick_line(old: TickLine, new: TickLine) -> TickLine:
    label, ticks = compared(old.label, new.label), compared_ticks(old.ticks, new.ticks)
    return replace(new, label=label, ticks=ticks, below=_nodes(old.below, new.below))


def _row(old: Row, new: Row) -> Row:
    return replace(new, cells=tuple(map(compared, old.cells, new.cells)))


def _table(old: Table, new: Table) -> Table:
    columns = (
        replace(column, head=compared(was.head, column.head))
        for was, column in zip(old.columns, new.columns, strict=True)
    )
    caption = compared(old.caption, new.caption)
    return replace(new, caption=caption, columns=tuple(columns), rows=_nodes(old.rows, new.rows))


_MERGERS: dict[type[Any], Callable[[Any, Any], Any]] = {
    Section: _section,
    Heading: _content,
    Paragraph: _content,
    ListItem: _item,
    Article: _headed,
    Part: _headed,
    BulletList: _list,
    Quote: _quote,
    Box: _box,
    Row: _row,
    Table: _table,
    Band: compared_band,
    FieldGrid: compared_grid,
    Choices: compared_choices,
    TickPanel: _panel,
    LabelledText: compared_labelled_text,
    Signatures: compared_signatures,
}
"""How two nodes of one kind become one; likeness pairs no other kind."""
