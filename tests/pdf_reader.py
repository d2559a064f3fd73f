"""The words of a PDF as a reading machine hears them: through its tag tree, from the glyphs of its marked content.

Nothing of docgen is used: pypdf reads the objects and the content streams, the fonts' own tables (ToUnicode) say what
the glyphs mean. Sources: ISO 32000-1 § 14.7.4 (marked content), § 9.10.3 (ToUnicode).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, TypeAlias

from pypdf import PdfReader
from pypdf.generic import ContentStream

PdfAny: TypeAlias = Any
"""An object of a PDF file, of which only the file itself knows the kind."""

Marks = dict[tuple[int, int], str]
"""The words of each stretch of marked content: by object number of the page, and number in the page."""

LEAVES = {"P", *(f"H{level}" for level in range(1, 7)), "LBody", "TH", "TD", "Caption"}
"""The elements that hold words of their own."""

UNSPOKEN = {"Lbl", "Figure", "Form"}
"""The elements whose words are not part of the text: list markers, pictures, fields."""

_CODE_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


@dataclass
class Element:
    """An element of the tag tree: its role, and in order its elements and its stretches of words."""

    role: str
    kids: "list[Element | str]" = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The words that the element itself holds."""
        return "".join(kid for kid in self.kids if isinstance(kid, str)).strip()

    @property
    def elements(self) -> "list[Element]":
        """The elements that it holds, in order."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def all(self) -> "Iterator[Element]":
        """Yield the element and those under it."""
        yield self
        for element in self.elements:
            yield from element.all()


def paragraphs(pdf: bytes) -> list[str]:
    """Return the words of each leaf block of `pdf` in the order of the tag tree; blocks without words are left out."""
    return [text for text in _texts(tag_tree(pdf)) if text]


def tag_tree(pdf: bytes) -> Element:
    """Return the tag tree of `pdf`."""
    reader = PdfReader(BytesIO(pdf))
    root: PdfAny = reader.trailer["/Root"]
    return _element(root["/StructTreeRoot"]["/K"][0].get_object(), None, _marks(reader))


def unclaimed_marks(pdf: bytes) -> list[str]:
    """Return the words of the marked content of `pdf` that its tag tree does not hold; empty where it holds all."""
    reader = PdfReader(BytesIO(pdf))
    marks = _marks(reader)
    claimed = Counter(kid for element in tag_tree(pdf).all() for kid in element.kids if isinstance(kid, str))
    return list((Counter(marks.values()) - claimed).elements())


def _texts(element: Element) -> Iterator[str]:
    if element.role in UNSPOKEN:
        return
    if element.role in LEAVES:
        yield element.words
    for kid in element.elements:
        yield from _texts(kid)


def _element(source: PdfAny, page: int | None, marks: Marks) -> Element:
    page = source.raw_get("/Pg").idnum if "/Pg" in source else page
    attributes = {key: str(source[key]) for key in ("/Alt",) if key in source}
    attributes |= {key: str(value) for key, value in source.get("/A", {}).items()}
    element = Element(str(source["/S"])[1:], attributes=attributes)
    kids = source.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        element.kids.extend(_kid(kid.get_object(), page, marks))
    return element


def _kid(kid: PdfAny, page: int | None, marks: Marks) -> Iterator[Element | str]:
    if isinstance(kid, int):
        assert page is not None
        yield marks[page, kid]
    elif kid.get("/Type") == "/MCR":
        yield marks[kid.raw_get("/Pg").idnum, int(kid["/MCID"])]
    elif kid.get("/Type") != "/OBJR":
        yield _element(kid, page, marks)


def _marks(reader: PdfReader) -> Marks:
    marks: Marks = {}
    pages: PdfAny = reader.pages
    for page in pages:
        number = page.indirect_reference.idnum
        fonts = {name: _meanings(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
        marks |= {(number, mark): words for mark, words in _page_marks(page, reader, fonts).items()}
    return marks


def _page_marks(page: PdfAny, reader: PdfReader, fonts: dict[str, dict[int, str]]) -> dict[int, str]:
    marks: dict[int, str] = {}
    open_marks: list[int | None] = []
    meanings: dict[int, str] = {}
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        match operator:
            case b"BDC" | b"BMC":
                mark = operands[1].get("/MCID") if operator == b"BDC" else None
                open_marks.append(mark)
                if mark is not None:
                    marks.setdefault(mark, "")
            case b"EMC":
                open_marks.pop()
            case b"Tf":
                meanings = fonts[operands[0]]
            case b"TJ" if open_marks and open_marks[-1] is not None:
                marks[open_marks[-1]] += _words(operands[0], meanings)
    return marks


def _words(pieces: PdfAny, meanings: dict[int, str]) -> str:
    strings = (piece.original_bytes for piece in pieces if hasattr(piece, "original_bytes"))
    return "".join(
        meanings[int.from_bytes(string[at : at + 2], "big")] for string in strings for at in range(0, len(string), 2)
    )


def _meanings(font: PdfAny) -> dict[int, str]:
    """Return what each glyph of `font` means."""
    table = font["/ToUnicode"].get_object().get_data()
    meanings: dict[int, str] = {}
    for kind, section in _SECTION.findall(table):
        assert kind == b"bfchar", "a range of glyphs, which this reader does not know"
        for code, meaning in _CODE_PAIR.findall(section):
            meanings[int(code, 16)] = bytes.fromhex(meaning.decode()).decode("utf-16-be")
    return meanings
