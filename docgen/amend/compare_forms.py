"""The blocks of a form and of a signature, compared cell by cell, and in each cell word by word.

A cell is compared with the one that stands at its place: in a grid, that is what a reader of the form sees change.
"""

from itertools import zip_longest
from typing import Any

from docgen.amend.words import compared
from docgen.tree import (
    Band,
    Choices,
    FieldGrid,
    LabelledText,
    Signature,
    SignatureLine,
    Signatures,
    Tick,
)
from docgen.values import replace


def compared_band(old: Band, new: Band) -> Band:
    """Return the title band with the changes of its label and of its value."""
    return replace(new, label=compared(old.label, new.label), value=compared(old.value, new.value))


def compared_grid(old: FieldGrid, new: FieldGrid) -> FieldGrid:
    """Return the head of a form with the changes of each label and value; both have as many lines in each column."""
    columns = (
        tuple(
            replace(line, label=compared(was.label, line.label), value=compared(was.value, line.value))
            for was, line in zip(before, column, strict=True)
        )
        for before, column in zip(old.columns, new.columns, strict=True)
    )
    return replace(new, columns=tuple(columns))


def compared_choices(old: Choices, new: Choices) -> Choices:
    """Return the choices with the changes of each; what one side has more of comes, or goes, at the end."""
    pairs = zip_longest(old.choices, new.choices, fillvalue=())
    return replace(new, choices=tuple(compared(was, choice) for was, choice in pairs))


def compared_ticks(old: tuple[Tick, ...], new: tuple[Tick, ...]) -> tuple[Tick, ...]:
    """Return the boxes of a line; one whose label or state differs is taken out and added."""
    return tuple(one for one in compared(old, new) if isinstance(one, Tick))


def compared_labelled_text(old: LabelledText, new: LabelledText) -> LabelledText:
    """Return the label and its paragraphs, of which both sides have as many."""
    content = tuple(compared(was, text) for was, text in zip(old.content, new.content, strict=True))
    return replace(new, label=compared(old.label, new.label), content=content)


def compared_signatures(old: Signatures, new: Signatures) -> Signatures:
    """Return the blocks, name and quality compared; both sides have the same persons' rooms to sign."""
    rows = (tuple(map(_signature, before, row)) for before, row in zip(old.rows, new.rows, strict=True))
    return replace(new, rows=tuple(rows))


def _signature(old: Signature, new: Signature) -> Signature:
    return replace(
        new,
        quality=compared(old.quality, new.quality),
        name=compared(old.name, new.name),
        signed=compared(old.signed, new.signed),
        above=tuple(map(_line, old.above, new.above)),
    )


def _line(old: SignatureLine, new: SignatureLine) -> SignatureLine:
    return replace(new, content=compared(old.content, new.content))


def without_gaps(node: Any) -> Any:
    """Return `node` without the choices that say nothing: the gaps that settled changes leave."""
    if isinstance(node, Choices) and not all(node.choices):
        return replace(node, choices=tuple(filter(None, node.choices)))
    return node
