"""Signature blocks in Word: two abreast, level, in the order in which they are read, never parted from the text."""

from lxml import etree

from docgen.layout.metrics import lines_of, width_of
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.tree import (
    Article,
    Block,
    Column,
    Heading,
    HeadingRole,
    Paragraph,
    ParagraphRole,
    Row,
    Signature,
    Signatures,
    Table,
)
from tests.layout.pdf.trees import alinea, document, prose, signature, words
from tests.specimens import convention_specimen
from tests.word_reader import W, body, style_ids, style_of, styled, value, words_of

DONE = Paragraph(words("Fait à Paris."), ParagraphRole.FAIT)


def drawn(templates: WordTemplates, *blocks: Block) -> etree._Element:
    return body(draw_word(document(*blocks), templates).content)


def is_kept(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


def article(*texts: str) -> Article:
    return Article("18", Heading(HeadingRole.ARTICLE, 3, words("Article 18")), tuple(map(alinea, texts)))


def test_a_side_is_a_row_of_a_cell_per_person(templates: WordTemplates) -> None:
    sides = [*body(draw_word(convention_specimen(), templates).content).iter(f"{W}tbl")][1:]
    assert [len([*side.iter(f"{W}tr")]) for side in sides] == [1, 1]
    assert [len([*side.iter(f"{W}tc")]) for side in sides] == [2, 2]
    assert all(side.find(f"{W}tr/{W}trPr/{W}cantSplit") is not None for side in sides)


def test_a_block_is_read_from_who_delegates_to_who_signs(templates: WordTemplates) -> None:
    content = draw_word(convention_specimen(), templates).content
    first = next(cell for cell in body(content).iter(f"{W}tc") if b"BLANQUER" in etree.tostring(cell))
    said = [(style_of(paragraph), words_of(paragraph)) for paragraph in first.iter(f"{W}p")]
    ids = style_ids(content)
    assert said == [
        (ids["Signature qualité"], "Le Ministre de l’éducation nationale, de la jeunesse et des sports"),
        (ids["Signature nom"], "Jean-Michel BLANQUER"),
        (ids["Signature délégation"], "Pour le ministre et par délégation"),
        (ids["Signature qualité"], "Le directeur général de l’enseignement scolaire"),
        (ids["Signature champ"], ""),
        (ids["Signature nom"], "Edouard GEFFRAY"),
    ]


def test_only_who_signs_has_room_to_sign_under_a_spoken_name(templates: WordTemplates) -> None:
    content = draw_word(convention_specimen(), templates).content
    fields = styled(content, "Signature champ")
    named = [value(control, "sdtPr", "alias") for control in body(content).iter(f"{W}sdt")]
    assert len(fields) == 4
    assert named == [
        "Signature de Edouard GEFFRAY",
        "Signature de Anne-Sophie BARTHEZ",
        "Signature de Philippe DEGONZAGUE",
        "Signature de Céline VICAINÉ",
    ]


def test_a_person_without_a_field_has_room_to_sign_but_no_control(templates: WordTemplates) -> None:
    content = draw_word(document(Signatures(((signature("Paul VERNET", ""),),))), templates).content
    assert len(styled(content, "Signature champ")) == 1
    assert next(body(content).iter(f"{W}sdt"), None) is None


def test_fields_stand_level_whatever_the_words_above_them(templates: WordTemplates) -> None:
    long = Signature(words("La directrice générale de l’enseignement supérieur et de l’insertion"), words("A"))
    content = draw_word(document(Signatures(((signature(), long),))), templates).content
    lower, higher = (
        int(field.find(f"{W}pPr/{W}spacing").get(f"{W}before", "0"))  # type: ignore[union-attr]
        for field in styled(content, "Signature champ")
    )
    assert lower - higher == 13 * 20
    assert [value(cell, "tcPr", "vAlign") for cell in body(content).iter(f"{W}tc")] == ["bottom", "bottom"]


def test_the_last_article_stays_with_what_is_signed(templates: WordTemplates) -> None:
    found = drawn(templates, article("Un.", "Deux."), DONE, Signatures(((signature(),), (signature(),))))
    kept = {words_of(paragraph): is_kept(paragraph) for paragraph in found.iter(f"{W}p")}
    assert {text: kept[text] for text in ("Un.", "Deux.", "Fait à Paris.", "Claire DELMAS")} == dict.fromkeys(
        ("Un.", "Deux.", "Fait à Paris.", "Claire DELMAS"), True
    )


def test_of_a_long_last_article_only_the_end_stays(templates: WordTemplates) -> None:
    found = drawn(templates, article("Un.", prose(30), "Fin."), DONE, Signatures(((signature(),),)))
    kept = [is_kept(paragraph) for paragraph in found.iter(f"{W}p") if style_of(paragraph) == "Alinea"]
    assert kept == [False, False, True]


def test_text_that_leads_to_no_signature_is_free(templates: WordTemplates) -> None:
    found = drawn(templates, article("Un.", "Deux."), alinea("Trois."))
    assert [is_kept(one) for one in found.iter(f"{W}p") if style_of(one) == "Alinea"] == [False, False, False]


def test_words_are_counted_as_arial_sets_them() -> None:
    assert width_of("Hello", 10) == 22.78
    assert width_of("é", 10) == width_of("e", 10)
    assert lines_of("un deux trois", 10, 1000) == 1
    assert lines_of("un deux trois", 10, width_of("un deux", 10)) == 2
    assert lines_of("anticonstitutionnellement", 10, 1) == 1


def test_sides_that_touch_are_of_one_width(templates: WordTemplates) -> None:
    found = drawn(templates, Signatures(((signature(), signature("Paul VERNET")), (signature("Solène MARCHETTI"),))))
    assert len({width.get(f"{W}w") for width in found.iter(f"{W}tblW")}) == 1


def test_the_block_of_a_letter_stands_under_its_addressee(templates: WordTemplates) -> None:
    alone, abreast = ((signature(),),), ((signature(), signature("Paul VERNET")),)
    indents = [
        [*drawn(templates, alinea("Texte."), Signatures(rows, aside=aside)).iter(f"{W}tblInd")]
        for rows, aside in ((alone, True), (alone, False), (abreast, True))
    ]
    assert [[indent.get(f"{W}w") for indent in found] for found in indents] == [["4535"], [], []]


def test_a_table_in_company_keeps_the_two_paragraphs_before_it(templates: WordTemplates) -> None:
    columns, rows = (Column(words("Bureau"), 1),), (Row((words("Affaires juridiques"),)),)
    texts = [alinea(f"Règle {n}.") for n in range(3)]
    for company, expected in ((True, [False, True, True]), (False, [False, False, False])):
        visas = Table(words("Visas"), columns, rows, in_company=company)
        assert [is_kept(one) for one in list(drawn(templates, *texts, visas))[:3]] == expected
