"""Where an opinion that a fiche shows was typed: on the fiche, or in the meeting that gave it (FIC-12)."""

from collections.abc import Iterator
from datetime import date
from functools import wraps

from docgen.checks.rule import Check, Remark, Subject
from docgen.dossier import Dossier
from docgen.findings import FieldPath, Place
from docgen.model.fiche_action import FicheAction
from docgen.model.reunion import Examen, Reunion
from docgen.model.reunion_choix import Issue
from docgen.values import replace


def where_typed(check: Check) -> Check:
    """Return `check`, its remarks on an opinion that a meeting gave placed in the file of that meeting."""

    @wraps(check)
    def placed(subject: Subject) -> Iterator[Remark]:
        for remark in check(subject):
            known = remark.place or _place(subject, subject.piece_as(FicheAction), remark.path)
            yield replace(remark, place=known) if known else remark

    return placed


def _place(subject: Subject, fiche: FicheAction, path: FieldPath) -> Place | None:
    """Return the place of `path` in a meeting; None where the fiche says it itself, or no meeting does."""
    opinion = path[:1] if path[:1] == ("avis_copil",) else path[:2] if path[:1] == ("avis",) else ()
    typed = subject.dossier.entree(fiche).places
    if not opinion or opinion == ("avis",) or any(one[: len(opinion)] == opinion for one in typed):
        return None
    ministere = fiche.avis[int(opinion[1])].ministere if len(opinion) > 1 else None
    rest = path[len(opinion) :]
    meetings = sorted(subject.dossier.reunions_de(fiche), key=lambda one: one.date or date.min, reverse=True)
    found = (_in_meeting(subject.dossier, one, fiche.id, ministere, rest) for one in meetings)
    return next((place for place in found if place), None)


def _in_meeting(
    dossier: Dossier, reunion: Reunion, fiche: str | None, ministere: str | None, rest: FieldPath
) -> Place | None:
    """Return where `reunion` gives `rest` of the opinion of a ministry (of the committee for None) on `fiche`."""
    entree = dossier.entree(reunion)
    if rest[:1] == ("levee",):
        lifted = [(one.fiche, one.ministere) for one in reunion.levees]
        return entree.place(("levees", lifted.index((fiche, ministere)))) if (fiche, ministere) in lifted else None
    for index, examen in enumerate(reunion.avis):
        if examen.fiche == fiche and (base := _opinion(examen, ministere)) is not None:
            path: FieldPath = ("avis", index, *base)
            tried: tuple[FieldPath, ...] = ((*path, *rest), ("date",) if rest == ("date",) else (*path, "sens"))
            return next((entree.places[one] for one in tried if one in entree.places), entree.place(path))
    return None


def _opinion(examen: Examen, ministere: str | None) -> FieldPath | None:
    """Return the path, in what a meeting says of a fiche, of an opinion; None where it does not give it."""
    if examen.issue is Issue.RETIREE:
        return None
    if examen.issue is Issue.AJOURNEE:
        return ("issue",)
    if ministere is None:
        return ("comite",) if examen.comite else None
    for rank, avis in enumerate(examen.ministeres):
        if avis.ministere == ministere:
            return ("ministeres", rank, *(("reponse",) if avis.reponse else ()))
    return None
