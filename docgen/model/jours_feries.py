"""The public holidays of France, and the days on which nothing is sent nor held.

Source: code du travail, article L. 3133-1. The two more days of Alsace and Moselle (article L. 3134-13) and the days of
the overseas départements are left out: they depend on the place.
"""

from datetime import date, timedelta
from functools import cache

_FIXED = {
    (1, 1): "le jour de l’an",
    (5, 1): "la fête du Travail",
    (5, 8): "la victoire de 1945",
    (7, 14): "la fête nationale",
    (8, 15): "l’Assomption",
    (11, 1): "la Toussaint",
    (11, 11): "l’armistice de 1918",
    (12, 25): "Noël",
}
_FROM_EASTER = {1: "le lundi de Pâques", 39: "l’Ascension", 50: "le lundi de Pentecôte"}


def paques(annee: int) -> date:
    """Return Easter Sunday of `annee` in the Gregorian calendar.

    The algorithm is the anonymous one of 1876 (Butcher), as Jean Meeus gives it in Astronomical Algorithms, chapter 8.
    """
    golden = annee % 19
    century, rest = divmod(annee, 100)
    leaps, of_century = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    years, of_year = divmod(rest, 4)
    weekday = (32 + 2 * of_century + 2 * years - epact - of_year) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(annee, month, day + 1)


@cache
def jours_feries(annee: int) -> dict[date, str]:
    """Return the eleven public holidays of `annee`, in their order, by their day; the name has its article."""
    easter = paques(annee)
    days = {date(annee, month, day): name for (month, day), name in _FIXED.items()}
    days |= {easter + timedelta(days=after): name for after, name in _FROM_EASTER.items()}
    return dict(sorted(days.items()))


def non_ouvre(jour: date) -> str | None:
    """Return why `jour` is no working day, « un dimanche », « un jour férié, la Toussaint »; None for a working day."""
    ferie = jours_feries(jour.year).get(jour)
    if ferie:
        return f"un jour férié, {ferie}"
    return {5: "un samedi", 6: "un dimanche"}.get(jour.weekday())
