"""A last page that holds next to nothing, a box or a sum that slipped over: the paper is then set a little tighter.

A secretary would take a point off here and there to spare the page; the style sheet says where (`.serre`).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from docgen.layout.pdf.boxes import Box, children_of

_COVER = "garde"
"""The kind of page, drafts included, that has one page whatever it says."""

_GAIN = 110.0
"""CSS pixels that the tighter setting gains on a page, at most: some thirty millimetres."""

_LITTLE = 300.0
"""CSS pixels of a page, some eighty millimetres, that may not be worth a sheet of paper."""

_LONGEST = 12
"""Pages of a paper that may be laid out twice: a pack of a hundred papers takes a minute."""


def wastes_a_page(pages: Sequence[tuple[str, Box]]) -> bool:
    """Whether a run of pages ends on one that the others could take, set tighter; `pages` are kinds and boxes."""
    if len(pages) > _LONGEST:
        return False
    runs = [(kind, [box for _, box in run]) for kind, run in groupby(pages, itemgetter(0))]
    return any(len(run) > 1 and not kind.endswith(_COVER) and _ends_in_vain(run) for kind, run in runs)


def _ends_in_vain(run: Sequence[Box]) -> bool:
    """Whether the last page of `run` holds little, and the others could take it: the one before has room left too."""
    before, last = run[-2:]
    held, room = _held(last), before.height - _held(before)
    return held < _LITTLE and held - room < _GAIN * len(run[1:])


def set_tighter(html: str) -> str:
    """Return the page `html` with the class under which the style sheet tightens it."""
    return html.replace("<html ", '<html class="serre" ', 1)


def _held(page: Box) -> float:
    """Return how far down the content of `page` its words and pictures go, in CSS pixels."""
    return max(_bottoms(children_of(page)), default=0.0) - page.content_box_y()


def _bottoms(boxes: Iterable[Box]) -> Iterator[float]:
    for box in boxes:
        inside = list(children_of(box))
        if inside:
            yield from _bottoms(inside)
        else:
            yield box.position_y + box.margin_height()
