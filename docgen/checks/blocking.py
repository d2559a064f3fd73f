"""Against which papers a finding stands: a piece answers for itself and for those it cites."""

from collections.abc import Iterable, Iterator

from docgen.dossier import Dossier
from docgen.findings import Finding
from docgen.model.base import Piece
from docgen.model.fiche_action import FicheAction


def rests_on(piece: Piece, dossier: Dossier) -> Iterator[Piece]:
    """Yield the pieces on which the papers of `piece` rest: those it cites, those they cite, and a fiche's annex."""
    for one in dossier.cited_by(piece):
        if one is not piece:
            yield one
            yield from rests_on(one, dossier)
    annexe = dossier.annexe_de(piece) if isinstance(piece, FicheAction) else None
    if annexe:
        yield annexe


def standing_against(piece: Piece, dossier: Dossier, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the blocking findings on `piece` or on what it rests on; empty when its definitive paper may come out."""
    keys = {piece.cle, *(one.cle for one in rests_on(piece, dossier))}
    return tuple(finding for finding in findings if finding.blocks and finding.document in keys)
