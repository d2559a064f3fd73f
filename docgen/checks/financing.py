"""ANX-03, 05, 07: what the frais de mission may pay, by which purchasing rules, up to which ceiling (article 16).

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from docgen.checks.rule import Remark, Subject
from docgen.findings import Severity
from docgen.french import euros, percent
from docgen.model.annexe_financiere import ZERO, AnnexeFinanciere, Categorie, au_centime, somme
from docgen.model.budget import Budget
from docgen.model.convention import Convention
from docgen.model.messages import lu
from docgen.model.remuneration import pay_words

_HALF = 50
_TENTH = Decimal("0.1")


def no_staff_pay(subject: Subject) -> Iterator[Remark]:
    """Les rémunérations de personnels ne sont pas prises en compte : un poste de nature « personnel » arrête le
    document. Un libellé qui y ressemble (salaire, masse salariale, vacation) est signalé, et l’annexe ne dit plus
    qu’elle ne comprend aucune rémunération ; « traitement de données » ou « rémunération du prestataire » ne le sont
    pas."""
    for index, poste in enumerate(subject.piece_as(AnnexeFinanciere).postes):
        sounds = pay_words(poste.libelle)
        if poste.categorie is Categorie.PERSONNEL:
            message = f"Le poste {lu(poste.libelle or '…')} est une dépense de personnel, que l’article 16 exclut."
            yield Remark(message, "Retirez ce poste de l’annexe.", ("postes", index, "categorie"))
        elif sounds:
            message = f"Le libellé {lu(poste.libelle or '')} évoque une rémunération de personnel ({sounds})."
            remedy = (
                "Retirez ce poste, ou précisez qu’il s’agit d’un achat. Jusque-là, l’annexe ne dit pas qu’elle ne "
                "comprend aucune rémunération."
            )
            yield Remark(message, remedy, ("postes", index, "libelle"), Severity.A_VERIFIER)


def one_funder_on_mission(subject: Subject) -> Iterator[Remark]:
    """Un seul financeur paie sur les frais de mission de l’opérateur : c’est sur ce qu’il paie que se calculent les
    frais de gestion, et sa part décide des règles d’achat."""
    first: str | None = None
    for index, financeur in enumerate(subject.piece_as(AnnexeFinanciere).financeurs):
        if not financeur.frais_de_mission:
            continue
        name = lu(financeur.nom or financeur.id or "…")
        if first is not None:
            message = f"Le financeur {name} paie sur les frais de mission de l’opérateur, comme {first} avant lui."
            remedy = "Gardez « frais_de_mission: oui » au seul opérateur, ou réunissez les deux financeurs."
            yield Remark(message, remedy, ("financeurs", index, "frais_de_mission"))
        first = first or name


def purchasing_rules(subject: Subject) -> Iterator[Remark]:
    """Si les frais de mission de l’opérateur paient plus de la moitié de la dépense, ses règles d’achat et d’engagement
    s’appliquent ; sinon, les parties écrivent la règle qui s’applique."""
    annexe = subject.piece_as(AnnexeFinanciere)
    share = subject.dossier.budget_de(annexe).part_mission
    if share is None or annexe.financeur_mission is None:
        return
    if share <= _HALF and annexe.regle_achat is None:
        paid = percent(share.quantize(_TENTH, ROUND_HALF_UP))
        message = f"Les frais de mission paient {paid} de la dépense, pas plus de la moitié."
        yield Remark(message, "Donnez « regle_achat: » : qui fixe les règles d’achat.", ("regle_achat",))
    elif share > _HALF and annexe.regle_achat is not None:
        message = "Les frais de mission paient plus de la moitié : les règles d’achat de l’opérateur s’appliquent."
        yield Remark(message, "Retirez « regle_achat: », qui n’est pas imprimée.", ("regle_achat",))


def yearly_ceiling(subject: Subject) -> Iterator[Remark]:
    """La somme des financements de l’opérateur sur ses frais de mission, année par année, ne dépasse pas le plafond de
    sa convention d’objectifs et de moyens, quand il est donné. Une action sur deux exercices y compte au prorata de
    leurs montants."""
    convention = subject.piece_as(Convention)
    own = [(one, subject.dossier.convention_de(one)) for one in subject.dossier.all(AnnexeFinanciere)]
    annexes = [one for one, of in own if of and of.cle == convention.cle]
    for index, plafond in enumerate(convention.plafonds_annuels):
        if plafond.annee is None or plafond.montant is None:
            continue
        parts = [part for one in annexes if (part := mission_of_year(subject.dossier.budget_de(one), plafond.annee))]
        spent = somme(parts)
        if spent > plafond.montant:
            put = "1 annexe porte" if len(parts) == 1 else f"{len(parts)} annexes portent"
            message = (
                f"Exercice {plafond.annee} : {put} {euros(spent)} sur les frais de mission ; "
                f"le plafond est de {euros(plafond.montant)}."
            )
            remedy = f"Réduisez-les de {euros(spent - plafond.montant)}, ou vérifiez le plafond."
            yield Remark(message, remedy, ("plafonds_annuels", index, "montant"))


def mission_of_year(budget: Budget, annee: int) -> Decimal:
    """Return what the frais de mission pay in `annee` of the annex of `budget`; in proportion to the years' amounts if
    there are several."""
    annexe = budget.annexe
    exercices = [one for one in annexe.exercices if one.annee == annee]
    paid = somme(
        amount for one, amount in zip(annexe.financeurs, budget.contributions, strict=True) if one.frais_de_mission
    )
    total = somme(one.montant for one in annexe.exercices)
    if not exercices or len(annexe.exercices) == 1 or not total:
        return paid if exercices else ZERO
    return au_centime(paid * somme(one.montant for one in exercices) / total)
