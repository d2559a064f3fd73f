"""The limits of a year, those that are overdue first: as values, as a calendar, as data, as lines.

Nothing is overdue unless a day is held for today.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from hashlib import sha256

from docgen.calendrier.echeance import Echeance, Vue
from docgen.calendrier.meetings import announced, answers, committee, decided, meetings
from docgen.calendrier.papers import ends, planned, reserves, reviews, tools
from docgen.dossier import Dossier
from docgen.french import weekday_date
from docgen.ics import Event, calendar
from docgen.model.convention import Convention
from docgen.model.jours_feries import non_ouvre
from docgen.model.maison import Vacances
from docgen.vacances import annee_connue, vacances
from docgen.values import replace

SOURCES: tuple[Callable[[Vue], Iterator[Echeance]], ...] = (
    committee,
    meetings,
    announced,
    answers,
    decided,
    reviews,
    reserves,
    tools,
    planned,
    ends,
)
"""What sets limits; each yields them for any year, and those of the year asked are kept."""
LASTING: tuple[Callable[[Vue], Iterator[Echeance]], ...] = (announced, answers, reviews, reserves, tools)
"""Those of which what was not done in time is still to be done in a later year; a meeting of the year is not."""


def echeances(dossier: Dossier, annee: int, au: date | None = None) -> tuple[Echeance, ...]:
    """Return the limits of `annee`, those that are overdue on the day `au` first, each with what is said of its day.

    What an earlier year left undone is still overdue, and stands among these. The avenants in effect on that day, or by
    the end of the year where no day is held for today, are counted in.
    """
    jour = au or date(annee, 12, 31)
    in_force = tuple(dossier.convention_au(one, jour) for one in dossier.all(Convention))
    vue = Vue(dossier, annee, in_force)
    of_year = [one for source in SOURCES for one in source(vue) if one.jour.year == annee]
    ordered = sorted(
        dict.fromkeys((*_left(vue, au), *of_year)), key=lambda one: (not one.en_retard(au), one.jour, one.titre)
    )
    return tuple(replace(one, remarques=tuple(_remarks(one.jour, dossier))) for one in ordered)


def _left(vue: Vue, au: date | None) -> Iterator[Echeance]:
    """Yield what was due before the year and is not done at all on the day held for today; nothing without that day."""
    signed = [one.signee_le.year for one in vue.conventions if one.signee_le]
    for annee in range(min(signed, default=vue.annee), vue.annee) if au else ():
        before = replace(vue, annee=annee)
        for source in LASTING:
            yield from (one for one in source(before) if one.jour.year == annee and one.en_retard(au) and not one.le)


def vacances_connues(dossier: Dossier, annee: int) -> bool:
    """Return whether the school holidays of the whole of `annee` are known, or the house gives some that touch it."""
    given = dossier.maison.vacances_scolaires
    return annee_connue(annee) or any(one.du and one.au and one.du.year <= annee <= one.au.year for one in given)


def agenda(listed: tuple[Echeance, ...]) -> bytes:
    """Return the limits as a calendar (`.ics`), one whole day each."""
    return calendar(
        Event(
            uid=f"echeance-{sha256(named.encode()).hexdigest()[:16]}@docgen.invalid",
            stamp=one.jour,
            title=one.titre,
            day=one.jour,
            description=" ; ".join((one.document, *one.remarques)),
        )
        for one, named in _named(listed)
    )


def _named(listed: Sequence[Echeance]) -> Iterator[tuple[Echeance, str]]:
    """Yield each limit with a name of its own, that stays when its day is moved.

    Those of one title in one document are told apart by their rank, by day; the first needs none.
    """
    met: Counter[str] = Counter()
    names: dict[Echeance, str] = {}
    for one in sorted(listed, key=lambda one: one.jour):
        name = f"{one.document} {one.titre}"
        met[name] += 1
        names[one] = f"{name} {met[name]}" if met[name] > 1 else name
    yield from ((one, names[one]) for one in listed)


def _remarks(jour: date, dossier: Dossier) -> Iterator[str]:
    off = non_ouvre(jour)
    if off:
        # the day of the week stands beside: « dimanche 30 mai, un dimanche » says it twice
        yield off.removeprefix("un ") if "férié" in off else "week-end"
    yield from _typed(jour, dossier) or vacances(jour)


def _typed(jour: date, dossier: Dossier) -> tuple[str, ...]:
    """The school holidays that the house gives for that day: they are said instead of those of the zones."""
    return tuple(
        f"vacances scolaires ({one.nom}{_zones(one)})"
        for one in dossier.maison.vacances_scolaires
        if one.du and one.au and one.du <= jour <= one.au
    )


def _zones(one: Vacances) -> str:
    return f", zone{'s' if ' ' in one.zones else ''} {one.zones}" if one.zones else ""


# ---------------------------------------------------------------- as data, as lines


def as_data(one: Echeance, au: date | None) -> dict[str, object]:
    """Return a limit as plain data, for JSON."""
    return {
        "date": one.jour.isoformat(),
        "titre": one.titre,
        "document": one.document,
        "fait": one.fait,
        "fait_le": one.le.isoformat() if one.le else None,
        "etat": one.etat(au) or None,
        "en_retard": one.en_retard(au),
        "remarques": list(one.remarques),
    }


def as_line(one: Echeance, au: date | None) -> tuple[str, str, str, str]:
    """Return a limit as the cells of a line: its state, its day, what it is, what is said of the day."""
    return one.etat(au), weekday_date(one.jour), one.titre, " ; ".join(one.remarques)
