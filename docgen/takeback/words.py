"""The words in any element of a Word file, whatever holds them."""

from collections.abc import Iterator

from lxml import etree

from docgen.takeback.numbers import W

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_TEXT = (f"{W}t", f"{MATH}t", _DRAWN)
_DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def words_of(element: etree._Element) -> Iterator[str]:
    """Yield the words of each paragraph in `element`, then what describes its pictures; older copies are left out."""
    lines = [one for one in element.iter(f"{W}p") if next(one.iterancestors(_FALLBACK), None) is None]
    for line in lines or [element]:
        words = "".join(node.text or "" for node in line.iter(*_TEXT)).strip()
        if words:
            yield words
    yield from (words for one in element.iter(_DESCRIBED) if (words := one.get("descr", "").strip()))
