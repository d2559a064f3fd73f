"""A duration in words, as a reader counts it."""

from datetime import date

from docgen.french import duration_words, joined
from docgen.model.periods import decoupee
from docgen.model.temps import Duree, Unite

_A_YEAR = 366


def lasting(duree: Duree, debut: date | None) -> str:
    """Return « trois ans », « deux ans, huit mois et dix-sept jours »: days beyond a year are counted from `debut`."""
    many = duree.unite is Unite.JOUR and duree.nombre > _A_YEAR
    parts = decoupee(debut, duree) if many and debut else (duree,)
    return joined([duration_words(one.nombre, one.unite) for one in parts])
