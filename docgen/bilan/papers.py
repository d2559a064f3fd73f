"""Which actions the review and the plan of a year take in."""

from datetime import date

from docgen.bilan.actions import ActionAnnee, actions_de
from docgen.dossier import Dossier
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.fiche_action import Sens
from docgen.model.plan_actions import PlanActions


def actions_du_bilan(bilan: BilanAnnuel, dossier: Dossier) -> tuple[ActionAnnee, ...]:
    """Return the actions active in the year of `bilan`; empty while its convention or its year is missing."""
    convention = dossier.convention_de(bilan)
    if convention is None or bilan.annee is None:
        return ()
    annee = bilan.annee
    return dossier.once("actions", (bilan,), lambda: actions_de(convention, annee, dossier, bilan.actions))


def actions_du_plan(plan: PlanActions, dossier: Dossier) -> tuple[ActionAnnee, ...]:
    """Return the actions of the year asked for when `plan` was made, those that are refused included.

    Empty while its convention or its year is missing.
    """
    convention = dossier.convention_de(plan)
    if convention is None or plan.annee is None:
        return ()
    annee = plan.annee
    known = dossier.once("actions", (plan,), lambda: actions_de(convention, annee, dossier, ecartes=()))
    limit = plan.etabli_le or date.max
    return tuple(one for one in known if (one.fiche.date_demande or date.min) <= limit)


def refusee(action: ActionAnnee) -> bool:
    """Return whether the committee's opinion on the action is unfavourable: the plan then leaves it out."""
    copil = action.fiche.avis_copil
    return copil is not None and copil.sens is Sens.DEFAVORABLE
