"""The tag tree in the file: structure elements, their attributes, and the way from marked content to its element.

Sources: ISO 32000-1 § 14.7 (logical structure), § 14.8.2.2 (artifacts); ISO 14289-1 § 7.
"""

from collections.abc import Sequence

from docgen.layout.pdf.boxes import Box
from docgen.layout.pdf.objects import PDF, Array, Dictionary, Reference, String, added, object_at
from docgen.layout.pdf.structure import Annotation, Content, Node, Page, tag_tree

_PRINTED = 4
"""The flag of an annotation that is printed, as PDF/A wants all to be (ISO 19005-3 § 6.3.2)."""
_POINTS = 0.75
"""The points of a CSS pixel."""


def tag(pdf: PDF, pages: Sequence[Page]) -> None:
    """Write the tag tree of `pages` into `pdf`, and make furniture of what no element holds."""
    _Tagger(pdf, pages).tag()


class _Tagger:
    def __init__(self, pdf: PDF, pages: Sequence[Page]) -> None:
        self._pdf, self._pages = pdf, pages
        self._references = [bytes(reference) for reference in pdf.page_references]
        self._owners: list[dict[int, Reference]] = [{} for _ in pages]
        self._active: list[tuple[Dictionary, Reference]] = []

    def tag(self) -> None:
        root = object_at(self._pdf, self._pdf.catalog["StructTreeRoot"])
        document = object_at(self._pdf, root["K"][0])
        self._write_kids(tag_tree(self._pages), document)
        object_at(self._pdf, root["ParentTree"])["Nums"] = self._numbers()
        root["ParentTreeNextKey"] = len(self._pages) + len(self._active)
        for number in range(len(self._pages)):
            self._make_furniture(number)

    def _write(self, node: Node, parent: Reference) -> Reference:
        page = self._references[node.page]
        element = added(self._pdf, {"Type": "/StructElem", "S": f"/{node.role}", "P": parent, "Pg": page})
        element.update(self._attributes(node))
        self._write_kids(node, element)
        return bytes(element.reference)

    def _write_kids(self, node: Node, element: Dictionary) -> None:
        kids = [self._kid(kid, node, element) for kid in node.kids]
        # readers of signatures want the field itself, not a list of one
        element["K"] = kids[0] if node.role == "Form" and len(kids) == 1 else Array(kids)

    def _kid(self, kid: Node | Content | Annotation, node: Node, element: Dictionary) -> Reference | Dictionary | int:
        match kid:
            case Node():
                return self._write(kid, element.reference)
            case Content():
                self._owners[kid.page][kid.mark] = element.reference
                if kid.page == node.page:
                    return kid.mark
                return Dictionary({"Type": "/MCR", "Pg": self._references[kid.page], "MCID": kid.mark})
            case Annotation():
                self._active.append((kid.annotation, element.reference))
                if node.role == "Link":
                    kid.annotation.update(F=_PRINTED, Contents=String(node.attribute("title")))
                values = {"Type": "/OBJR", "Pg": self._references[kid.page], "Obj": kid.annotation.reference}
                return bytes(added(self._pdf, values).reference)

    def _attributes(self, node: Node) -> dict[str, object]:
        if node.role == "TH":
            scope = "/Row" if node.attribute("scope") == "row" else "/Column"
            return {"A": Dictionary({"O": "/Table", "Scope": scope})}
        if node.role == "Figure" and node.box is not None:
            layout = {"O": "/Layout", "BBox": self._rectangle(node.page, node.box)}
            return {"Alt": String(node.attribute("alt")), "A": Dictionary(layout)}
        return {}

    def _rectangle(self, page: int, box: Box) -> Array:
        height = object_at(self._pdf, self._references[page])["MediaBox"][3]
        left, top = box.content_box_x() * _POINTS, height - box.content_box_y() * _POINTS
        return Array([left, top - box.height * _POINTS, left + box.width * _POINTS, top])

    def _numbers(self) -> Array:
        """Return the way back: for each page and each field, who holds what."""
        numbers = Array()
        for page, owners in enumerate(self._owners):
            marks = range(max(owners, default=-1) + 1)
            numbers.extend((page, Array([owners.get(mark, b"null") for mark in marks])))
        for key, (annotation, element) in enumerate(self._active, start=len(self._pages)):
            numbers.extend((key, element))
            annotation["StructParent"] = key
        return numbers

    def _make_furniture(self, page: int) -> None:
        """Turn marked content that no element holds (page margins, repeated heads) into artifacts."""
        owned = self._owners[page]
        operations = object_at(self._pdf, object_at(self._pdf, self._references[page])["Contents"]).stream
        for index, operation in enumerate(operations):
            if operation == b"BDC" and operations[index - 1]["MCID"] not in owned:
                operations[index - 2 : index] = [b"/Artifact", b"<</Type /Pagination>>"]
