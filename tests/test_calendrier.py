"""The limits of a year, those that are overdue first."""

from datetime import date

from docgen.calendrier.echeance import Echeance
from docgen.calendrier.listed import agenda, as_data, as_line, echeances, vacances_connues
from tests.text.dossiers import dossier
from tests.text.reunions import FICHE, HELD, MEETING, TWO

HOUSE = """
document: maison
id: maison
vacances_scolaires: [{nom: "Toussaint, La Réunion", du: 16/10/2021, au: 30/10/2021}]
"""

PROROGATION = """
document: avenant
id: v
convention: c
numero: 1
etat: signe
demande: {partie: o, date: 08/01/2024}
operations: [{verbe: proroger, article: 17, duree: 1 an}]
signature: {date: 14/02/2024, lieu: Paris}
"""


def of(year: int, *texts: str, au: date | None = None) -> dict[str, Echeance]:
    """Return the limits of a year by their title, in their order."""
    return {one.titre.replace("\u00a0", " "): one for one in echeances(dossier(TWO, FICHE, *texts), year, au)}


def test_the_two_meetings_have_their_limit_on_the_eve() -> None:
    limits = of(2022)
    assert limits["Réunion ordinaire du comité, avant le 31 mai 2022"].jour == date(2022, 5, 30)
    assert limits["Réunion ordinaire du comité, avant le 30 octobre 2022"].jour == date(2022, 10, 29)


def test_a_limit_is_met_by_the_meeting_of_its_nature() -> None:
    title = "Réunion ordinaire du comité, avant le 30 octobre 2021"
    assert of(2021, MEETING)[title].fait
    assert not of(2021, MEETING.replace("nature: octobre", "nature: supplémentaire"))[title].fait


def test_what_is_overdue_comes_first_on_the_day_held_for_today() -> None:
    listed = list(of(2021, au=date(2021, 12, 31)).values())
    late = [one.en_retard(date(2021, 12, 31)) for one in listed]
    assert late == sorted(late, reverse=True)
    assert any(late)
    assert not any(one.en_retard(None) for one in listed)


def test_what_an_earlier_year_left_undone_is_overdue_in_this_one() -> None:
    reserved = MEETING + HELD.replace("sens: favorable}]", "sens: réservé, recommandations: Ouvrir.}]")
    listed = of(2023, reserved, au=date(2023, 3, 1))
    late = [title for title, one in listed.items() if one.en_retard(date(2023, 3, 1))]
    assert list(listed)[: len(late)] == late
    assert late == [
        "Réserve MEN à lever, fiche n° 2021-01",
        "Bilan de l’année 2021 adressé aux signataires, avant le 30 avril 2022",
    ]
    assert not [one for one in of(2023, reserved).values() if one.jour.year < 2023]


def test_what_was_done_late_is_left_no_more() -> None:
    bilan = "document: bilan-annuel\nid: b\nconvention: c\nannee: 2021\ntransmis_le: 15/06/2022\n"
    assert not [one for one in of(2023, bilan, au=date(2023, 3, 1)).values() if one.jour.year < 2023]
    (sent,) = [one for title, one in of(2022, bilan).items() if title.startswith("Bilan")]
    assert (sent.fait, sent.le) == (False, date(2022, 6, 15))


def test_what_is_done_after_the_day_held_for_today_is_planned() -> None:
    limit = of(2021, MEETING)["Réunion ordinaire du comité, avant le 30 octobre 2021"]
    assert limit.etat(date(2021, 10, 12)) == "prévu"
    assert limit.etat(date(2021, 10, 13)) == limit.etat(None) == "fait"


def test_papers_are_to_be_sent_a_week_before() -> None:
    title = "Envoi des documents de la réunion du 13 octobre 2021"
    sent = of(2021, MEETING)[title]
    assert (sent.jour, sent.fait) == (date(2021, 10, 6), True)


def test_a_reserve_is_to_be_lifted_before_the_action_begins() -> None:
    reserved = HELD.replace("sens: favorable}]", "sens: réservé, recommandations: Ouvrir.}]")
    limits = of(2021, MEETING + reserved)
    found = next(one for title, one in limits.items() if title.startswith("Réserve"))
    assert (found.jour, found.fait) == (date(2021, 11, 30), False)


def test_the_convention_ends_and_is_thought_of_six_months_before() -> None:
    limits = of(2024) | of(2023)
    assert limits["Fin de la convention"].jour == date(2024, 5, 11)
    assert limits["Six mois avant la fin de la convention"].jour == date(2023, 11, 11)


def test_an_avenant_in_effect_puts_the_end_off() -> None:
    ends = of(2024, PROROGATION) | of(2025, PROROGATION)
    assert ends["Fin de la convention"].jour == date(2025, 5, 11)
    assert ends["Six mois avant la fin de la convention"].jour == date(2024, 11, 11)
    before = {one.titre: one.jour for one in echeances(dossier(TWO, PROROGATION), 2024, date(2024, 2, 1))}
    assert before["Fin de la convention"] == date(2024, 5, 11)


def test_the_review_of_a_year_is_due_before_30_april() -> None:
    titles = list(of(2022))
    assert "Bilan de l’année 2021 adressé aux signataires, avant le 30 avril 2022" in titles
    assert not [title for title in of(2021) if title.startswith("Bilan")]


def test_days_off_and_school_holidays_are_said() -> None:
    made = dossier(TWO, FICHE, HOUSE)
    limit = next(one for one in echeances(made, 2021) if "30\u00a0octobre" in one.titre)
    assert limit.remarques == ("vacances scolaires (Toussaint, La Réunion)",)
    zones = "vacances de la Toussaint (zones A, B et C)"
    assert next(one for one in echeances(made, 2022) if "octobre" in one.titre).remarques == ("week-end", zones)


def test_the_holidays_of_a_year_that_no_order_has_set_are_said_to_be_unknown() -> None:
    assert vacances_connues(dossier(TWO), 2022)
    assert not vacances_connues(dossier(TWO), 2016)
    assert not vacances_connues(dossier(TWO), 2029)
    assert vacances_connues(dossier(TWO, HOUSE.replace("2021", "2029")), 2029)


def test_the_limits_are_a_calendar_data_and_lines() -> None:
    listed = echeances(dossier(TWO, FICHE), 2022)
    assert agenda(listed).count(b"BEGIN:VEVENT") == len(listed)
    assert agenda(listed) == agenda(listed)
    first = listed[0]
    assert as_data(first, None)["date"] == first.jour.isoformat()
    assert as_line(first, date(2023, 1, 1))[0] in {"EN RETARD", "fait", ""}


ASKED = """
document: autorisation-logo
id: l
convention: c
etat: ETAT
reference: A-1
fin: 30/06/2022
"""


def test_a_logo_that_is_only_asked_for_has_no_end() -> None:
    title = "Fin de l’autorisation de logo n° A-1"
    assert title in of(2022, ASKED.replace("ETAT", "accordée"))
    assert title not in of(2022, ASKED.replace("ETAT", "demandée"))
    assert title not in of(2022, ASKED.replace("ETAT", "refusée"))


def test_a_limit_is_overdue_from_the_day_after() -> None:
    title = "Réunion ordinaire du comité, avant le 30 octobre 2022"
    limit = of(2022)[title]
    assert not limit.en_retard(date(2022, 10, 29))
    assert limit.en_retard(date(2022, 10, 30))


NEXT = HELD.replace(
    "etabli_le: 15/10/2021}",
    "etabli_le: 15/10/2021, prochaine: 18/05/2022,\n"
    "  suites: [{decision: Compléter la fiche., responsable: OPCO Atlas, echeance: 05/11/2021}]}",
)
FOLLOWING = MEETING.replace("id: r", "id: s").replace("13/10/2021", "25/05/2022").replace("octobre", "mai")


def test_the_next_meeting_that_a_releve_fixes_and_its_sending_are_listed_until_it_is_called() -> None:
    limits = of(2022, MEETING + NEXT)
    assert limits["Prochaine réunion du comité de pilotage, fixée par le relevé d’avis"].jour == date(2022, 5, 18)
    sending = limits["Envoi des documents de la réunion du 18 mai 2022, à préparer"]
    assert (sending.jour, sending.en_retard(date(2022, 5, 12))) == (date(2022, 5, 11), True)
    called = of(2022, MEETING + NEXT, FOLLOWING)
    assert not [title for title in called if "18 mai" in title or title.startswith("Prochaine")]
    assert called["Réunion du comité de pilotage"].jour == date(2022, 5, 25)


def test_what_a_releve_asks_for_is_listed_with_who_does_it() -> None:
    assert of(2021, MEETING + NEXT)["Compléter la fiche (OPCO Atlas)"].jour == date(2021, 11, 5)


SHEET = """
document: conformite-numerique
id: t
fiche: f
outil: Carte des métiers
en_ligne_le: 15/03/2022
"""


def test_a_tool_goes_on_line_on_its_day_after_each_ministry_agreed() -> None:
    before, live = "Accord du ministère avant la mise en ligne de l’outil « Carte des métiers »", date(2022, 3, 15)
    limits = of(2022, SHEET)
    assert (limits[before].jour, limits[before].fait) == (date(2022, 3, 14), False)
    assert limits["Mise en ligne de l’outil « Carte des métiers »"].jour == live
    agreed = of(2022, SHEET + "accords: [{ministere: a, date: 01/03/2022}]\nen_ligne: oui\n")
    assert agreed[before].le == date(2022, 3, 1)
    assert agreed["Mise en ligne de l’outil « Carte des métiers »"].fait


def test_a_tool_without_its_sheet_is_listed_from_its_fiche() -> None:
    listed = echeances(dossier(TWO, FICHE + "outil_numerique: {nom: Carte, en_ligne_le: 15/03/2022}\n"), 2022)
    assert [one.fait for one in listed if "Carte" in one.titre] == [False, False]


def test_the_dates_typed_in_a_plan_are_listed() -> None:
    plan = "document: plan-actions\nid: p\nconvention: c\necheances: [{date: 20/05/2022, libelle: Clôture}]\n"
    assert of(2022, plan)["Clôture"].document == "plan-actions/p"


def test_two_limits_of_one_title_are_two_in_a_calendar_and_keep_their_names_when_one_is_late() -> None:
    dates = "{date: 20/05/2022, libelle: Clôture}, {date: 20/09/2022, libelle: Clôture}"
    made = dossier(TWO, f"document: plan-actions\nid: p\nconvention: c\necheances: [{dates}]\n")

    def uids(au: date | None) -> list[str]:
        text = agenda(tuple(one for one in echeances(made, 2022, au) if one.titre == "Clôture")).decode()
        return [line for line in text.splitlines() if line.startswith("UID")]

    assert len(set(uids(None))) == 2
    assert sorted(uids(date(2022, 12, 31))) == sorted(uids(None))
