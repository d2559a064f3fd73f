"""The school holidays of the zones A, B and C, day by day; the one module that knows the library which holds them."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from holidays import HolidayBase, country_holidays

from docgen.french import typeset

_ZONES = ("A", "B", "C")
PREMIER, DERNIER = date(2017, 10, 21), date(2028, 7, 4)
"""What orders of the minister have set, from the year 2017-2018 to the year 2027-2028 (order of 21 July 2026).

The library goes on by rule beyond the last day; what no order has set is not said. A later order moves it, with the
version of the lock that follows that order.
"""


def vacances(jour: date) -> Iterator[str]:
    """Yield what is said of `jour`: `vacances de la Toussaint (zones A, B et C)`; nothing on a school day, or unknown.

    Corsica and the overseas académies have calendars of their own, which are not here.
    """
    if PREMIER <= jour <= DERNIER:
        by_name: dict[str, list[str]] = {}
        for zone in _ZONES:
            for name in _de_zone(zone, jour.year).get_list(jour):
                by_name.setdefault(name, []).append(zone)
        yield from (f"{_lower(name)} ({_named(zones)})" for name, zones in by_name.items())


def annee_connue(annee: int) -> bool:
    """Return whether orders have set the holidays of the whole year."""
    return date(annee, 1, 1) >= PREMIER and date(annee, 12, 31) <= DERNIER


@cache
def _de_zone(zone: str, annee: int) -> HolidayBase:
    return country_holidays("FR", f"Zone {zone}", annee, categories="school", language="fr")


def _lower(name: str) -> str:
    return typeset(name[:1].lower() + name[1:])


def _named(zones: Sequence[str]) -> str:
    return f"zone {zones[0]}" if len(zones) == 1 else f"zones {', '.join(zones[:-1])} et {zones[-1]}"
