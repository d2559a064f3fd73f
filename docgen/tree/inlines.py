"""Inlines: what stands one after the other inside a block."""

from enum import StrEnum

from docgen.tree.changes import Change
from docgen.values import Struct


class Mark(StrEnum):
    """How a run differs from the text around it; the value is the name of the Word style, where there is one."""

    STRONG = "Fort"
    EMPHASIS = "Italique"
    SUPERSCRIPT = "Exposant"
    LABEL = "Étiquette"
    GUIDANCE = "Aide"


class Run(Struct, frozen=True):
    """Words that look alike."""

    text: str
    marks: frozenset[Mark] = frozenset()
    change: Change = Change.KEPT


class Hole(Struct, frozen=True):
    """A value that is missing or could not be read; printed `[à compléter : label]`."""

    label: str
    change: Change = Change.KEPT

    @property
    def text(self) -> str:
        """The words printed in place of the value."""
        return f"[à compléter\u00a0: {self.label}]"


class Break(Struct, frozen=True):
    """A line break inside a block."""

    change: Change = Change.KEPT

    @property
    def text(self) -> str:
        """A space: the words on both sides stay apart."""
        return " "


class Blank(Struct, frozen=True):
    """A ruled space that is left to be written in by hand; `width` in millimetres."""

    width: float = 42.0
    change: Change = Change.KEPT

    @property
    def text(self) -> str:
        """Nothing: no word is printed there."""
        return ""


class PageCount(Struct, frozen=True):
    """How many pages the file has: counted as the PDF is laid out, and by the program that opens the Word file."""

    change: Change = Change.KEPT

    @property
    def text(self) -> str:
        """Nothing: the number is that of a file, not a word of the text."""
        return ""


class Tick(Struct, frozen=True):
    """A drawn tick box followed by its label; `name` makes it fillable on a blank form.

    Its spoken alternative is "case cochée" or "case non cochée"; `text` is the label alone.
    """

    label: str
    ticked: bool = False
    name: str = ""
    change: Change = Change.KEPT

    @property
    def text(self) -> str:
        """The words printed beside the box."""
        return self.label


class FormField(Struct, frozen=True):
    """An empty, named field of a blank form: a content control in Word, room to write in PDF.

    `title` is its spoken name; `guidance` the grey words shown until it is filled, empty for none.
    """

    name: str
    title: str
    guidance: str = ""
    multiline: bool = False
    change: Change = Change.KEPT

    @property
    def text(self) -> str:
        """The words printed in the empty field."""
        return self.guidance


Inline = Run | Hole | Break | Blank | PageCount | Tick | FormField
Inlines = tuple[Inline, ...]
