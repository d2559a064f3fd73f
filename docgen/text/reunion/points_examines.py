"""What the relevé d’avis says of the items of the agenda that are no fiche: informed, presented, agreed (§10.4)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from docgen.french import long_date
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import DecisionCa, Point
from docgen.model.reunion_choix import NatureReunion, PointUsuel
from docgen.text.reunion.case import Case, representants
from docgen.text.reunion.points import calendar_title, first_year, usual, without_actions, year
from docgen.text.words import fill, sentence
from docgen.tree import Inlines


def points_examined(case: Case) -> Iterator[Inlines]:
    """Yield one sentence or more for each item that was not withdrawn, in the order of the agenda.

    What the meeting's input says of an item is told in the place of the usual sentence.
    """
    for cle in usual(case):
        point = case.reunion.point(cle)
        if point and point.releve and cle in _TITLES:
            yield _typed(_TITLES[cle], point.releve)
        elif cle in _SAID:
            yield from _SAID[cle](case)
    yield from (_own(point) for point in case.reunion.points if not point.cle and not point.retire)


def _typed(title: str, text: str) -> Inlines:
    return sentence(f"{title} : {text.rstrip('.')}.")


def _own(point: Point) -> Inlines:
    said = point.releve.rstrip(".") if point.releve else "point examiné"
    return sentence(fill(point.titre, "intitulé du point"), f" : {said}.")


# ---------------------------------------------------------------- what is told


def _retour(case: Case) -> Iterator[Inlines]:
    before = case.precedente
    jour = fill(long_date(before.ca_le) if before and before.ca_le else None, "date de la séance")
    told = f"Les membres {case.organe.de} sont informés des décisions prises par {case.ca.le} {case.opco.de}"
    yield sentence(f"{told} lors de sa séance du ", jour, ".")
    yield from (_decision(case, one) for one in (before.decisions_ca if before else ()))


def _decision(case: Case, one: DecisionCa) -> Inlines:
    fiche = case.fiche(one.fiche)
    number = fill((fiche.numero if fiche else None) or one.fiche, "numéro de la fiche")
    more = f" ({one.observations.rstrip('.')})" if one.observations else ""
    return sentence("Fiche action n° ", number, " : ", fill(one.decision, "décision"), f"{more}.")


def _bilan(case: Case) -> Iterator[Inlines]:
    if first_year(case):
        yield sentence(*without_actions(case), " ; il n’y a pas lieu d’en faire le bilan.")
    else:
        yield sentence(f"{case.organe.Le} prend connaissance du bilan des actions menées en ", *year(case, -1), ".")


def _suivi(case: Case) -> Iterator[Inlines]:
    october = case.reunion.nature is NatureReunion.OCTOBRE
    which = "des actions menées en " if october else "des actions de l’année "
    yield sentence(f"{case.organe.Le} prend connaissance de la réalisation {which}", *year(case), ".")


def _priorites(case: Case) -> Iterator[Inlines]:
    after = case.annee + 1 if case.annee else None
    plans = (one for one in case.dossier.all(PlanActions) if one.convention == case.reunion.convention)
    written = f" ; elles figurent au plan d’actions {after}" if any(one.annee == after for one in plans) else ""
    yield sentence(
        f"{case.organe.Le} envisage les priorités de coopération pour l’année ", *year(case, 1), f"{written}."
    )


def _plan(case: Case) -> Iterator[Inlines]:
    yield _agreed(case, sentence("plan d’actions ", *year(case, 1)), case.reunion.accord_plan)


def _calendrier(case: Case) -> Iterator[Inlines]:
    title = calendar_title(case)
    yield _agreed(case, sentence("calendrier ", *title), case.reunion.accord_calendrier)


def _agreed(case: Case, what: Inlines, jour: date | None) -> Inlines:
    """An agreement given after the relevé was made is no part of it."""
    made = case.reunion.seance.etabli_le if case.reunion.seance else None
    who = f"{case.opco.le} et {representants(case)}"
    if jour is None or (made and jour > made):
        return sentence("Le ", *what, f" reste à arrêter d’un commun accord entre {who}.")
    when = "" if jour == case.reunion.date else f", le {long_date(jour)}"
    return sentence("Le ", *what, f" est arrêté d’un commun accord entre {who}{when}.")


_SAID: Mapping[PointUsuel, Callable[[Case], Iterator[Inlines]]] = {
    PointUsuel.RETOUR: _retour,
    PointUsuel.BILAN: _bilan,
    PointUsuel.SUIVI: _suivi,
    PointUsuel.PRIORITES: _priorites,
    PointUsuel.PLAN: _plan,
    PointUsuel.CALENDRIER: _calendrier,
}
"""What is told of each usual item; the opening, the last relevé and the fiches have places of their own."""

_TITLES: Mapping[PointUsuel, str] = {
    PointUsuel.RETOUR: "Décisions du conseil",
    PointUsuel.BILAN: "Bilan",
    PointUsuel.SUIVI: "Suivi de la réalisation des actions",
    PointUsuel.PRIORITES: "Priorités de coopération",
    PointUsuel.PLAN: "Plan d’actions",
    PointUsuel.VIGILANCE: "Points de vigilance et d’arbitrage",
    PointUsuel.CALENDRIER: "Calendrier des réunions",
    PointUsuel.DIVERSES: "Questions diverses",
}
"""How an item is called before what the meeting's input says of it."""
