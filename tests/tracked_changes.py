"""Accepts or rejects all the tracked changes of a Word file, knowing nothing but the format.

Nothing of docgen is used: lxml reads the body, and applies what ECMA-376, part 1, § 17.13.5 says of insertions and
deletions of runs, of paragraph marks and of table rows.
"""

from collections.abc import Iterator

from lxml import etree

from tests.word_reader import W, body, words_of

_PROPERTIES = (f"{W}rPr", f"{W}trPr")


def accepted(docx: bytes) -> list[str]:
    """Return the words of each block of the file once all its changes are accepted; blocks without words left out."""
    return _words(_resolved(body(docx), gone="del", kept="ins"))


def rejected(docx: bytes) -> list[str]:
    """Return the words of each block of the file as it was before its changes; blocks without words left out."""
    return _words(_resolved(body(docx), gone="ins", kept="del"))


def changes(docx: bytes) -> list[etree._Element]:
    """Return the tracked changes of the body, in its order."""
    return [*body(docx).iter(f"{W}ins", f"{W}del")]


def _resolved(found: etree._Element, gone: str, kept: str) -> etree._Element:
    for row in [*found.iter(f"{W}tr")]:
        if row.find(f"{W}trPr/{W}{gone}") is not None:
            _remove(row)
    for table in [*found.iter(f"{W}tbl")]:
        if table.find(f"{W}tr") is None:
            _remove(table)
    for change in [*found.iter(f"{W}{gone}")]:
        parent = change.getparent()
        if parent is not None and parent.tag not in _PROPERTIES:
            _remove(change)
    for change in [*found.iter(f"{W}{kept}")]:
        _unwrap(change)
    for text in found.iter(f"{W}delText"):
        text.tag = f"{W}t"
    for paragraph in [*found.iter(f"{W}p")]:
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None:
            _join_with_next(paragraph)
    return found


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _unwrap(change: etree._Element) -> None:
    parent = change.getparent()
    assert parent is not None
    if parent.tag in _PROPERTIES:
        return
    place = parent.index(change)
    for child in [*change][::-1]:
        parent.insert(place, child)
    parent.remove(change)


def _join_with_next(paragraph: etree._Element) -> None:
    """A paragraph whose mark goes is one with the paragraph that follows it, where one does."""
    following = paragraph.getnext()
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is not None and following.tag == f"{W}p":
        start = 1 if following.find(f"{W}pPr") is not None else 0
        for child in content[::-1]:
            following.insert(start, child)
    elif content:
        return
    _remove(paragraph)


def _words(found: etree._Element) -> list[str]:
    return [text for text in _texts(found) if text]


def _texts(found: etree._Element) -> Iterator[str]:
    yield from (words_of(paragraph) for paragraph in found.iter(f"{W}p"))
