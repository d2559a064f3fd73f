"""Days, hours, durations and ranks: what a user may type for each, and what it is then."""

import re
from datetime import date, time
from enum import StrEnum

from docgen.model.normalise import normalise, sans_accents
from docgen.values import Struct

_SPACES = str.maketrans("", "", " \u00a0\u202f\t")
_MOIS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()


def read_date(text: str) -> date | None:
    """Return the day that `text` writes (31/05/2026, 2026-05-31, 31 mai 2026); None where it is not one."""
    french = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text, re.ASCII)
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    words = re.fullmatch(r"(\d{1,2})(?:er)? (\S+) (\d{4})", text, re.ASCII | re.IGNORECASE) or re.fullmatch(
        r"(\d{1,2})(?:er)? ([^\W\d]+) (\d{4})", text
    )
    if french:
        year, month, day = (int(french[i]) for i in (3, 2, 1))
    elif iso:
        year, month, day = (int(iso[i]) for i in (1, 2, 3))
    elif words and (found := _month(words[2])):
        year, month, day = int(words[3]), found, int(words[1])
    else:
        return None
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year <= 2200 else None
    except ValueError:
        return None


def _month(word: str) -> int | None:
    name = normalise(word)
    return _MOIS.index(name) + 1 if name in _MOIS else None


class JourMois(Struct, frozen=True):
    """A day of any year: 31 mai."""

    jour: int
    mois: int

    def de(self, annee: int) -> date:
        """Return that day of `annee`."""
        return date(annee, self.mois, self.jour)


def read_jour_mois(text: str) -> JourMois | None:
    """Return the day of any year that `text` writes (31/05, 31 mai); None where `text` writes none."""
    figures = re.fullmatch(r"(\d{1,2})/(\d{1,2})", text, re.ASCII)
    words = re.fullmatch(r"([0-9]{1,2})(?:er)? ([^\W\d]+)", text, re.IGNORECASE)
    day, month = (
        (int(figures[1]), int(figures[2])) if figures else (int(words[1]), _month(words[2]) or 0) if words else (0, 0)
    )
    return JourMois(day, month) if _day(2023, month, day) else None


class Unite(StrEnum):
    """A unit of duration."""

    AN = "an"
    MOIS = "mois"
    SEMAINE = "semaine"
    JOUR = "jour"


class Duree(Struct, frozen=True):
    """A duration as the law counts it: a number of one unit."""

    nombre: int
    unite: Unite


_LONGEST = {Unite.AN: 99, Unite.MOIS: 1200, Unite.SEMAINE: 5000, Unite.JOUR: 36500}
_NOMBRES = dict(zip("un une deux trois quatre cinq six sept huit neuf dix".split(), (1, *range(1, 11)), strict=True))


def read_duree(text: str) -> Duree | None:
    """Return the duration that `text` writes (3 ans, deux mois); None where `text` writes none."""
    found = re.fullmatch(r"([0-9]{1,4}|[a-z]+)[\s\u00a0]+(an|ans|annees?|mois|semaines?|jours?)", sans_accents(text))
    if not found:
        return None
    number = int(found[1]) if found[1].isdigit() else _NOMBRES.get(found[1], 0)
    unit = next(unit for unit in Unite if found[2].startswith(unit.value))
    return Duree(number, unit) if 0 < number <= _LONGEST[unit] else None


_RANGS = dict(zip("premier deuxieme troisieme quatrieme cinquieme sixieme septieme".split(), range(1, 8), strict=True))


def read_rang(text: str) -> int | None:
    """Return the rank that `text` writes (2, deuxième, dernier); None where `text` writes none."""
    word = normalise(text)
    special = {"premiere": 1, "second": 2, "seconde": 2, "dernier": -1, "derniere": -1}
    figures = re.fullmatch(r"([0-9]{1,3})(?:er|re|e)?", word, re.ASCII)
    rank = int(figures[1]) if figures else _RANGS.get(word) or special.get(word)
    return rank or None


def read_heure(text: str) -> time | None:
    """Return the hour that `text` writes (14 h 30, 14:30); None where `text` writes none."""
    found = re.fullmatch(r"(\d{1,2})\s*(?:h|:)\s*(\d{2})?", text.translate(_SPACES), re.ASCII)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))
