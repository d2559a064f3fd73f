"""Write docgen/checks/glyph_table.py: the code points that all the shipped fonts have.

python scripts/glyph_table.py
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "templates" / "polices"
TABLE = ROOT / "docgen" / "checks" / "glyph_table.py"
_PER_LINE = 6

_HEAD = '''"""The code points that every shipped font has, as ranges; made by scripts/glyph_table.py, not by hand."""

# fmt: off
RANGES: tuple[tuple[int, int], ...] = (
'''


def code_points(fonts: Iterable[Path]) -> set[int]:
    """Return the code points that every one of `fonts` has a glyph for."""
    return set.intersection(*map(_code_points, fonts))


def _code_points(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


def ranges(points: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of consecutive `points`, first and last included, in order."""
    ordered = sorted(points)
    start = 0
    for index, point in enumerate(ordered):
        if index + 1 == len(ordered) or ordered[index + 1] != point + 1:
            yield ordered[start], point
            start = index + 1


def source(fonts: Iterable[Path]) -> str:
    """Return the text of the table for `fonts`."""
    pairs = [f"(0x{first:04X}, 0x{last:04X})" for first, last in ranges(code_points(fonts))]
    lines = (", ".join(pairs[at : at + _PER_LINE]) for at in range(0, len(pairs), _PER_LINE))
    return _HEAD + "".join(f"    {line},\n" for line in lines) + ")\n"


def main() -> None:
    """Write the table."""
    TABLE.write_text(source(sorted(FONTS.glob("*.ttf"))), encoding="utf-8")


if __name__ == "__main__":
    main()
