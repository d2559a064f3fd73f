"""What a file says, block by block, whatever its format."""

import re
from collections.abc import Iterable, Iterator

from docgen.values import Struct

FURNITURE = "en-tête ou pied de page"
"""Where the words stand that are repeated around the pages."""
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_ROOM = "\u2002"
"""The en space: room to write in, nobody's word."""


class Passage(Struct, frozen=True):
    """One block of a file: its words, parted by plain spaces, and the title under which it stands (empty for none).

    A picture is said by its alternative, between brackets.
    """

    where: str
    text: str


class Spoken(Struct, frozen=True):
    """A block as it is read: its words, and whether it is a title."""

    text: str
    titles: bool = False


def plain(text: str) -> str:
    """Return `text` with plain spaces only, one at a time."""
    return _SPACES.sub(" ", text.replace(_ROOM, "")).strip()


def passages(blocks: Iterable[Spoken]) -> Iterator[Passage]:
    """Yield the passages of `blocks`, those without words left out."""
    where = ""
    for block in blocks:
        text = plain(block.text)
        if block.titles and text:
            where = text
        if text:
            yield Passage(where, text)
