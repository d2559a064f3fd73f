"""A box that slips over onto a page of its own is taken back; nothing else is tightened."""

from itertools import count

from docgen.layout.pdf.draw import PdfEngine
from docgen.layout.pdf.engine import ClosedFetcher
from docgen.layout.pdf.fit import set_tighter, wastes_a_page
from docgen.layout.pdf.telling import followed
from docgen.progress import untold
from docgen.tree import Box, Document, Family, PageKind
from docgen.values import replace
from tests.layout.pdf.trees import alinea, document, words


def form(boxes: int) -> Document:
    drawn = document(*(Box(words(f"Encadré {number}"), (alinea("Une ligne."),)) for number in range(boxes)))
    section = replace(drawn.sections[0], page=PageKind.FORMULAIRE)
    return replace(drawn, family=Family.FORMULAIRE, sections=(section,))


def held(engine: PdfEngine, paper: Document, *, tight: bool) -> list[tuple[str, object]]:
    html = engine._writer.write(paper)
    with followed(untold) as following:
        rendered = engine._engine._rendered(set_tighter(html) if tight else html, ClosedFetcher({}), {}, following)
    return [(page._page_box.page_type.name, page._page_box) for page in rendered.pages]


def test_a_box_that_slips_over_is_taken_back(engine: PdfEngine) -> None:
    first = next(boxes for boxes in count(10) if len(held(engine, form(boxes), tight=False)) == 2)
    assert engine.draw(form(first)).pages == 1


def test_a_second_page_that_is_needed_stays(engine: PdfEngine) -> None:
    boxes = next(boxes for boxes in count(10) if len(held(engine, form(boxes), tight=True)) == 2)
    assert engine.draw(form(boxes)).pages == 2


def test_only_a_page_of_next_to_nothing_asks_for_it(engine: PdfEngine) -> None:
    over = next(boxes for boxes in count(10) if len(held(engine, form(boxes), tight=False)) == 2)
    asks = [wastes_a_page(held(engine, form(over + more), tight=False)) for more in (-1, 0, 6)]  # type: ignore[arg-type]
    assert asks == [False, True, False]
