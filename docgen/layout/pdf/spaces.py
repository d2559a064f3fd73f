"""The spaces of a line: drawn, so that the words read back apart, and hanging, so that nobody sees them.

White space is preserved in every block (`white-space: pre-wrap`), so that the space at which a line ends is in the
file. Three things are then left to mend, all for want of CSS Text 3 § 4.1.3 in the engine: a line that is full but for
the spaces at its end breaks where its label ends; these spaces count as words where it is centred or set right; and a
box of nothing but spaces is not drawn.
"""

from collections.abc import Iterator
from typing import Any

from docgen.layout.pdf.boxes import Box, TextBox, children_of, is_line, is_text

_SPACE = 569 / 2048
"""The width of a space in Liberation Sans, all faces, in em."""

_HANGS = {"right": 1.0, "center": 0.5}
"""The share of its free width that a line has on its left, by `text-align`."""

_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption", "th", "td"}


def hanging_width(box: Box) -> float:
    """Return how wide the preserved spaces are that end the line in `box`, in CSS pixels; 0 where none do."""
    texts = [box] if is_text(box) else list(_texts(box))
    return _trailing_width(texts[-1]) if texts and texts[-1].style["white_space"] == "pre-wrap" else 0.0


def settle_spaces(page: Box) -> None:
    """Hang the spaces at the ends of lines of `page`, and give lone spaces to the words before them."""
    _settle(page, None)


def _settle(box: Box, words: TextBox | None) -> TextBox | None:
    """Settle the spaces in `box`, where `words` are the last ones before it in its paragraph; return the last in it."""
    if is_text(box):
        return _join_if_lone(box, words)
    if is_line(box):
        _hang(box)
    elif box.element is not None and box.element.tag in _PARAGRAPHS:
        words = None
    for child in children_of(box):
        words = _settle(child, words)
    return words


def _join_if_lone(box: TextBox, words: TextBox | None) -> TextBox | None:
    if not box.text.isspace():
        return box
    if words is not None:
        _set_text(words, words.text + box.text)
        _set_text(box, "")
    return words


def _set_text(box: TextBox, text: str) -> None:
    box.text = box.pango_layout.text = text


def _hang(line: Box) -> None:
    """Move the words of `line` to where they would be without the spaces after them."""
    share = _HANGS.get(str(line.style["text_align_all"]))
    texts = [] if share is None else list(_texts(line))
    if share and texts:
        for child in children_of(line):
            child.translate(dx=_trailing_width(texts[-1]) * share)


def _texts(box: Box) -> Iterator[TextBox]:
    for child in children_of(box):
        if is_text(child):
            yield child
        else:
            yield from _texts(child)


def _trailing_width(box: TextBox) -> float:
    style: Any = box.style
    spacing = 0 if style["letter_spacing"] == "normal" else style["letter_spacing"]
    spaces = len(box.text) - len(box.text.rstrip(" "))
    return float(spaces * (style["font_size"] * _SPACE + spacing))
