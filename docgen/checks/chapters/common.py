"""What the chapters share: severities, sources, the kinds that several rules concern."""

from docgen.checks.rule import Source
from docgen.findings import Severity
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.avenant import Avenant
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.conformite_numerique import ConformiteNumerique
from docgen.model.convention import Convention
from docgen.model.convention_application import ConventionApplication
from docgen.model.denonciation import Denonciation
from docgen.model.fiche_action import FicheAction
from docgen.model.fiche_realisation import FicheRealisation
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion

BLOQUANT, A_VERIFIER = Severity.BLOQUANT, Severity.A_VERIFIER
DOCGEN = Source("docgen")
_LETTERS = (AutorisationLogo, ConventionApplication, Denonciation)
SIGNED = (Convention, Avenant, *_LETTERS)
"""The acts that someone signs."""
PRINTED = (
    *(Convention, Avenant, FicheAction, AnnexeFinanciere, FicheRealisation, BilanAnnuel, PlanActions, Reunion),
    *(*_LETTERS, ConformiteNumerique),
)
"""The pieces that have papers of their own."""


def of_convention(article: str) -> Source:
    """Return the article of the convention that founds a rule."""
    return Source("convention", article)
