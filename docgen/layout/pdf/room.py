"""How much room a block will take, guessed from its words: what is short is kept on one page, what is long may flow."""

from collections.abc import Iterable
from math import ceil

from docgen.tree import Box, Inlines, Signature, Signatures, leaves, text_of

_BOX_LINE, _BLOCK_LINE = 95, 42
"""Signs that a line holds, in a box and in a signature block."""

_SHORT_BOX = 8
"""Lines that a box may have and still not break over two pages."""

_PAGE = 200.0
"""Millimetres of a page that signature blocks may fill, beside the words that must stand with them."""

_FIELD, _LINE = 37.0, 4.6
"""Millimetres of a signature block: its field with the white around it, and each of its lines."""


def is_short(box: Box) -> bool:
    """Whether `box` has so few lines that it should not break."""
    return _lines(leaves(box.body), _BOX_LINE) <= _SHORT_BOX


def fits_a_page(signatures: Signatures) -> bool:
    """Whether all the blocks of `signatures` fit on one page with the words before them."""
    heights = (max((_height(block) for block in row), default=0.0) for row in signatures.rows)
    return sum(heights) <= _PAGE


def _height(block: Signature) -> float:
    said = (*(line.content for line in block.above), block.quality, block.name)
    return _FIELD + _LINE * _lines(said, _BLOCK_LINE)


def _lines(contents: Iterable[Inlines], signs: int) -> int:
    return sum(ceil(len(text_of(content)) / signs) for content in contents)
