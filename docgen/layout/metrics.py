"""How wide words are, and on how many lines they stand, in Arial: enough to set blocks level, not to lay out a page."""

from functools import lru_cache
from unicodedata import normalize

_WIDTHS = {
    222: "ijl'|’‘",
    278: "I ft.,;:/\\!()[]-\u00a0",
    333: "r\u202f°`",
    355: '"«»',
    500: "ckJsvxyz",
    556: "abdeghnopquL0123456789$€?_–+=",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUwœ",
    778: "GOQ",
    833: "Mm",
    944: "W%",
    1000: "Œ—…@",
}
"""The characters by advance width, in thousandths of the size; accents add nothing."""
_ADVANCE = {char: width for width, chars in _WIDTHS.items() for char in chars}
_COMMON = 556
_BOLD = 1.07
"""How much wider than the roman the bold is, on average."""


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide `text` is at `size`, in the unit of `size`."""
    return _thousandths(text) / 1000 * size * (_BOLD if bold else 1)


@lru_cache(maxsize=1024)
def _thousandths(text: str) -> int:
    """Return how wide a text is, in thousandths of its size; names, labels and words come back from paper to paper."""
    bare = (char for char in normalize("NFD", text) if not "\u0300" <= char <= "\u036f")
    return sum(_ADVANCE.get(char, _COMMON) for char in bare)


def lines_of(text: str, size: float, measure: float, *, bold: bool = False) -> int:
    """Return on how many lines `text` stands within `measure`, broken at plain spaces; 1 at least."""
    lines, filled = 1, 0.0
    space = width_of(" ", size, bold=bold)
    for word in text.split(" "):
        width = width_of(word, size, bold=bold)
        if filled and filled + space + width > measure:
            lines, filled = lines + 1, width
        else:
            filled += (space if filled else 0.0) + width
    return lines
