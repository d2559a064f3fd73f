"""What the layout stage gives: the bytes of one file, and what the engine had to say of it."""

from typing import Literal

from docgen.findings import Finding
from docgen.values import Struct


class LaidOut(Struct, frozen=True):
    """One file, drawn.

    `pages` is how many pages it has, None where only the program that opens it can tell (Word).
    `findings` are what could not be drawn as asked, empty when all could.
    """

    content: bytes
    suffix: Literal["docx", "pdf"]
    pages: int | None = None
    findings: tuple[Finding, ...] = ()
