"""What a reading machine hears: one element for each element of the page's HTML, however many pages it goes over.

The engine makes its tag tree page by page, so that a table over five pages becomes five tables. This tree is made from
the boxes of all pages at once. Roles: ISO 32000-1 § 14.8.4.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from docgen.layout.pdf.boxes import Box, children_of, is_text
from docgen.layout.pdf.objects import Dictionary
from docgen.values import Struct, field

ROLES = {
    "section": "Sect",
    "article": "Art",
    "blockquote": "BlockQuote",
    "p": "P",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "ul": "L",
    "li": "LI",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
    "input": "Form",
    "dl": "TOC",
    "dt": "TOCI",
    "cite": "Reference",
    "a": "Link",
}
"""The role of each HTML element; the others lend their content to the element around them."""

_CELLS = {"TH", "TD"}


class Content(Struct, frozen=True):
    """A stretch of marked content of a page (counted from 0)."""

    page: int
    mark: int


class Annotation(Struct, frozen=True):
    """What is active on a page (counted from 0): the box of a form field, the words of a link."""

    page: int
    annotation: Dictionary


class Node(Struct, eq=False):
    """An element of the tag tree: its role, the box that it was first seen in, and what it holds in reading order."""

    role: str
    page: int
    box: Box | None = None
    kids: "list[Node | Content | Annotation]" = field(default_factory=list)

    def attribute(self, name: str) -> str:
        """Return the attribute `name` of the HTML element, empty where it has none."""
        element = self.box.element if self.box else None
        return "" if element is None else element.get(name, "")


class Page(Struct, frozen=True):
    """A painted page: its box, which marked content draws each box, and its name in the style sheet."""

    box: Box
    marks: Mapping[Box, int]
    name: str = ""


def tag_tree(pages: Sequence[Page]) -> Node:
    """Return the tag tree of `pages`; elements without content are left out, but for cells."""
    builder = _Builder()
    for number, page in enumerate(pages):
        builder.read(number, page)
    _prune(builder.root)
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root = Node("Document", 0)
        self._nodes: dict[Element, Node] = {}
        self._items: dict[Element, Node] = {}
        self._page = 0
        self._marks: Mapping[Box, int] = {}

    def read(self, number: int, page: Page) -> None:
        self._page, self._marks = number, page.marks
        self._visit(page.box, self.root)

    def _visit(self, box: Box, around: Node) -> None:
        node = self._node_for(box, around)
        if node.role == "THead" and node.page != self._page:
            return  # the head of a table, repeated
        self._hold(box, node)
        for child in children_of(box):
            self._visit(child, node)

    def _hold(self, box: Box, node: Node) -> None:
        mark = self._marks.get(box)
        if mark is not None and not (is_text(box) and not box.text.strip()):
            node.kids.append(Content(self._page, mark))
        for annotation in (box.widget_annotation, box.link_annotation):
            if annotation:
                node.kids.append(Annotation(self._page, annotation))

    def _node_for(self, box: Box, around: Node) -> Node:
        if box.element is None:
            return around
        if box.element_tag == "li::marker":
            return self._label(box)
        if box.element not in self._nodes:
            self._nodes[box.element] = self._new_node(box, box.element, around)
        return self._nodes[box.element]

    def _new_node(self, box: Box, element: Element, around: Node) -> Node:
        role = ROLES.get(element.tag)
        if role is None:
            return around
        node = Node(role, self._page, box)
        around.kids.append(node)
        if role != "LI":
            return node
        self._items[element] = node
        body = Node("LBody", self._page)
        node.kids.append(body)
        return body

    def _label(self, box: Box) -> Node:
        assert box.element is not None
        item = self._items[box.element]
        first = item.kids[0]
        if isinstance(first, Node) and first.role == "Lbl":
            return first
        label = Node("Lbl", self._page)
        item.kids.insert(0, label)
        return label


def _prune(node: Node) -> None:
    for kid in node.kids:
        if isinstance(kid, Node):
            _prune(kid)
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or kid.kids or kid.role in _CELLS]
