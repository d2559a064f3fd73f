"""Dates counted as the law counts them."""

import calendar
from datetime import date, timedelta

from docgen.model.temps import Duree, Unite


def ajouter(jour: date, duree: Duree) -> date:
    """Return `jour` plus `duree`, date to date; the last day of the month where that day does not exist."""
    if duree.unite in (Unite.JOUR, Unite.SEMAINE):
        return jour + timedelta(days=duree.nombre * (7 if duree.unite is Unite.SEMAINE else 1))
    months = jour.month - 1 + duree.nombre * (12 if duree.unite is Unite.AN else 1)
    year, month = jour.year + months // 12, months % 12 + 1
    return date(year, month, min(jour.day, calendar.monthrange(year, month)[1]))


def derniere_journee(effet: date, duree: Duree) -> date:
    """Return the last day, ended at midnight, of a text that takes effect on `effet` for `duree`.

    Three years from 12 May 2021 end on 11 May 2024.
    """
    return ajouter(effet, duree) - timedelta(days=1)


def span(debut: date, fin: date) -> Duree:
    """Return how long it is from `debut` to `fin`, itself left out: in whole years, else whole months, else days."""
    months = (fin.year - debut.year) * 12 + fin.month - debut.month
    if months > 0 and ajouter(debut, Duree(months, Unite.MOIS)) == fin:
        return Duree(months // 12, Unite.AN) if months % 12 == 0 else Duree(months, Unite.MOIS)
    return Duree((fin - debut).days, Unite.JOUR)


def decoupee(debut: date, duree: Duree) -> tuple[Duree, ...]:
    """Return a duration of days as years, months and days counted from `debut`, those of none left out."""
    fin = ajouter(debut, duree)
    months = (fin.year - debut.year) * 12 + fin.month - debut.month
    months -= ajouter(debut, Duree(months, Unite.MOIS)) > fin
    days = (fin - ajouter(debut, Duree(months, Unite.MOIS))).days
    parts = (Duree(months // 12, Unite.AN), Duree(months % 12, Unite.MOIS), Duree(days, Unite.JOUR))
    return tuple(one for one in parts if one.nombre)
