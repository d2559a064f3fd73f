"""Charts: bars beside a table that has their words."""

from decimal import Decimal

from docgen.tree.changes import Change
from docgen.values import Struct


class Bar(Struct, frozen=True):
    """One bar: its label as printed beside it (words and value), and its length in the unit of the chart, 0 or more.

    `solid` bars are dark; the others are light and outlined.
    """

    label: str
    value: Decimal
    solid: bool = True


class BarGroup(Struct, frozen=True):
    """What is measured, and its bars, one below the other."""

    label: str
    bars: tuple[Bar, ...]


class Chart(Struct, frozen=True):
    """Bars labelled directly, all on one scale.

    Its words are not part of the text: the table beside it has them, and `alternative` says which one.
    """

    title: str
    groups: tuple[BarGroup, ...]
    alternative: str
    change: Change = Change.KEPT
