"""REU, REA, BIL: the committee's meetings, what was carried out, the review of the year."""

from docgen.checks import bilan, day_order, doubles, plan, realisation, reunion, seance
from docgen.checks.chapters.common import (
    A_VERIFIER,
    BLOQUANT,
    DOCGEN,
    MONEY,
    OPINIONS,
    PARTIES,
    SPENT,
    of_convention,
)
from docgen.checks.rule import Rule
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.fiche_realisation import FicheRealisation
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion

# A table, two lines a rule.
# fmt: off
SUIVI: tuple[Rule, ...] = (
    Rule("REU-01", BLOQUANT, of_convention("article 14"), "Documents envoyés une semaine avant la réunion",
         (Reunion,), reunion.papers_in_time),
    Rule("REU-02", A_VERIFIER, of_convention("article 14"), "Réunion ordinaire avant sa limite",
         (Reunion,), reunion.ordinary_meeting_in_time),
    Rule("REU-02", A_VERIFIER, of_convention("article 14"), "Deux réunions par an",
         (Convention,), reunion.two_meetings_a_year, needs=("reunion.convention", "reunion.date", "reunion.nature")),
    Rule("REU-03", BLOQUANT, of_convention("articles 14 et 18"), "Points que l’article 14 demande",
         (Reunion,), reunion.agenda_of_article_14, needs=("reunion.points", "reunion.nature")),
    Rule("REU-04", A_VERIFIER, of_convention("article 14"), "Accord des deux côtés, réunion avant le conseil",
         (Reunion,), reunion.agreed_by_both_sides, needs=("reunion.points", "reunion.ca_le", "reunion.cpt_le")),
    Rule("REU-04", A_VERIFIER, of_convention("article 14"), "Accord sur le plan d’actions",
         (PlanActions,), plan.agreed_plan),
    Rule("REU-04", A_VERIFIER, of_convention("article 14"), "Dates du plan d’actions, dans leur ordre",
         (PlanActions,), plan.days_of_plan),
    Rule("REU-05", BLOQUANT, of_convention("articles 13 et 14"), "Suffrages dans la limite des voix",
         (Reunion,), seance.votes_within_voices,
         needs=("convention.comite.colleges", "reunion.convention", "reunion.membres")),
    Rule("REU-05", BLOQUANT, of_convention("articles 13 et 14"), "Présences",
         (Reunion,), seance.present_or_excused),
    Rule("REU-05", BLOQUANT, of_convention("articles 13 et 14"), "Issue de chaque fiche de l’ordre du jour",
         (Reunion,), seance.outcome_of_each_fiche,
         needs=(*PARTIES, "reunion.fiches", "reunion.reserves", "reunion.avis")),
    Rule("REU-05", BLOQUANT, of_convention("articles 13 et 14"), "Un seul avis de chacun, une seule issue",
         (Reunion,), doubles.opinions_given_once),
    Rule("REU-06", A_VERIFIER, of_convention("article 14"), "Transmission des avis",
         (Reunion,), reunion.sent_on),
    Rule("REU-07", A_VERIFIER, DOCGEN, "Jour de la semaine, jours chômés",
         (Reunion,), reunion.day_of_the_week),
    Rule("REU-07", A_VERIFIER, DOCGEN, "Plan d’actions : jours chômés",
         (PlanActions,), plan.days_off),
    Rule("REU-07", BLOQUANT, DOCGEN, "Jours et heures dans l’ordre, rang unique",
         (Reunion,), day_order.order_of_meeting),
    Rule("REU-07", A_VERIFIER, of_convention("article 14"), "Réserves de l’ordre du jour",
         (Reunion,), day_order.reserves_of_the_agenda),
    Rule("REU-08", BLOQUANT, of_convention("article 14"), "Pièces annoncées et dossier de séance",
         (Reunion,), seance.papers_listed_and_joined, needs=("annexe-financiere.fiche",)),
    Rule("REA-01", A_VERIFIER, of_convention("article 15"), "Une seule fiche par action, avis défavorable rappelé",
         (FicheRealisation,), realisation.one_fiche_each, needs=OPINIONS),
    Rule("REA-01", A_VERIFIER, of_convention("article 15"), "Fiche de réalisation d’une action achevée",
         (FicheAction,), realisation.fiche_of_ended_action, needs=("fiche-realisation.fiche",)),
    Rule("REA-02", BLOQUANT, of_convention("article 15"), "Une réponse à chaque indicateur, aucun inventé",
         (FicheRealisation,), realisation.indicators_answered,
         needs=("fiche-action.indicateurs", "fiche-realisation.indicateurs")),
    Rule("REA-03", A_VERIFIER, of_convention("article 15"), "Dépense supérieure au budget ou imprévue expliquée",
         (FicheRealisation,), realisation.spending_explained, needs=(*MONEY, *SPENT)),
    Rule("REA-03", A_VERIFIER, of_convention("article 15"), "Dates réelles hors des dates prévues expliquées",
         (FicheRealisation,), realisation.dates_explained),
    Rule("BIL-01", BLOQUANT, of_convention("article 15"), "Période, et chaque action de l’année une fois",
         (BilanAnnuel,), bilan.period_and_actions,
         needs=(*SPENT, "fiche-action.convention", "fiche-action.debut", "fiche-action.fin", *MONEY)),
    Rule("BIL-02", BLOQUANT, of_convention("article 15"), "Fiche de réalisation de chaque action",
         (BilanAnnuel,), bilan.realisation_of_each, needs=(*SPENT, "fiche-action.convention")),
    Rule("BIL-03", BLOQUANT, of_convention("article 15"), "Totaux du bilan, au centime",
         (BilanAnnuel,), bilan.totals_to_the_cent,
         needs=(*MONEY, *SPENT, "fiche-action.convention", "fiche-action.budget")),
    Rule("BIL-03", BLOQUANT, of_convention("article 15"), "Budget du plan d’actions, au centime",
         (PlanActions,), bilan.budget_of_plan, needs=(*MONEY, "fiche-action.convention", "fiche-action.budget")),
    Rule("BIL-04", A_VERIFIER, of_convention("article 15"), "Envoi, validations, présentation au conseil",
         (BilanAnnuel,), bilan.sent_in_time, needs=PARTIES),
    Rule("BIL-04", A_VERIFIER, of_convention("article 15"), "Bilan établi après l’année, validé après l’envoi",
         (BilanAnnuel,), bilan.established_after_the_year),
    Rule("BIL-05", BLOQUANT, of_convention("article 15"), "Bilan quantitatif et qualitatif",
         (BilanAnnuel,), bilan.both_parts, needs=("fiche-action", "fiche-realisation")),
)
