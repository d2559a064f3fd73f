"""The actions of a year: which ones, with what part of their budget and of what was paid."""

from decimal import Decimal

import pytest

from docgen.bilan.actions import lignes_de, poste_de
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.fiche_action import Sens
from docgen.model.fiche_realisation import EtatAction, FicheRealisation
from tests.bilan.years import (
    ANNEXE,
    ANNEXE_LONGUE,
    BILAN,
    FICHE,
    LONGUE,
    REALISATION,
    WHOLE,
    actions,
    convention,
)
from tests.text.dossiers import CONVENTION, dossier


def test_an_action_of_one_year_has_the_whole_of_its_annex() -> None:
    (action, _) = actions(*WHOLE)
    assert action.budget == Decimal("1000.00")
    assert action.depense == Decimal("1030.00")
    assert action.autres_annees == ()


def test_an_action_over_two_years_is_split_as_its_annex_and_its_fiche_say() -> None:
    of_2021, of_2022 = actions(*WHOLE)[1], actions(*WHOLE, annee=2022)[0]
    assert (of_2021.budget, of_2021.depense, of_2021.autres_annees) == (Decimal(300), Decimal(300), (2022,))
    assert (of_2022.budget, of_2022.depense, of_2022.autres_annees) == (Decimal(600), Decimal(600), (2021,))


def test_an_action_of_another_year_is_not_there() -> None:
    assert [action.fiche.id for action in actions(*WHOLE, annee=2022)] == ["f2"]
    assert actions(*WHOLE, annee=2023) == ()


def test_an_action_over_years_that_its_annex_does_not_share_has_no_known_budget() -> None:
    unshared = ANNEXE_LONGUE.replace(', montant: "300,00"', "")
    (action,) = actions(CONVENTION, LONGUE, unshared)
    assert action.budget is None


@pytest.mark.parametrize("sens", [Sens.DEFAVORABLE, Sens.AJOURNE])
def test_an_action_that_the_committee_stopped_is_not_active_unless_it_was_carried_out(sens: Sens) -> None:
    stopped = FICHE.replace("avis_copil: {sens: favorable", f"avis_copil: {{sens: {sens.value}")
    assert actions(CONVENTION, stopped, ANNEXE) == ()
    assert len(actions(CONVENTION, stopped, ANNEXE, REALISATION)) == 1


def test_nothing_is_made_up_for_an_action_of_which_nothing_is_said() -> None:
    (action,) = actions(CONVENTION, FICHE, ANNEXE)
    assert (action.lignes, action.depense, action.etat) == (None, None, None)


def test_an_action_given_up_without_spending_cost_nothing() -> None:
    declared = BILAN + "actions: [{fiche: f1, etat: abandonnée, le: 01/10/2021, motif: lieu fermé}]"
    (action,) = actions(CONVENTION, FICHE, ANNEXE, declared)
    assert (action.etat, action.depense) == (EtatAction.ABANDONNEE, Decimal(0))


def test_an_action_that_runs_cost_what_the_review_declares() -> None:
    running = BILAN + "actions: [{fiche: f1, etat: en cours, paye: {opco: '10,50', b: 2}}]"
    (action,) = actions(CONVENTION, FICHE, ANNEXE, running)
    assert action.depense == Decimal("12.50")
    silent = BILAN + "actions: [{fiche: f1, etat: en cours}]"
    assert actions(CONVENTION, FICHE, ANNEXE, silent)[0].depense is None


def test_the_fiche_de_realisation_prevails_over_what_the_review_declares() -> None:
    declared = BILAN + "actions: [{fiche: f1, etat: abandonnée}]"
    (action,) = actions(CONVENTION, FICHE, ANNEXE, REALISATION, declared)
    assert action.etat is EtatAction.REALISEE


def test_an_item_is_known_whatever_its_capitals_and_accents() -> None:
    (annexe,) = dossier(CONVENTION, FICHE, ANNEXE).all(AnnexeFinanciere)
    assert poste_de("KIT", annexe) is annexe.postes[0]
    assert poste_de("Kits", annexe) is None


def test_what_is_paid_is_told_in_the_words_of_the_annex() -> None:
    made = dossier(CONVENTION, FICHE, ANNEXE, REALISATION.replace("poste: Kit,", "poste: KIT,"))
    (fiche,), (annexe,) = made.all(FicheRealisation), made.all(AnnexeFinanciere)
    assert [one.libelle for one in lignes_de(fiche, annexe)] == ["Kit", "Salle"]


def test_management_fees_are_paid_by_the_frais_de_mission() -> None:
    with_fees = REALISATION.replace("livrables:", "    frais_gestion: 5\nlivrables:", 1)
    made = dossier(CONVENTION, FICHE, ANNEXE, with_fees)
    (fiche,), (annexe,) = made.all(FicheRealisation), made.all(AnnexeFinanciere)
    *_, fees = lignes_de(fiche, annexe)
    assert (fees.libelle, dict(fees.paye), fees.mission) == ("Frais de gestion", {"OPCO Atlas": Decimal(5)}, Decimal(5))


def test_the_actions_are_those_of_their_convention_in_the_order_of_their_numbers() -> None:
    made = dossier(CONVENTION, LONGUE, FICHE)
    assert convention(made).id == "c"
    assert [action.fiche.id for action in actions(CONVENTION, LONGUE, FICHE)] == ["f1", "f2"]
    assert actions(CONVENTION, FICHE.replace("convention: c", "convention: d")) == ()
