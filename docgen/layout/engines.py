"""The two engines, each made when a paper first asks for it, so that a run in Word never loads the PDF engine."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.progress import Tell, untold
from docgen.tree import Document
from docgen.values import Struct

if TYPE_CHECKING:
    from docgen.layout.laid_out import LaidOut
    from docgen.layout.pdf.draw import PdfEngine
    from docgen.layout.word.draw import WordTemplates
    from docgen.source.source import Provenance

BYTES_DEPEND_ON = (
    "docgen",
    "docxtpl",
    "jinja2",
    "weasyprint",
    "pydyf",
    "fonttools",
)
"""The distributions on whose versions the bytes of a file depend."""


class Format(StrEnum):
    """The formats of a paper; the value is the suffix of its file."""

    DOCX = "docx"
    PDF = "pdf"


class Engines(Struct, frozen=True, dict=True):
    """Draws documents with the templates of `templates`, or of `house` where it has its own Word file for a kind."""

    templates: Path
    house: Path | None = None

    def draw(
        self,
        document: Document,
        format: Format,
        values: Callable[[], Mapping[str, Any]],
        tell: Tell = untold,
        source: bytes = b"",
    ) -> "LaidOut":
        """Return `document` as a file of `format`; `values` gives the fields that a house's own template asks for.

        `tell` is told how far a PDF has come. `source` is the XML of the data that the file carries,
        none where it is empty; what a house's own template draws carries none, since docgen could not draw it again.

        Raises TemplateError for a faulty template, EnvironmentFault where a library is missing.
        """
        if format is Format.DOCX:
            return self._draw_word(document, values, source)
        from docgen.layout.pdf.attachments import source_attachments

        return self._pdf.draw(document, source_attachments(source, document.dated), tell)

    def _draw_word(self, document: Document, values: Callable[[], Mapping[str, Any]], source: bytes) -> "LaidOut":
        from docgen.layout.word.draw import draw_word
        from docgen.layout.word.house import draw_house, house_template
        from docgen.layout.word.source_part import source_parts

        own = house_template(self.house, document.kind)
        return draw_house(own, values()) if own else draw_word(document, self._word, source_parts(source))

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

    @cached_property
    def provenance(self) -> "Provenance":
        """By what the papers are made: versions, and the fingerprints of the templates and of the text models."""
        from docgen.source.source import Provenance

        own = self.versions["docgen"]
        others = ", ".join(f"{name} {version}" for name, version in self.versions.items() if name != "docgen")
        texts = self.templates / "textes"
        drawn = (path for path in self.templates.rglob("*") if texts not in path.parents)
        return Provenance(own, others, _fingerprint(drawn, self.templates), _fingerprint(texts.rglob("*.md"), texts))


def _fingerprint(paths: Iterable[Path], folder: Path) -> str:
    """Return the SHA-256 of the files of `paths`, names and contents, hidden and passing ones left aside."""
    found = sha256()
    for path in sorted(path for path in paths if path.is_file() and path.name[0] not in ".~"):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
