"""The contents of a pack: what it holds, and where each paper begins."""

from dataclasses import dataclass

from docgen.tree.changes import Change
from docgen.tree.inlines import Inlines


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: its words, and the anchor of the section that it leads to."""

    label: Inlines
    target: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents, in their order. The page of each entry is no part of the text: it is known once pages are laid."""

    entries: tuple[Entry, ...]
    change: Change = Change.KEPT
