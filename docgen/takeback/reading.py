"""The body of a Word file → its lines and tables, with their tracked changes (ECMA-376, part 1, § 17)."""

from collections.abc import Iterator
from unicodedata import normalize

from lxml import etree

from docgen.layout.word.package import Package
from docgen.layout.word.relations import related, relations_of
from docgen.takeback.asides import Reading
from docgen.takeback.cells import THROUGH, count, holder, parts
from docgen.takeback.fields import Fields, filled_in
from docgen.takeback.lines import EMPHASIS, STRONG, Grid, GridRow, Line, Piece
from docgen.takeback.notes import CALLS, COMMENT, KEPT, LEFT, Notes
from docgen.takeback.numbers import Numbers, W, value
from docgen.takeback.words import MATH, words_of
from docgen.tree import Change
from docgen.values import Struct

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_SILENT = frozenset({f"{W}pPr", f"{W}sdtPr", f"{W}sdtEndPr"})
"""What says how words look, and holds none."""
_SIGNS = {f"{W}tab": " ", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_RUBY = f"{W}ruby"
_LEFT = {
    f"{W}drawing": "image(s)",
    f"{W}pict": "image(s)",
    _ALTERNATE: "image(s) ou zone(s) de texte",
    f"{W}object": "objet(s) incorporé(s)",
    f"{W}sym": "symbole(s)",
    _RUBY: "annotation(s) de caractères",
    f"{W}altChunk": "fichier(s) inséré(s)",
    f"{MATH}oMath": "équation(s)",
    f"{MATH}oMathPara": "équation(s)",
}
"""What holds no words of the text itself, as it is called to the user."""
_CONTENTS = "ligne(s) de table des matières"
_TO_FILL_IN = "champ(s) à remplir"
_FURNITURE = ("header", "footer")
_MARKS = {"b": STRONG, "i": EMPHASIS}
_MARK_STYLES = {"Fort": STRONG, "Strong": STRONG, "Italique": EMPHASIS, "Emphasis": EMPHASIS}
_LOOKS = tuple(f"{W}{name}" for name in ("rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange"))
_CELLS = (f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge")
_ALIGNED = {"right": "right", "end": "right", "center": "center"}
_MOST_DEPTH = 60
"""Elements in one another, beyond which a file is no text of a person."""


def read_body(package: Package) -> Reading:
    """Return what the body of `package` says, in its order."""
    reader = _Reader(package)
    root = etree.fromstring(package.parts[package.main])
    body = root.find(f"{W}body")
    if body is not None:
        reader.blocks(body, 0)
    reader.close(root)
    for kind in _FURNITURE:
        for name in related(package.parts, package.main, kind):
            reader.reading.words += words_of(etree.fromstring(package.parts[name]))
    return reader.reading


class _Style(Struct, frozen=True):
    name: str
    base: str
    level: str
    list: str
    align: str


class _Reader:
    def __init__(self, package: Package) -> None:
        self.reading = Reading()
        self._styles = _styles(_part(package, "styles"))
        self._numbers = Numbers(_part(package, "numbering"))
        self._notes = Notes(package)
        self._fields = Fields()
        self._addresses = {one.id: one.target for one in relations_of(package.parts, package.main) if one.external}

    def close(self, root: etree._Element) -> None:
        """Say what has no place in the text: notes that nothing calls, changes of how things look."""
        self.reading.near = ""
        for kind, words in self._notes.uncalled():
            self.reading.leave(LEFT.get(kind, COMMENT), words)
        for _ in root.iter(*_LOOKS):
            self.reading.keep("changement(s) de mise en forme suivi(s), pris comme accepté(s)")
        for _ in root.iter(*_CELLS):
            self.reading.keep("cellule(s) ajoutée(s) ou supprimée(s) en suivi, prise(s) telle(s) quelle(s)")

    def blocks(self, parent: etree._Element, deep: int) -> None:
        if self._too_deep(parent, deep):
            return
        for child in parent:
            if child.tag == f"{W}p":
                self._block(child)
            elif child.tag == f"{W}tbl":
                self.reading.items.append(self._grid(child))
            elif child.tag == f"{W}sdt" and self._set_apart(child):
                continue
            elif child.tag in THROUGH or child.tag in _INSERTED:
                self.blocks(child, deep + 1)
            elif child.tag in _LEFT or next(words_of(child), ""):
                self.reading.leave(_LEFT.get(child.tag, "passage(s) d’un genre inconnu"), *words_of(child))

    def _block(self, paragraph: etree._Element) -> None:
        """Take a paragraph, unless it is one of a table of contents: its lines repeat the heads of the text."""
        began = self._fields.in_contents
        line = self._line(paragraph)
        self._fields.close_codes()
        entry = began or self._fields.in_contents or line.style.lower().startswith("toc ")
        if entry and line.text.strip():
            self.reading.leave(_CONTENTS, line.text.strip())
        elif not entry:
            self.reading.items.append(line)

    def _set_apart(self, control: etree._Element) -> bool:
        """Leave out a control that holds a table of contents, or no more than what asks to fill it in."""
        gallery = value(control, "sdtPr", "docPartObj", "docPartGallery")
        asks = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        if asks or gallery == "Table of Contents":
            self.reading.leave(_TO_FILL_IN if asks else _CONTENTS, *words_of(control))
        return asks or gallery == "Table of Contents"

    def _grid(self, table: etree._Element) -> Grid:
        style = self._name(value(table, "tblPr", "tblStyle"))
        rows = tuple(GridRow(tuple(self._cells(row, style)), _change(row, "trPr")) for row in parts(table, f"{W}tr"))
        own = [cell for row in parts(table, f"{W}tr") for cell in parts(row, f"{W}tc")]
        merged = any(cell.find(f"{W}tcPr/{W}{tag}") is not None for cell in own for tag in ("gridSpan", "vMerge"))
        if any(cell.find(f".//{W}tbl") is not None for cell in own):
            self.reading.keep("tableau(x) dans un tableau, mis à plat")
        return Grid(style, rows, merged)

    def _cells(self, row: etree._Element, style: str) -> Iterator[tuple[Line, ...]]:
        """Yield the cells of a row; one that spans several columns is followed by empty ones, so that columns keep."""
        yield from ((),) * count(row, "trPr", "gridBefore")
        for cell in parts(row, f"{W}tc"):
            held = holder(cell)
            apart = held is not None and self._set_apart(held)
            yield () if apart else tuple(self._line(one, style) for one in self._paragraphs(cell, 0))
            yield from ((),) * (count(cell, "tcPr", "gridSpan") - 1)

    def _paragraphs(self, parent: etree._Element, deep: int) -> Iterator[etree._Element]:
        """Yield the paragraphs of a cell, those of its tables included; what is no text of its own is left."""
        if self._too_deep(parent, deep):
            return
        for child in parent:
            if child.tag == f"{W}p":
                yield child
            elif child.tag in _LEFT:
                self.reading.leave(_LEFT[child.tag], *words_of(child))
            elif child.tag not in _SILENT and not (child.tag == f"{W}sdt" and self._set_apart(child)):
                yield from self._paragraphs(child, deep + 1)

    def _too_deep(self, parent: etree._Element, deep: int) -> bool:
        """Leave, and say, what stands in too many elements; nothing is said of what holds no word."""
        if deep > _MOST_DEPTH and (words := tuple(words_of(parent))):
            self.reading.leave("passage(s) emboîté(s) trop profondément", *words)
        return deep > _MOST_DEPTH

    def _line(self, paragraph: etree._Element, frame: str = "") -> Line:
        self.reading.near = "".join(node.text or "" for node in paragraph.iter(f"{W}t")).strip() or self.reading.near
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
            align=_ALIGNED.get(value(paragraph, "pPr", "jc") or self._inherited(style_id, "align"), ""),
        )

    def _pieces(self, parent: etree._Element, change: Change, deep: int) -> Iterator[Piece]:
        if self._too_deep(parent, deep):
            return
        for child in parent:
            if child.tag == f"{W}r":
                yield from self._run(child, change)
            elif child.tag in _INSERTED:
                yield from self._pieces(child, Change.INSERTED if change is Change.KEPT else change, deep + 1)
            elif child.tag in _DELETED:
                yield from self._pieces(child, Change.DELETED, deep + 1)
            elif child.tag in _LEFT:
                self.reading.leave(_LEFT[child.tag], *words_of(child))
            elif child.tag not in _SILENT and not (child.tag == f"{W}sdt" and self._set_apart(child)):
                self._note_holder(child)
                yield from self._pieces(child, change, deep + 1)

    def _note_holder(self, holder: etree._Element) -> None:
        """Say what a link or a field has beside the words that it shows."""
        address = self._addresses.get(holder.get(_RELATION, ""), "").removeprefix("mailto:")
        shown = "".join(words_of(holder))
        if holder.tag == f"{W}hyperlink" and address and address.rstrip("/") != shown.rstrip("/"):
            self.reading.leave("adresse(s) de lien", address)
        if holder.tag == f"{W}fldSimple":
            self._filled_in(filled_in(holder.get(f"{W}instr", "")))

    def _filled_in(self, name: str) -> None:
        if name:
            self.reading.keep(f"champ(s) {name}, pris pour ce qu’il(s) affiche(nt)")

    def _run(self, run: etree._Element, change: Change) -> Iterator[Piece]:
        marks = self._marks(run)
        if run.find(f"{W}rPr/{W}vanish") is not None and any(words_of(run)):
            self.reading.keep("passage(s) masqué(s), pris comme les autres")
        for node in run:
            if node.tag == f"{W}fldChar":
                self._filled_in(self._fields.sign(node.get(f"{W}fldCharType", "")))
            elif node.tag == f"{W}instrText":
                self._fields.type(node.text or "")
            elif node.tag in CALLS:
                yield from self._note(node, marks, change)
            elif node.tag in _LEFT:
                self.reading.leave(_LEFT[node.tag], *words_of(node))
            elif self._fields.in_code:
                self.reading.words += words_of(node) if node.tag == f"{W}t" else ()
            else:
                yield from _spoken(node, marks, change)

    def _note(self, call: etree._Element, marks: frozenset[str], change: Change) -> Iterator[Piece]:
        """Put a note between brackets where the text calls it; leave a comment out."""
        kind, name = CALLS[call.tag]
        rank, words = self._notes.called(kind, call.get(f"{W}id", ""))
        if kind in KEPT and words:
            self.reading.keep(KEPT[kind])
            yield Piece(f" [{name} {rank} : {words}]", marks, change)
        elif words:
            self.reading.leave(COMMENT, words)

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
            align=value(style, "pPr", "jc"),
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


def _spoken(node: etree._Element, marks: frozenset[str], change: Change) -> Iterator[Piece]:
    """Yield the words or the sign of a node of a run; none for a break of page."""
    if node.tag in {f"{W}t", f"{W}delText"}:
        yield Piece(normalize("NFC", node.text or "").replace("\n", " "), marks, change)
    elif node.tag in _SIGNS:
        yield Piece(_SIGNS[node.tag], marks, change)
    elif node.tag == f"{W}br" and node.get(f"{W}type", "textWrapping") == "textWrapping":
        yield Piece("\n", marks, change)
