"""Which papers each piece gives, in the order in which they are made."""

from collections.abc import Callable, Iterator
from typing import Any

from docgen.dossier import Dossier
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.avenant import Avenant
from docgen.model.base import Piece
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.text.annexe_financiere import write_annexe_financiere
from docgen.text.avenant import write_avenant
from docgen.text.comparaison import write_comparaison
from docgen.text.consolidated import write_consolidated
from docgen.text.convention import write_convention
from docgen.text.fiche_action import write_blank_fiche_action, write_fiche_action
from docgen.text.tableau_modifications import write_tableau
from docgen.tree import Document

Writer = Callable[[Any, Dossier], Iterator[Document]]


def write(piece: Piece, dossier: Dossier) -> tuple[Document, ...]:
    """Return the papers of `piece`; empty for a piece that is only cited (house style, logo authorisation)."""
    writer = WRITERS.get(type(piece))
    return tuple(writer(piece, dossier)) if writer else ()


def _of_convention(convention: Convention, dossier: Dossier) -> Iterator[Document]:
    """The convention, and the blank form where it has one annexed."""
    yield write_convention(convention, dossier)
    if any(annexe.modele == FicheAction.genre for annexe in convention.annexes):
        yield write_blank_fiche_action(convention, dossier)


def _of_avenant(avenant: Avenant, dossier: Dossier) -> Iterator[Document]:
    """The avenant, the convention as it leaves it, the comparison with what it was, the table of what changes."""
    yield write_avenant(avenant, dossier)
    made = (maker(avenant, dossier) for maker in (write_consolidated, write_comparaison, write_tableau))
    yield from (document for document in made if document)


def _of_fiche_action(fiche: FicheAction, dossier: Dossier) -> Iterator[Document]:
    yield write_fiche_action(fiche, dossier)


def _of_annexe_financiere(annexe: AnnexeFinanciere, dossier: Dossier) -> Iterator[Document]:
    yield write_annexe_financiere(annexe, dossier)


WRITERS: dict[type[Piece], Writer] = {
    Convention: _of_convention,
    Avenant: _of_avenant,
    FicheAction: _of_fiche_action,
    AnnexeFinanciere: _of_annexe_financiere,
}
