"""The limits of a year, those that are overdue first."""

from datetime import date

from docgen.calendrier import Echeance, agenda, as_data, as_line, echeances, vacances_connues
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
    assert next(one for one in echeances(made, 2022) if "octobre" in one.titre).remarques == ("un samedi", zones)


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
