"""A Word file says the words of its tree, block by block, in the order of the tree."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings

from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.tree import Break, Document, FormField, Mark, Paragraph, Run, Tick, paragraphs_of
from tests.layout.pdf.trees import DOCUMENTS, document, every_block
from tests.specimens import annexe_specimen, convention_specimen, fiche_specimen
from tests.word_reader import paragraphs

SPECIMENS: dict[str, Callable[[], Document]] = {
    "convention": convention_specimen,
    "fiche": fiche_specimen,
    "blank form": lambda: fiche_specimen("blank"),
    "draft": lambda: fiche_specimen("draft"),
    "annexe": annexe_specimen,
    "every block": lambda: document(*every_block()),
}


@pytest.mark.parametrize("specimen", SPECIMENS)
def test_a_paper_says_the_words_of_its_tree(specimen: str, templates: WordTemplates) -> None:
    paper = SPECIMENS[specimen]()
    assert paragraphs(draw_word(paper, templates).content) == paragraphs_of(paper)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(paper=DOCUMENTS)
def test_any_tree_is_said_in_its_order(paper: Document, templates: WordTemplates) -> None:
    assert paragraphs(draw_word(paper, templates).content) == paragraphs_of(paper)


@pytest.mark.parametrize(
    "text", ["R&D", "a < b > c", "]]>", "&amp;", "{{ corps }}", "{% if x %}", '"« ’ »"', "rIdDocgen1"]
)
def test_signs_of_markup_are_words_like_others(text: str, templates: WordTemplates) -> None:
    paper = document(
        Paragraph((Run(text), Break(), Run(text, frozenset({Mark.STRONG})))),
        Paragraph((Tick(text, name=text), FormField(text, text, text))),
    )
    assert paragraphs(draw_word(paper, templates).content) == [f"{text} {text}", f"{text}{text}"]


def test_a_space_at_the_edge_of_a_run_is_kept(templates: WordTemplates) -> None:
    paper = document(Paragraph((Run("un "), Run("mot", frozenset({Mark.EMPHASIS})), Run("  isolé"))))
    assert paragraphs(draw_word(paper, templates).content) == ["un mot  isolé"]
