"""The numbers that Word counts for the items of its lists (ECMA-376, part 1, § 17.9)."""

import re
from collections.abc import Callable

from lxml import etree

from docgen.french import roman
from docgen.values import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _letters(number: int) -> str:
    return _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: roman(number).lower(),
    "upperRoman": roman,
}
"""How a number is written, by the name of its format; a list of another format has no number."""


class _Level(Struct, frozen=True):
    format: str
    pattern: str
    start: int


class Numbers:
    """Counts the items of a file, in its order."""

    def __init__(self, part: bytes) -> None:
        """Read the numbering part of a file; an empty one counts nothing."""
        root = etree.fromstring(part) if part else etree.Element(f"{W}numbering")
        self._levels = {one.get(f"{W}abstractNumId", ""): _levels(one) for one in root.iterfind(f"{W}abstractNum")}
        self._lists = {one.get(f"{W}numId", ""): value(one, "abstractNumId") for one in root.iterfind(f"{W}num")}
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, number_id: str, depth: int) -> str:
        """Return the number of the next item of a list, at a depth from 0; empty for a dash, or an unknown list."""
        name = self._lists.get(number_id, "")
        levels = self._levels.get(name, {})
        level = levels.get(depth)
        if level is None or level.format not in _FORMATS:
            return ""
        counts = self._counts.setdefault(name, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]

        def written(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            shown = levels.get(place, level)
            return _FORMATS.get(shown.format, str)(counts.get(place, shown.start))

        return _PLACE.sub(written, level.pattern)


def value(element: etree._Element, *path: str) -> str:
    """Return the value of the element at `path`; empty where it is not there or has none."""
    found = element.find("/".join(f"{W}{step}" for step in path))
    return found.get(f"{W}val", "") if found is not None else ""


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    return {
        int(one.get(f"{W}ilvl", "0")): _Level(
            value(one, "numFmt"), value(one, "lvlText"), int(value(one, "start") or 1)
        )
        for one in abstract.iterfind(f"{W}lvl")
        if one.get(f"{W}ilvl", "0").isdecimal() and (value(one, "start") or "1").isdecimal()
    }
