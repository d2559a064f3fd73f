"""No word of a text is lost between its Markdown and its tree: it is printed, or a finding says that it is not."""

import re

from hypothesis import given
from hypothesis import strategies as st

from docgen.text.markdown import blocks, lost_cells, nodes
from docgen.text.values import Values
from docgen.tree import Block, ParagraphRole, Quote, leaves, text_of

WORD = st.sampled_from("un deux trois quatre Art. L. 12-3 *quatre* **cinq** É’t (x) 1° | - > #".split())
LINE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
SIGNS = re.compile(r"[^\W_]+")


def tree(text: str) -> list[Block]:
    """The blocks of a text, its heads left aside."""
    return [block for node in nodes(text) for block in blocks(node.body, Values())]


def lines(block: Block) -> list[str]:
    """The lines of a block."""
    return [text_of(content) for content in leaves((block,))]


def items(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks of Markdown that hold others: quotations and lists of both kinds, in each other."""
    quoted = children.map(lambda text: "\n".join(f"> {line}" for line in text.split("\n")))
    dashes = children.map(lambda text: "- " + text.replace("\n", "\n  "))
    numbers = children.map(lambda text: "1. " + text.replace("\n", "\n   "))
    several = st.lists(children, min_size=2, max_size=3).map("\n\n".join)
    return st.one_of(quoted, dashes, numbers, several)


def table(rows: list[list[str]]) -> str:
    """A table whose head has as many cells as the first row."""
    head, *body = rows
    drawn = [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *body)]
    return "\n".join(drawn)


CELLS = st.lists(st.sampled_from("un deux trois quatre".split()), min_size=1, max_size=4)
TABLE = st.lists(CELLS, min_size=2, max_size=3).map(table)
TEXT = st.recursive(st.one_of(LINE, TABLE, LINE.map("### {}".format)), items, max_leaves=6)


@given(TEXT)
def test_every_word_of_a_text_stands_in_its_tree_or_is_said_to_be_lost(text: str) -> None:
    heads = [node.head for node in nodes(text)]
    printed = " ".join([*heads, *(line for block in tree(text) for line in lines(block))])
    lost = " ".join(cell for _, cell in lost_cells(text))
    said = SIGNS.findall(f"{printed} {lost}")
    assert [word for word in SIGNS.findall(text) if said.count(word) < SIGNS.findall(text).count(word)] == []


def test_a_list_in_quoted_law_keeps_its_markers_as_they_are_typed() -> None:
    (quote,) = tree("> Art. L. 12\n>\n> - le premier ;\n> - le second :\n>\n>   1. un ;\n>\n> Fin.")
    assert isinstance(quote, Quote)
    assert lines(quote) == ["Art. L. 12", "- le premier ;", "- le second :", "1. un ;", "Fin."]
    assert [one.role for one in quote.paragraphs] == [ParagraphRole.REFERENCE, *[ParagraphRole.CITATION] * 4]


def test_a_table_in_quoted_law_is_kept_row_by_row() -> None:
    (quote,) = tree("> Art. L. 12\n>\n> | Taux | Seuil |\n> |---|---|\n> | 1 % | 10 |")
    assert lines(quote) == ["Art. L. 12", "Taux | Seuil", "1 % | 10"]


def test_a_quotation_in_a_quotation_and_a_head_in_it_are_kept() -> None:
    (quote,) = tree("> Un\n>\n> > Deux\n>\n> ### Trois")
    assert lines(quote) == ["Un", "Deux", "Trois"]
    (tight,) = tree("> Un\n> > Deux")
    assert lines(tight) == ["Un", "Deux"]


def test_a_cell_beyond_those_of_the_head_is_said_with_its_line() -> None:
    text = "Un\n\n| a | b |\n|---|---|\n| 1 | 2 | trois |\n| 4 |\n| 5 | 6 \\| 7 |\n"
    assert list(lost_cells(text)) == [(5, "trois")]


def test_the_numbers_of_a_list_are_printed_as_they_are_typed() -> None:
    assert [line for block in tree("1. un\n1. deux\n5. trois") for line in lines(block)] == [
        "1. un",
        "1. deux",
        "5. trois",
    ]
