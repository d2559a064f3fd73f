"""The four Word templates of a house, one per page family, with the one look that they share."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from lxml import etree

from docgen.errors import TemplateError
from docgen.layout.word.charte import Charte, read_charte
from docgen.layout.word.compiled import CompiledTemplate
from docgen.layout.word.package import Package, read_package
from docgen.layout.word.paragraphs import words_of
from docgen.layout.word.relations import related
from docgen.layout.word.source import W
from docgen.layout.word.writer.sections import Page
from docgen.tree import Family, PageKind
from docgen.values import Struct

_CHARTE = "charte.docx"
_FONTS = "polices"
_PLACEHOLDER = "{{p corps }}"
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_BODY = (
    f'<w:document {_DECLARED} mc:Ignorable="w14"><w:body>'
    f"<w:p><w:r><w:t>{_PLACEHOLDER}</w:t></w:r></w:p></w:body></w:document>"
).encode()
_TERMS = "{http://purl.org/dc/terms/}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_DECLARATION = re.compile(r' xmlns:\w+="[^"]*"')


class WordTemplate(Struct, frozen=True):
    """One template, ready to be filled, and its pages by kind."""

    name: str
    compiled: CompiledTemplate
    pages: Mapping[PageKind, Page]


class WordTemplates:
    """The templates of a house: each is read and compiled when it is first asked for, then kept.

    `folders` are searched in order: the house's own first, docgen's last.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._compiled: dict[Family, WordTemplate] = {}

    @cached_property
    def charte(self) -> Charte:
        """The look that all four share. Raises TemplateError where charte.docx is not there, or at fault."""
        return read_charte(self._content(_CHARTE), _CHARTE)

    @cached_property
    def fonts(self) -> Path | None:
        """The folder of the fonts that pictures may use, None where the house has none."""
        return next((folder / _FONTS for folder in self._folders if (folder / _FONTS).is_dir()), None)

    def of(self, family: Family) -> WordTemplate:
        """Return the template of a `family`. Raises TemplateError where its file is not there, or at fault."""
        if family not in self._compiled:
            name = f"{family}.docx"
            self._compiled[family] = _compiled(self._content(name), name, self.charte)
        return self._compiled[family]

    def _content(self, name: str) -> bytes:
        path = next((folder / name for folder in self._folders if (folder / name).exists()), None)
        if path is None:
            raise TemplateError(f"{name} : ce gabarit manque au dossier des gabarits.")
        if path.is_dir():
            raise TemplateError(f"{name} : ce gabarit est un dossier. Mettez à sa place le fichier Word.")
        return path.read_bytes()


def _compiled(content: bytes, name: str, charte: Charte) -> WordTemplate:
    package = read_package(content, name)
    root = etree.fromstring(package.parts[package.main])
    # What a designer sees on the pages of the template shows its furniture; a document has the tree's blocks alone.
    if _PLACEHOLDER not in (words_of(paragraph).strip() for paragraph in root.iter(f"{W}p")):
        raise TemplateError(f"{name} : aucun paragraphe ne porte {_PLACEHOLDER}, qui dit où va le corps du papier.")
    shared = {**charte.parts, **_dated_properties(package), package.main: _BODY}
    return WordTemplate(name, CompiledTemplate.compile(content, name, shared, finished=True), _pages(root, package))


def _dated_properties(package: Package) -> dict[str, bytes]:
    """Return the properties of the file with the day of the paper as its dates; empty where the file has none.

    A tag there would make the template a file that Word calls damaged: the tags come in here.
    """
    changed = {}
    for part in related(package.parts, "", "core-properties"):
        root = etree.fromstring(package.parts[part])
        for own in root.findall(f"{_TERMS}created") + root.findall(f"{_TERMS}modified"):
            root.remove(own)
        root.text = "{% if moment %}"
        for place, name in enumerate(("created", "modified")):
            dated = etree.Element(f"{_TERMS}{name}", {_TYPE: "dcterms:W3CDTF"}, {"dcterms": _TERMS[1:-1]})
            dated.text, dated.tail = "{{ moment }}", "{% endif %}" if place else ""
            root.insert(place, dated)
        changed[part] = etree.tostring(root)
    return changed


def _pages(root: etree._Element, package: Package) -> dict[PageKind, Page]:
    """Return the pages of a template: each section is named by its first paragraph."""
    pages: dict[PageKind, Page] = {}
    named = ""
    for element in root.iterfind(f"{W}body/*"):
        named = named or words_of(element).strip()
        section = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            pages[_kind(named, package.name)] = _page(section)
            named = ""
    return pages


def _kind(word: str, template: str) -> PageKind:
    try:
        return PageKind(word.casefold())
    except ValueError as error:
        known = ", ".join(PageKind)
        message = f"{template} : une section commence par « {word} » ; le nom d’une page est attendu ({known})."
        raise TemplateError(message) from error


def _page(section: etree._Element) -> Page:
    xml = etree.tostring(section, encoding="unicode", with_tail=False)
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width, left, right = (
        int(element.get(f"{W}{name}", "0")) if element is not None else 0
        for element, name in ((size, "w"), (margins, "left"), (margins, "right"))
    )
    return Page(_DECLARATION.sub("", xml), width - left - right)
