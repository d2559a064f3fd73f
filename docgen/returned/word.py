"""A Word file that comes back: its words, and the source that it carries (ECMA-376, part 1, § 17).

Read as a person sees it: inserted words are there, deleted and hidden ones are not, the results of fields (numbers of
pages) are nobody's words.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from docgen.errors import TemplateError, UsageError
from docgen.layout.word.package import Package, read_words
from docgen.layout.word.relations import related
from docgen.returned.passages import FURNITURE, Passage, Spoken, passages, plain
from docgen.values import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011"}
_DELETED = (f"{W}del", f"{W}moveFrom")
_OFF = ("0", "false", "off")
_BODY_LEVEL = 9
"""The outline level of what is no title."""


class WordFile(Struct, frozen=True):
    """A Word file, opened."""

    package: Package

    @classmethod
    def read(cls, content: bytes, name: str) -> "WordFile":
        """Return the file `content`; raises UsageError where it is no .docx file, or not safe to open."""
        try:
            return cls(read_words(content, name))
        except TemplateError as error:
            raise UsageError(str(error)) from error

    def part(self, kind: str) -> etree._Element | None:
        """Return the XML of the part of a `kind` that the body leads to (styles, settings…); None for none."""
        found = related(self.package.parts, self.package.main, kind)
        return etree.fromstring(self.package.parts[found[0]]) if found else None

    @property
    def root(self) -> etree._Element:
        """The XML of the document itself."""
        return etree.fromstring(self.package.parts[self.package.main])

    def custom_parts(self) -> Iterator[bytes]:
        """Yield the custom XML that the file carries."""
        yield from (self.package.parts[name] for name in related(self.package.parts, self.package.main, "customXml"))

    def passages(self) -> tuple[Passage, ...]:
        """Return what the file says: its body in order, its notes, then what stands around its pages."""
        levels = _levels(self.part("styles"))
        body = [_spoken(paragraph, levels) for paragraph in self.root.iter(f"{W}p") if _shown(paragraph)]
        notes = [_spoken(paragraph, levels) for kind in ("footnotes", "endnotes") for paragraph in self._of(kind)]
        furniture = {plain(words_of(one)) for kind in ("header", "footer") for one in self._of(kind)}
        around = (Passage(FURNITURE, text) for text in sorted(furniture) if text)
        return (*passages((*body, *notes)), *around)

    def title_levels(self) -> list[int]:
        """Return the levels of the titles of the body, from 1, in its order."""
        levels = _levels(self.part("styles"))
        found = (_outline(one, levels) for one in self.root.iter(f"{W}p") if words_of(one).strip())
        return [level + 1 for level in found if level < _BODY_LEVEL]

    def _of(self, kind: str) -> Iterator[etree._Element]:
        for name in related(self.package.parts, self.package.main, kind):
            yield from etree.fromstring(self.package.parts[name]).iter(f"{W}p")


def words_of(paragraph: etree._Element) -> str:
    """Return the words of a paragraph, without those of other paragraphs in it."""
    return "".join(_words(paragraph))


def _words(paragraph: etree._Element) -> Iterator[str]:
    fields, box = 0, None
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p")) is not paragraph or not _shown(run):
            continue
        before, box = box, _tick_box(run)
        if box is not None:
            yield "" if box is before else _ticked(box)
            continue
        for node in run:
            if node.tag == f"{W}fldChar":
                fields += {"begin": 1, "end": -1}.get(node.get(f"{W}fldCharType", ""), 0)
            elif not fields:
                yield _word(node)


def _tick_box(run: etree._Element) -> etree._Element | None:
    """Return the tick box that a person ticks in Word, of which `run` is a part; None where it is none."""
    control = next(run.iterancestors(f"{W}sdt"), None)
    return control.find(f"{W}sdtPr/{_W14}checkbox") if control is not None else None


def _ticked(box: etree._Element) -> str:
    checked = box.find(f"{_W14}checked")
    ticked = checked is not None and checked.get(f"{_W14}val", "1") not in _OFF
    return f"[{'case cochée' if ticked else 'case non cochée'}]"


def _word(node: etree._Element) -> str:
    if node.tag == f"{W}t":
        return node.text or ""
    drawn = next(node.iter(_DRAWN), None)
    return f"[{drawn.get('descr', '')}]" if drawn is not None else _SPACES.get(str(node.tag), "")


def _shown(element: etree._Element) -> bool:
    """Whether a paragraph or a run is for the eyes of the reader."""
    hidden = element.find(f"{W}rPr/{W}vanish")
    if hidden is not None and hidden.get(f"{W}val", "1") not in _OFF:
        return False
    return next(element.iterancestors(_FALLBACK, *_DELETED, f"{W}fldSimple"), None) is None


def _spoken(paragraph: etree._Element, levels: Mapping[str, int]) -> Spoken:
    return Spoken(words_of(paragraph), _outline(paragraph, levels) < _BODY_LEVEL)


def _outline(paragraph: etree._Element, levels: Mapping[str, int]) -> int:
    """Return the outline level of a paragraph, from 0."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    inherited = levels.get(style.get(f"{W}val", ""), _BODY_LEVEL) if style is not None else _BODY_LEVEL
    return _number(paragraph.find(f"{W}pPr/{W}outlineLvl"), inherited)


def _levels(styles: etree._Element | None) -> Mapping[str, int]:
    """Return the outline level of each style, by its id."""
    known = {
        one.get(f"{W}styleId", ""): one for one in (styles if styles is not None else ()) if one.tag == f"{W}style"
    }
    return {id: _level(id, known, frozenset()) for id in known}


def _level(id: str, known: Mapping[str, etree._Element], seen: frozenset[str]) -> int:
    if id not in known or id in seen:
        return _BODY_LEVEL
    base = known[id].find(f"{W}basedOn")
    inherited = _level(base.get(f"{W}val", ""), known, seen | {id}) if base is not None else _BODY_LEVEL
    return _number(known[id].find(f"{W}pPr/{W}outlineLvl"), inherited)


def _number(element: etree._Element | None, otherwise: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return int(value) if value.isdecimal() else otherwise
