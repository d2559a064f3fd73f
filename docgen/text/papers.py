"""Which papers each piece gives, in the order in which they are made.

What writes a kind is loaded when a paper of that kind is first asked for: to check a dossier, few papers are written.
"""

from collections.abc import Callable, Iterator
from functools import partial
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
from docgen.text.later import Later
from docgen.tree import Document

Writer = Callable[[Any, Dossier], Iterator[Document | Later]]


def write(piece: Piece, dossier: Dossier) -> tuple[Document, ...]:
    """Return the papers of `piece`; empty for a piece that is only cited (house style)."""
    return tuple(written(piece, dossier))


def written(piece: Piece, dossier: Dossier, kind: str = "") -> Iterator[Document]:
    """Yield the same papers, each when it is asked for; where a `kind` is given, those of that kind at least."""
    writer = WRITERS.get(KINDS[piece.genre])
    for paper in writer(piece, dossier) if writer else ():
        if not isinstance(paper, Later):
            yield paper
        elif kind in ("", paper.kind) and (document := paper.write()):
            yield document


def _of_convention(convention: Convention, dossier: Dossier) -> Iterator[Document | Later]:
    """The convention, and the blank forms of the models that it lists."""
    from docgen.text.convention import write_convention
    from docgen.text.fiche_action import write_blank_fiche_action
    from docgen.text.fiche_realisation_form import write_blank_fiche_realisation

    yield Later(convention.genre, partial(write_convention, convention, dossier))
    if any(annexe.modele == FicheAction.genre for annexe in convention.annexes):
        yield write_blank_fiche_action(convention, dossier)
    for annexe in convention.annexes:
        if annexe.modele == FicheRealisation.genre:
            yield write_blank_fiche_realisation(convention, annexe, dossier)


def _of_avenant(avenant: Avenant, dossier: Dossier) -> Iterator[Later]:
    """The avenant, the convention as it leaves it, the comparison with what it was, the table of what changes."""
    from docgen.text.avenant import write_avenant
    from docgen.text.comparaison import write_comparaison
    from docgen.text.consolidated import write_consolidated
    from docgen.text.tableau_modifications import write_tableau

    yield Later(avenant.genre, partial(write_avenant, avenant, dossier))
    yield Later("version-consolidee", partial(write_consolidated, avenant, dossier))
    yield Later("comparaison", partial(write_comparaison, avenant, dossier))
    yield Later("tableau-modifications", partial(write_tableau, avenant, dossier))


def _of_fiche_action(fiche: FicheAction, dossier: Dossier) -> Iterator[Document]:
    from docgen.text.fiche_action import write_fiche_action

    yield write_fiche_action(fiche, dossier)


def _of_annexe_financiere(annexe: AnnexeFinanciere, dossier: Dossier) -> Iterator[Document]:
    from docgen.text.annexe_financiere import write_annexe_financiere

    yield write_annexe_financiere(annexe, dossier)


def _of_fiche_realisation(realisation: FicheRealisation, dossier: Dossier) -> Iterator[Document]:
    from docgen.text.fiche_realisation import write_fiche_realisation

    yield write_fiche_realisation(realisation, dossier)


def _of_plan_actions(plan: PlanActions, dossier: Dossier) -> Iterator[Document]:
    from docgen.text.plan_actions import write_plan_actions

    yield write_plan_actions(plan, dossier)


def _of_autorisation_logo(autorisation: AutorisationLogo, dossier: Dossier) -> Iterator[Document]:
    from docgen.text.logo import write_autorisation_logo

    return write_autorisation_logo(autorisation, dossier)


def _of_convention_application(application: ConventionApplication, dossier: Dossier) -> Iterator[Document]:
    from docgen.text.convention_application import write_convention_application

    return write_convention_application(application, dossier)


def _of_conformite_numerique(conformite: ConformiteNumerique, dossier: Dossier) -> Iterator[Document]:
    from docgen.text.conformite_numerique import write_conformite_numerique

    return write_conformite_numerique(conformite, dossier)


def _of_contacts(contacts: Contacts, dossier: Dossier) -> Iterator[Document]:
    from docgen.text.contacts import write_contacts

    return write_contacts(contacts, dossier)


def _of_denonciation(denonciation: Denonciation, dossier: Dossier) -> Iterator[Document]:
    from docgen.text.denonciation import write_denonciation

    return write_denonciation(denonciation, dossier)


def _of_reunion(reunion: Reunion, dossier: Dossier) -> Iterator[Later]:
    from docgen.text.reunion.papers import papers_of

    return papers_of(reunion, dossier)


def _of_bilan_annuel(bilan: BilanAnnuel, dossier: Dossier) -> Iterator[Document | Later]:
    """The review, and the letters that send it."""
    from docgen.text.bilan_annuel import write_bilan_annuel
    from docgen.text.bilan_transmission import write_transmissions

    yield Later(bilan.genre, partial(write_bilan_annuel, bilan, dossier))
    yield from write_transmissions(bilan, dossier)


WRITERS: dict[type[Piece], Writer] = {
    AutorisationLogo: _of_autorisation_logo,
    ConventionApplication: _of_convention_application,
    ConformiteNumerique: _of_conformite_numerique,
    Contacts: _of_contacts,
    Denonciation: _of_denonciation,
    Convention: _of_convention,
    Avenant: _of_avenant,
    FicheAction: _of_fiche_action,
    AnnexeFinanciere: _of_annexe_financiere,
    FicheRealisation: _of_fiche_realisation,
    BilanAnnuel: _of_bilan_annuel,
    PlanActions: _of_plan_actions,
    Reunion: _of_reunion,
}
