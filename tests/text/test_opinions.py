"""The table of opinions: a date stands on one line where its column has the room."""

import pytest

from docgen.model.common import Partie
from docgen.model.fiche_action import FicheAction
from docgen.text.opinions import opinions_table
from docgen.text.words import words
from docgen.tree import text_of
from tests.text.dossiers import dossier

FICHE = """
document: fiche-action
id: f
convention: c
avis_copil: {sens: favorable, date: 24/09/2021}
avis: [{ministere: a, sens: réservé, recommandations: ouvrir, levee: {date: 10/11/2021, pieces: la fiche}}]
"""
"""Opinions of which one says its day by itself."""


def cells(ministries: int) -> list[str]:
    """The opinions of the one row."""
    (fiche,) = dossier(FICHE).all(FicheAction)
    state = [Partie(id="a"), Partie(id="b"), Partie(id="c")][:ministries]
    (row,) = opinions_table(words("Avis"), [fiche], state, "COPIL").rows
    return [text_of(cell) for cell in row.cells[2:]]


@pytest.mark.parametrize("ministries", [1, 2])
def test_no_date_breaks_in_the_columns_of_one_or_two_ministries(ministries: int) -> None:
    first, second, *_ = cells(ministries)
    assert first == "favorable (24\u00a0septembre\u00a02021)"
    assert second == "réserve levée le 10\u00a0novembre\u00a02021"


def test_a_date_may_break_in_the_narrow_columns_of_three_ministries() -> None:
    assert cells(3)[0] == "favorable (24\u00a0septembre 2021)"
