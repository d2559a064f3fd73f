"""Calendars that other programs read: events → iCalendar.

Nothing depends on the clock: an event bears the day on which its data say that it was made. Source: RFC 5545.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from docgen.values import Struct

_LINE = 75
"""Octets of a line, its end left out (§ 3.1)."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE"""
"""The hours of Paris, in summer and in winter, as directive 2000/84/EC sets them."""


class Person(Struct, frozen=True):
    """Who calls a meeting, or is called to it."""

    name: str
    address: str


class Event(Struct, frozen=True):
    """A day, or a meeting from `start` to `end`; `uid` names it for ever, `stamp` is the day on which it was made."""

    uid: str
    stamp: date
    title: str
    day: date
    start: time | None = None
    end: time | None = None
    place: str = ""
    description: str = ""
    link: str = ""
    organizer: Person | None = None
    attendees: tuple[Person, ...] = ()


def calendar(events: Iterable[Event], *, method: str = "PUBLISH") -> bytes:
    """Return `events` as one calendar; `method` is `REQUEST` for an invitation."""
    listed = tuple(events)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//docgen//docgen//FR", "CALSCALE:GREGORIAN", f"METHOD:{method}"]
    if any(event.start for event in listed):
        lines += _ZONE.splitlines()
    for event in listed:
        lines += _event(event)
    return b"".join(_folded(line) for line in (*lines, "END:VCALENDAR"))


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{event.stamp:%Y%m%d}T000000Z"
    yield from _when(event)
    yield f"SUMMARY:{_text(event.title)}"
    for name, value in (("LOCATION", event.place), ("DESCRIPTION", event.description)):
        if value:
            yield f"{name}:{_text(value)}"
    if event.link:
        yield f"URL:{event.link}"
    if event.organizer:
        yield f'ORGANIZER;CN="{_name(event.organizer)}":mailto:{event.organizer.address}'
    for one in event.attendees:
        role = f'CN="{_name(one)}";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE'
        yield f"ATTENDEE;{role}:mailto:{one.address}"
    yield "END:VEVENT"


def _when(event: Event) -> Iterator[str]:
    if event.start is None:
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
        return
    begins = datetime.combine(event.day, event.start)
    ends = datetime.combine(event.day, event.end) if event.end else begins + timedelta(hours=2)
    yield f"DTSTART;TZID=Europe/Paris:{begins:%Y%m%dT%H%M%S}"
    yield f"DTEND;TZID=Europe/Paris:{ends:%Y%m%dT%H%M%S}"


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _name(person: Person) -> str:
    return person.name.replace('"', "’")


def _folded(line: str) -> bytes:
    """Cut a line between characters, so that each piece has 75 octets at most."""
    pieces: list[bytes] = [b""]
    for char in line:
        encoded = char.encode()
        if len(pieces[-1]) + len(encoded) > _LINE - (len(pieces) > 1):
            pieces.append(b"")
        pieces[-1] += encoded
    return b"\r\n ".join(pieces) + b"\r\n"
