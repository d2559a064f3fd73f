"""The body of a document: its sections, one after the other."""

from docgen.layout.word.writer.blocks import flow, open_setting
from docgen.layout.word.writer.changes import all_tracked
from docgen.layout.word.writer.pen import Pen
from docgen.layout.word.writer.sections import Pages, closed, page_of
from docgen.tree import Document


def body(pen: Pen, document: Document, pages: Pages, template: str) -> str:
    """Return the content of `w:body`. Raises TemplateError where the `template` has no page of a kind asked for."""
    last = len(document.sections) - 1
    drawn = []
    for place, section in enumerate(document.sections):
        page = page_of(pages, section.page, template)
        pieces = all_tracked(pen, flow(pen, section.blocks, open_setting(page.measure, section.page)), section.change)
        drawn.append(closed(pen, pieces, page, last=place == last))
    return "".join(drawn)
