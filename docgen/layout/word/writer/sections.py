"""Sections: runs of pages of one kind, with the margins and the furniture of the template."""

from collections.abc import Mapping, Sequence

from docgen.errors import TemplateError
from docgen.layout.word.writer.markup import END_OF_TABLE, gap
from docgen.layout.word.writer.pen import Pen
from docgen.tree import PageKind
from docgen.values import Struct


class Page(Struct, frozen=True):
    """One kind of page of a template: its `w:sectPr`, and the width of its text in twips."""

    properties: str
    measure: int


Pages = Mapping[PageKind, Page]


def page_of(pages: Pages, kind: PageKind, template: str) -> Page:
    """Return the page of a `kind`. Raises TemplateError where the `template` has none."""
    if kind not in pages:
        raise TemplateError(
            f"{template} : il manque la page « {kind} ». "
            f"Ajoutez au fichier une section dont le premier paragraphe est le mot « {kind} »."
        )
    return pages[kind]


def closed(pen: Pen, drawn: Sequence[str], page: Page, *, last: bool) -> str:
    """Return the blocks of a section with its end: in its last paragraph or, for the `last` section, after it."""
    pieces = list(drawn)
    if not pieces or pieces[-1].endswith(END_OF_TABLE):
        pieces.append(gap(pen))
    if last:
        return "".join(pieces) + page.properties
    pieces[-1] = pieces[-1].replace("</w:pPr>", f"{page.properties}</w:pPr>", 1)
    return "".join(pieces)
