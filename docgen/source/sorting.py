"""Which of the values that a paper reads are printed for certain; the others are only read, and are tried one by one.

A value is printed where its words stand in the paper: then it tells nothing that the paper does not tell.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from typing import Any

from docgen.french import long_date
from docgen.model.temps import read_date
from docgen.source.observed import Reads
from docgen.source.units import Unit, block_of
from docgen.tree import Document, paragraphs_of
from docgen.values import Struct, field_names

_NO_WORDS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"\{\{.*?\}\}|\{#.*?\}|\n")
"""What parts the words of a text from one another on paper: a value that is filled in, a new line."""
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,7})(?:[.,]\d+)?(?:[ \u00a0\u202f]?[%€])?")
_DISTINCT = 8
"""Letters and digits after which a text that stands in a paper does not stand there by chance."""
_SHORTEST = 3
"""Letters and digits from which a text that stands in a paper tells nothing that the paper does not."""


def letters(text: str) -> str:
    """Return the letters and digits of `text`, in small letters: what typography does not touch."""
    return _NO_WORDS.sub("", text).casefold()


def words_of(document: Document) -> str:
    """Return the letters and digits of all that `document` says, a line a block, metadata and alternatives included."""
    return "\n".join(map(letters, (*paragraphs_of(document), *_texts(document))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Struct):
        for name in field_names(type(value)):
            yield from _texts(getattr(value, name))


def read_units(values: Iterable[Unit], reads: Reads) -> Iterator[Unit]:
    """Yield the `values` that were read, and those of blocks that were looked at without reading any value of them."""
    values = tuple(values)
    read = {unit for unit in values if reads.field_of(unit)}
    entered = {block_of(unit)[:end] for unit in read for end in range(1, len(unit) + 1)}
    for unit in values:
        if unit in read or (_begins(unit, reads.blocks) and block_of(unit) not in entered):
            yield unit


def _begins(unit: Unit, read: Set[Unit]) -> bool:
    return any(unit[:end] in read for end in range(2, len(unit) + 1))


def printed(texts: Mapping[Unit, str], words: str, reads: Reads) -> Iterator[Unit]:
    """Yield the units of `texts` that stand in a paper that says `words`.

    A number, or a choice among a few words, may stand there by chance: it counts where it is in a block of keys of
    which a longer text is printed.
    """
    speaking = {_held_by(unit, reads) for unit, text in texts.items() if _says(text, words) >= _DISTINCT}
    for unit, text in texts.items():
        chosen = is_number(text) or reads.field_of(unit) in reads.chosen
        if _held_by(unit, reads) in speaking if chosen else _says(text, words) >= _SHORTEST or _dates(text, words):
            yield unit


def speaking(texts: Mapping[Unit, str], words: str) -> frozenset[str | int]:
    """Return the pieces and files of which a longer text stands in a paper that says `words`."""
    return frozenset(unit[0] for unit, text in texts.items() if _says(text, words) >= _DISTINCT)


def _held_by(unit: Unit, reads: Reads) -> Unit:
    read = reads.field_of(unit)
    return read[:-1] if read else block_of(unit)


def _says(text: str, words: str) -> int:
    """Return how many letters and digits of `text` stand in `words`: all, or none."""
    parts = _letters_of_parts(text)
    return sum(map(len, parts)) if all(part in words for part in parts) else 0


@lru_cache(8192)
def _letters_of_parts(text: str) -> tuple[str, ...]:
    """Return the letters of each part of `text`, found once for all the papers in which it is looked for."""
    return tuple(part for part in map(letters, _PARTS.split(text)) if part)


def _dates(text: str, words: str) -> bool:
    jour = read_date(text.strip()) if text[:1].isdecimal() else None
    return jour is not None and letters(long_date(jour)) in words


def is_number(text: str) -> bool:
    """Return whether `text` is an amount, a rate or a count: not a telephone number, nor a date."""
    return bool(_NUMBER.fullmatch(text.strip()))
