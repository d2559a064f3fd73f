"""Indicators: planned, achieved, gap, rate; none left out, none invented."""

from decimal import Decimal

from docgen.bilan.mesures import inventes, mesures
from docgen.model.fiche_action import FicheAction
from docgen.model.fiche_realisation import FicheRealisation
from tests.bilan.years import FICHE, LONGUE, REALISATION, REALISATION_LONGUE
from tests.text.dossiers import CONVENTION, dossier


def both(*texts: str) -> tuple[FicheAction, FicheRealisation]:
    made = dossier(CONVENTION, *texts)
    return made.all(FicheAction)[0], made.all(FicheRealisation)[0]


def test_every_indicator_of_the_fiche_has_its_line_in_its_order() -> None:
    counted, observed = mesures(*both(FICHE, REALISATION))
    assert (counted.prevu, counted.realise, counted.ecart) == (Decimal(200), Decimal(190), Decimal(-10))
    assert counted.taux == Decimal("95.0")
    assert observed.repondu
    assert (observed.prevu, observed.ecart, observed.taux) == (None, None, None)


def test_an_answer_finds_its_indicator_whatever_its_capitals_and_no_rate_is_told_of_nothing_planned() -> None:
    (measure,) = mesures(*both(LONGUE, REALISATION_LONGUE))
    assert (measure.prevu, measure.realise, measure.ecart, measure.taux) == (Decimal(0), Decimal(12), Decimal(12), None)


def test_an_indicator_without_an_answer_keeps_its_line() -> None:
    fiche, realisation = both(FICHE, REALISATION.replace("jeunes rencontrés, realise", "visiteurs, realise"))
    assert [one.repondu for one in mesures(fiche, realisation)] == [False, True]
    assert list(inventes(fiche, realisation)) == [(0, "visiteurs")]
    assert [one.repondu for one in mesures(fiche, None)] == [False, False]
