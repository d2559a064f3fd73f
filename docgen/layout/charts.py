"""A chart of the tree as vector drawings, the same for every format: bars labelled directly, no key.

All lengths are in millimetres; the colours are those of the charte, and one light tint that charts alone use.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from xml.sax.saxutils import escape

from docgen.layout.metrics import width_of
from docgen.tree import Bar, BarGroup, Chart, Logo

WIDTH = 156.0
"""How wide a chart is drawn: the measure of a page of text."""

_INK, _ACCENT, _LIGHT, _HAIRLINE = "#1c1c1c", "#1b365d", "#d3dae5", "#b4bcc8"
_FONTS = "Liberation Sans, Arial, sans-serif"
_HEIGHT = 190.0
"""The most that one drawing stands high: a longer chart goes on in another."""
_NAME, _VALUE = 3.175, 2.82
"""Sizes of letters: nine and eight points."""
_LEAD, _PITCH, _THICK, _AIR = 4.2, 3.7, 2.6, 2.4
"""From line to line of a name, from bar to bar, how thick a bar is, the air above and below a group."""
_LEFT, _BESIDE, _LONGEST = 1.0, 1.5, 0.72
"""Where bars begin, how far from its bar a label stands, the share of the width that the longest bar may take."""


@lru_cache(maxsize=32)
def pictures_of(chart: Chart) -> tuple[Logo, ...]:
    """Return the drawings of `chart`, one below the other, each with its spoken alternative; empty without a group."""
    drawn = [(group, _lines(group.label)) for group in chart.groups]
    scale = _scale([bar for group in chart.groups for bar in group.bars])
    return tuple(_picture(chart, piece, scale) for piece in _pieces(drawn))


_Named = tuple[BarGroup, list[str]]


def _pieces(groups: Sequence[_Named]) -> Iterator[list[_Named]]:
    piece: list[_Named] = []
    for group in groups:
        if piece and sum(map(_height, (*piece, group))) > _HEIGHT:
            yield piece
            piece = []
        piece.append(group)
    if piece:
        yield piece


def _height(named: _Named) -> float:
    group, lines = named
    return 2 * _AIR + len(lines) * _LEAD + len(group.bars) * _PITCH


def _lines(text: str) -> list[str]:
    """Break a name at its plain spaces, so that it stands within the chart."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, _NAME, bold=True) <= WIDTH - 2 * _LEFT:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _scale(bars: Sequence[Bar]) -> float:
    """Return the millimetres of one unit: as many as leave each bar the room for its label; 0 where all are 0."""
    rooms = [(WIDTH - _LEFT - _BESIDE - width_of(bar.label, _VALUE, bold=bar.solid), bar.value) for bar in bars]
    scales = [min(room, WIDTH * _LONGEST) / float(value) for room, value in rooms if value > 0]
    return max(0.0, min(scales, default=0.0))


def _picture(chart: Chart, groups: Sequence[_Named], scale: float) -> Logo:
    height = sum(map(_height, groups))
    top = 0.0
    parts: list[str] = []
    for named in groups:
        parts += _group(named, top, scale)
        top += _height(named)
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}mm" height="{height:.2f}mm" '
        f'viewBox="0 0 {WIDTH:g} {height:.2f}" font-family="{_FONTS}"><title>{escape(chart.alternative)}</title>'
        f"{''.join(parts)}</svg>"
    )
    return Logo(drawing.encode(), "image/svg+xml", chart.alternative, WIDTH)


def _group(named: _Named, top: float, scale: float) -> Iterator[str]:
    group, lines = named
    y = top + _AIR
    for line in lines:
        yield _text(_LEFT, y + _NAME * 0.9, _NAME, line, bold=True)
        y += _LEAD
    foot = y + len(group.bars) * _PITCH
    for rank, bar in enumerate(group.bars):
        yield from _bar(bar, y + rank * _PITCH, float(max(bar.value, Decimal(0))) * scale)
    yield _rule(f"M{_LEFT:g} {y - 0.5:.2f}V{foot:.2f}", _ACCENT, 0.3)
    yield _rule(f"M0 {top + _height(named):.2f}H{WIDTH:g}", _HAIRLINE, 0.18)


def _bar(bar: Bar, y: float, length: float) -> Iterator[str]:
    if length > 0:
        look = f'fill="{_ACCENT}"' if bar.solid else f'fill="{_LIGHT}" stroke="{_ACCENT}" stroke-width="0.25"'
        yield f'<rect x="{_LEFT:g}" y="{y:.2f}" width="{length:.2f}" height="{_THICK:g}" {look}/>'
    yield _text(_LEFT + length + _BESIDE, y + _THICK * 0.87, _VALUE, bar.label, bold=bar.solid)


def _rule(path: str, colour: str, width: float) -> str:
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"/>'


def _text(x: float, y: float, size: float, text: str, *, bold: bool) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:g}"{weight} fill="{_INK}">{escape(text)}</text>'
