"""Calendars as RFC 5545 has them: lines of 75 octets, escaped texts, nothing of the clock."""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from docgen.ics import Event, Person, calendar

DAY = date(2021, 10, 13)


def unfolded(content: bytes) -> list[str]:
    """Return the lines of a calendar, as a reader has them."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def event(title: str = "Réunion", **more: object) -> Event:
    return Event("1@x", DAY, title, DAY, **more)  # type: ignore[arg-type]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=300))
def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(title: str) -> None:
    content = calendar([event(title)])
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    escaped = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:{escaped}" in unfolded(content)


def test_a_day_is_whole_and_a_meeting_has_the_hours_of_paris() -> None:
    assert {"DTSTART;VALUE=DATE:20211013", "DTEND;VALUE=DATE:20211014"} <= set(unfolded(calendar([event()])))
    lines = unfolded(calendar([event(start=time(14, 30), end=time(17))]))
    assert "DTSTART;TZID=Europe/Paris:20211013T143000" in lines
    assert "DTEND;TZID=Europe/Paris:20211013T170000" in lines
    assert "TZID:Europe/Paris" in lines


def test_a_meeting_without_an_end_lasts_two_hours() -> None:
    assert "DTEND;TZID=Europe/Paris:20211013T163000" in unfolded(calendar([event(start=time(14, 30))]))


def test_an_invitation_names_who_calls_and_who_is_called() -> None:
    people = Person('Claire "D" Delmas', "a@ex.fr"), Person("Paul Vernet", "b@ex.fr")
    lines = unfolded(calendar([event(organizer=people[0], attendees=people[1:])], method="REQUEST"))
    assert "METHOD:REQUEST" in lines
    assert 'ORGANIZER;CN="Claire ’D’ Delmas":mailto:a@ex.fr' in lines
    assert any(line.startswith('ATTENDEE;CN="Paul Vernet"') and line.endswith("mailto:b@ex.fr") for line in lines)
