"""Which papers each piece gives, in the order in which they are made."""

from collections.abc import Callable
from typing import Any

from docgen.dossier import Dossier
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.base import Piece
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.text.annexe_financiere import write_annexe_financiere
from docgen.text.convention import write_convention
from docgen.text.fiche_action import write_blank_fiche_action, write_fiche_action
from docgen.tree import Document

Writer = Callable[[Any, Dossier], Document]

WRITERS: dict[type[Piece], tuple[Writer, ...]] = {
    Convention: (write_convention, write_blank_fiche_action),
    FicheAction: (write_fiche_action,),
    AnnexeFinanciere: (write_annexe_financiere,),
}


def write(piece: Piece, dossier: Dossier) -> tuple[Document, ...]:
    """Return the papers of `piece`; empty for a piece that is only cited (house style, logo authorisation)."""
    return tuple(writer(piece, dossier) for writer in WRITERS.get(type(piece), ()))
