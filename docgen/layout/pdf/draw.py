"""A document tree to PDF."""

from collections.abc import Sequence
from pathlib import Path

from docgen.errors import TemplateError, UsageError
from docgen.layout.laid_out import LaidOut
from docgen.layout.pdf.assets import logo_assets, shipped_assets
from docgen.layout.pdf.attachments import Attachment
from docgen.layout.pdf.complaints import findings_of, without_forbidden
from docgen.layout.pdf.html import HtmlWriter
from docgen.progress import Tell, untold
from docgen.tree import Document


class PdfEngine:
    """Draws documents as PDF with the templates and style sheet of one folder; made once per process."""

    def __init__(self, templates: Path) -> None:
        """Read the fonts, `charte.css` and the HTML templates of `templates`.

        Raises TemplateError where one of them is at fault, EnvironmentFault where a system library is missing.
        """
        # imported here: it takes a second, and only who asks for a PDF should wait
        from docgen.layout.pdf.engine import Engine  # noqa: PLC0415

        try:
            stylesheet = (templates / "charte.css").read_text(encoding="utf-8")
        except OSError as error:
            raise TemplateError(f"charte.css : illisible dans {templates}.") from error
        self._writer = HtmlWriter(templates)
        fonts = sorted((templates / "polices").glob("*.ttf"))
        if not fonts:
            raise TemplateError(f"polices : aucune police dans {templates}.")
        self._engine = Engine(stylesheet, fonts, shipped_assets(templates))

    def draw(self, document: Document, attachments: Sequence[Attachment] = (), tell: Tell = untold) -> LaidOut:
        """Return `document` as a PDF file that is PDF/UA-1 and PDF/A-3a and carries `attachments`.

        `tell` is told how far it has come.

        Its findings are what could not be drawn as asked. Raises TemplateError where a template is at fault, UsageError
        where the blocks of the document stand in one another by the hundred.
        """
        try:
            html, dropped = without_forbidden(self._writer.write(document))
            printed = self._engine.write(html, logo_assets(document), attachments, tell)
        except RecursionError as error:
            name = f"{document.kind}/{document.id}"
            raise UsageError(f"{name} : des blocs y sont emboîtés trop profondément pour être dessinés.") from error
        return LaidOut(printed.content, "pdf", printed.pages, findings_of(document, printed, dropped))
