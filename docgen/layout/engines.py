"""The two engines, each made when a paper first asks for it, so that a run in Word never loads the PDF engine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.tree import Document

if TYPE_CHECKING:
    from docgen.layout.laid_out import LaidOut
    from docgen.layout.pdf.draw import PdfEngine
    from docgen.layout.word.draw import WordTemplates

BYTES_DEPEND_ON = (
    "docgen",
    "docxtpl",
    "jinja2",
    "weasyprint",
    "pydyf",
    "fonttools",
    "pydantic",
    "markdown-it-py",
)
"""The distributions on whose versions the bytes of a file depend."""


class Format(StrEnum):
    """The formats of a paper; the value is the suffix of its file."""

    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True)
class Engines:
    """Draws documents with the templates of `templates`, or of `house` where it has its own Word file for a kind."""

    templates: Path
    house: Path | None = None

    def draw(
        self,
        document: Document,
        format: Format,
        values: Callable[[], Mapping[str, Any]],
        laid: Callable[[], None] = lambda: None,
    ) -> "LaidOut":
        """Return `document` as a file of `format`; `values` gives the fields that a house's own template asks for.

        `laid` is called for each page of a PDF that is laid out.

        Raises TemplateError for a faulty template, EnvironmentFault where a library is missing.
        """
        return self._pdf.draw(document, laid=laid) if format is Format.PDF else self._draw_word(document, values)

    def _draw_word(self, document: Document, values: Callable[[], Mapping[str, Any]]) -> "LaidOut":
        from docgen.layout.word.draw import draw_word
        from docgen.layout.word.house import draw_house, house_template

        own = house_template(self.house, document.kind)
        return draw_house(own, values()) if own else draw_word(document, self._word)

    @cached_property
    def _word(self) -> "WordTemplates":
        from docgen.layout.word.draw import WordTemplates

        return WordTemplates(self.templates)

    @cached_property
    def _pdf(self) -> "PdfEngine":
        from docgen.layout.pdf.draw import PdfEngine

        return PdfEngine(self.templates)

    @cached_property
    def versions(self) -> Mapping[str, str]:
        """The versions of the distributions on which the bytes of a file depend; a missing one is said."""
        return {name: _version(name) for name in BYTES_DEPEND_ON}


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
