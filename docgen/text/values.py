"""Named values of a text, and their substitution."""

import re
from collections.abc import Iterator, Mapping

from docgen.text.words import sentence
from docgen.tree import Block, Hole, Inline, Inlines, Mark, Run
from docgen.values import Struct, field

_VALUE = re.compile(r"\{\{\s*([\w.-]+)(?::([^{}|]*)\|([^{}|]*))?\s*\}\}")


class Values(Struct, frozen=True):
    """The named values of a text.

    `words` gives each value by its name, None where it is missing; `titles` what to call a missing one.
    `blocks` gives what a name alone on a line stands for; `counts` the size of each group, for agreement.
    """

    words: Mapping[str, str | None] = field(default_factory=dict)
    blocks: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    def inline(self, name: str, singular: str | None, plural: str | None) -> str | Inline:
        """Return the words of one named value, or the hole that stands for it."""
        if singular is not None and plural is not None:
            count = self.counts.get(name)
            return Hole(f"nombre de {name}") if count is None else singular if count == 1 else plural
        value = self.words.get(name)
        return value if value is not None else Hole(self.titles.get(name, f"valeur « {name} »"))


def unknown_values(text: str, values: Values) -> tuple[str, ...]:
    """Return the names that `text` uses and `values` does not have, in their order."""
    known = values.words.keys() | values.blocks.keys() | values.counts.keys()
    return tuple(dict.fromkeys(found[1] for found in _VALUE.finditer(text) if found[1] not in known))


def block_name(text: str) -> str | None:
    """Return the name that stands alone in `text`; None where there is more or something else."""
    found = _VALUE.fullmatch(text.strip())
    return found[1] if found and found[2] is None else None


def substitute(text: str, values: Values, marks: frozenset[Mark] = frozenset(), *, typed: bool = False) -> Inlines:
    """Return `text` as runs with its values in place.

    `typed` leaves the text as it was typed (quoted law); otherwise French typography is set after substitution.
    """
    parts = tuple(_parts(text, values))
    if typed:
        return tuple(Run(part, marks) if isinstance(part, str) else part for part in parts if part)
    return _marked(sentence(*parts), marks)


def _parts(text: str, values: Values) -> Iterator[str | Inline]:
    start = 0
    for found in _VALUE.finditer(text):
        yield text[start : found.start()]
        yield values.inline(found[1], found[2], found[3])
        start = found.end()
    yield text[start:]


def _marked(content: Inlines, marks: frozenset[Mark]) -> Inlines:
    if not marks:
        return content
    return tuple(Run(inline.text, inline.marks | marks) if isinstance(inline, Run) else inline for inline in content)
