"""A document's tree → its Word file: strings all the way, no XML is parsed."""

from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

from docgen.layout.laid_out import LaidOut
from docgen.layout.word.templates import WordTemplates
from docgen.layout.word.writer.body import body
from docgen.layout.word.writer.pen import Pen
from docgen.tree import Document

__all__ = ["WordTemplates", "draw_word"]

_NOTHING: Mapping[str, bytes] = MappingProxyType({})


def draw_word(document: Document, templates: WordTemplates, parts: Mapping[str, bytes] = _NOTHING) -> LaidOut:
    """Return `document` as a Word file, drawn with the template of its family.

    `parts` are put in as they are (embedded data, properties). The findings are the logos that could not be read.
    Raises TemplateError where the template or the look is at fault, or has no page of a kind that the tree asks for.
    """
    template = templates.of(document.family)
    pen = Pen(templates.charte, templates.fonts, document.revision)
    drawn = body(pen, document, template.pages, template.name)
    values = {
        "corps": Markup(drawn),
        "titre": document.title,
        "titre_court": document.short_title,
        "auteur": document.author,
        "langue": document.language,
        "moment": f"{document.dated.isoformat()}T00:00:00Z" if document.dated else "",
        "projet": document.draft,
    }
    content = template.compiled.render(values, pen.media, parts, strict=True)
    findings = tuple(dict.fromkeys(pen.findings))
    return LaidOut(content, "docx", None, findings)
