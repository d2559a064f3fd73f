"""What docxtpl does to a part once it is rendered, done on the string and only where it is needed.

Line ends, tabs and page breaks of values become Word's own; drawings get ids that differ; tables whose columns vary get
a grid that fits.
"""

import re
from collections.abc import Iterator
from itertools import count

from docgen.layout.word.grids import GRID_TO_FIT, with_fitting_grids

_SPECIALS = ("\n", "\t", "\a", "\f", "\r", "\v")
_DRAWING = "<wp:docPr"
_DRAWING_ID = re.compile(r'(\s(?:[^>]*?\s)?id=")[^"]*')
_FIRST_ID = 1001
_PRESERVED = '<w:t xml:space="preserve">'
_CLOSED = "</w:t></w:r></w:p>"


def mended(xml: str) -> str:
    """Return a rendered part with its line ends, tabs and page breaks drawn."""
    return _with_breaks(xml) if any(special in xml for special in _SPECIALS) else xml


def mended_body(xml: str) -> str:
    """Return a rendered body mended, with ids of drawings that differ and grids that fit their tables."""
    xml = _with_ids(mended(xml))
    return with_fitting_grids(xml) if GRID_TO_FIT in xml else xml


def _with_ids(xml: str) -> str:
    """Return `xml` with its drawings numbered; parted at each of them, which is twice as fast as one pattern."""
    head, *drawings = xml.split(_DRAWING)
    ids = count(_FIRST_ID)
    return _DRAWING.join([head, *[_with_id(drawing, ids) for drawing in drawings]])


def _with_id(drawing: str, ids: Iterator[int]) -> str:
    found = _DRAWING_ID.match(drawing)
    return f"{found[1]}{next(ids)}{drawing[found.end() :]}" if found else drawing


def _with_breaks(xml: str) -> str:
    pieces, done = [], 0
    for start, end in _texts_with_specials(xml):
        pieces += [xml[done:start], _broken(xml[start:end], *_properties(xml, start))]
        done = end
    return "".join((*pieces, xml[done:]))


def _texts_with_specials(xml: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each text of a run (inside `w:t`) that holds a special character."""
    present = [special for special in _SPECIALS if special in xml]
    end = 0
    while found := [position for special in present if (position := xml.find(special, end)) >= 0]:
        position = min(found)
        tag = xml.rfind("<", 0, position)
        start = xml.find(">", tag) + 1
        end = xml.find("<", position)
        if end < 0:
            return
        if start <= position and xml.startswith(("<w:t>", "<w:t "), tag):
            yield start, end


def _broken(text: str, run: str, paragraph: str) -> str:
    """Return a text whose special characters are drawn, in a run and a paragraph with the properties given."""
    for special, drawn in (
        ("\r\n", "\n"),
        ("\r", "\n"),
        ("\v", "\n"),
        ("\n", f"</w:t><w:br/>{_PRESERVED}"),
        ("\t", f"</w:t></w:r><w:r>{run}<w:tab/></w:r><w:r>{run}{_PRESERVED}"),
        ("\a", f"{_CLOSED}<w:p>{paragraph}<w:r>{run}{_PRESERVED}"),
        ("\f", f'{_CLOSED}<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p>{paragraph}<w:r>{run}{_PRESERVED}'),
    ):
        if special in text:
            text = text.replace(special, drawn)
    return text


def _properties(xml: str, position: int) -> tuple[str, str]:
    """Return the properties of the run and of the paragraph around a `position`, as XML; empty where they have none."""
    run = _opening(xml, "r", position)
    paragraph = _opening(xml, "p", run)
    return _first_child(xml, "rPr", run), _first_child(xml, "pPr", paragraph)


def _opening(xml: str, name: str, position: int) -> int:
    """Return where the element `name` that is open at `position` starts."""
    start, closed = position, 0
    while True:
        last = start
        start = xml.rfind(f"<w:{name}", 0, last)
        closed += xml.count(f"</w:{name}>", start, last)
        if xml[start + len(name) + 3] in " >" and xml[xml.index(">", start) - 1] != "/":
            if not closed:
                return start
            closed -= 1


def _first_child(xml: str, name: str, parent: int) -> str:
    start = xml.find(">", parent) + 1
    if not xml.startswith(f"<w:{name}>", start):
        return ""
    end = start
    while xml.count(f"<w:{name}>", start, end) != xml.count(f"</w:{name}>", start, end) or end == start:
        end = xml.index(f"</w:{name}>", end) + len(f"</w:{name}>")
    return xml[start:end]
