"""Signature blocks on the page: their feet lined up, and none left alone.

Blocks of one row begin at the same height; their fields and names end at the same height. The style sheet could say so
with a column in a row, but the engine then takes twice the time over the whole act.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from docgen.layout.pdf.boxes import Box, children_of, is_line
from docgen.values import Struct, field

_ROW, _BLOCK, _FOOT = "rang", "signature", "pied"
_COMPANY = 2
"""Lines of text that a page must have beside a single block."""


def line_up_feet(page: Box) -> None:
    """Move down the feet of the blocks of each row of `page` to the lowest of them."""
    for row in _find(page, _ROW):
        feet = list(_find(row, _FOOT))
        lowest = max((_bottom(foot) for foot in feet), default=0)
        for foot in feet:
            foot.translate(dy=lowest - _bottom(foot))


def lone_signatures(pages: Sequence[Box]) -> tuple[int, ...]:
    """Return the pages, counted from 1, on which a block is cut, or stands alone with less than two lines of text."""
    counts = [_Count() for _ in pages]
    for page, count in zip(pages, counts, strict=True):
        _read(page, count)
    seen: set[Element] = set()
    found = []
    for number, count in enumerate(counts, start=1):
        alone = len(count.blocks) == 1 and count.lines < _COMPANY
        if alone or count.blocks & seen:
            found.append(number)
        seen |= count.blocks
    return tuple(found)


class _Count(Struct):
    lines: int = 0
    blocks: set[Element] = field(default_factory=set)


def _read(box: Box, count: _Count) -> None:
    if box.element is not None and _css_class(box) == _BLOCK:
        count.blocks.add(box.element)
        return
    count.lines += is_line(box)
    for child in children_of(box):
        _read(child, count)


def _find(box: Box, css_class: str) -> Iterator[Box]:
    for child in children_of(box):
        if _css_class(child) == css_class:
            yield child
        else:
            yield from _find(child, css_class)


def _css_class(box: Box) -> str | None:
    return None if box.element is None else box.element.get("class")


def _bottom(box: Box) -> float:
    return box.position_y + box.margin_height()
