"""The steps between the engine's objects and a file that is PDF/UA-1 and PDF/A-3a, in order."""

from collections.abc import Callable, Sequence

from docgen.layout.pdf.finish_attachments import list_attachments_once
from docgen.layout.pdf.finish_fields import make_signature_fields
from docgen.layout.pdf.finish_labels import label_pages
from docgen.layout.pdf.finish_metadata import identify
from docgen.layout.pdf.finish_tags import tag
from docgen.layout.pdf.objects import PDF
from docgen.layout.pdf.structure import Page

STEPS: tuple[Callable[[PDF, Sequence[Page]], None], ...] = (
    tag,
    make_signature_fields,
    list_attachments_once,
    label_pages,
    identify,
)
"""Each step mends the objects of the file, and may read the painted pages."""


def finish(pdf: PDF, pages: Sequence[Page]) -> None:
    """Mend the objects of `pdf`, which draws `pages`, before they are written."""
    for step in STEPS:
        step(pdf, pages)
