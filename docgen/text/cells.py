"""The cells of tables of figures: amounts, counts, gaps, rates; and the chart beside a table."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.french import amount, continued, euros, figures, percent, quantity
from docgen.model.scalars import read_quantity
from docgen.text.words import hole, words
from docgen.tree import Align, BarGroup, Block, Chart, Column, Inlines, Run, Table

SANS_OBJET = "Sans objet"
"""What stands where nothing was planned, so that no rate can be told."""
RIEN = "–"
"""What stands in a cell for nothing."""
_NO_BREAK = "\u00a0"
_MINUS = "\u2212"


def cell(text: str | None, title: str) -> Inlines:
    """Return `text` as it is, or the hole that says that `title` is missing."""
    return (Run(text),) if text is not None else hole(title)


def money(value: Decimal | None, title: str) -> Inlines:
    """Return an amount to the cent, or the hole that says that `title` is missing."""
    return cell(None if value is None else amount(value), title)


def count(value: int | None) -> Inlines:
    """Return a whole number; a dash for None."""
    return (Run(RIEN if value is None else quantity(Decimal(value))),)


def as_quantity(text: str | None) -> str | None:
    """Return a typed value with its thousands apart where it is a number, `1 400`; as typed where it is not."""
    value = read_quantity(text) if text else None
    return text if value is None else figures(value)


def gap(value: Decimal | None, *, cents: bool = False) -> Inlines:
    """Return a gap with its sign, `+ 268`, `− 138,00`; a dash for None."""
    if value is None:
        return (Run(RIEN),)
    figures = (amount if cents else quantity)(abs(value))
    sign = f"+{_NO_BREAK}" if value > 0 else f"{_MINUS}{_NO_BREAK}" if value < 0 else ""
    return (Run(f"{sign}{figures}"),)


def rate(value: Decimal | None) -> Inlines:
    """Return a rate in per cent; « Sans objet » for None."""
    return (Run(percent(value)),) if value is not None else words(SANS_OBJET)


def figures_column(head: str, width: float) -> Column:
    """Return a column of figures."""
    return Column(words(head), width, Align.AMOUNT)


def overspent(spent: str, excess: Decimal, planned: str, reason: str | None) -> str:
    """Return the sentence on a spending above its budget, with its reason where there is one."""
    why = f", pour la raison suivante : {continued(reason.rstrip('.'))}" if reason else ""
    return f"{spent} est supérieure de {euros(excess)} au budget {planned}{why}."


def charted(title: str, groups: tuple[BarGroup, ...], table: Table, number: int) -> Iterator[Block]:
    """Yield a chart (none without bars), then the table, of that number, which has its words."""
    if groups:
        yield Chart(title, groups, f"{title}\u00a0: les valeurs figurent dans le tableau {number}.")
    yield table
