"""Running text in Word: real headings, real lists, quotes, marks, holes."""

import pytest

from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.tree import (
    Article,
    Blank,
    Block,
    BulletList,
    Heading,
    HeadingRole,
    Hole,
    ListItem,
    Mark,
    Paragraph,
    ParagraphRole,
    Part,
    Quote,
    Run,
)
from tests.layout.pdf.trees import alinea, document, words
from tests.specimens import convention_specimen, fiche_specimen
from tests.word_reader import W, body, headings, style_ids, style_of, styled, value, words_of


def drawn(templates: WordTemplates, *blocks: Block) -> bytes:
    return draw_word(document(*blocks), templates).content


@pytest.mark.parametrize("role", HeadingRole)
def test_a_heading_bears_the_style_of_its_role_and_the_level_of_the_tree(
    role: HeadingRole, templates: WordTemplates
) -> None:
    content = drawn(templates, Heading(role, 4, words("Un titre")))
    assert headings(content) == [(4, "Un titre")]
    assert [words_of(paragraph) for paragraph in styled(content, role)] == ["Un titre"]


@pytest.mark.parametrize("role", ParagraphRole)
def test_a_paragraph_bears_the_style_of_its_role(role: ParagraphRole, templates: WordTemplates) -> None:
    content = drawn(templates, Paragraph(words("Un texte"), role))
    assert [words_of(paragraph) for paragraph in styled(content, role)] == ["Un texte"]
    assert headings(content) == []


def test_a_convention_has_a_title_parts_and_articles_without_a_skipped_level(templates: WordTemplates) -> None:
    found = headings(draw_word(convention_specimen(), templates).content)
    assert found[:4] == [
        (1, "CONVENTION DE COOPÉRATION"),
        (2, "PRÉAMBULE"),
        (2, "OBJET DE LA CONVENTION"),
        (3, "Article\u00a01 – Objet"),
    ]
    assert found[-2][0] == found[-1][0] == 3


def test_a_fiche_has_its_title_band_then_its_boxes(templates: WordTemplates) -> None:
    found = headings(draw_word(fiche_specimen(), templates).content)
    assert found[0] == (
        1,
        "Parcours «\u00a0Ingénierie et numérique\u00a0»\u00a0: découvrir les métiers du lycée à l’université",
    )
    assert [level for level, _ in found[1:]] == [2] * 13


def test_the_band_of_a_blank_form_is_headed_by_its_label(templates: WordTemplates) -> None:
    found = headings(draw_word(fiche_specimen("blank"), templates).content)
    assert found[:2] == [(1, "TITRE DE L’ACTION"), (2, "PUBLICS VISÉS")]


def test_an_article_that_opens_a_part_leaves_the_space_to_the_head_of_the_part(templates: WordTemplates) -> None:
    articles = tuple(
        Article(number, Heading(HeadingRole.ARTICLE, 3, words(f"Article {number}")), (alinea("Texte."),))
        for number in "12"
    )
    content = drawn(templates, Part(Heading(HeadingRole.PARTIE, 2, words("I – AXES")), articles))
    first, second = styled(content, HeadingRole.ARTICLE)
    assert first.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "0"  # type: ignore[union-attr]
    assert second.find(f"{W}pPr/{W}spacing") is None


def test_a_list_is_a_list_of_word_whose_dashes_are_not_words(templates: WordTemplates) -> None:
    nested = BulletList((ListItem(words("sous-point")),))
    content = drawn(templates, BulletList((ListItem(words("un"), (nested,)), ListItem(words("deux")))))
    items = [*body(content).iter(f"{W}p")]
    assert [words_of(item) for item in items] == ["un", "sous-point", "deux"]
    assert [value(item, "pPr", "numPr", "ilvl") for item in items] == ["", "1", ""]
    ids = style_ids(content)
    assert [style_of(item) for item in items] == [ids["Liste tiret"], ids["Liste tiret"], ids["Liste tiret fin"]]


def test_the_bars_of_two_quotes_do_not_join(templates: WordTemplates) -> None:
    quote = Quote(
        (Paragraph(words("Art. 1"), ParagraphRole.REFERENCE), Paragraph(words("Texte"), ParagraphRole.CITATION))
    )
    content = drawn(templates, quote, quote, quote)
    indents = [paragraph.find(f"{W}pPr/{W}ind") is not None for paragraph in body(content).iter(f"{W}p")]
    assert indents == [False, False, True, True, False, False]


def test_the_last_paragraph_of_a_quote_leaves_more_air(templates: WordTemplates) -> None:
    cited = [Paragraph(words(text), ParagraphRole.CITATION) for text in ("un", "deux")]
    content = drawn(templates, Quote((Paragraph(words("Art. 1"), ParagraphRole.REFERENCE), *cited)))
    assert [words_of(paragraph) for paragraph in styled(content, "Citation de loi fin")] == ["deux"]


def test_a_run_has_the_style_of_its_mark_and_what_other_marks_add(templates: WordTemplates) -> None:
    marks = frozenset({Mark.STRONG, Mark.SUPERSCRIPT})
    content = drawn(templates, Paragraph((Run("e", marks), Run("er", frozenset({Mark.SUPERSCRIPT})))))
    both, raised = body(content).iter(f"{W}r")
    assert (style_of(both), value(both, "rPr", "vertAlign")) == (style_ids(content)["Fort"], "superscript")
    assert (style_of(raised), value(raised, "rPr", "vertAlign")) == (style_ids(content)["Exposant"], "")


def test_a_hole_is_framed_and_can_be_searched(templates: WordTemplates) -> None:
    content = drawn(templates, Paragraph((Hole("date de fin"),)))
    (run,) = body(content).iter(f"{W}r")
    assert style_of(run) == style_ids(content)["Trou"]
    assert run.findtext(f"{W}t") == "[à compléter\u00a0: date de fin]"


def test_a_blank_is_ruled_and_as_wide_as_asked(templates: WordTemplates) -> None:
    content = drawn(templates, Paragraph((Run("Fait le "), Blank(42), Run(" à Paris,"))))
    _, blank, _ = body(content).iter(f"{W}r")
    assert style_of(blank) == style_ids(content)["Blanc"]
    millimetres = len(blank.findtext(f"{W}t") or "") * 10.5 / 2 / 72 * 25.4
    assert 41 <= millimetres <= 43
    assert [words_of(paragraph) for paragraph in body(content).iter(f"{W}p")] == ["Fait le  à Paris,"]
