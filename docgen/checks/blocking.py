"""Against which papers a finding stands: a piece answers for itself and for those it cites."""

from collections.abc import Iterable, Iterator, Sequence

from docgen.bilan.actions import ActionAnnee
from docgen.bilan.papers import actions_du_bilan, actions_du_plan, refusee
from docgen.dossier import Dossier
from docgen.findings import Finding
from docgen.logos import decisions
from docgen.model.base import Piece
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.fiche_action import FicheAction
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion


def rests_on(piece: Piece, dossier: Dossier) -> Iterator[Piece]:
    """Yield the pieces on which the papers of `piece` rest: those it cites, those they cite, a fiche's annex, the
    authorisations of the logos that it shows and the meetings whose opinions it gives.

    The review and the plan of a year rest on the fiches whose figures they add up, on all that belongs to these, and on
    the meetings of that year, which they list.
    """
    for one in dossier.cited_by(piece):
        if one is not piece:
            yield one
            yield from rests_on(one, dossier)
    if isinstance(piece, FicheAction):
        annexe = dossier.annexe_de(piece)
        yield from (annexe,) if annexe else ()
        yield from (one.autorisation for one in decisions(piece, dossier) if one.shown and one.autorisation)
        yield from dossier.reunions_de(piece)
    for action in _actions(piece, dossier):
        yield action.fiche
        yield from (one for one in (action.annexe, action.realisation) if one)
        yield from dossier.reunions_de(action.fiche)
    if isinstance(piece, BilanAnnuel | PlanActions):
        yield from _meetings(piece, dossier)


def _meetings(piece: BilanAnnuel | PlanActions, dossier: Dossier) -> Iterator[Piece]:
    reunions = (one for one in dossier.all(Reunion) if one.convention == piece.convention)
    yield from (one for one in reunions if one.date and one.date.year == piece.annee)


def _actions(piece: Piece, dossier: Dossier) -> tuple[ActionAnnee, ...]:
    match piece:
        case BilanAnnuel():
            return actions_du_bilan(piece, dossier)
        case PlanActions():
            return tuple(one for one in actions_du_plan(piece, dossier) if not refusee(one))
        case _:
            return ()


def standing_against(piece: Piece, dossier: Dossier, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the blocking findings on `piece` or on what it rests on; empty when its definitive paper may come out."""
    keys = {piece.cle, *(one.cle for one in rests_on(piece, dossier))}
    return tuple(finding for finding in findings if finding.blocks and finding.document in keys)


def concerning(only: Sequence[str], dossier: Dossier, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings on the pieces asked for, and those that hold their definitive papers back, wherever they are;
    all of them where nothing is asked for."""
    found = tuple(findings)
    if not only:
        return found
    asked = [one.piece for one in dossier.entrees if one.piece.id in only or one.piece.cle in only]
    own = {"", *(piece.cle for piece in asked)}
    held = {one.cle for piece in asked for one in rests_on(piece, dossier)}
    return tuple(one for one in found if one.document in own or (one.blocks and one.document in held))
