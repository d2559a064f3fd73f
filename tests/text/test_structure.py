"""What reads our Markdown reads it as markdown-it does, which is the judge here and no part of docgen."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from docgen.text.structure import parse
from docgen.text.syntax import Syntax

ROOT = Path(__file__).parents[2]
TEXTS = sorted(path for folder in ("samples", "templates", "docs") for path in (ROOT / folder).rglob("*.md"))
OFF = ("code", "fence", "hr", "html_block", "lheading", "reference")
OFF_INLINE = ("autolink", "backticks", "entity", "html_inline", "image", "link")
JUDGE = MarkdownIt("commonmark").enable("table").disable([*OFF, *OFF_INLINE])

SIGNS = (
    "a", "b c", "é", "«\u00a0", "’", ".", ":", "!", "\u00a0", " ", "  ", "    ", "\t", "\n", "\n", "\n", "\n\n", "\r\n",
    "*", "**", "***", "_", "__", "\\", "> ", ">", "- ", "* ", "+ ", "-", "1. ", "2) ", "10. ", "1.", "# ", "## ", "###",
    " #", "#######", "|", "||", "\\|", "| a | b |", "|---|--:|", ":-:", "--", "---", "[a](b)", "<b>", "`c`", "&amp;",
    "{{a}}", "\0",
)  # fmt: skip


def lines_of(node: SyntaxTreeNode | Syntax) -> tuple[int, int]:
    return tuple(node.map or (0, 0)) if isinstance(node, SyntaxTreeNode) else node.lines  # type: ignore[return-value]


def told(children: Iterable[SyntaxTreeNode | Syntax]) -> list[Any]:
    """Return what docgen uses of a tree: the same of one as of the other, when they are the same."""
    return [_told(node) for node in children if node.type != "text" or node.content]


def _told(node: SyntaxTreeNode | Syntax) -> Any:
    match node.type:
        case "text":
            return node.content
        case "inline":  # the spaces at the head of a line say nothing, and are not kept
            words = "\n".join(line.lstrip(" \t") for line in node.content.split("\n"))
            return words, told(node.children)
        case "heading":
            level = int(node.tag[1]) if isinstance(node, SyntaxTreeNode) else node.level
            return level, lines_of(node), told(node.children)
        case "list_item":
            return node.info, node.markup, told(node.children)
        case "th" | "td":
            style = str(node.attrs.get("style", "")) if isinstance(node, SyntaxTreeNode) else node.align
            return style.removeprefix("text-align:"), told(node.children)
        case "tr":
            return lines_of(node), told(node.children)
        case _:
            return node.type, told(node.children)


MISREAD = re.compile(r"(?:^|\n)[^\n]*[>+*.)-][^\n]*>\t[ \t]*(?:[-+*]|[0-9]+[.)])(?:[ \t]|\n|$)")
"""A list after a quotation and a tab, inside another block: the judge counts the columns of that tab from the head of
the line, which CommonMark counts from the block's own."""


def judged(text: str) -> list[Any]:
    return told(SyntaxTreeNode(JUDGE.parse(text)).children)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_text_of_docgen_has_the_same_tree(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert told(parse(text)) == judged(text)


@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
@example("> - a\nb\n\n> c\n1. d\n2. e")
@example("- a\n\n   - b\n      - c\n\n  d")
@example("| a | b |\n|---|--:|\n| c \\| d |\n> e")
@example("***a** b* _c_ d_e_f \\*g\\* 5*3*2  \nh\\\ni")
@example("# a ##\n## b#\n### \n####### c")
@example("-\n\n  a\n-\n  b\n1.\ta\n\n\tb")
@example(">" * 30 + " a")
@settings(max_examples=1_000, deadline=None)
def test_any_text_has_the_same_tree(text: str) -> None:
    assume(not MISREAD.search(text))
    assert told(parse(text)) == judged(text)


@pytest.mark.parametrize(
    "text", ["*a _" * 5_000, "> " * 5_000, "- a\n" * 5_000, "|" * 50_000, "a\n" * 20_000, "**" * 9_000]
)
def test_a_text_made_to_exhaust_its_reader_is_read(text: str) -> None:
    assert told(parse(text)) == judged(text)
