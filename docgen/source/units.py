"""What can be kept or left out of a dossier: the plain values of its pieces, the passages of the texts they cite."""

import re
from collections.abc import Iterator, Mapping

from docgen.dossier import Entree
from docgen.logos import media_type
from docgen.read import nodes

Unit = tuple[str | int, ...]
"""A plain value: the rank of its piece in the dossier, then its path in the file. A passage: a file's name, its rank.

An image, or a text that does not read as UTF-8, is one unit: its name alone.
"""

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def values_of(entree: Entree, rank: int) -> Mapping[Unit, str]:
    """Return each plain value of the piece at `rank`, in the order of its file, the kind of the piece left aside."""
    if entree.mapping is None:
        return {}
    return {unit: text for unit, text in _values(entree.mapping, (rank,)) if unit != (rank, "document")}


def _values(node: nodes.Node, path: Unit) -> Iterator[tuple[Unit, str]]:
    match node:
        case nodes.Scalar():
            yield path, node.text
        case nodes.Sequence():
            for place, item in enumerate(node.items):
                yield from _values(item, (*path, place))
        case nodes.Mapping():
            for entry in node.entries:
                yield from _values(entry.value, (*path, entry.key))


def passages_of(name: str, content: bytes) -> Mapping[Unit, str]:
    """Return the passages of a cited file, parted by empty lines; one empty text for what is no text."""
    text = None if media_type(name) else decoded(content)
    if text is None:
        return {(name,): ""}
    parts = _BLANK_LINES.split(text.strip("\n"))
    return {(name, rank): part for rank, part in enumerate(parts)}


def decoded(content: bytes) -> str | None:
    """Return the text of `content`, its lines ended as everywhere; None where it is not UTF-8."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None


def block_of(unit: Unit) -> Unit:
    """Return the block of keys that holds a value."""
    end = len(unit) - 1
    while end > 1 and isinstance(unit[end], int):
        end -= 1
    return unit[:end]


def line_end(unit: Unit) -> int:
    """Return where the line of the outermost list that holds `unit` ends in it; its own end where no list does."""
    return next((place + 1 for place, step in enumerate(unit) if place and isinstance(step, int)), len(unit))
