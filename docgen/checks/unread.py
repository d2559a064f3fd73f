"""SAI-06: the papers that gather the whole dossier, while a file of it cannot be read.

The docstring of the check is in French: `docgen regles` shows it to users.
"""

from collections.abc import Iterator
from functools import partial

from docgen.checks.rule import Remark, Subject
from docgen.dossier import Dossier
from docgen.french import joined
from docgen.model.base import Piece
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.fiche_action import FicheAction
from docgen.model.illisible import Illisible
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion

_NAMED = 4
"""More pieces than these are counted."""


def gathered_from_all(subject: Subject) -> Iterator[Remark]:
    """Le bilan annuel, le plan d’actions et les papiers d’une réunion se calculent d’après tout le dossier : tant qu’un
    fichier n’en est pas lu, ou est d’un genre inconnu, une action, une réunion ou un avis y manquerait sans que rien ne
    le dise. Une fiche action attend de même les réunions, d’où viennent ses avis."""
    for one in subject.dossier.illisibles:
        if _waits(subject.piece, one):
            who = subject.dossier.once("attendent", (one,), partial(_who_waits, one, subject.dossier))
            message = f"{who} le fichier {one.place.file}, qui n’a pas pu être lu."
            yield Remark(message, f"Corrigez d’abord {one.ou}.", place=one.place)


def _waits(piece: Piece, unread: Illisible) -> bool:
    if isinstance(piece, FicheAction):
        return unread.genre == Reunion.genre
    return isinstance(piece, BilanAnnuel | PlanActions | Reunion)


def _who_waits(unread: Illisible, dossier: Dossier) -> str:
    """Return who waits, in the same words for each of them, so that these are printed once."""
    keys = [entree.piece.cle for entree in dossier.entrees if _waits(entree.piece, unread)]
    more = len(keys) - _NAMED
    named = [*keys[:_NAMED], f"{more} autre{'s' if more > 1 else ''}"] if more > 0 else list(keys)
    return f"{joined(named)} {'attendent' if len(keys) > 1 else 'attend'}"
