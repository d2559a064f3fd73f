"""SAI, TYP: what any file is asked: values, references, characters, French."""

from docgen.checks import (
    application,
    avenant,
    bilan,
    bordereau,
    completeness,
    conformite,
    day_order,
    denonciation,
    doubles,
    french,
    glyphs,
    own_text,
    realisation,
    references,
    reunion,
    seance,
    unread,
)
from docgen.checks.chapters.common import (
    A_VERIFIER,
    BLOQUANT,
    DOCGEN,
    PARTIES,
    PRINTED,
)
from docgen.checks.rule import Rule
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
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion

# A table, two lines a rule.
# fmt: off
SAISIE: tuple[Rule, ...] = (
    Rule("SAI-02", BLOQUANT, DOCGEN, "Valeur que le texte emploie",
         (Convention,), completeness.values_that_text_needs),
    Rule("SAI-02", BLOQUANT, DOCGEN, "Siège des parties désignées par leur institution",
         (Convention,), completeness.seat_of_parties, needs=("convention.designation",)),
    Rule("SAI-02", BLOQUANT, DOCGEN, "Texte des articles remplacés ou ajoutés",
         (Convention,), completeness.words_of_changed_articles),
    Rule("SAI-02", BLOQUANT, DOCGEN, "Date d’un texte à signer",
         (Convention, Avenant), completeness.date_of_text_to_sign),
    Rule("SAI-02", BLOQUANT, DOCGEN, "Fin, abandon et livrables d’une action réalisée",
         (FicheRealisation,), realisation.completeness),
    Rule("SAI-02", BLOQUANT, DOCGEN, "Valeurs que les papiers d’une réunion emploient",
         (Reunion,), reunion.values_of_meeting),
    Rule("SAI-02", BLOQUANT, DOCGEN, "Ce qu’une convention d’application imprime",
         (ConventionApplication,), application.what_application_prints, needs=("convention.designation",)),
    Rule("SAI-02", BLOQUANT, DOCGEN, "Refus d’une autorisation de logo",
         (AutorisationLogo,), day_order.refusal_is_said),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’une convention",
         (Convention,), references.references_of_convention, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Articles remplacés, ajoutés ou retirés",
         (Convention,), references.changed_articles),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Nom porté par deux articles",
         (Convention,), references.names_of_articles),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Valeurs nommées du texte",
         (Convention,), references.values_of_text),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Noms des parties cités dans ce qui est saisi",
         (Piece,), references.names_cited, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’une fiche action",
         (FicheAction,), references.references_of_fiche, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Axes d’une fiche action",
         (FicheAction,), references.axes_of_fiche),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’une annexe financière",
         (AnnexeFinanciere,), references.references_of_annexe, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’une autorisation de logo",
         (AutorisationLogo,), references.references_of_autorisation, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’un avenant",
         (Avenant,), avenant.references_of_avenant, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’une convention d’application",
         (ConventionApplication,), application.references_of_application,
         needs=(*PARTIES, "convention-application.parties_reprises", "convention-application.autres_parties.id")),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’un bordereau de signature",
         (Bordereau,), bordereau.references_of_bordereau, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’une fiche de conformité",
         (ConformiteNumerique,), conformite.references_of_conformite, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’une liste de contacts",
         (Contacts,), conformite.references_of_contacts, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’une dénonciation",
         (Denonciation,), denonciation.references_of_denonciation, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’une fiche de réalisation",
         (FicheRealisation,), realisation.references, needs=(*PARTIES, "annexe-financiere.financeurs.id")),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’un bilan annuel",
         (BilanAnnuel,), bilan.references, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’un plan d’actions",
         (PlanActions,), bilan.references_of_plan),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Références d’une réunion",
         (Reunion,), seance.references_of_reunion, needs=PARTIES),
    Rule("SAI-04", BLOQUANT, DOCGEN, "Identifiant deux fois dans une liste",
         (Piece,), doubles.ids_listed_twice),
    Rule("SAI-05", BLOQUANT, DOCGEN, "Caractères de commande",
         (Piece,), glyphs.control_characters),
    Rule("SAI-05", BLOQUANT, DOCGEN, "Caractères qu’aucune police fournie ne dessine",
         (Piece,), glyphs.characters_without_glyph),
    Rule("SAI-05", BLOQUANT, DOCGEN, "Caractères de commande du texte propre",
         (Convention,), own_text.characters_of_text),
    Rule("SAI-06", BLOQUANT, DOCGEN, "Mots du texte qui ne seraient pas imprimés",
         (Convention,), own_text.words_left_out),
    Rule("SAI-06", BLOQUANT, DOCGEN, "Fichier illisible d’un dossier dont le document se calcule",
         (BilanAnnuel, PlanActions, Reunion, FicheAction), unread.gathered_from_all),
    Rule("SAI-06", BLOQUANT, DOCGEN, "Signes du texte qui seraient imprimés tels quels",
         (Convention,), own_text.raw_markup, textual=True),
    Rule("SAI-06", BLOQUANT, DOCGEN, "Mots d’un avenant qui ne seraient pas imprimés",
         (Avenant,), own_text.words_left_out_of_avenant),
    Rule("SAI-06", BLOQUANT, DOCGEN, "Signes d’un avenant qui seraient imprimés tels quels",
         (Avenant,), own_text.raw_markup_of_avenant, textual=True),
    Rule("SAI-07", BLOQUANT, DOCGEN, "Encodage du texte propre d’une convention",
         (Convention,), own_text.encoding_of_text),
)

TYPOGRAPHIE: tuple[Rule, ...] = (
    Rule("TYP-02", BLOQUANT, DOCGEN, "Mots de projet",
         PRINTED, french.words_of_a_draft, textual=True),
    Rule("TYP-02", A_VERIFIER, DOCGEN, "Fautes de français",
         PRINTED, french.slips_of_french, textual=True),
)
