"""Pages as they come out, where LibreOffice is there to lay them out."""

from pathlib import Path

from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.tree import (
    Article,
    Document,
    Heading,
    HeadingRole,
    PageKind,
    Paragraph,
    ParagraphRole,
    Section,
    Signatures,
)
from tests.layout.pdf.trees import alinea, of_sections, prose, signature, title, words
from tests.layout.word.office import needs_office, pages
from tests.specimens import annexe_specimen, convention_specimen, fiche_specimen


def signed(sentences: int) -> Document:
    """Return an act of that many sentences, then its last article and two sides of signatures."""
    last = Article("2", Heading(HeadingRole.ARTICLE, 2, words("Article 2 – Durée")), (alinea(prose(3)),))
    blocks = (
        title(),
        alinea(prose(sentences)),
        last,
        Paragraph(words("Fait à Paris."), ParagraphRole.FAIT),
        Signatures(((signature("Anne UN"), signature("Paul DEUX")), (signature("Zoé TROIS"),))),
    )
    return of_sections(Section(PageKind.TEXTE, blocks))


@needs_office
def test_signatures_are_never_parted_from_the_last_article(templates: WordTemplates, tmp_path: Path) -> None:
    together = ("Article 2", "Fait à Paris", "UN", "DEUX", "TROIS")
    papers = [draw_word(signed(sentences), templates).content for sentences in range(2, 32, 2)]
    laid_out = pages(tmp_path, *papers)
    ends = [[all(word in text for word in together) for text in texts] for texts in laid_out]
    assert [sum(end) for end in ends] == [1] * len(papers)
    assert {len(texts) for texts in laid_out} == {1, 2}


@needs_office
def test_papers_have_the_pages_of_the_house(templates: WordTemplates, tmp_path: Path) -> None:
    papers = (convention_specimen(), fiche_specimen(), fiche_specimen("blank"), annexe_specimen())
    cover, fiche, blank, annexe = pages(tmp_path, *(draw_word(paper, templates).content for paper in papers))
    assert "1 / " not in cover[0]
    assert f"2 / {len(cover)}" in cover[1]
    assert ["1 / 2" in fiche[0], "2 / 2" in fiche[1]] == [True, True]
    assert [len(fiche), len(blank), len(annexe)] == [2, 2, 2]


@needs_office
def test_a_box_that_flows_says_its_head_again(templates: WordTemplates, tmp_path: Path) -> None:
    (fiche,) = pages(tmp_path, draw_word(fiche_specimen(), templates).content)
    assert [text.count("PRÉSENTATION DE L’ACTION") for text in fiche] == [1, 1]


@needs_office
def test_a_draft_is_marked_on_each_page(templates: WordTemplates, tmp_path: Path) -> None:
    (convention,) = pages(tmp_path, draw_word(convention_specimen(draft=True), templates).content)
    # Its letters are spaced out.
    assert [text.replace(" ", "").count("PROJET") for text in convention] == [1] * len(convention)
