"""A part's XML → the Jinja source that docxtpl makes of it, each paragraph numbered.

The only module that imports docxtpl.
"""

import io
import re

from lxml import etree

from docgen.values import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARK = "\ufdd0\n"
"""Starts each paragraph of the source: the new line is for Jinja to count, the non-character tells it from a text's."""
_PARAGRAPH = re.compile(r"<w:p(?=[ />])")
_BODY = f"{W}body"


class Source(Struct, frozen=True):
    """The Jinja source of a `part` of a `file`, between a head and a tail that never change."""

    file: str
    part: str
    head: str
    text: str
    tail: str


def source_of(file: str, part: str, root: etree._Element) -> Source:
    """Return the source of the part whose XML is `root`: of its body alone, where it has one, as docxtpl does."""
    body = root.find(_BODY)
    head, text, tail = _around_body(root, body) if body is not None else ("", _serialised(root), "")
    declaration = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    return Source(file, part, declaration + head, _patched(_PARAGRAPH.sub(_MARK + "<w:p", text)), tail)


def paragraph_at(source: Source, line: int) -> int:
    """Return the number of the paragraph that stands on the `line` of a source; 0 before the first one."""
    return "\n".join(source.text.split("\n")[: line - 1]).count(_MARK[0])


def unnumbered(text: str) -> str:
    """Return a piece of a source without the marks of its paragraphs."""
    return text.replace(_MARK, "").replace(_MARK[0], "")


def _around_body(root: etree._Element, body: etree._Element) -> tuple[str, str, str]:
    text = _serialised(body)
    if body.nsmap == root.nsmap:
        text = re.sub(r"^<w:body[^>]*>", "<w:body>", text)
    hollow = etree.SubElement(root, _BODY)
    root.replace(body, hollow)
    head, _, tail = _serialised(root).partition("<w:body/>")
    root.replace(hollow, body)
    return head, text, tail


def _serialised(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _patched(xml: str) -> str:
    # Imported here: docxtpl brings python-docx, a third of a second that drawing a document need not wait for.
    from docxtpl import DocxTemplate  # noqa: PLC0415

    return str(DocxTemplate(io.BytesIO()).patch_xml(xml))
