"""What is wrong with a Word template, as values, and the exception that stops for them."""

from collections.abc import Iterable

from docgen.errors import TemplateError
from docgen.values import Struct


class LintFault(Struct, frozen=True):
    """One fault of a template.

    `part` is the part of the file ("word/header1.xml"), empty for the file itself; `paragraph` counts the paragraphs of
    that part from 1, those of tables and text boxes included, and is 0 where the fault is not in one paragraph.
    `message` says what was read, `remedy` what to do: a French sentence each.
    """

    part: str
    paragraph: int
    message: str
    remedy: str = ""

    @property
    def place(self) -> str:
        """The place in words: `word/document.xml, paragraphe 3`; empty for the file itself."""
        return f"{self.part}, paragraphe {self.paragraph}" if self.paragraph else self.part

    def __str__(self) -> str:
        sentences = " ".join(filter(None, (self.message, self.remedy)))
        return f"{self.place} : {sentences}" if self.place else sentences


class FaultyTemplateError(TemplateError):
    """A template file cannot serve: its message says each of its `faults` on a line of its own."""

    def __init__(self, name: str, faults: Iterable[LintFault]) -> None:
        self.name, self.faults = name, tuple(faults)
        super().__init__(self.name, self.faults)  # what a process needs to hand the error over to another

    def __str__(self) -> str:
        return "\n".join(f"{self.name} : {fault}" for fault in self.faults)
