"""The contents of a pack: what it holds, and where each paper begins."""

from docgen.tree.changes import Change
from docgen.tree.inlines import Inlines
from docgen.values import Struct


class Entry(Struct, frozen=True):
    """One line of the contents: its words, and the anchor of the section that it leads to."""

    label: Inlines
    target: str


class Contents(Struct, frozen=True):
    """The contents, in their order. The page of each entry is no part of the text: it is known once pages are laid."""

    entries: tuple[Entry, ...]
    change: Change = Change.KEPT
