"""A finding stands against the papers of its piece, and against those that rest on it."""

from typing import Any

import pytest

from docgen.checks.blocking import standing_against
from docgen.checks.rule import run
from docgen.checks.rules import RULES
from docgen.findings import Finding
from tests.checks.cases import subjects


def standing(key: str, changes: dict[str, Any]) -> list[str]:
    examined = subjects(changes)
    findings: list[Finding] = list(run(RULES, examined))
    piece = next(one.piece for one in examined if one.piece.cle == key)
    return [finding.code for finding in standing_against(piece, examined[0].dossier, findings)]


TWO_OPINIONS = {
    "reunion": {"avis.0.ministeres.+": {"ministere": "men", "sens": "défavorable"}},
}


@pytest.mark.parametrize("key", ["reunion/r", "fiche-action/g", "annexe-financiere/h"])
def test_two_opinions_of_a_ministry_hold_back_the_meeting_and_the_fiche_that_it_gives_them_to(key: str) -> None:
    assert "REU-05" in standing(key, TWO_OPINIONS)


def test_a_fiche_of_which_the_meeting_says_nothing_is_not_held_back() -> None:
    assert standing("fiche-action/f", TWO_OPINIONS) == []


def test_a_reserve_examined_twice_holds_back_its_fiche() -> None:
    levee = {"fiche": "f", "ministere": "men", "pieces": "le kit", "maintenue": "oui"}
    assert "REU-05" in standing("fiche-action/f", {"reunion": {"levees": [levee, {**levee}]}})


def test_what_stands_against_a_meeting_of_the_year_holds_back_the_review_that_lists_it() -> None:
    words = {
        "reunion": {
            "seance.suites": [{"decision": "Relire le kit XXX", "responsable": "OPCO", "echeance": "05/11/2021"}]
        }
    }
    assert "TYP-02" in standing("bilan-annuel/b", {**words, "realisation": {}, "bilan": {}})
