"""The pages: sizes, furniture, the mark of a draft."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from docgen.layout.pdf.draw import PdfEngine
from docgen.tree import Document, Family, PageKind, Section
from tests.layout.pdf.trees import alinea, document, of_sections, prose, title
from tests.specimens import annexe_specimen, convention_specimen, fiche_specimen

A4 = (595, 842)


def page_texts(pdf: bytes) -> list[str]:
    """Return all that each page shows, furniture included."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def page_sizes(pdf: bytes) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(BytesIO(pdf)).pages]


def test_the_pages_are_counted(engine: PdfEngine) -> None:
    drawn = engine.draw(document(title(), alinea(prose(120))))
    assert drawn.pages == len(page_texts(drawn.content)) > 2


def test_the_foot_has_the_short_title_and_the_page_of_all_pages(engine: PdfEngine) -> None:
    texts = page_texts(engine.draw(document(title(), alinea(prose(120)))).content)
    for number, text in enumerate(texts, start=1):
        assert "Essai – papier du 12 mai 2021" in text
        assert f"{number} / {len(texts)}" in text


def test_the_cover_has_no_furniture_but_counts(engine: PdfEngine) -> None:
    cover, *others = page_texts(engine.draw(convention_specimen()).content)
    assert "/" not in cover
    assert f"2 / {1 + len(others)}" in others[0]


@pytest.mark.parametrize("drawn", [convention_specimen(draft=True), fiche_specimen("draft")], ids=["act", "form"])
def test_every_page_of_a_draft_is_marked(engine: PdfEngine, drawn: Document) -> None:
    assert all("PROJET" in text for text in page_texts(engine.draw(drawn).content))


def test_no_page_of_a_definitive_paper_is_marked(engine: PdfEngine) -> None:
    assert not any("PROJET" in text for text in page_texts(engine.draw(convention_specimen()).content))


def test_a_landscape_section_stands_among_upright_ones(engine: PdfEngine) -> None:
    upright, wide = Section(PageKind.TEXTE, (title(),)), Section(PageKind.PAYSAGE, (alinea("Tableau large"),))
    sizes = page_sizes(engine.draw(of_sections(upright, wide, Section(PageKind.TEXTE, (alinea("Suite"),)))).content)
    assert sizes == [A4, A4[::-1], A4]


def test_sections_of_one_kind_start_on_pages_of_their_own(engine: PdfEngine) -> None:
    assert page_sizes(engine.draw(annexe_specimen()).content) == [A4[::-1]] * 2


def test_a_blank_form_is_two_full_pages(engine: PdfEngine) -> None:
    assert engine.draw(fiche_specimen("blank")).pages == 2


@pytest.mark.parametrize("family", Family)
def test_each_family_has_its_page(engine: PdfEngine, family: Family) -> None:
    drawn = engine.draw(of_sections(Section(PageKind.TEXTE, (title(),)), family=family))
    assert (drawn.suffix, drawn.pages, drawn.findings) == ("pdf", 1, ())


def test_headings_are_bookmarks(engine: PdfEngine) -> None:
    outline = PdfReader(BytesIO(engine.draw(fiche_specimen()).content)).outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles == [
        "Parcours «\u00a0Ingénierie et numérique\u00a0»\u00a0: découvrir les métiers du lycée à l’université"
    ]
