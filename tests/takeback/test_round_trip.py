"""Tracked changes → operations → the text: what was proposed, applied, makes the very changes that it was read from."""

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings

from docgen.amend.addresses import TextTree
from docgen.amend.apply import apply
from docgen.amend.compare import compare
from docgen.amend.operations import Operation
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.model.avenant import Avenant
from docgen.model.build import Built, build_piece
from docgen.read.yaml import read_yaml
from docgen.resources import templates_folder
from docgen.takeback import TakenBack, take_back
from docgen.text.new_text import Context, operation_of
from docgen.text.values import Values
from docgen.tree import Revision, leaves, text_of
from docgen.values import replace
from tests.amend.test_operations import amended
from tests.layout.pdf.trees import document


@pytest.fixture(scope="module")
def templates() -> WordTemplates:
    return WordTemplates(templates_folder())


def proposed(before: TextTree, after: TextTree, templates: WordTemplates) -> TakenBack:
    """Return what is taken back of the comparison of two states, as a Word file shows it."""
    marked = replace(compare(document(*before.body), document(*after.body)), revision=Revision("A", date(2022, 6, 14)))
    return take_back(draw_word(marked, templates).content, "comparaison.docx")


def read(text: str, tree: TextTree) -> tuple[Operation, ...]:
    """Return the operations that a YAML text types, on `tree`."""
    mapping, faults = read_yaml(f"document: avenant\nid: a\n{text}".encode(), "avenant.yaml")
    assert mapping, faults
    built = build_piece(mapping)
    assert isinstance(built, Built)
    assert isinstance(built.piece, Avenant)
    found = (operation_of(one, Context(tree, Values(), lambda _: None)) for one in built.piece.operations)
    return tuple(one for one in found if one)


def said(tree: TextTree) -> list[str]:
    lines = (" ".join(text_of(content).split()) for content in leaves(tree.body))
    return [line for line in lines if line]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture],
)
@given(case=amended())
def test_what_is_proposed_makes_the_changes_that_it_was_read_from(
    case: tuple[TextTree, tuple[Operation, ...]], templates: WordTemplates
) -> None:
    before, operations = case
    after, faults = apply(before, operations)
    assert not faults
    found = proposed(before, after, templates)
    assume("REP-08" not in {finding.code for finding in found.findings})
    again, faults = apply(before, read(found.operations, before) if found.operations else ())
    assert not faults, (found.operations, faults)
    assert said(again) == said(after), found.operations
