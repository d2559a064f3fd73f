"""The little notation of the specimens: raised letters between carets, holes between braces, `____` for a blank."""

import re
from pathlib import Path

from docgen.tree import Blank, Block, BulletList, Hole, Inline, Inlines, ListItem, Mark, Paragraph, Run

_NOTATION = re.compile(r"\^([^^]+)\^|\{([^}]+)\}|(____)")
_FOLDER = Path(__file__).parent


def inlines(line: str) -> Inlines:
    """Return the inlines that `line` stands for."""
    found: list[Inline] = []
    end = 0
    for match in _NOTATION.finditer(line):
        found.append(Run(line[end : match.start()]))
        raised, label, _ = match.groups()
        found.append(Run(raised, frozenset({Mark.SUPERSCRIPT})) if raised else Hole(label) if label else Blank())
        end = match.end()
    found.append(Run(line[end:]))
    return tuple(inline for inline in found if inline != Run(""))


def read_lines(name: str) -> list[str]:
    """Return the lines of the text file `name` that stands beside this module."""
    return (_FOLDER / name).read_text(encoding="utf-8").splitlines()


def prose(lines: list[str]) -> tuple[Block, ...]:
    """Return alinéas and, where lines begin with a dash, lists."""
    blocks: list[Block] = []
    for line in lines:
        if not line.startswith("- "):
            blocks.append(Paragraph(inlines(line)))
            continue
        item = ListItem(inlines(line[2:]))
        if blocks and isinstance(before := blocks[-1], BulletList):
            blocks[-1] = BulletList((*before.items, item))
        else:
            blocks.append(BulletList((item,)))
    return tuple(blocks)


def groups(lines: list[str], sign: str) -> list[tuple[str, list[str]]]:
    """Return the lines under each line that begins with `sign`, headed by the rest of that line.

    Lines before the first head are headed by an empty string.
    """
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in lines:
        if line.startswith(sign):
            found.append((line.removeprefix(sign), []))
        elif line:
            found[-1][1].append(line)
    return found
