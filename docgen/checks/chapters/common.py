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

PARTIES = ("convention.parties.id", "convention.parties.nature")
"""What tells which parties, and which ministries, an id may be of."""
SIGNED_ON = ("convention.etat", "convention.signature", "convention.duree")
"""What tells whether a convention is in force."""
TEXT = (
    *("convention.texte", "convention.articles", "convention.comite", "convention.duree", "convention.preavis"),
    *("convention.plafond_frais_gestion", "convention.bilan_avant", "convention.reconduction_tacite"),
)
"""What the words of a convention are made of."""
MONEY = (
    *("fiche-action.id", "annexe-financiere.fiche", "annexe-financiere.financeurs", "annexe-financiere.postes"),
    *("annexe-financiere.frais_gestion", "annexe-financiere.exercices"),
)
"""What the totals of an annex are made of."""
SPENT = (
    "fiche-action.id",
    "fiche-realisation.fiche",
    "fiche-realisation.etat",
    "fiche-realisation.exercices",
    "bilan-annuel.actions",
)
"""What tells of an action what was paid."""
OPINIONS = (
    *("fiche-action.id", "fiche-action.convention", "fiche-action.avis_copil", "fiche-action.avis"),
    *("reunion.convention", "reunion.date", "reunion.fiches", "reunion.avis", "reunion.levees"),
)
"""What tells which opinions were given on an action."""
LOGOS = ("fiche-action.id", "autorisation-logo", *PARTIES, *OPINIONS)
"""What tells which logos an action may show."""


def of_convention(article: str) -> Source:
    """Return the article of the convention that founds a rule."""
    return Source("convention", article)
