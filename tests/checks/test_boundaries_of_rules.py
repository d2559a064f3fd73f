"""The last day that is still right and the first that is not; the cent and the share on which a rule turns."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from docgen.checks import (
    annexe_financiere,
    application,
    avenant,
    avenant_effect,
    avis,
    bilan,
    conformite,
    convention,
    denonciation,
    fees,
    fiche_action,
    financing,
    logos,
    realisation,
    reunion,
    signatures,
)
from docgen.checks.rule import Check
from docgen.logos import decisions
from docgen.model.common import Denomination, Partie
from docgen.model.fiche_action import FicheAction
from tests.checks.cases import subjects

SIGNER, DELEGATE = "parties.1.signataires.0", "parties.0.signataires.0.delegation"
LIFTED = {
    "sens": "réservé",
    "date": "20/06/2021",
    "recommandations": "Ouvrir.",
    "levee": {"pieces": "la fiche", "par": "MEN"},
}
TWO_HALVES = {
    "frais_gestion": "(retirer)",
    "postes.1.financement": {"branche": "240,00"},
}


def on(kind: str, path: str, *days: object) -> list[dict[str, Any]]:
    """Return the changes that give `path` of the file `kind` each of the values in turn."""
    return [{kind: {path: day}} for day in days]


def shared(opco: str, branche: str, **more: str) -> dict[str, Any]:
    """An annex of 1 200 € of which the frais de mission pay `opco`."""
    return {"annexe": {**TWO_HALVES, "postes.0.financement": {"opco": opco, "branche": branche}, **more}}


def split(opco: str, campus: str, **more: str) -> dict[str, Any]:
    """An application convention financed so."""
    paid = [
        {"financeur": "opco", "montant": opco, "frais_de_mission": "oui"},
        {"financeur": "campus", "montant": campus},
    ]
    return {"application": {"financements": paid, **more}}


def without_may(signed: str) -> dict[str, Any]:
    """A year without the meeting of May, the convention `signed` that day."""
    return {"convention": {"signature.date": signed}, "reunion-mai": {"nature": "supplémentaire"}, "reunion": {}}


def received(day: str) -> dict[str, Any]:
    """A denunciation that both ministries receive on `day`."""
    return {"denonciation": {f"destinataires.{rank}.recue_le": day for rank in (0, 1)}}


def lifted(day: str) -> dict[str, Any]:
    """A reserve of 20 June, lifted on `day`."""
    return {
        "fiche": {"avis.0": {**LIFTED, "ministere": "men", "levee": {"pieces": "la fiche", "par": "MEN", "date": day}}}
    }


def amended(**changes: Any) -> dict[str, Any]:
    """The base with one avenant so changed."""
    return {"avenants": [changes]}


RIGHT_THEN_WRONG: list[tuple[Check, list[dict[str, Any]], list[dict[str, Any]]]] = [
    (
        convention.two_sides,
        on("convention", f"{SIGNER}.du", "12/05/2021"),
        on("convention", f"{SIGNER}.du", "13/05/2021"),
    ),
    (
        convention.two_sides,
        on("convention", f"{SIGNER}.au", "12/05/2021"),
        on("convention", f"{SIGNER}.au", "11/05/2021"),
    ),
    (
        signatures.delegation_in_force,
        on("convention", f"{DELEGATE}.publiee_le", "11/05/2021"),
        on("convention", f"{DELEGATE}.publiee_le", "12/05/2021"),
    ),
    (
        signatures.delegation_in_force,
        [{"convention": {f"{DELEGATE}.date_acte": "04/07/2019"}}],
        [{"convention": {f"{DELEGATE}.date_acte": "05/07/2019"}}],
    ),
    (
        signatures.number_of_originals,
        on("convention", "signature.originaux", "3"),
        on("convention", "signature.originaux", "1", "2"),
    ),
    (
        fiche_action.number_and_dates,
        on("fiche", "fin", "01/09/2021", "11/05/2024"),
        on("fiche", "fin", "31/08/2021", "12/05/2024"),
    ),
    (
        fiche_action.number_and_dates,
        [{"fiche": {"debut": day, "fin": "(retirer)"}} for day in ("12/05/2021", "11/05/2024")],
        [{"fiche": {"debut": day, "fin": "(retirer)"}} for day in ("11/05/2021", "12/05/2024")],
    ),
    (
        fiche_action.before_the_action_starts,
        on("fiche", "avis.0.date", "10/06/2021", "31/08/2021"),
        on("fiche", "avis.0.date", "09/06/2021", "01/09/2021"),
    ),
    (avis.corrective_actions, [lifted("20/06/2021")], [lifted("19/06/2021")]),
    (
        conformite.agreements_before_on_line,
        on("conformite", "accords.0.date", "01/07/2021", "14/09/2021"),
        on("conformite", "accords.0.date", "30/06/2021", "15/09/2021"),
    ),
    (reunion.papers_in_time, on("reunion", "envoyee_le", "05/10/2021"), on("reunion", "envoyee_le", "06/10/2021")),
    (reunion.ordinary_meeting_in_time, on("reunion", "date", "29/10/2021"), on("reunion", "date", "30/10/2021")),
    (
        reunion.ordinary_meeting_in_time,
        [{"reunion": {"nature": "mai", "date": "30/05/2022"}}],
        [{"reunion": {"nature": "mai", "date": "31/05/2022"}}],
    ),
    (reunion.agreed_by_both_sides, on("reunion", "cpt_le", "13/10/2021"), on("reunion", "cpt_le", "12/10/2021")),
    (bilan.sent_in_time, on("bilan", "transmis_le", "29/04/2022"), on("bilan", "transmis_le", "30/04/2022")),
    (bilan.established_after_the_year, on("bilan", "etabli_le", "01/01/2022"), on("bilan", "etabli_le", "31/12/2021")),
    (bilan.established_after_the_year, on("bilan", "etabli_le", "15/03/2022"), on("bilan", "etabli_le", "16/03/2022")),
    (
        bilan.established_after_the_year,
        [{"bilan": {"etabli_le": "10/04/2022", "transmis_le": "10/04/2022"}}],
        [{"bilan": {"etabli_le": "11/04/2022", "transmis_le": "11/04/2022"}}],
    ),
    (
        avenant.signed_in_force,
        [amended(signature={"date": day, "lieu": "Paris"}) for day in ("12/05/2021", "11/05/2024")],
        [amended(signature={"date": day, "lieu": "Paris"}) for day in ("11/05/2021", "12/05/2024")],
    ),
    (
        avenant_effect.effect_not_before_signature,
        [amended(prise_effet={"mode": "date", "date": "01/06/2022"})],
        [amended(prise_effet={"mode": "date", "date": "31/05/2022"})],
    ),
    (
        denonciation.notice_from_receipt,
        on("denonciation", "effet_le", "01/03/2022"),
        on("denonciation", "effet_le", "28/02/2022"),
    ),
    (
        denonciation.every_other_party,
        on("denonciation", "decidee_le", "20/12/2021"),
        on("denonciation", "decidee_le", "21/12/2021"),
    ),
    (
        application.parent_in_force,
        on("application", "signature.date", "12/05/2021"),
        on("application", "signature.date", "11/05/2021"),
    ),
    (
        application.parent_in_force,
        [{"application": {"signature.date": "11/05/2024", "expire_le": "11/05/2024"}}],
        [{"application": {"signature.date": "12/05/2024", "expire_le": "12/05/2024"}}],
    ),
    (
        application.parent_in_force,
        on("application", "expire_le", "11/05/2024", "28/06/2021"),
        on("application", "expire_le", "12/05/2024", "27/06/2021"),
    ),
    (application.rules_of_application, [split("603,21", "603,19")], [split("603,20", "603,20")]),
    (
        reunion.two_meetings_a_year,
        [{"reunion": {}, "au": "2022-05-30"}],
        [{"reunion": {}, "au": "2022-05-31"}],
    ),
    (
        signatures.place_and_date,
        on("convention", "parties.2.habilitation", "la délibération du 12 mai 2021"),
        on("convention", "parties.2.habilitation", "la délibération du 13 mai 2021"),
    ),
    (realisation.fiche_of_ended_action, [{"au": "2021-12-15"}], [{"au": "2021-12-16"}]),
    (
        realisation.dates_explained,
        on("realisation", "fin", "01/09/2021"),
        on("realisation", "fin", "31/08/2021"),
    ),
    (reunion.two_meetings_a_year, [without_may("31/05/2021")], [without_may("30/05/2021")]),
    (
        denonciation.notice_from_receipt,
        on("denonciation", "destinataires.0.recue_le", "20/12/2021"),
        on("denonciation", "destinataires.0.recue_le", "19/12/2021"),
    ),
    (denonciation.notice_from_receipt, [received("10/03/2024")], [received("11/03/2024")]),
    (
        denonciation.actions_under_way,
        on("denonciation", "date", "16/12/2021"),
        on("denonciation", "date", "15/12/2021"),
    ),
    (
        application.rules_of_application,
        [split("603,20", "603,20", regles_achat="campus")],
        [split("603,21", "603,19", regles_achat="campus")],
    ),
    (financing.purchasing_rules, [shared("600,01", "359,99")], [shared("600,00", "360,00")]),
    (
        financing.purchasing_rules,
        [shared("600,00", "360,00", regle_achat="de la branche")],
        [shared("600,01", "359,99", regle_achat="de la branche")],
    ),
    (
        financing.yearly_ceiling,
        [{"convention": {"plafonds_annuels.0.montant": "806,40"}}],
        [{"convention": {"plafonds_annuels.0.montant": "806,39"}}],
    ),
    (
        fees.fees_within_cap,
        on("annexe", "frais_gestion", {"taux": "0,885 %"}),
        on("annexe", "frais_gestion", {"taux": "0,886 %"}),
    ),
    (
        fees.fees_within_cap,
        [{"annexe": {"frais_gestion.base": "800,00"}}],
        [{"annexe": {"frais_gestion.base": "800,01"}}],
    ),
    (
        annexe_financiere.unlikely_lines,
        [{"annexe": {"postes.1.prix_unitaire": "0,01", "postes.1.financement": {"branche": "0,01"}}}],
        [{"annexe": {"postes.1.prix_unitaire": "0,00", "postes.1.financement": {"branche": "0,00"}}}],
    ),
    (
        logos.end_of_authorisation,
        [{"au": "2021-11-30"}, {"autorisation": {"fin": "11/05/2024"}}],
        [{"au": "2021-12-01"}, {"au": "2021-12-31"}, {"au": "2022-01-01"}, {"autorisation": {"fin": "12/05/2024"}}],
    ),
    (realisation.dates_explained, on("realisation", "debut", "01/09/2021"), on("realisation", "debut", "31/08/2021")),
    (realisation.dates_explained, on("realisation", "fin", "15/12/2021"), on("realisation", "fin", "16/12/2021")),
    (
        realisation.dates_explained,
        on("realisation", "etablie_le", "15/12/2021"),
        on("realisation", "etablie_le", "14/12/2021"),
    ),
    (
        realisation.spending_explained,
        [
            {
                "realisation": {
                    "exercices.0.depenses.0.paye": {"opco": "800,00", "branche": "160,00"},
                    "exercices.0.frais_gestion": "6,40",
                }
            }
        ],
        [
            {
                "realisation": {
                    "exercices.0.depenses.0.paye": {"opco": "800,01", "branche": "160,00"},
                    "exercices.0.frais_gestion": "6,40",
                }
            }
        ],
    ),
]


def told(check: Check, changes: Mapping[str, Any]) -> list[str]:
    """What `check` says of the pieces of the base so changed that it concerns."""
    said = []
    for one in subjects(changes):
        try:
            said += [remark.message for remark in check(one)]
        except TypeError:  # another kind of piece
            continue
    return said


CASES = [
    pytest.param(check, changes, wrong, id=f"{check.__name__} {changes}"[:110])
    for check, right, false in RIGHT_THEN_WRONG
    for wrong, every in ((False, right), (True, false))
    for changes in every
]


@pytest.mark.parametrize(("check", "changes", "wrong"), CASES)
def test_a_rule_turns_on_its_very_day_or_cent(check: Check, changes: dict[str, Any], wrong: bool) -> None:
    assert bool(told(check, changes)) is wrong


@pytest.mark.parametrize(
    ("field", "day", "shown"),
    [
        ("debut", "21/06/2021", True),
        ("debut", "22/06/2021", False),
        ("fin", "21/06/2021", True),
        ("fin", "20/06/2021", False),
    ],
)
def test_a_logo_is_shown_from_the_first_day_of_its_authorisation_to_the_last(field: str, day: str, shown: bool) -> None:
    dossier = subjects({"autorisation": {field: day}})[0].dossier
    (fiche,) = dossier.all(FicheAction)
    assert dossier.date_de(fiche) == date(2021, 6, 21)
    assert [one.shown for one in decisions(fiche, dossier)] == [shown]


@pytest.mark.parametrize(
    ("jour", "name"),
    [
        (date(2021, 9, 1), "ancien ministère"),
        (date(2024, 8, 31), "ancien ministère"),
        (date(2021, 8, 31), "ministère"),
        (date(2024, 9, 1), "ministère"),
    ],
)
def test_a_past_name_is_borne_from_its_first_day_to_its_last(jour: date, name: str) -> None:
    past = Denomination(nom="ancien ministère", du=date(2021, 9, 1), au=date(2024, 8, 31))
    assert Partie(id="m", nom="ministère", denominations=(past,)).au_jour(jour).nom == name


def test_an_authorisation_has_not_ended_on_its_last_day() -> None:
    assert "prend fin" in told(logos.end_of_authorisation, {"au": "2021-12-31"})[0]
    assert "a pris fin" in told(logos.end_of_authorisation, {"au": "2022-01-01"})[0]


@pytest.mark.parametrize(("day", "count"), [("12/05/2021", 1), ("13/05/2021", 2)])
def test_an_act_whose_publication_is_not_known_holds_from_its_own_day(day: str, count: int) -> None:
    act = {f"{DELEGATE}.date_acte": day, f"{DELEGATE}.publiee_le": "(retirer)"}
    assert len(told(signatures.delegation_in_force, {"convention": act})) == count
