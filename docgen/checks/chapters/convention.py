"""CON, SIG, AVN: the text of a convention, its signatures, what an avenant changes in it."""

from docgen.checks import avenant, convention, internal_references, names, signatures, visas
from docgen.checks.chapters.common import A_VERIFIER, BLOQUANT, DOCGEN, SIGNED, of_convention
from docgen.checks.rule import Rule, Source
from docgen.model.avenant import Avenant
from docgen.model.convention import Convention
from docgen.model.convention_application import ConventionApplication

# A table, two lines a rule.
# fmt: off
CONVENTION: tuple[Rule, ...] = (
    Rule("CON-01", BLOQUANT, of_convention("article 18"), "Deux côtés au moins, un signataire par partie",
         (Convention,), convention.two_sides),
    Rule("CON-02", BLOQUANT, of_convention("article 17"), "Durée énoncée, terme déduit, reconduction",
         (Convention,), convention.duration_as_stated),
    Rule("CON-03", A_VERIFIER, of_convention("visas"), "Articles de loi visés, chacun sous son code et à sa date",
         (Convention,), visas.law_of_an_opco, textual=True),
    Rule("CON-04", BLOQUANT, DOCGEN, "Numéros des articles",
         (Convention,), internal_references.numbers_of_articles, textual=True),
    Rule("CON-04", BLOQUANT, DOCGEN, "Renvois du texte à ses articles",
         (Convention,), internal_references.references_between_articles, textual=True),
    Rule("CON-04", BLOQUANT, DOCGEN, "Renvois du texte consolidé à ses articles",
         (Avenant,), avenant.references_once_amended),
    Rule("CON-05", A_VERIFIER, of_convention("article 13"), "Collèges et voix",
         (Convention,), convention.colleges_and_voices, textual=True),
    Rule("CON-06", BLOQUANT, of_convention("article 15"), "Annexes annoncées et annexes jointes",
         (Convention,), convention.annexes_as_announced, textual=True),
    Rule("CON-07", A_VERIFIER, DOCGEN, "Noms des ministères",
         (Convention,), names.names_of_ministries, textual=True),
    Rule("CON-07", A_VERIFIER, DOCGEN, "Majuscules des noms communs",
         (Convention,), names.common_nouns),
    Rule("CON-07", A_VERIFIER, DOCGEN, "Noms sans article",
         (Convention,), names.articles_in_names),
    Rule("CON-07", A_VERIFIER, DOCGEN, "Noms du comité et de la commission paritaire",
         (Convention,), names.names_of_bodies, textual=True),
    Rule("CON-07", A_VERIFIER, DOCGEN, "Nom du texte lui-même",
         (Convention,), names.name_of_the_text, textual=True),
    Rule("CON-07", A_VERIFIER, DOCGEN, "Sigles définis",
         (Convention,), names.sigles_spelled_out, textual=True),
    Rule("SIG-01", BLOQUANT, of_convention("signature"), "Un bloc par signataire, dans l’ordre des parties",
         (Convention,), signatures.one_block_each),
    Rule("SIG-02", BLOQUANT, Source("décret n° 2005-850", "article 1er"), "Délégation complète et en vigueur",
         SIGNED, signatures.delegation_in_force, textual=True),
    Rule("SIG-03", A_VERIFIER, of_convention("signature"), "Lieu et date de signature",
         (Convention,), signatures.place_and_date),
    Rule("SIG-04", A_VERIFIER, Source("code civil", "article 1375"), "Nombre d’exemplaires originaux",
         (Convention, Avenant, ConventionApplication), signatures.number_of_originals, textual=True),
    Rule("SIG-05", BLOQUANT, of_convention("signature"), "Accord des fonctions avec leur titulaire",
         SIGNED, signatures.agreement_of_functions),
    Rule("AVN-01", BLOQUANT, of_convention("article 17"), "Chaîne des avenants",
         (Avenant,), avenant.chain_of_avenants),
    Rule("AVN-02", BLOQUANT, of_convention("article 17"), "Signature pendant la validité de la convention",
         (Avenant,), avenant.signed_in_force),
    Rule("AVN-03", BLOQUANT, of_convention("article 17"), "Demande d’une des parties",
         (Avenant,), avenant.requested_by_a_party),
    Rule("AVN-04", BLOQUANT, DOCGEN, "Cibles et mots des opérations",
         (Avenant,), avenant.operations_that_apply),
    Rule("AVN-05", BLOQUANT, of_convention("article 17"), "Signature de toutes les parties",
         (Avenant,), avenant.signed_by_all),
    Rule("AVN-06", A_VERIFIER, of_convention("article 17"), "Prorogation avant le terme",
         (Avenant,), avenant.prolongation),
    Rule("AVN-07", BLOQUANT, DOCGEN, "Ordre et recoupements des opérations",
         (Avenant,), avenant.order_of_operations),
    Rule("AVN-08", A_VERIFIER, DOCGEN, "Modifications par voie de conséquence",
         (Avenant,), avenant.chain_effects),
    Rule("AVN-09", BLOQUANT, DOCGEN, "Effet antérieur à la signature",
         (Avenant,), avenant.effect_not_before_signature),
)
