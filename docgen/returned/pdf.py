"""A PDF that comes back: its words, through its tag tree, and the source that it carries.

The glyphs of each stretch of marked content say its words by the fonts' own tables. What no tag holds (head and foot of
the pages) is read too. Sources: ISO 32000-1 §§ 14.7.4 (marked content), 9.10.3 (ToUnicode), 7.5.6 (updates).
"""

import logging
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream

from docgen.errors import UsageError
from docgen.returned.passages import FURNITURE, Passage, Spoken, passages, plain
from docgen.values import Struct

_END = re.compile(rb"%%EOF(?:\r\n|\r|\n)?")
_BLOCKS = {"P", *(f"H{level}" for level in range(1, 7)), "LBody", "TH", "TD", "Caption", "TOCI"}
"""The elements that hold words of their own; the others lend theirs to the block around them."""
_UNSPOKEN = {"Lbl", "Form"}
_PAIRS = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_DAMAGED = (
    PyPdfError,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,  # a filter that no reader knows, objects that lead back to themselves
    ArithmeticError,
    OSError,
)
_TAIL = 1024
"""Bytes in which the end of a PDF has to stand."""
_UNTAGGED = -1
_INVISIBLE = 3
_FIELDS_DEEP = 16
"""Fields above a field that are looked at: a file that was tampered with may lead back to itself."""

Marks = Mapping[tuple[int, int], str]
"""The words of each stretch of marked content: by number of the page's object, and number in the page."""


@contextmanager
def quiet() -> Iterator[None]:
    """Leave unsaid, inside the block, what the reader tells in English: it comes back as one of our sentences."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


class PdfFile(Struct, frozen=True, dict=True):
    """A PDF file, opened; `content` is its bytes."""

    content: bytes

    @cached_property
    def reader(self) -> PdfReader:
        """The file, for who reads its objects; raises UsageError where it cannot be opened."""
        return _opened(self.content)

    @property
    def first(self) -> bytes:
        """The file as it was before anything was added to it: signatures are added at the end."""
        end = _END.search(self.content)
        return self.content[: end.end()] if end else self.content

    @property
    @quiet()
    def page_count(self) -> int:
        """How many pages the file has; 0 where they cannot be counted."""
        try:
            return len(self.reader.pages)
        except _DAMAGED:
            return 0

    def is_cut(self) -> bool:
        """Whether the end of the file is missing (ISO 32000-1 § 7.5.5)."""
        return _END.search(self.content[-_TAIL:]) is None

    @quiet()
    def has_signed_fields(self) -> bool:
        """Whether a field of the file holds a signature, whatever that is worth."""
        pages: Any = self.reader.pages
        try:
            widgets = [one.get_object() for page in pages for one in page.get("/Annots", [])]
            return any(_inherited(one, "/FT") == "/Sig" and _inherited(one, "/V") is not None for one in widgets)
        except _DAMAGED:
            return False

    @quiet()
    def attached(self, name: str) -> bytes | None:
        """Return the file that the PDF carried under `name` when it was made; None where it carried none."""
        try:
            found = _opened(self.first).attachments.get(name)
        except _DAMAGED:
            return None
        return found[0] if found else None

    @quiet()
    def passages(self) -> tuple[Passage, ...]:
        """Return what the file says, by its tags, then around its pages; raises UsageError where it cannot be read."""
        try:
            root: Any = self.reader.trailer["/Root"]
            marks = _marks(self.reader)
            tree = root["/StructTreeRoot"]["/K"]
            kids = tree if isinstance(tree, list) else [tree]
            tagged = [block for kid in kids for block in _blocks(kid.get_object(), None, marks, [])]
        except _DAMAGED as error:
            raise UsageError("Les mots de ce PDF ne se lisent pas : il n’est pas balisé, ou il est abîmé.") from error
        around = [plain(text) for (_, mark), text in marks.items() if mark == _UNTAGGED]
        return (*passages(tagged), *(Passage(FURNITURE, text) for text in around if text))

    @quiet()
    def roles(self) -> tuple[tuple[str, str], ...]:
        """Return the role of each element of the tag tree, in order, and its alternative, as far as it can be read."""
        root: Any = self.reader.trailer["/Root"]
        found: list[tuple[str, str]] = []
        with suppress(*_DAMAGED):
            found.extend(_roles(root["/StructTreeRoot"]))
        return tuple(found)

    @quiet()
    def has_hidden_words(self) -> bool:
        """Whether a page draws words in the way that shows nothing (ISO 32000-1 § 9.3.6)."""
        pages: Any = self.reader.pages
        try:
            operations = (one for page in pages for one in ContentStream(page["/Contents"], self.reader).operations)
            return any(
                operator == b"Tr" and operands and operands[0] == _INVISIBLE for operands, operator in operations
            )
        except _DAMAGED:
            return False


def _inherited(field: Any, key: str) -> Any:
    """Return the entry of a field, its own or that of a field above it (ISO 32000-1 § 12.7.3.1); None for none."""
    for _ in range(_FIELDS_DEEP):
        if key in field:
            return field[key]
        if "/Parent" not in field:
            break
        field = field["/Parent"]
    return None


def _roles(element: Any) -> Iterator[tuple[str, str]]:
    kids = element.get("/K", [])
    for one in kids if isinstance(kids, list) else [kids]:
        kid = one.get_object()
        if hasattr(kid, "get") and "/S" in kid:
            yield str(kid["/S"])[1:], str(kid.get("/Alt", ""))
            yield from _roles(kid)


@quiet()
def _opened(content: bytes) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UsageError("Ce PDF est protégé par un mot de passe : demandez-le sans protection.")
        _ = reader.trailer["/Root"]
    except _DAMAGED as error:
        raise UsageError("Ce fichier n’est pas un PDF, ou il est abîmé.") from error
    return reader


def _blocks(element: Any, page: int | None, marks: Marks, around: list[str]) -> Iterator[Spoken]:
    """Yield the blocks under `element`; its words go to `around` unless it is a block itself."""
    role = str(element.get("/S", ""))[1:]
    if role in _UNSPOKEN:
        return
    own: list[str] = [] if role in _BLOCKS else around
    if role == "Figure":
        own.append(f"[{element.get('/Alt', '')}]")
        return
    page = element.raw_get("/Pg").idnum if "/Pg" in element else page
    kids = element.get("/K", [])
    below: list[Spoken] = []
    for kid in kids if isinstance(kids, list) else [kids]:
        below.extend(_kid(kid.get_object(), page, marks, own))
    if role in _BLOCKS:
        yield Spoken("".join(own), role[:1] == "H")
    yield from below


def _kid(kid: Any, page: int | None, marks: Marks, own: list[str]) -> Iterator[Spoken]:
    if isinstance(kid, int):
        own.append(marks.get((page or 0, int(kid)), ""))
    elif kid.get("/Type") == "/MCR":
        own.append(marks.get((kid.raw_get("/Pg").idnum if "/Pg" in kid else page or 0, int(kid["/MCID"])), ""))
    elif kid.get("/Type") != "/OBJR":
        yield from _blocks(kid, page, marks, own)


def _marks(reader: PdfReader) -> Marks:
    marks: dict[tuple[int, int], str] = defaultdict(str)
    pages: Any = reader.pages
    for page in pages:
        number = page.indirect_reference.idnum
        fonts = {name: _meanings(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
        for mark, words in _page(page, reader, fonts):
            marks[number, mark] += words
    return marks


def _page(page: Any, reader: PdfReader, fonts: Mapping[str, Mapping[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the words that a page draws, each with the mark that it stands under."""
    open_marks: list[int] = []
    meanings: Mapping[int, str] = {}
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        match operator:
            case b"BDC" | b"BMC":
                properties = operands[1] if operator == b"BDC" else {}
                open_marks.append(int(properties.get("/MCID", _UNTAGGED)) if hasattr(properties, "get") else _UNTAGGED)
            case b"EMC":
                open_marks.pop()
            case b"Tf":
                meanings = fonts.get(operands[0], {})
            case b"TJ" | b"Tj" | b"'":
                pieces = operands[0] if isinstance(operands[0], list) else operands
                yield (open_marks[-1] if open_marks else _UNTAGGED), _words(pieces, meanings)


def _words(pieces: Any, meanings: Mapping[int, str]) -> str:
    strings = (piece.original_bytes for piece in pieces if hasattr(piece, "original_bytes"))
    codes = (int.from_bytes(one[at : at + 2], "big") for one in strings for at in range(0, len(one), 2))
    return "".join(meanings.get(code, "\ufffd") for code in codes)


def _meanings(font: Any) -> Mapping[int, str]:
    """Return what each glyph of a font of two bytes a glyph means; empty for another font."""
    if "/ToUnicode" not in font:
        return {}
    table = font["/ToUnicode"].get_object().get_data()
    pairs = (pair for section in _CHARACTERS.findall(table) for pair in _PAIRS.findall(section))
    return {int(code, 16): bytes.fromhex(meaning.decode()).decode("utf-16-be") for code, meaning in pairs}
