"""The items of an agenda: those of article 14 without being typed, and what a meeting adds (model-sentences §10.2)."""

from collections.abc import Callable, Iterator
from datetime import time

from docgen.french import joined, long_date
from docgen.model.reunion import Point
from docgen.model.reunion_choix import NaturePoint, NatureReunion, PointUsuel
from docgen.text.names import partie_name
from docgen.text.reunion.case import Case, texte
from docgen.text.words import fill, sentence, words
from docgen.tree import Inlines
from docgen.values import Struct

_I, _A, _C = NaturePoint.INFORMATION, NaturePoint.AVIS, NaturePoint.ACCORD
_P = PointUsuel

ORDERS: dict[NatureReunion, tuple[PointUsuel, ...]] = {
    NatureReunion.MAI: (
        *(_P.OUVERTURE, _P.RELEVE, _P.RETOUR, _P.BILAN, _P.SUIVI),
        *(_P.FICHES, _P.RESERVES, _P.VIGILANCE, _P.CALENDRIER, _P.DIVERSES),
    ),
    NatureReunion.OCTOBRE: (
        *(_P.OUVERTURE, _P.RELEVE, _P.RETOUR, _P.SUIVI, _P.PRIORITES, _P.PLAN),
        *(_P.FICHES, _P.RESERVES, _P.VIGILANCE, _P.CALENDRIER, _P.DIVERSES),
    ),
    NatureReunion.SUPPLEMENTAIRE: (
        *(_P.OUVERTURE, _P.RELEVE, _P.FICHES, _P.RESERVES, _P.VIGILANCE, _P.CALENDRIER, _P.DIVERSES),
    ),
    NatureReunion.EXCEPTIONNELLE: (_P.OUVERTURE, _P.EXPOSE, _P.OBSERVATIONS, _P.CONCILIATION, _P.SUITES),
}
"""The usual items of each meeting, in their order."""

OBLIGATOIRES: dict[NatureReunion, tuple[PointUsuel, ...]] = {
    NatureReunion.MAI: (_P.BILAN, _P.SUIVI),
    NatureReunion.OCTOBRE: (_P.SUIVI, _P.PRIORITES),
}
"""What article 14 demands of the two ordinary meetings."""

_NATURES = {
    _P.OUVERTURE: _I,
    _P.RELEVE: NaturePoint.APPROBATION,
    _P.RETOUR: _I,
    _P.BILAN: _I,
    _P.SUIVI: _I,
    _P.PRIORITES: _A,
    _P.PLAN: _C,
    _P.FICHES: _A,
    _P.RESERVES: _A,
    _P.VIGILANCE: NaturePoint.ARBITRAGE,
    _P.CALENDRIER: _C,
}
LISTED = 8
"""The numbers of more fiches than these stand under the item only."""
_LAST = (_P.CALENDRIER, _P.SUITES, _P.DIVERSES)
"""What a meeting adds comes before the first of these."""


class Item(Struct, frozen=True):
    """An item of the agenda, as printed, and the fiches that stand under it; `demanded` by article 14."""

    title: Inlines
    nature: NaturePoint | None
    presente_par: str | None
    heure: time | None
    demanded: bool = False
    below: tuple[Inlines, ...] = ()


def items(case: Case) -> tuple[Item, ...]:
    """Return the agenda of a meeting, in its order."""
    added = [_item(case, point) for point in case.reunion.points if not point.cle and not point.retire]
    made: list[Item] = []
    for cle in usual(case):
        if cle in _LAST:
            made += added
            added = []
        made.append(_item(case, case.reunion.point(cle) or Point(cle=cle)))
    return (*made, *added)


def usual(case: Case) -> tuple[PointUsuel, ...]:
    """Return the usual items of a meeting: those of its nature and those typed, without what has no matter."""
    order = ORDERS.get(case.reunion.nature or NatureReunion.SUPPLEMENTAIRE, ())
    typed = [point.cle for point in case.reunion.points if point.cle and point.cle not in order]
    place = next((rank for rank, cle in enumerate(order) if cle in _LAST), len(order))
    wanted = (*order[:place], *typed, *order[place:])
    return tuple(cle for cle in wanted if _matter(case, cle) and not _withdrawn(case, cle))


def _withdrawn(case: Case, cle: PointUsuel) -> bool:
    point = case.reunion.point(cle)
    return bool(point and point.retire)


def _matter(case: Case, cle: PointUsuel) -> bool:
    match cle:
        case PointUsuel.RELEVE:
            return bool(case.precedente or case.reunion.precedente_le)
        case PointUsuel.RETOUR:
            return bool(case.precedente and case.precedente.ca_le)
        case PointUsuel.FICHES:
            return bool(case.reunion.fiches)
        case PointUsuel.RESERVES:
            return bool(case.reunion.reserves)
        case _:
            return True


def _item(case: Case, point: Point) -> Item:
    cle = point.cle
    own = words(point.titre) if point.titre else None
    title = own or (_TITLES[cle](case) if cle else fill(None, "intitulé du point"))
    nature = point.nature or (_NATURES.get(cle) if cle else None)
    demanded = cle in OBLIGATOIRES.get(case.reunion.nature or NatureReunion.SUPPLEMENTAIRE, ())
    below = tuple(fiche_line(case, id) for id in _under(case, cle))
    return Item(title, nature, point.presente_par, point.heure, demanded, below)


def _under(case: Case, cle: PointUsuel | None) -> tuple[str, ...]:
    return case.reunion.fiches if cle is _P.FICHES else case.reunion.reserves if cle is _P.RESERVES else ()


def fiche_line(case: Case, id: str) -> Inlines:
    """Return `2021-03 – Parcours « Ingénierie et numérique »`, with the hole of what the dossier lacks."""
    fiche = case.fiche(id)
    title = fill(fiche.titre if fiche else None, f"titre de la fiche {id}")
    return sentence((fiche.numero if fiche else None) or id, " – ", *title)


# ---------------------------------------------------------------- titles


def _fixed(text: str) -> Callable[[Case], Inlines]:
    return lambda _: words(text)


def year(case: Case, offset: int = 0) -> Inlines:
    """Return the year of the meeting, `offset` years later, or its hole."""
    return fill(str(case.annee + offset) if case.annee else None, "année")


def _releve(case: Case) -> Inlines:
    before = (case.precedente.date if case.precedente else None) or case.reunion.precedente_le
    return sentence(
        "Approbation du relevé d’avis de la réunion du ", fill(long_date(before) if before else None, "date")
    )


def _retour(case: Case) -> Inlines:
    jour = case.precedente.ca_le if case.precedente else None
    return sentence(f"Retour sur les décisions {case.ca.de} du ", fill(long_date(jour) if jour else None, "date"))


def _suivi(case: Case) -> Inlines:
    if case.reunion.nature is NatureReunion.OCTOBRE:
        return sentence("Suivi de la réalisation des actions menées en ", *year(case))
    return sentence("Suivi de la réalisation des actions de l’année ", *year(case))


def _fiches(case: Case) -> Inlines:
    if len(case.reunion.fiches) > LISTED:
        return words("Instruction des fiches action")
    return words(f"Instruction {_of_fiches(case, case.reunion.fiches, 'de la fiche action', 'des fiches action')}")


def _reserves(case: Case) -> Inlines:
    ids = case.reunion.reserves
    return words(f"Levée des réserves : {_of_fiches(case, ids, 'fiche', 'fiches')}")


def _of_fiches(case: Case, ids: tuple[str, ...], one: str, several: str) -> str:
    return f"{one if len(ids) == 1 else several} n° {joined(list(numbers(case, ids)))}"


def numbers(case: Case, ids: tuple[str, ...]) -> Iterator[str]:
    """Yield the numbers of fiches, their ids where the dossier lacks them."""
    for id in ids:
        fiche = case.fiche(id)
        yield (fiche.numero if fiche else None) or id


def _expose(case: Case) -> Inlines:
    litige = case.reunion.litige
    partie = case.convention.partie(litige.demandeur) if case.convention and litige else None
    name = partie_name(partie.au_jour(case.reunion.date)) if partie else None
    return sentence("Exposé du différend par ", fill(name.le if name else None, "partie qui demande la réunion"))


def first_year(case: Case) -> bool:
    """Return whether the convention was signed in the year of the meeting: the year before had no action of it."""
    signed = case.convention.signee_le if case.convention else None
    return signed is not None and signed.year == case.annee


def without_actions(case: Case, *, capital: bool = True) -> Inlines:
    """Return `Aucune action n’a été menée en 2025 sous la convention`; `aucune…` without `capital`."""
    return sentence(
        f"{'Aucune' if capital else 'aucune'} action n’a été menée en ", *year(case, -1), f" sous {texte(case).le}"
    )


def _bilan(case: Case) -> Inlines:
    if first_year(case):
        return sentence("Bilan des actions menées : ", without_actions(case, capital=False))
    return sentence("Bilan des actions menées en ", *year(case, -1))


def _calendrier(case: Case) -> Inlines:
    return sentence("Calendrier ", *calendar_title(case))


def calendar_title(case: Case) -> Inlines:
    """Return of what the calendar is, after that word: `2022 des réunions`, `des prochaines réunions`."""
    if case.reunion.nature is NatureReunion.OCTOBRE:
        return sentence(*year(case, 1), " des réunions")
    return words("des prochaines réunions")


_TITLES: dict[PointUsuel, Callable[[Case], Inlines]] = {
    _P.OUVERTURE: lambda case: words(
        "Ouverture de la séance"
        if case.reunion.nature is NatureReunion.EXCEPTIONNELLE
        else "Ouverture de la séance et vérification des présences"
    ),
    _P.RELEVE: _releve,
    _P.RETOUR: _retour,
    _P.BILAN: _bilan,
    _P.SUIVI: _suivi,
    _P.PRIORITES: lambda case: sentence("Priorités de coopération pour l’année ", *year(case, 1)),
    _P.PLAN: lambda case: sentence("Plan d’actions ", *year(case, 1)),
    _P.FICHES: _fiches,
    _P.RESERVES: _reserves,
    _P.VIGILANCE: _fixed("Points de vigilance et d’arbitrage"),
    _P.CALENDRIER: _calendrier,
    _P.EXPOSE: _expose,
    _P.OBSERVATIONS: _fixed("Observations des autres parties"),
    _P.CONCILIATION: _fixed("Recherche d’une conciliation"),
    _P.SUITES: _fixed("Suites"),
    _P.DIVERSES: _fixed("Questions diverses"),
}
