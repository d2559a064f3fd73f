"""Of any file, each word is in the Markdown, in a doubt, or among the lines that were left; and none is made up."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.takeback import TakenBack, take_back
from tests.takeback.foreign import HAS_OFFICE, ODT, RTF, SHAPES, converted, of_paragraphs
from tests.word_reader import W, body

_WORD = re.compile(r"[^\W_]+")
ADDED = {"article", "objet", "duree", "1er", *"abcdefghij", *map(str, range(30))}
"""What Markdown needs of its own: the head of an article, its name, the numbers that the word processor counts."""


def words_in(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(text))


def words_of_file(content: bytes) -> Counter[str]:
    """Return the words of the body, a paragraph's runs read as one; what was taken out is left out."""
    texts = []
    for paragraph in body(content).iter(f"{W}p"):
        within = paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
        own = (node for node in within if next(node.iterancestors(f"{W}p")) is paragraph)
        texts.append("".join(node.text or "" if node.tag == f"{W}t" else " " for node in own))
    return words_in("\n".join(texts))


def told(found: TakenBack) -> Counter[str]:
    doubts = (f"{one.message} {one.remedy}" for one in found.findings)
    return words_in("\n".join((found.markdown, *doubts, *found.left)))


def assert_all_there(content: bytes) -> TakenBack:
    found = take_back(content, "convention.docx")
    there = words_of_file(content)
    assert {word for word in there if word not in told(found)} == set()
    assert {word for word in words_in(found.markdown) if word not in there} <= ADDED
    return found


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_no_word_is_lost_and_none_is_made_up(shape: str) -> None:
    assert_all_there(SHAPES[shape]())


@pytest.mark.skipif(not HAS_OFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("content", "suffix"), [(ODT, "html"), (RTF, "rtf")], ids=["odt", "rtf"])
def test_a_file_that_libreoffice_made_of_another_format_is_read(content: str, suffix: str, tmp_path: Path) -> None:
    found = assert_all_there(converted(content, suffix, tmp_path))
    assert (
        re.findall(r"^## .*$", found.markdown, re.MULTILINE)
        == {
            "html": ["## Article 1er – Objet {#objet}", "## Article 2 – Voix"],
            "rtf": ["## Article 1er – Objet {#objet}", "## Article 2 – Durée"],
        }[suffix]
    )


_LINES = st.sampled_from(
    (
        *(
            "Article 1 – Objet",
            "ARTICLE 2",
            "Article 12-1 : Suites",
            "I. AXES",
            "PRÉAMBULE",
            "Vu le code,",
            "- point ;",
        ),
        *(
            "Il est convenu ce qui suit :",
            "Fait à Paris, le 12 mai 2021.",
            "ENTRE",
            "1° Un ;",
            "a) Deux.",
            "> cité",
            "# x",
        ),
        *("| a | b |", "Les parties coopèrent.", "*", "TOTAL", "Article 3 du code du travail.", "{{opco.le}}", "1. Un"),
    )
)


@settings(max_examples=100, deadline=None)
@given(lines=st.lists(_LINES, max_size=12))
def test_of_any_row_of_lines_no_word_is_lost(lines: list[str]) -> None:
    assert_all_there(of_paragraphs(*lines))


def test_each_line_is_taken_as_often_as_it_stands() -> None:
    content = of_paragraphs("Article 1 – Objet", "Agir.", "Agir.", "Article 2 – Suites", "Agir.")
    assert words_in(take_back(content, "c.docx").markdown)["agir"] == 3


def test_the_words_of_text_boxes_and_page_heads_are_kept_apart() -> None:
    found = take_back(SHAPES["text boxes, nested tables, unknown elements"](), "c.docx")
    assert {"Encart ancien", "Encart neuf", "Préfecture"} <= set(found.left)
    assert {"Encart de cellule", "Cliquez ici", "Tapez un montant"} <= set(found.left)
    assert "| Étude | dix euros hors taxes |" in found.markdown
    assert "| Taxes |  |" in found.markdown


def test_words_in_too_many_elements_are_said() -> None:
    found = take_back(SHAPES["text boxes, nested tables, unknown elements"](), "c.docx")
    assert "Au fond." in found.left
    assert any("1 passage emboîté trop profondément" in one.message for one in found.findings)


def test_the_hinge_is_said_word_for_word() -> None:
    found = take_back(SHAPES["a hinge"](), "c.docx")
    assert 'charniere: "Il est convenu ce qui suit :"' in next(f.remedy for f in found.findings if f.code == "REP-09")
    assert "convenu" not in found.markdown
