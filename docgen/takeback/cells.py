"""The rows of a table of a Word file and their cells, whatever holds them."""

from collections.abc import Iterator

from lxml import etree

from docgen.takeback.numbers import W, value

THROUGH = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}hyperlink", f"{W}fldSimple"})
"""What holds words of the text, and is no more than a mark on them."""


def parts(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table, or the cells of a row, those inside content controls included."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in THROUGH:
            yield from parts(child, tag)


def holder(cell: etree._Element) -> etree._Element | None:
    """Return the control that holds a whole cell; None for a cell of its own."""
    content = cell.getparent()
    return content.getparent() if content is not None and content.tag == f"{W}sdtContent" else None


def count(element: etree._Element, *path: str) -> int:
    """Return the number at `path`, 40 at most; 0 where there is none."""
    found = value(element, *path)
    return min(int(found), 40) if found.isdecimal() else 0
