"""The body of a Word file → its lines and tables, with their tracked changes (ECMA-376, part 1, § 17)."""

from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

from lxml import etree

from docgen.layout.word.package import Package
from docgen.layout.word.relations import related
from docgen.takeback.lines import EMPHASIS, STRONG, Grid, GridRow, Item, Line, Piece
from docgen.takeback.numbers import Numbers, W, value
from docgen.tree import Change
from docgen.values import Struct, field

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_THROUGH = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}hyperlink", f"{W}fldSimple"})
_SILENT = frozenset({f"{W}pPr", f"{W}sdtPr", f"{W}sdtEndPr"})
"""What says how words look, and holds none."""
_SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_RUBY = f"{W}ruby"
_LEFT = {
    f"{W}drawing": "image(s)",
    f"{W}pict": "image(s)",
    _ALTERNATE: "image(s) ou zone(s) de texte",
    f"{W}object": "objet(s) incorporé(s)",
    f"{W}sym": "symbole(s)",
    _RUBY: "annotation(s) de caractères",
}
"""What holds no words of the text itself, as it is called to the user."""
_BESIDE = {
    "footnotes": "alinéa(s) de note de bas de page",
    "endnotes": "alinéa(s) de note de fin",
    "comments": "alinéa(s) de commentaire",
}
"""The parts beside the body that hold words, by the kind of the relation to them."""
_FURNITURE = ("header", "footer")
_MARKS = {"b": STRONG, "i": EMPHASIS}
_MARK_STYLES = {"Fort": STRONG, "Strong": STRONG, "Italique": EMPHASIS, "Emphasis": EMPHASIS}
_MOST_DEPTH = 60
"""Elements in one another, beyond which a file is no text of a person."""


class Reading(Struct):
    """What was read of a file: its lines and tables, how many of each thing were left, and the words of these."""

    items: list[Item] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)

    def leave(self, what: str, *words: str) -> None:
        """Leave one thing out, and keep its words."""
        self.left[what] += 1
        self.words += filter(None, words)


def read_body(package: Package) -> Reading:
    """Return what the body of `package` says, in its order."""
    reader = _Reader(package)
    root = etree.fromstring(package.parts[package.main])
    body = root.find(f"{W}body")
    if body is not None:
        reader.blocks(body, 0)
    for kind, what in _BESIDE.items():
        for name in related(package.parts, package.main, kind):
            for words in _paragraphs(etree.fromstring(package.parts[name])):
                reader.reading.leave(what, words)
    for kind in _FURNITURE:
        for name in related(package.parts, package.main, kind):
            reader.reading.words += _paragraphs(etree.fromstring(package.parts[name]))
    return reader.reading


class _Style(Struct, frozen=True):
    name: str
    base: str
    level: str
    list: str


class _Reader:
    def __init__(self, package: Package) -> None:
        self.reading = Reading()
        self._styles = _styles(_part(package, "styles"))
        self._numbers = Numbers(_part(package, "numbering"))

    def blocks(self, parent: etree._Element, deep: int) -> None:
        if deep > _MOST_DEPTH:
            self.reading.leave("passage(s) emboîté(s) trop profondément", *_paragraphs(parent))
            return
        for child in parent:
            if child.tag == f"{W}p":
                self.reading.items.append(self._line(child))
            elif child.tag == f"{W}tbl":
                self.reading.items.append(self._grid(child))
            elif child.tag in _THROUGH or child.tag in _INSERTED:
                self.blocks(child, deep + 1)
            elif child.tag == _ALTERNATE:
                self.reading.leave(_LEFT[_ALTERNATE], *_paragraphs(child))

    def _grid(self, table: etree._Element) -> Grid:
        style = self._name(value(table, "tblPr", "tblStyle"))
        rows = (
            GridRow(tuple(self._cell(cell, style) for cell in _parts(row, f"{W}tc")), _change(row, "trPr"))
            for row in _parts(table, f"{W}tr")
        )
        return Grid(style, tuple(rows))

    def _cell(self, cell: etree._Element, style: str) -> tuple[Line, ...]:
        return tuple(self._line(one, style) for one in cell.iter(f"{W}p"))

    def _line(self, paragraph: etree._Element, frame: str = "") -> Line:
        style_id = value(paragraph, "pPr", "pStyle")
        level = value(paragraph, "pPr", "outlineLvl") or self._inherited(style_id, "level")
        list_id = value(paragraph, "pPr", "numPr", "numId") or self._inherited(style_id, "list")
        depth = value(paragraph, "pPr", "numPr", "ilvl") or "0"
        numbered = list_id not in {"", "0"} and depth.isdecimal()
        return Line(
            style=self._name(style_id),
            level=int(level) + 1 if level.isdecimal() and int(level) < 9 else 0,
            pieces=tuple(self._pieces(paragraph, Change.KEPT, 0)),
            depth=int(depth) if numbered else -1,
            number=self._numbers.next(list_id, int(depth)) if numbered else "",
            change=_change(paragraph, f"pPr/{W}rPr"),
            frame=frame,
        )

    def _pieces(self, parent: etree._Element, change: Change, deep: int) -> Iterator[Piece]:
        for child in parent if deep < _MOST_DEPTH else ():
            if child.tag == f"{W}r":
                yield from self._run(child, change)
            elif child.tag in _INSERTED:
                yield from self._pieces(child, Change.INSERTED if change is Change.KEPT else change, deep + 1)
            elif child.tag in _DELETED:
                yield from self._pieces(child, Change.DELETED, deep + 1)
            elif child.tag == _ALTERNATE:
                self.reading.leave(_LEFT[_ALTERNATE], *_paragraphs(child))
            elif child.tag not in _SILENT:
                yield from self._pieces(child, change, deep + 1)

    def _run(self, run: etree._Element, change: Change) -> Iterator[Piece]:
        marks = self._marks(run)
        for node in run:
            if node.tag in {f"{W}t", f"{W}delText"}:
                yield Piece(normalize("NFC", node.text or "").replace("\n", " "), marks, change)
            elif node.tag in _SIGNS:
                yield Piece(_SIGNS[node.tag], marks, change)
            elif node.tag in _LEFT:
                self.reading.leave(_LEFT[node.tag], *_paragraphs(node))

    def _marks(self, run: etree._Element) -> frozenset[str]:
        style = value(run, "rPr", "rStyle")
        named = {_MARK_STYLES[name] for name in [self._name(style)] if name in _MARK_STYLES}
        for tag, mark in _MARKS.items():
            found = run.find(f"{W}rPr/{W}{tag}")
            if found is not None:
                named = named - {mark} if found.get(f"{W}val", "1") in {"0", "false", "off"} else named | {mark}
        return frozenset(named)

    def _name(self, style_id: str) -> str:
        return self._styles[style_id].name if style_id in self._styles else ""

    def _inherited(self, style_id: str, what: str) -> str:
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            if found := str(getattr(self._styles[style_id], what)):
                return found
            style_id = self._styles[style_id].base
        return ""


def _part(package: Package, kind: str) -> bytes:
    found = related(package.parts, package.main, kind)
    return package.parts[found[0]] if found else b""


def _styles(part: bytes) -> dict[str, _Style]:
    root = etree.fromstring(part) if part else ()
    return {
        style.get(f"{W}styleId", ""): _Style(
            name=value(style, "name"),
            base=value(style, "basedOn"),
            level=value(style, "pPr", "outlineLvl"),
            list=value(style, "pPr", "numPr", "numId"),
        )
        for style in root
        if style.tag == f"{W}style"
    }


def _change(element: etree._Element, properties: str) -> Change:
    """Return what became of a row, or of the mark of a paragraph, by its properties."""
    for tag, change in (("ins", Change.INSERTED), ("del", Change.DELETED)):
        if element.find(f"{W}{properties}/{W}{tag}") is not None:
            return change
    return Change.KEPT


def _parts(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table, or the cells of a row, those inside content controls included."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _parts(child, tag)


def _paragraphs(element: etree._Element) -> Iterator[str]:
    """Yield the words of each paragraph that stands in `element`, its older copy for old readers left out."""
    found = [one for one in element.iter(f"{W}p") if next(one.iterancestors(_FALLBACK), None) is None]
    for one in found or [element]:
        words = "".join(node.text or "" for node in one.iter(f"{W}t")).strip()
        if words:
            yield words
