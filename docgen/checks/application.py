"""APP-01, APP-02 and what an application convention needs: a parent in force, three sides, shares that make its budget.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from docgen.checks.references import all_cited, at, cited, ids_of
from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath, Severity
from docgen.french import cardinal, euros, joined, long_date, percent
from docgen.model.annexe_financiere import somme
from docgen.model.common import Nature, Partie
from docgen.model.convention import Convention, Designation
from docgen.model.convention_application import ConventionApplication
from docgen.model.fiche_action import FicheAction, Sens
from docgen.text.convention_application import case_of

_HALF = 50
_SIDES = 3
_TENTH = Decimal("0.1")
_STATE = (Nature.MINISTERE, Nature.ACADEMIE)


def references_of_application(subject: Subject) -> Iterator[Remark]:
    """Une convention d’application désigne par leur identifiant la convention de coopération, les parties qu’elle en
    reprend, les fiches action, et les parties qui s’engagent, financent ou donnent leurs règles d’achat."""
    piece = subject.piece_as(ConventionApplication)
    yield from cited(piece.convention, ids_of(subject, Convention), "la convention", ("convention",), Convention)
    yield from all_cited(at("fiches", piece.fiches), ids_of(subject, FicheAction), "une fiche action", FicheAction)
    if subject.convention is None:
        return
    parent = [partie.id for partie in subject.convention.parties if partie.id]
    what = "une partie à la convention de coopération"
    yield from all_cited(at("parties_reprises", piece.parties_reprises), parent, what)
    known = [partie.id for partie in case_of(piece, subject.dossier).parties if partie.id]
    for path, one in _named(piece):
        yield from cited(one, known, "une partie à la convention d’application", path)


def _named(piece: ConventionApplication) -> Iterator[tuple[FieldPath, str | None]]:
    for index, engagement in enumerate(piece.engagements):
        yield ("engagements", index, "partie"), engagement.partie
    for index, financement in enumerate(piece.financements):
        yield ("financements", index, "financeur"), financement.financeur
    yield ("regles_achat",), piece.regles_achat


def what_application_prints(subject: Subject) -> Iterator[Remark]:
    """Le texte imprime le nom de chaque financeur et, si les parties sont désignées par leurs institutions, le siège de
    chaque partie nouvelle : ils sont donc nécessaires."""
    piece, convention = subject.piece_as(ConventionApplication), subject.convention
    for index, financement in enumerate(piece.financements):
        if financement.financeur is None and financement.nom is None:
            message = "Un financement n’a pas de financeur."
            yield Remark(message, "Donnez « financeur: » (une partie) ou « nom: ».", ("financements", index))
    by_organs = convention is not None and convention.designation is Designation.ORGANES
    for index, partie in enumerate(piece.autres_parties):
        if not by_organs and partie.siege is None and partie.nature not in (None, Nature.MINISTERE):
            message = f"« Siège » manque : la page des parties l’imprime ({partie.usuel})."
            yield Remark(message, "Ajoutez « siege: ».", ("autres_parties", index, "siege"))


def parent_in_force(subject: Subject) -> Iterator[Remark]:
    """La convention de coopération est signée et en vigueur au jour de la convention d’application, qui prend fin au
    plus tard avec elle."""
    piece, parent = subject.piece_as(ConventionApplication), subject.convention
    if parent is None:
        return
    start, end, day = parent.signee_le, parent.expire_le, piece.datee_du
    path: FieldPath = ("signature", "date") if piece.signee_le else ("etablie_le",)
    if start is None:
        message = "La convention de coopération n’est pas signée : elle n’est pas en vigueur."
        yield Remark(message, "Signez-la d’abord, et donnez sa date de signature.", ("convention",))
    elif day and (day < start or (end and day > end)):
        until = f" au {long_date(end)} à minuit" if end else ""
        message = f"La date est le {long_date(day)} ; la convention de coopération vaut du {long_date(start)}{until}."
        yield Remark(message, "Corrigez la date, ou prorogez la convention par avenant.", path)
    if piece.expire_le and end and piece.expire_le > end:
        message = (
            f"Le terme est le {long_date(piece.expire_le)} ; la convention de coopération expire le {long_date(end)} "
            "à minuit."
        )
        yield Remark(message, f"Écrivez le {long_date(end)} au plus tard.", ("expire_le",))
    if piece.expire_le and day and piece.expire_le < day:
        message = f"Le terme ({long_date(piece.expire_le)}) précède la date du texte ({long_date(day)})."
        yield Remark(message, "Corrigez l’une des deux dates.", ("expire_le",))


def favourable_fiches(subject: Subject) -> Iterator[Remark]:
    """Les fiches mises en œuvre relèvent de la même convention de coopération et ont reçu un avis favorable du comité
    et de chaque ministère partie, ou une réserve levée ; un ministère non concerné n’en rend pas."""
    piece = subject.piece_as(ConventionApplication)
    case = case_of(piece, subject.dossier)
    state = [partie for partie in case.parties if partie.nature in _STATE]
    for index, id in enumerate(piece.fiches):
        fiche = subject.dossier.find(FicheAction, id)
        if fiche is None:
            continue
        named = f"La fiche n° {fiche.numero or id}"
        if fiche.convention != piece.convention:
            yield Remark(f"{named} relève d’une autre convention.", "Retirez-la.", ("fiches", index))
        missing = list(_not_favourable(fiche, state))
        if missing:
            message = f"{named} n’a pas d’avis favorable : {joined(missing)}."
            yield Remark(message, "Attendez cet avis, ou retirez la fiche.", ("fiches", index))


def _not_favourable(fiche: FicheAction, state: list[Partie]) -> Iterator[str]:
    if fiche.avis_copil is None or not fiche.avis_copil.vaut_favorable:
        yield "comité"
    for partie in state:
        avis = fiche.avis_de(partie.id)
        if avis is None or not (avis.vaut_favorable or avis.sens is Sens.NON_CONCERNE):
            yield partie.sigle or partie.usuel or partie.id or "…"


def three_sides(subject: Subject) -> Iterator[Remark]:
    """Une convention d’application est tripartite : trois côtés distincts au moins. Deux ministères n’en font qu’un,
    l’État ; deux partenaires d’intérêt distinct ne sont pas du même côté."""
    piece = subject.piece_as(ConventionApplication)
    parties = case_of(piece, subject.dossier).parties
    state = {partie.cote for partie in parties if partie.nature in _STATE}
    others = [partie for partie in parties if partie.nature not in _STATE]
    if len(state) > 1:
        message = "Les ministères sont donnés de plusieurs côtés ; l’État n’en fait qu’un."
        yield Remark(message, "Donnez-leur le même « cote: ».", ("parties_reprises",))
    sides = len({partie.cote for partie in others} - state) + bool(state)
    if sides < _SIDES:
        counted = cardinal(sides)
        message = f"Lu {counted} côté{'s' if sides > 1 else ''} distinct{'s' if sides > 1 else ''} ; attendu : trois."
        yield Remark(message, "Ajoutez une partie d’un autre côté (campus, branche).", ("autres_parties",))


def commitment_of_each(subject: Subject) -> Iterator[Remark]:
    """Chaque partie a un engagement, et un seul, à l’article qui les réunit."""
    piece = subject.piece_as(ConventionApplication)
    given = [engagement.partie for engagement in piece.engagements]
    for partie in case_of(piece, subject.dossier).parties:
        if given and partie.id and given.count(partie.id) != 1:
            name = partie.sigle or partie.usuel or partie.id
            count = given.count(partie.id)
            message = f"{name} : lu {count} engagement{'s' if count > 1 else ''} ; attendu : un."
            yield Remark(message, "Donnez un engagement, et un seul, à chaque partie.", ("engagements",))


def shares_as_budget(subject: Subject) -> Iterator[Remark]:
    """Les financements s’additionnent au coût total, au centime, et ce coût est celui des fiches mises en œuvre."""
    piece = subject.piece_as(ConventionApplication)
    if piece.budget is None:
        return
    if piece.financements and None not in [one.montant for one in piece.financements] and piece.finance != piece.budget:
        gap = euros(abs(piece.budget - piece.finance))
        message = (
            f"Les financements font {euros(piece.finance)} ; le coût total est de {euros(piece.budget)} (écart de "
            f"{gap})."
        )
        yield Remark(message, f"Corrigez de {gap} l’un ou l’autre.", ("budget",))
    for index, one in enumerate(piece.financements):
        if one.montant is not None and one.montant <= 0:
            message = f"Un financement est de {euros(one.montant)} ; attendu : plus de zéro."
            yield Remark(message, "Corrigez ce montant, ou retirez ce financement.", ("financements", index, "montant"))
    fiches = case_of(piece, subject.dossier).fiches
    cost = somme(fiche.budget for fiche in fiches)
    if len(fiches) == len(piece.fiches) and None not in [fiche.budget for fiche in fiches] and cost != piece.budget:
        message = f"Les fiches font {euros(cost)} ; le coût total est de {euros(piece.budget)}."
        yield Remark(message, f"Écrivez {euros(cost)}, ou corrigez les fiches citées.", ("budget",))


def rules_of_application(subject: Subject) -> Iterator[Remark]:
    """Si les frais de mission de l’opérateur paient plus de la moitié de la dépense, ses règles d’achat et d’engagement
    s’appliquent ; sinon, les parties désignent celle dont les règles s’appliquent, car la convention est muette."""
    piece = subject.piece_as(ConventionApplication)
    share = piece.part_mission
    if share is None:
        return
    if share <= _HALF and piece.regles_achat is None:
        paid = percent(share.quantize(_TENTH, ROUND_HALF_UP))
        message = f"Les frais de mission paient {paid} de la dépense, pas plus de la moitié."
        remedy = "Donnez « regles_achat: » : la partie dont les règles s’appliquent."
        yield Remark(message, remedy, ("regles_achat",), Severity.BLOQUANT)
    elif share > _HALF and piece.regles_achat is not None:
        message = "Les frais de mission paient plus de la moitié : les règles d’achat de l’opérateur s’appliquent."
        yield Remark(message, "Retirez « regles_achat: », qui n’est pas imprimée.", ("regles_achat",))
