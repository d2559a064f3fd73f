"""A paper is written for its words only where what was typed may have put faulty ones there."""

from typing import Any

import pytest

from docgen.checks.rule import Subject
from tests.checks.cases import subjects


def may_print(word: str, changes: dict[str, Any]) -> set[str]:
    """Return the kinds of the pieces of the base, so changed, whose papers may hold `word`."""
    return {one.piece.genre for one in subjects(changes) if one.may_print(lambda text: word in text)}


def test_a_convention_is_always_read_for_its_text_is_no_field() -> None:
    assert may_print("introuvable", {}) == {"convention"}


def test_a_word_typed_in_a_fiche_may_be_in_its_paper_and_in_that_of_its_annex() -> None:
    assert may_print("introuvable", {"fiche": {"livrables": "introuvable"}}) >= {"fiche-action", "annexe-financiere"}


def test_a_word_may_arise_where_a_number_meets_its_unit() -> None:
    indicateur = {"libelle": "jeunes", "nature": "quantitatif", "prevu": "30 élèves", "unite": "élèves"}
    assert "fiche-action" in may_print("élèves élèves", {"fiche": {"indicateurs": [indicateur]}})


@pytest.mark.parametrize("field", ["titre", "porteur"])
def test_the_paper_of_a_piece_that_lacks_a_value_is_read(field: str) -> None:
    assert "fiche-action" in may_print("introuvable", {"fiche": {field: None}})


def test_no_paper_is_written_where_nothing_faulty_was_typed() -> None:
    fiche = next(one for one in subjects({}) if one.piece.genre == "fiche-action")
    assert isinstance(fiche, Subject)
    assert not fiche.may_print(lambda text: "introuvable" in text)
    assert "documents" not in vars(fiche)
