"""Which papers each piece gives, in the order in which they are made."""

from collections.abc import Callable, Iterator
from typing import Any

from docgen.dossier import Dossier
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.avenant import Avenant
from docgen.model.base import Piece
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.conformite_numerique import ConformiteNumerique
from docgen.model.contacts import Contacts
from docgen.model.convention import Convention
from docgen.model.convention_application import ConventionApplication
from docgen.model.denonciation import Denonciation
from docgen.model.fiche_action import FicheAction
from docgen.model.fiche_realisation import FicheRealisation
from docgen.model.kinds import KINDS
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion
from docgen.text.annexe_financiere import write_annexe_financiere
from docgen.text.avenant import write_avenant
from docgen.text.bilan_annuel import write_bilan_annuel
from docgen.text.bilan_transmission import write_transmissions
from docgen.text.comparaison import write_comparaison
from docgen.text.conformite_numerique import write_conformite_numerique
from docgen.text.consolidated import write_consolidated
from docgen.text.contacts import write_contacts
from docgen.text.convention import write_convention
from docgen.text.convention_application import write_convention_application
from docgen.text.denonciation import write_denonciation
from docgen.text.fiche_action import write_blank_fiche_action, write_fiche_action
from docgen.text.fiche_realisation import write_fiche_realisation
from docgen.text.fiche_realisation_form import write_blank_fiche_realisation
from docgen.text.logo import write_autorisation_logo
from docgen.text.plan_actions import write_plan_actions
from docgen.text.reunion.papers import write_reunion
from docgen.text.tableau_modifications import write_tableau
from docgen.tree import Document

Writer = Callable[[Any, Dossier], Iterator[Document]]


def write(piece: Piece, dossier: Dossier) -> tuple[Document, ...]:
    """Return the papers of `piece`; empty for a piece that is only cited (house style)."""
    return tuple(written(piece, dossier))


def written(piece: Piece, dossier: Dossier) -> Iterator[Document]:
    """Yield the same papers, each written when it is asked for."""
    writer = WRITERS.get(KINDS[piece.genre])
    return writer(piece, dossier) if writer else iter(())


def _of_convention(convention: Convention, dossier: Dossier) -> Iterator[Document]:
    """The convention, and the blank forms of the models that it lists."""
    yield write_convention(convention, dossier)
    if any(annexe.modele == FicheAction.genre for annexe in convention.annexes):
        yield write_blank_fiche_action(convention, dossier)
    for annexe in convention.annexes:
        if annexe.modele == FicheRealisation.genre:
            yield write_blank_fiche_realisation(convention, annexe, dossier)


def _of_avenant(avenant: Avenant, dossier: Dossier) -> Iterator[Document]:
    """The avenant, the convention as it leaves it, the comparison with what it was, the table of what changes."""
    yield write_avenant(avenant, dossier)
    made = (maker(avenant, dossier) for maker in (write_consolidated, write_comparaison, write_tableau))
    yield from (document for document in made if document)


def _of_fiche_action(fiche: FicheAction, dossier: Dossier) -> Iterator[Document]:
    yield write_fiche_action(fiche, dossier)


def _of_annexe_financiere(annexe: AnnexeFinanciere, dossier: Dossier) -> Iterator[Document]:
    yield write_annexe_financiere(annexe, dossier)


def _of_fiche_realisation(realisation: FicheRealisation, dossier: Dossier) -> Iterator[Document]:
    yield write_fiche_realisation(realisation, dossier)


def _of_bilan_annuel(bilan: BilanAnnuel, dossier: Dossier) -> Iterator[Document]:
    """The review, and the letters that send it."""
    yield write_bilan_annuel(bilan, dossier)
    yield from write_transmissions(bilan, dossier)


def _of_plan_actions(plan: PlanActions, dossier: Dossier) -> Iterator[Document]:
    yield write_plan_actions(plan, dossier)


WRITERS: dict[type[Piece], Writer] = {
    AutorisationLogo: write_autorisation_logo,
    ConventionApplication: write_convention_application,
    ConformiteNumerique: write_conformite_numerique,
    Contacts: write_contacts,
    Denonciation: write_denonciation,
    Convention: _of_convention,
    Avenant: _of_avenant,
    FicheAction: _of_fiche_action,
    AnnexeFinanciere: _of_annexe_financiere,
    FicheRealisation: _of_fiche_realisation,
    BilanAnnuel: _of_bilan_annuel,
    PlanActions: _of_plan_actions,
    Reunion: write_reunion,
}
