"""Against which papers a finding stands: a piece answers for itself and for those it cites."""

from collections.abc import Iterable

from docgen.dossier import Dossier
from docgen.findings import Finding
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.base import Piece
from docgen.model.fiche_action import FicheAction


def cited_by(piece: Piece, dossier: Dossier) -> tuple[Piece, ...]:
    """Return the pieces on which the paper of `piece` rests: its convention, and the fiche and annex of each other."""
    cited: list[Piece | None] = []
    match piece:
        case FicheAction():
            cited = [dossier.convention_de(piece), dossier.annexe_de(piece)]
        case AnnexeFinanciere():
            cited = [dossier.find(FicheAction, piece.fiche), dossier.convention_de(piece)]
        case AutorisationLogo():
            cited = [dossier.convention_de(piece), dossier.find(FicheAction, piece.fiche)]
    return tuple(one for one in cited if one is not None)


def standing_against(piece: Piece, dossier: Dossier, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the blocking findings on `piece` or on what it cites; empty when its definitive document may come out."""
    keys = {piece.cle, *(one.cle for one in cited_by(piece, dossier))}
    return tuple(finding for finding in findings if finding.blocks and finding.document in keys)
