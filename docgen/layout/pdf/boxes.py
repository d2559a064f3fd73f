"""The boxes of a laid-out page, as far as they are read here: what the engine gives, named."""

from collections.abc import Iterator, Mapping
from typing import Protocol, TypeGuard
from xml.etree.ElementTree import Element

from docgen.layout.pdf.objects import Dictionary


class Box(Protocol):
    """A box of a page; positions and sizes are in CSS pixels from the top left corner."""

    element_tag: str | None
    element: Element | None
    style: Mapping[str, object]
    children: "list[Box]"
    position_x: float
    position_y: float
    width: float
    height: float
    widget_annotation: Dictionary | None
    link_annotation: Dictionary | None

    def translate(self, dx: float = 0, dy: float = 0) -> None:
        """Move the box and what it holds."""

    def margin_height(self) -> float:
        """Return the height with padding, border and margins."""

    def content_box_x(self) -> float:
        """Return the left edge of the content."""

    def content_box_y(self) -> float:
        """Return the top edge of the content."""


class ShapedText(Protocol):
    """The letters of a box of text as they will be drawn."""

    text: str


class TextBox(Box, Protocol):
    """A stretch of words on one line."""

    text: str
    pango_layout: ShapedText


def children_of(box: Box) -> Iterator[Box]:
    """Yield the boxes inside `box`, those set elsewhere on the page included, but not the margins of the page."""
    for child in box.children:
        if not hasattr(child, "at_keyword"):
            yield getattr(child, "_box", child)


def is_line(box: Box) -> bool:
    """Whether `box` is a line of text."""
    return hasattr(box, "text_overflow")


def is_text(box: Box) -> TypeGuard[TextBox]:
    """Whether `box` is a stretch of words."""
    return hasattr(box, "pango_layout")
