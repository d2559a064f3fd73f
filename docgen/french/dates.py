"""Dates, hours and durations, with their no-break spaces."""

from datetime import date, time

from docgen.french.number_words import cardinal
from docgen.french.numbers import ordinal
from docgen.french.signs import NO_BREAK

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
"""The names of the months, January first."""

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
"""The names of the days, Monday first."""

_FEMININE_UNITS = frozenset({"année", "semaine", "journée", "heure", "minute", "seconde"})


def month_day(day: int, month: int) -> str:
    """Return "31 mai", "1er mai", without checking that the month has that day. Raises ValueError for no such month."""
    if not 1 <= month <= 12:
        raise ValueError(f"no month is {month}")
    return f"{ordinal(1) if day == 1 else day}{NO_BREAK}{MONTHS[month - 1]}"


def long_date(day: date) -> str:
    """Return "12 mai 2021", "1er mai 2021"."""
    return f"{month_day(day.day, day.month)} {day.year}"


def weekday_date(day: date) -> str:
    """Return "mercredi 12 mai 2021"."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def hour(moment: time) -> str:
    """Return "14 h 30", "9 h", "9 h 05"; seconds are not said."""
    minutes = f"{NO_BREAK}{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}{NO_BREAK}h{minutes}"


def duration_words(number: int, unit: str) -> str:
    """Return "trois ans", "deux mois", "une semaine"; `unit` is a noun in the singular."""
    return f"{cardinal(number, feminine=unit in _FEMININE_UNITS)} {_counted(number, unit)}"


def duration_figures(number: int, unit: str) -> str:
    """Return "3 ans", "2 mois"; `unit` is a noun in the singular."""
    return f"{number}{NO_BREAK}{_counted(number, unit)}"


def _counted(number: int, unit: str) -> str:
    return f"{unit}s" if abs(number) >= 2 and not unit.endswith("s") else f"{unit}"
