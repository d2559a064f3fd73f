"""BIL-01 to 05, and the plan of the year: every action once, every figure founded, sent in time.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from docgen.bilan.actions import ActionAnnee, realisation_de
from docgen.bilan.figures import publics_de
from docgen.bilan.mesures import mesures
from docgen.bilan.papers import actions_du_bilan, actions_du_plan, refusee
from docgen.checks.references import all_cited, at, cited, ids_of
from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath
from docgen.french import euros, long_date
from docgen.model.annexe_financiere import AnnexeFinanciere, somme
from docgen.model.bilan_annuel import ActionDeclaree, BilanAnnuel
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.fiche_realisation import EtatAction, FicheRealisation
from docgen.model.plan_actions import PlanActions


def references(subject: Subject) -> Iterator[Remark]:
    """Un bilan désigne par leur identifiant sa convention, les actions qu’il déclare et les signataires."""
    bilan, convention = subject.piece_as(BilanAnnuel), subject.convention
    yield from _convention(subject, bilan.convention)
    declared = at("actions", [action.fiche for action in bilan.actions], "fiche")
    yield from all_cited(declared, ids_of(subject, FicheAction), "la fiche action", FicheAction)
    for rank, action in enumerate(bilan.actions):
        yield from _funders(subject, action, ("actions", rank, "paye"))
    parties = [partie.id for partie in convention.parties if partie.id] if convention else []
    validating = at("validations", [one.partie for one in bilan.validations], "partie") if convention else ()
    yield from all_cited(validating, parties, "une partie de la convention")


def references_of_plan(subject: Subject) -> Iterator[Remark]:
    """Un plan d’actions désigne sa convention par son identifiant."""
    yield from _convention(subject, subject.piece_as(PlanActions).convention)


def _convention(subject: Subject, id: str | None) -> Iterator[Remark]:
    yield from cited(id, ids_of(subject, Convention), "la convention", ("convention",), Convention)


def _funders(subject: Subject, action: ActionDeclaree, path: FieldPath) -> Iterator[Remark]:
    fiche = subject.dossier.find(FicheAction, action.fiche)
    annexe = subject.dossier.annexe_de(fiche) if fiche else None
    known = [one.id for one in annexe.financeurs if one.id] if annexe else []
    for id in action.paye if annexe else ():
        yield from cited(id, known, "un financeur de l’annexe", (*path, id))


def period_and_actions(subject: Subject) -> Iterator[Remark]:
    """Le bilan porte sur une année civile, du 1er janvier au 31 décembre, où la convention était en vigueur. Chaque
    action active dans l’année y figure une fois ; une action déclarée en est une, et n’a pas de fiche de
    réalisation."""
    bilan, convention = subject.piece_as(BilanAnnuel), subject.convention
    if convention is None or bilan.annee is None:
        return
    signed, end = convention.signee_le, convention.expire_le
    if (signed and bilan.annee < signed.year) or (end and bilan.annee > end.year):
        message = f"La convention n’était pas en vigueur en {bilan.annee}."
        yield Remark(message, "Corrigez « annee: ».", ("annee",))
    ids = [one.fiche for one in bilan.actions]
    active = {action.fiche.id for action in actions_du_bilan(bilan, subject.dossier)}
    for rank, id in enumerate(ids):
        path: FieldPath = ("actions", rank, "fiche")
        fiche = subject.dossier.find(FicheAction, id)
        if fiche is None:
            continue
        if id in ids[:rank]:
            yield Remark(f"L’action « {id} » est déclarée deux fois.", "Gardez une seule déclaration.", path)
        elif id not in active:
            message = f"L’action « {id} » n’est pas active en {bilan.annee}."
            yield Remark(message, "Retirez-la, ou corrigez ses dates.", path)
        elif realisation_de(fiche, subject.dossier):
            message = f"L’action « {id} » a une fiche de réalisation, qui suffit."
            yield Remark(message, "Retirez-la de « actions: ».", path)


def realisation_of_each(subject: Subject) -> Iterator[Remark]:
    """Chaque action de l’année a sa fiche de réalisation, qui dit ce qui a été fait et payé dans l’année, ou bien le
    bilan la déclare abandonnée (avec la date et le motif) ou en cours (avec ce qui a été payé)."""
    bilan = subject.piece_as(BilanAnnuel)
    for action in actions_du_bilan(bilan, subject.dossier):
        name = f"L’action n° {action.fiche.numero or action.fiche.id} ({action.fiche.titre or '…'})"
        if action.realisation:
            if action.realisation.exercice(action.annee) is None:
                message = f"{name} : sa fiche de réalisation n’a pas d’exercice {action.annee}."
                yield Remark(message, f"Ajoutez-y l’exercice {action.annee}.", ())
        elif action.declaree is None:
            message = f"{name} est active en {action.annee} et n’a pas de fiche de réalisation."
            remedy = "Établissez-la, ou déclarez l’action en cours ou abandonnée dans « actions: »."
            yield Remark(message, remedy, ("actions",), lacks=(FicheRealisation.genre, ""))
        else:
            yield from _declared(name, action.declaree, bilan.actions)


def _declared(name: str, declared: ActionDeclaree, all_: Sequence[ActionDeclaree]) -> Iterator[Remark]:
    path: FieldPath = ("actions", all_.index(declared))
    if declared.etat is EtatAction.REALISEE:
        message = f"{name} est déclarée réalisée ; seule une fiche de réalisation l’atteste."
        yield Remark(message, "Établissez la fiche, ou corrigez « etat: ».", (*path, "etat"))
    elif declared.etat is EtatAction.ABANDONNEE and not (declared.le and declared.motif):
        yield Remark(f"{name} est abandonnée sans date ou sans motif.", "Donnez « le: » et « motif: ».", path)
    elif declared.etat is EtatAction.EN_COURS and not declared.paye:
        remedy = "Donnez « paye: » par financeur, 0 si rien n’a été payé."
        yield Remark(f"{name} est en cours, et rien ne dit ce qui a été payé.", remedy, (*path, "paye"))


def totals_to_the_cent(subject: Subject) -> Iterator[Remark]:
    """Les totaux du bilan sont la somme des annexes et des fiches de réalisation, au centime : le budget d’une fiche
    action est le total de son annexe, et la somme des exercices d’une annexe est ce total."""
    bilan = subject.piece_as(BilanAnnuel)
    yield from _founded(subject, actions_du_bilan(bilan, subject.dossier))


def budget_of_plan(subject: Subject) -> Iterator[Remark]:
    """Le budget du plan est la somme des annexes, au centime : chaque action a son annexe financière, dont le total
    est le budget de la fiche action, et dont les exercices se partagent ce total."""
    plan = subject.piece_as(PlanActions)
    yield from _founded(subject, [one for one in actions_du_plan(plan, subject.dossier) if not refusee(one)])


def _founded(subject: Subject, actions: Sequence[ActionAnnee]) -> Iterator[Remark]:
    for action in actions:
        name = f"Action n° {action.fiche.numero or action.fiche.id}"
        if action.annexe is None:
            message = f"{name} : elle n’a pas d’annexe financière, d’où vient son budget de {action.annee}."
            yield Remark(message, "Ajoutez l’annexe au dossier.", lacks=(AnnexeFinanciere.genre, ""))
            continue
        total = somme((subject.dossier.budget_de(action.annexe).total.ttc,))
        if action.fiche.budget is not None and action.fiche.budget != total:
            message = f"{name} : la fiche annonce {euros(action.fiche.budget)}, son annexe {euros(total)}."
            yield Remark(message, "Accordez la fiche et l’annexe.")
        parts = [one.montant for one in action.annexe.exercices if one.montant is not None]
        if action.budget is None:
            message = f"{name} : son annexe ne dit pas quelle part du budget revient à {action.annee}."
            yield Remark(message, "Donnez le montant de chaque exercice de l’annexe.")
        elif parts and somme(parts) != total:
            message = f"{name} : les exercices de son annexe font {euros(somme(parts))}, son total {euros(total)}."
            yield Remark(message, "Accordez les exercices et le total.")


def sent_in_time(subject: Subject) -> Iterator[Remark]:
    """Le bilan est adressé aux signataires avant la date que fixe la convention (le 30 avril de l’année suivante : le
    29 au plus tard), validé par chacun d’eux, ministère ou non, et présenté au conseil d’administration. Celui qui
    l’établit le valide en l’adressant aux autres."""
    bilan, convention = subject.piece_as(BilanAnnuel), subject.convention
    if convention is None or bilan.annee is None:
        return
    last = convention.bilan_avant.de(bilan.annee + 1) - timedelta(days=1) if convention.bilan_avant else None
    limit = f" ; l’article 15 demande qu’il le soit au plus tard le {long_date(last)}" if last else ""
    if bilan.transmis_le is None:
        message = f"Le bilan n’est pas transmis aux signataires{limit}."
        yield Remark(message, "Donnez « transmis_le: » dès l’envoi.", ("transmis_le",))
    elif last and bilan.transmis_le > last:
        message = f"Le bilan est transmis le {long_date(bilan.transmis_le)}{limit}."
        yield Remark(message, "Le retard est à expliquer aux signataires.", ("transmis_le",))
    validated = {one.partie for one in bilan.validations if one.date}
    for partie in convention.destinataires_du_bilan:
        if partie.id and partie.id not in validated:
            name = partie.sigle or partie.usuel or partie.id
            yield Remark(f"La validation du bilan ({name}) n’est pas enregistrée.", "Ajoutez-la.", ("validations",))
    if bilan.presente_au_ca_le is None:
        message = "Le bilan n’est pas présenté au conseil d’administration."
        yield Remark(message, "Donnez « presente_au_ca_le: ».", ("presente_au_ca_le",))


def established_after_the_year(subject: Subject) -> Iterator[Remark]:
    """Un bilan est établi après la fin de l’année sur laquelle il porte ; il est transmis, validé et présenté au
    conseil après avoir été établi."""
    bilan = subject.piece_as(BilanAnnuel)
    made = bilan.etabli_le
    if made and bilan.annee and made <= date(bilan.annee, 12, 31):
        message = f"Le bilan de {bilan.annee} est établi le {long_date(made)}, avant la fin de l’année."
        yield Remark(message, "Corrigez la date, ou l’année.", ("etabli_le",))
    for key, said, day in (
        ("transmis_le", "transmis aux signataires", bilan.transmis_le),
        ("presente_au_ca_le", "présenté au conseil d’administration", bilan.presente_au_ca_le),
    ):
        if made and day and day < made:
            message = f"Le bilan est {said} le {long_date(day)}, avant d’être établi ({long_date(made)})."
            yield Remark(message, "Corrigez l’une des deux dates.", (key,))
    for rank, one in enumerate(bilan.validations):
        if made and one.date and one.date < made:
            message = f"La validation est du {long_date(one.date)}, avant le bilan ({long_date(made)})."
            yield Remark(message, "Corrigez l’une des deux dates.", ("validations", rank, "date"))


def both_parts(subject: Subject) -> Iterator[Remark]:
    """Le bilan est quantitatif et qualitatif : il compte les personnes touchées ou donne un indicateur chiffré, et
    porte le texte du bilan qualitatif."""
    bilan = subject.piece_as(BilanAnnuel)
    actions = actions_du_bilan(bilan, subject.dossier)
    counted = publics_de(actions) or any(
        one.realise is not None for action in actions for one in mesures(action.fiche, action.realisation)
    )
    if actions and not counted:
        message = "Le bilan n’a pas de partie quantitative : ni public compté, ni indicateur chiffré."
        yield Remark(message, "Complétez les fiches de réalisation de l’année.")
