"""The limits of a year, those that are overdue first."""

from datetime import date

from docgen.calendrier import Echeance, agenda, as_data, as_line, echeances, vacances_connues
from tests.text.dossiers import dossier
from tests.text.reunions import FICHE, HELD, MEETING, TWO

HOUSE = """
document: maison
id: maison
vacances_scolaires: [{nom: Toussaint, zones: "A, B et C", du: 23/10/2021, au: 07/11/2021}]
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


def test_the_review_of_a_year_is_due_before_30_april() -> None:
    titles = list(of(2022))
    assert "Bilan de l’année 2021 adressé aux signataires, avant le 30 avril 2022" in titles
    assert not [title for title in of(2021) if title.startswith("Bilan")]


def test_days_off_and_school_holidays_are_said() -> None:
    made = dossier(TWO, FICHE, HOUSE)
    limit = next(one for one in echeances(made, 2021) if "30\u00a0octobre" in one.titre)
    assert limit.remarques == ("vacances scolaires (Toussaint, zones A, B et C)",)
    assert next(one for one in echeances(made, 2022) if "octobre" in one.titre).remarques == ("un samedi",)
    assert vacances_connues(made, 2021)
    assert not vacances_connues(made, 2022)


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
