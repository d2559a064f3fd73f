"""The words of a Word file as a reading machine hears them: the paragraphs of its body, in the order of the file.

Nothing of docgen is used: zipfile opens the package, lxml reads its parts. Source: ECMA-376, part 1, § 17.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ROOM = "\u2002"
"""The en space: room to write in, in the forms of Word; nobody's word."""
_WORDS = {f"{W}t", f"{W}br", f"{W}tab"}


def part(docx: bytes, name: str) -> etree._Element:
    """Return the XML of a part of a file."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return etree.fromstring(package.read(name))


def names(docx: bytes) -> list[str]:
    """Return the names of the parts of a file, in its order."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return package.namelist()


def body(docx: bytes) -> etree._Element:
    """Return the body of a file."""
    found = part(docx, "word/document.xml").find(f"{W}body")
    assert found is not None
    return found


def paragraphs(docx: bytes) -> list[str]:
    """Return the words of each paragraph of the body that has any, content controls and tables included."""
    texts = (words_of(paragraph) for paragraph in body(docx).iter(f"{W}p"))
    return [text for text in texts if text]


def words_of(paragraph: etree._Element) -> str:
    """Return the words of a paragraph, without those of other paragraphs in it; a break and a tab are a space."""
    words = ((node.text or "") if node.tag == f"{W}t" else " " for node in _own(paragraph))
    return "".join(words).replace(_ROOM, "").strip()


def style_of(element: etree._Element) -> str:
    """Return the id of the style of a paragraph, a run or a table; empty for none."""
    found = next(element.iterfind(f"*/{W}{etree.QName(element).localname}Style"), None)
    return found.get(f"{W}val", "") if found is not None else ""


def style_ids(docx: bytes) -> dict[str, str]:
    """Return the ids of the styles of a file by name."""
    styles = part(docx, "word/styles.xml").iterfind(f"{W}style")
    return {value(style, "name"): style.get(f"{W}styleId", "") for style in styles}


def styled(docx: bytes, name: str) -> list[etree._Element]:
    """Return the paragraphs of the body that bear the style called `name`."""
    id_ = style_ids(docx)[name]
    return [paragraph for paragraph in body(docx).iter(f"{W}p") if style_of(paragraph) == id_]


def value(element: etree._Element, *path: str) -> str:
    """Return the value of the element at `path`; empty where it is not there or has none."""
    found = element.find("/".join(f"{W}{step}" for step in path))
    return found.get(f"{W}val", "") if found is not None else ""


def headings(docx: bytes) -> list[tuple[int, str]]:
    """Return the headings of the body: their outline level, from 1, and their words."""
    levels = {id_: _level(docx, id_) for id_ in style_ids(docx).values()}
    found = []
    for paragraph in body(docx).iter(f"{W}p"):
        level = int(value(paragraph, "pPr", "outlineLvl") or levels[style_of(paragraph)]) + 1
        if level <= 9:
            found.append((level, words_of(paragraph)))
    return found


def _level(docx: bytes, id_: str) -> int:
    styles = {style.get(f"{W}styleId"): style for style in part(docx, "word/styles.xml").iterfind(f"{W}style")}
    while id_ in styles:
        if level := value(styles[id_], "pPr", "outlineLvl"):
            return int(level)
        id_ = value(styles[id_], "basedOn")
    return 9


def _own(paragraph: etree._Element) -> Iterator[etree._Element]:
    for node in paragraph.iter(*_WORDS):
        holders = [holder.tag for holder in node.iterancestors()]
        if _FALLBACK not in holders and next(node.iterancestors(f"{W}p")) is paragraph:
            yield node
