"""What is read without markdown-it is read as markdown-it reads it; a text with anything more is left to it."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.resources import samples_folder, templates_folder
from docgen.text.markdown import _parsed
from docgen.text.plain_markdown import TextNode, plain_nodes

OUTLINE = tuple[object, ...]


def outline(node: TextNode) -> OUTLINE:
    """Return what docgen reads of a node: the places of heads alone, the markers of lists in quoted law alone."""
    children = tuple(map(outline, node.children))
    place = node.map if node.type == "heading" else None
    return (node.type, node.tag if node.type == "heading" else "", _content(node), place, children)


def _content(node: TextNode) -> str:
    return node.content if node.type in ("inline", "text") else ""


def assert_read_alike(text: str) -> None:
    plain = plain_nodes(text)
    if plain is not None:
        assert tuple(map(outline, plain)) == tuple(map(outline, _parsed(text)))


TEXTS = sorted((*templates_folder().rglob("*.md"), *samples_folder().rglob("*.md")))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_our_own_texts_are_read_alike(path: Path) -> None:
    assert_read_alike(path.read_bytes().decode("utf-8", "replace"))


def test_the_model_of_a_convention_needs_no_more() -> None:
    text = (templates_folder() / "textes" / "convention-cooperation.md").read_text(encoding="utf-8")
    assert plain_nodes(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "un mot *fort*",
        "un _mot_",
        "une barre \\_",
        "une ligne\nqui continue",
        "1. un",
        "+ un",
        "- un\n  deux",
        "- un\n\n- deux",
        "- - un",
        "> - un",
        "> un\n> deux",
        "> un\ndeux",
        ">un",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "    retrait",
        "#titre",
        "# titre #",
        "## titre\ntexte",
        "- ",
        "\u00a0",
        "ligne\rfin",
    ],
)
def test_anything_more_is_left_to_markdown_it(text: str) -> None:
    assert plain_nodes(text) is None


PIECES = [
    *("mot", "Vu ", "{{opco.le}}", "{{reunion_1}}", "{{a:est|sont}}", "«\u00a0L. 6332-1\u00a0»", "é", " ", "  ", "\t"),
    *("# ", "## ", "### ", "#", "{#objet}", "- ", "-", "+ ", "> ", ">", "1. ", "12) ", "2021", "*", "_", "\\", "|"),
    *("---", "===", "```", "~~~", "<b>", "&amp;", "[a]: b", "[a](b)", "![", "!", "http://a.b", "\u00a0", "\x0b", ":"),
]
LINES = st.lists(st.sampled_from(PIECES), max_size=4).map("".join)


@given(st.lists(st.one_of(LINES, st.just(""), st.just("mot")), max_size=8).map("\n".join))
@example("")
@example("- un\n- deux\n\n# Titre\n\n> un\n>\n> deux\n\nmot")
def test_whatever_is_typed_is_read_alike(text: str) -> None:
    assert_read_alike(text)
