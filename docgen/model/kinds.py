"""The kinds of input, by the word that `document:` takes."""

from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.avenant import Avenant
from docgen.model.base import Piece
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.bordereau import Bordereau
from docgen.model.conformite_numerique import ConformiteNumerique
from docgen.model.contacts import Contacts
from docgen.model.convention import Convention
from docgen.model.convention_application import ConventionApplication
from docgen.model.denonciation import Denonciation
from docgen.model.fiche_action import FicheAction
from docgen.model.fiche_realisation import FicheRealisation
from docgen.model.maison import Maison
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion

KINDS: dict[str, type[Piece]] = {
    kind.genre: kind
    for kind in (
        Convention,
        Avenant,
        FicheAction,
        AnnexeFinanciere,
        AutorisationLogo,
        ConventionApplication,
        ConformiteNumerique,
        Contacts,
        Denonciation,
        FicheRealisation,
        BilanAnnuel,
        PlanActions,
        Maison,
        Reunion,
        Bordereau,
    )
}
