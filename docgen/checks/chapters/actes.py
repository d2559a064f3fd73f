"""APP, DEN: the acts that follow a convention: its application to an action, its denunciation."""

from docgen.checks import application, denonciation
from docgen.checks.chapters.common import (
    A_VERIFIER,
    BLOQUANT,
    MONEY,
    OPINIONS,
    PARTIES,
    SIGNED_ON,
    of_convention,
)
from docgen.checks.rule import Rule
from docgen.model.convention_application import ConventionApplication
from docgen.model.denonciation import Denonciation

OTHER_PARTIES = ("convention-application.parties_reprises", "convention-application.autres_parties")

# A table, two lines a rule.
# fmt: off
ACTES: tuple[Rule, ...] = (
    Rule("APP-01", BLOQUANT, of_convention("articles 16 et 17"), "Convention de coopération en vigueur",
         (ConventionApplication,), application.parent_in_force, needs=SIGNED_ON),
    Rule("APP-01", BLOQUANT, of_convention("articles 14 et 16"), "Fiches mises en œuvre, favorables",
         (ConventionApplication,), application.favourable_fiches,
         needs=(*PARTIES, *OPINIONS, "convention-application.convention")),
    Rule("APP-02", BLOQUANT, of_convention("article 16"), "Trois côtés distincts",
         (ConventionApplication,), application.three_sides,
         needs=(*PARTIES, "convention.parties.cote", *OTHER_PARTIES)),
    Rule("APP-02", A_VERIFIER, of_convention("article 16"), "Engagement de chaque partie",
         (ConventionApplication,), application.commitment_of_each,
         needs=(*PARTIES, "convention-application.parties_reprises", "convention-application.engagements")),
    Rule("APP-02", BLOQUANT, of_convention("article 16"), "Financements égaux au coût total, au centime",
         (ConventionApplication,), application.shares_as_budget,
         needs=(*MONEY, "convention-application.fiches", "convention-application.financements", "fiche-action.budget")),
    Rule("DEN-01", BLOQUANT, of_convention("article 18"), "Délai, de la réception à l’effet",
         (Denonciation,), denonciation.notice_from_receipt, needs=(*SIGNED_ON, "convention.preavis")),
    Rule("DEN-02", BLOQUANT, of_convention("article 18"), "Chaque autre partie destinataire, signataires habilités",
         (Denonciation,), denonciation.every_other_party,
         needs=(*PARTIES, "denonciation.expediteur", "denonciation.destinataires.partie")),
    Rule("DEN-03", A_VERIFIER, of_convention("article 18"), "Actions engagées, menées à leur terme",
         (Denonciation,), denonciation.actions_under_way, needs=("fiche-action.debut", "fiche-action.fin")),
)
