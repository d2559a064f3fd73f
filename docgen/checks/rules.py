"""Every rule that the checks carry out, in the order in which they are listed and run.

Several rules may share a code: each is one part of the row of that code. What other stages find, and what docgen
corrects by itself, stands in `elsewhere.NOTICES`.
"""

from docgen.checks import (
    annexe_financiere,
    avis,
    completeness,
    convention,
    fees,
    fiche_action,
    financing,
    french,
    glyphs,
    internal_references,
    logos,
    names,
    references,
    signatures,
    visas,
)
from docgen.checks.rule import Rule, Source
from docgen.findings import Severity
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.base import Piece
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction

_BLOQUANT, _A_VERIFIER = Severity.BLOQUANT, Severity.A_VERIFIER
_DOCGEN = Source("docgen")
_OF_ANY = (Piece,)
_OF_CONVENTION, _OF_FICHE, _OF_ANNEXE = (Convention,), (FicheAction,), (AnnexeFinanciere,)
_OF_AUTORISATION = (AutorisationLogo,)
_SIGNED, _PRINTED = (Convention, AutorisationLogo), (Convention, FicheAction, AnnexeFinanciere)


def _convention(article: str) -> Source:
    return Source("convention", article)


# A table, two lines a rule.
# fmt: off
RULES: tuple[Rule, ...] = (
    Rule("SAI-02", _BLOQUANT, _DOCGEN, "Valeur que le texte emploie",
         _OF_CONVENTION, completeness.values_that_text_needs),
    Rule("SAI-02", _BLOQUANT, _DOCGEN, "Siège des parties désignées par leur institution",
         _OF_CONVENTION, completeness.seat_of_parties),
    Rule("SAI-02", _BLOQUANT, _DOCGEN, "Texte des articles remplacés ou ajoutés",
         _OF_CONVENTION, completeness.words_of_changed_articles),
    Rule("SAI-04", _BLOQUANT, _DOCGEN, "Références d’une convention",
         _OF_CONVENTION, references.references_of_convention),
    Rule("SAI-04", _BLOQUANT, _DOCGEN, "Articles remplacés, ajoutés ou retirés",
         _OF_CONVENTION, references.changed_articles),
    Rule("SAI-04", _BLOQUANT, _DOCGEN, "Valeurs nommées du texte",
         _OF_CONVENTION, references.values_of_text),
    Rule("SAI-04", _BLOQUANT, _DOCGEN, "Références d’une fiche action",
         _OF_FICHE, references.references_of_fiche),
    Rule("SAI-04", _BLOQUANT, _DOCGEN, "Axes d’une fiche action",
         _OF_FICHE, references.axes_of_fiche),
    Rule("SAI-04", _BLOQUANT, _DOCGEN, "Références d’une annexe financière",
         _OF_ANNEXE, references.references_of_annexe),
    Rule("SAI-04", _BLOQUANT, _DOCGEN, "Références d’une autorisation de logo",
         _OF_AUTORISATION, references.references_of_autorisation),
    Rule("SAI-05", _BLOQUANT, _DOCGEN, "Caractères de commande",
         _OF_ANY, glyphs.control_characters),
    Rule("SAI-05", _BLOQUANT, _DOCGEN, "Caractères qu’aucune police fournie ne dessine",
         _OF_ANY, glyphs.characters_without_glyph),
    Rule("SAI-07", _BLOQUANT, _DOCGEN, "Encodage du texte propre d’une convention",
         _OF_CONVENTION, references.encoding_of_text),
    Rule("CON-01", _BLOQUANT, _convention("article 18"), "Deux côtés au moins, un signataire par partie",
         _OF_CONVENTION, convention.two_sides),
    Rule("CON-02", _BLOQUANT, _convention("article 17"), "Durée énoncée, terme déduit, reconduction",
         _OF_CONVENTION, convention.duration_as_stated),
    Rule("CON-03", _A_VERIFIER, _convention("visas"), "Articles de loi visés, chacun sous son code et à sa date",
         _OF_CONVENTION, visas.law_of_an_opco, textual=True),
    Rule("CON-04", _BLOQUANT, _DOCGEN, "Numéros des articles",
         _OF_CONVENTION, internal_references.numbers_of_articles, textual=True),
    Rule("CON-04", _BLOQUANT, _DOCGEN, "Renvois du texte à ses articles",
         _OF_CONVENTION, internal_references.references_between_articles, textual=True),
    Rule("CON-05", _A_VERIFIER, _convention("article 13"), "Collèges et voix",
         _OF_CONVENTION, convention.colleges_and_voices, textual=True),
    Rule("CON-06", _BLOQUANT, _convention("article 15"), "Annexes annoncées et annexes jointes",
         _OF_CONVENTION, convention.annexes_as_announced, textual=True),
    Rule("CON-07", _A_VERIFIER, _DOCGEN, "Noms des ministères",
         _OF_CONVENTION, names.names_of_ministries, textual=True),
    Rule("CON-07", _A_VERIFIER, _DOCGEN, "Noms du comité et de la commission paritaire",
         _OF_CONVENTION, names.names_of_bodies, textual=True),
    Rule("CON-07", _A_VERIFIER, _DOCGEN, "Nom du texte lui-même",
         _OF_CONVENTION, names.name_of_the_text, textual=True),
    Rule("CON-07", _A_VERIFIER, _DOCGEN, "Sigles définis",
         _OF_CONVENTION, names.sigles_spelled_out, textual=True),
    Rule("SIG-01", _BLOQUANT, _convention("signature"), "Un bloc par signataire, dans l’ordre des parties",
         _OF_CONVENTION, signatures.one_block_each),
    Rule("SIG-02", _BLOQUANT, Source("décret n° 2005-850", "article 1er"), "Délégation complète et en vigueur",
         _SIGNED, signatures.delegation_in_force, textual=True),
    Rule("SIG-03", _A_VERIFIER, _convention("signature"), "Lieu et date de signature",
         _OF_CONVENTION, signatures.place_and_date),
    Rule("SIG-04", _A_VERIFIER, Source("code civil", "article 1375"), "Nombre d’exemplaires originaux",
         _OF_CONVENTION, signatures.number_of_originals, textual=True),
    Rule("SIG-05", _BLOQUANT, _convention("signature"), "Accord des fonctions avec leur titulaire",
         _SIGNED, signatures.agreement_of_functions),
    Rule("FIC-01", _BLOQUANT, _convention("annexe"), "Secteurs du formulaire",
         _OF_FICHE, fiche_action.sectors_of_the_form),
    Rule("FIC-02", _BLOQUANT, _convention("articles 15 et 17"), "Numéro unique, dates dans la durée de la convention",
         _OF_FICHE, fiche_action.number_and_dates),
    Rule("FIC-03", _BLOQUANT, _convention("articles 14 et 15"), "Une case par ligne d’avis, avis en attente",
         _OF_FICHE, avis.one_tick_a_line),
    Rule("FIC-04", _BLOQUANT, _convention("article 14"), "Actions correctives d’un avis réservé",
         _OF_FICHE, avis.corrective_actions),
    Rule("FIC-05", _A_VERIFIER, _convention("articles 14 et 15"), "Avis défavorable",
         _OF_FICHE, avis.unfavourable_opinion),
    Rule("FIC-06", _BLOQUANT, _convention("article 15"), "Annexe financière et budget, au centime",
         _OF_FICHE, fiche_action.budget_of_annexe),
    Rule("FIC-07", _BLOQUANT, _convention("article 16"), "Frais de gestion dans la limite du plafond",
         _OF_FICHE, fees.fees_on_fiche),
    Rule("FIC-08", _BLOQUANT, _convention("article 15"), "Indicateurs quantitatif et qualitatif",
         _OF_FICHE, fiche_action.kinds_of_indicators),
    Rule("FIC-09", _A_VERIFIER, _convention("article 15"), "Publics visés équitablement",
         _OF_FICHE, fiche_action.fair_publics),
    Rule("FIC-10", _A_VERIFIER, _convention("article 12"), "Accord avant la mise en ligne d’un outil numérique",
         _OF_FICHE, fiche_action.tool_before_it_goes_on_line),
    Rule("FIC-11", _BLOQUANT, _convention("annexe"), "Parts des financeurs",
         _OF_FICHE, fiche_action.shares_of_funders),
    Rule("FIC-13", _A_VERIFIER, _convention("articles 8 et 15"), "Demande et avis avant l’action ; mixité",
         _OF_FICHE, fiche_action.before_the_action_starts),
    Rule("ANX-01", _BLOQUANT, _convention("article 15"), "Totaux saisis et totaux calculés",
         _OF_ANNEXE, annexe_financiere.totals_as_computed),
    Rule("ANX-01", _BLOQUANT, _convention("article 15"), "Répartition par exercice",
         _OF_ANNEXE, annexe_financiere.budget_by_year),
    Rule("ANX-02", _BLOQUANT, _convention("article 15"), "Ressources égales aux dépenses, poste par poste",
         _OF_ANNEXE, annexe_financiere.resources_as_expenses),
    Rule("ANX-03", _BLOQUANT, _convention("article 16"), "Aucune rémunération de personnels",
         _OF_ANNEXE, financing.no_staff_pay),
    Rule("ANX-04", _BLOQUANT, _convention("article 16"), "Frais de gestion dans la limite du plafond",
         _OF_ANNEXE, fees.fees_within_cap),
    Rule("ANX-05", _A_VERIFIER, _convention("article 16"), "Règles d’achat applicables",
         _OF_ANNEXE, financing.purchasing_rules),
    Rule("ANX-06", _A_VERIFIER, _DOCGEN, "Lignes nulles ou négatives, postes en double",
         _OF_ANNEXE, annexe_financiere.unlikely_lines),
    Rule("ANX-07", _A_VERIFIER, _convention("article 16"), "Plafond annuel de la convention d’objectifs et de moyens",
         _OF_CONVENTION, financing.yearly_ceiling),
    Rule("LOG-01", _BLOQUANT, _convention("article 11"), "Autorisation expresse et écrite",
         _OF_FICHE, logos.express_authorisation),
    Rule("LOG-02", _BLOQUANT, _convention("article 11"), "Durée de l’autorisation",
         _OF_FICHE, logos.duration_of_authorisation),
    Rule("LOG-03", _BLOQUANT, _convention("article 11"), "Action et support de l’autorisation",
         _OF_FICHE, logos.support_of_authorisation),
    Rule("LOG-04", _BLOQUANT, _convention("article 14"), "Avis favorable de chaque ministère du logo",
         _OF_FICHE, logos.favourable_opinion),
    Rule("LOG-05", _BLOQUANT, _convention("article 11"), "Fichier autorisé, net et décrit",
         _OF_FICHE, logos.authorised_file),
    Rule("LOG-05", _A_VERIFIER, _convention("article 11"), "Marque d’un partenaire",
         _OF_CONVENTION, logos.mark_of_partner),
    Rule("LOG-07", _A_VERIFIER, _convention("articles 11 et 17"), "Fin prochaine ou tardive d’une autorisation",
         _OF_AUTORISATION, logos.end_of_authorisation),
    Rule("TYP-02", _BLOQUANT, _DOCGEN, "Mots de projet",
         _PRINTED, french.words_of_a_draft, textual=True),
    Rule("TYP-02", _A_VERIFIER, _DOCGEN, "Fautes de français",
         _PRINTED, french.slips_of_french, textual=True),
)
# fmt: on
"""The rules, by code."""
