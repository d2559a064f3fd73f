"""The words of a part, paragraph by paragraph, and the Jinja tags that their author wrote in them."""

import re
from collections.abc import Iterator

from lxml import etree

from docgen.layout.word.source import W
from docgen.values import Struct

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TEXTS = frozenset({f"{W}t", f"{W}tab", f"{W}br"})


class Tag(Struct, frozen=True):
    """One tag as it is written, braces included; `paragraph` counts from 1."""

    text: str
    paragraph: int


def numbered_paragraphs(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield each paragraph of a part with its number from 1, those of tables and text boxes included."""
    yield from enumerate(root.iter(f"{W}p"), start=1)


def words_of(element: etree._Element) -> str:
    """Return the text of a paragraph, without its text boxes, or of all the paragraphs of a cell or a row."""
    paragraphs = [element] if element.tag == f"{W}p" else list(element.iter(f"{W}p"))
    return "\n".join("".join(_texts(paragraph)) for paragraph in paragraphs)


def tags_in(text: str) -> list[str]:
    """Return the tags that stand in `text`, in order."""
    return _TAG.findall(text)


def without_tags(text: str) -> str:
    """Return what is left of `text` once its tags are taken out."""
    return _TAG.sub("", text)


def _texts(paragraph: etree._Element) -> Iterator[str]:
    for node in paragraph.iter(*_TEXTS):
        if next(node.iterancestors(f"{W}p"), None) is paragraph:
            yield (node.text or "") if node.tag == f"{W}t" else " "
