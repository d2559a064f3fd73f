"""FIC-01, 02, 06, 08 to 11, 13: what a fiche says of its action.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from docgen.checks.avis import given
from docgen.checks.fiche_action_opinions import where_typed
from docgen.checks.rule import Remark, Subject
from docgen.dossier import Dossier
from docgen.findings import FieldPath, Severity
from docgen.french import euros, joined, long_date
from docgen.model.annexe_financiere import AnnexeFinanciere, somme
from docgen.model.conformite_numerique import ConformiteNumerique
from docgen.model.convention import Etat
from docgen.model.fiche_action import FicheAction, Indicateur, NatureIndicateur
from docgen.model.messages import lu, proche
from docgen.model.normalise import normalise, sans_accents
from docgen.model.scalars import read_quantity
from docgen.text.fiche_action_form import AUTRE, sectors
from docgen.text.publics import publics_absents

_MIXITE = ("mixite", "diversite", "inclusi", "egalite", "handicap", "femmes", "filles")
"""The words by which a presentation speaks of article 8, folded."""
_NUMBER = re.compile(r"\d{4}-\d+")
"""A year and a rank."""


# ---------------------------------------------------------------- form


def sectors_of_the_form(subject: Subject) -> Iterator[Remark]:
    """Chaque case du formulaire est remplie ; « Néant » et « Sans objet » sont des réponses. Un secteur coché est l’un
    de ceux de la convention ; un autre se donne à « secteur_autre »."""
    fiche = subject.piece_as(FicheAction)
    if not fiche.secteurs and fiche.secteur_autre is None:
        yield Remark("La case SECTEUR est vide.", "Donnez « secteurs: », ou « secteur_autre: ».", ("secteurs",))
    known = {normalise(one).rstrip(" :-"): one for one in sectors(subject.convention)}
    left = known.keys() - {normalise(one).rstrip(" :-") for one in fiche.secteurs}
    for index, secteur in enumerate(fiche.secteurs if subject.convention else ()):
        name = normalise(secteur).rstrip(" :-")
        if name not in known:
            near = proche(name, [one for one in known if one in left])
            listed = ", ".join(one for one in known.values() if one != AUTRE)
            remedy = (
                f"Écrivez « {known[near]} »."
                if near
                else f"Choisissez parmi : {listed} ; ou donnez « secteur_autre: »."
            )
            yield Remark(
                f"Secteur : lu {lu(secteur)} ; attendu : l’un de ceux de la convention.", remedy, ("secteurs", index)
            )
        elif known[name] == AUTRE and fiche.secteur_autre is None:
            yield Remark("Le secteur « Autre » n’est pas précisé.", "Donnez « secteur_autre: ».", ("secteurs", index))


def number_and_dates(subject: Subject) -> Iterator[Remark]:
    """Le numéro d’une fiche est unique dans la convention et l’année. L’action commence avant de finir, pendant la
    durée de validité de la convention ; si elle se poursuit au-delà, cela est signalé."""
    fiche = subject.piece_as(FicheAction)
    for other in _numbered(subject.dossier).get((fiche.numero or "").lower(), ()):
        if other is not fiche and _same_number(fiche, other):
            message = f"Le numéro {lu(fiche.numero or '')} est aussi celui de la fiche « {other.id} »."
            yield Remark(message, "Donnez à chaque fiche un numéro à elle.", ("numero",))
    if fiche.debut and fiche.fin and fiche.fin < fiche.debut:
        message = f"L’action finit le {long_date(fiche.fin)}, avant de commencer, le {long_date(fiche.debut)}."
        yield Remark(message, "Corrigez l’une des deux dates.", ("fin",))
    yield from _validity(subject, fiche)


def number_and_id(subject: Subject) -> Iterator[Remark]:
    """Quand l’identifiant d’une fiche a la forme d’un numéro (« 2025-01 »), c’est le sien : les noms des fichiers et
    les renvois portent l’identifiant, la fiche imprime le numéro. Deux écritures différentes sont signalées."""
    fiche = subject.piece_as(FicheAction)
    id, number = fiche.id or "", fiche.numero or ""
    if id != number and _NUMBER.fullmatch(id) and _NUMBER.fullmatch(number):
        message = f"L’identifiant de la fiche est {lu(id)} ; son numéro est {lu(number)}."
        remedy = (
            "Écrivez-les de même : le nom du fichier et les renvois portent le premier, la fiche imprime le second. "
            "Qui change l’identifiant le change dans tous les fichiers qui le citent."
        )
        yield Remark(message, remedy, ("numero",))


@lru_cache(maxsize=2)
def _numbered(dossier: Dossier) -> Mapping[str, tuple[FicheAction, ...]]:
    """Return the fiches of each number, in small letters."""
    by_number: dict[str, tuple[FicheAction, ...]] = {}
    for fiche in dossier.all(FicheAction):
        if fiche.numero:
            by_number[fiche.numero.lower()] = (*by_number.get(fiche.numero.lower(), ()), fiche)
    return by_number


def _same_number(one: FicheAction, other: FicheAction) -> bool:
    if one.numero is None or other.numero is None or one.convention != other.convention:
        return False
    years = [fiche.date_demande.year for fiche in (one, other) if fiche.date_demande]
    return one.numero.lower() == other.numero.lower() and len(set(years)) < 2


def _validity(subject: Subject, fiche: FicheAction) -> Iterator[Remark]:
    convention = subject.convention
    effect = convention.signee_le if convention else None
    end = convention.expire_le if convention else None
    if fiche.debut and effect and fiche.debut < effect:
        message = (
            f"L’action commence le {long_date(fiche.debut)}, avant l’effet de la convention ({long_date(effect)})."
        )
        yield Remark(message, f"Faites-la commencer le {long_date(effect)} au plus tôt.", ("debut",))
    elif fiche.debut and end and fiche.debut > end:
        message = (
            f"L’action commence le {long_date(fiche.debut)} ; la convention a expiré le {long_date(end)} à minuit."
        )
        yield Remark(message, "Faites-la commencer plus tôt, ou prorogez la convention par avenant.", ("debut",))
    elif fiche.fin and end and fiche.fin > end:
        message = f"L’action finit le {long_date(fiche.fin)} ; la convention expire le {long_date(end)} à minuit."
        yield Remark(
            message, "Finissez l’action avant, ou prorogez la convention par avenant.", ("fin",), Severity.A_VERIFIER
        )


def convention_signed(subject: Subject) -> Iterator[Remark]:
    """Une fiche action s’appuie sur une convention signée. Celle d’une convention encore en négociation sort en
    projet, jamais en document définitif, et son annexe avec elle."""
    convention = subject.convention
    if convention and convention.etat is not Etat.SIGNE:
        message = "La convention n’est pas signée : la fiche ne peut être qu’un projet."
        yield Remark(message, "Signez d’abord la convention, et donnez « etat: signe ».", ("convention",))


# ---------------------------------------------------------------- money


def budget_of_annexe(subject: Subject) -> Iterator[Remark]:
    """Une fiche a une annexe financière et une seule, dont le total TTC est le budget de la fiche, au centime."""
    fiche = subject.piece_as(FicheAction)
    annexes = subject.dossier.annexes_de(fiche) if fiche.id else ()
    if not annexes and fiche.id:
        message = "La fiche n’a pas d’annexe financière ; l’article 15 en demande une."
        yield Remark(
            message,
            f"Ajoutez au dossier une annexe-financiere avec « fiche: {fiche.id} ».",
            lacks=(AnnexeFinanciere.genre, ""),
        )
    if len(annexes) > 1:
        named = joined([f"« {annexe.id} »" for annexe in annexes])
        yield Remark(f"La fiche a {len(annexes)} annexes financières : {named}.", "Gardez-en une seule.")
    total = subject.dossier.budget_de(annexes[0]).total.ttc if annexes else None
    complete = bool(annexes) and None not in [poste.total_ttc for poste in annexes[0].postes]
    if fiche.budget is not None and total is not None and complete and fiche.budget != total:
        gap = euros(abs(fiche.budget - total))
        message = (
            f"Budget TTC : lu {euros(fiche.budget)} ; total de l’annexe financière : {euros(total)} (écart de {gap})."
        )
        yield Remark(message, f"Écrivez {euros(total)}, ou corrigez l’annexe de {gap}.", ("budget",))


def shares_of_funders(subject: Subject) -> Iterator[Remark]:
    """Quand l’action est cofinancée, les parts des financeurs, que la fiche imprime, s’additionnent au total de
    l’annexe, où elles sont réparties poste par poste."""
    annexe = subject.dossier.annexe_de(subject.piece_as(FicheAction))
    budget = subject.dossier.budget_de(annexe) if annexe else None
    if budget is None or budget.total.ttc is None or sum(bool(paid) for paid in budget.contributions) < 2:
        return
    paid = somme(budget.contributions)
    if paid != budget.total.ttc:
        gap = euros(abs(budget.total.ttc - paid))
        message = (
            f"Les parts des financeurs font {euros(paid)} ; le total est de {euros(budget.total.ttc)} (écart de {gap})."
        )
        yield Remark(message, f"Corrigez de {gap} le financement des postes de l’annexe.", ("budget",))


# ---------------------------------------------------------------- action


def kinds_of_indicators(subject: Subject) -> Iterator[Remark]:
    """Une action s’évalue par un indicateur quantitatif au moins et un indicateur qualitatif au moins, chacun avec une
    unité ou une méthode. La valeur prévue d’un indicateur quantitatif est un nombre : d’un autre texte, la fiche de
    réalisation ne tirerait ni écart ni taux."""
    fiche = subject.piece_as(FicheAction)
    given = [indicateur.nature for indicateur in fiche.indicateurs]
    for nature in NatureIndicateur:
        if given and None not in given and nature not in given:
            yield Remark(f"Aucun indicateur {nature} ; attendu : un au moins.", "Ajoutez-en un.", ("indicateurs",))
    for index, indicateur in enumerate(fiche.indicateurs):
        if indicateur.unite is None and indicateur.methode is None:
            message = f"L’indicateur {_named(indicateur)} n’a ni unité ni méthode."
            yield Remark(message, "Donnez « unite: » ou « methode: ».", ("indicateurs", index))
        counted = indicateur.nature is NatureIndicateur.QUANTITATIF
        if counted and indicateur.prevu and read_quantity(indicateur.prevu) is None:
            message = f"Indicateur {_named(indicateur)} : lu {lu(indicateur.prevu)} ; attendu : un nombre, sans unité."
            remedy = "Écrivez le nombre seul, par exemple « prevu: 400 » ; l’unité se donne à « unite: »."
            yield Remark(message, remedy, ("indicateurs", index, "prevu"), Severity.A_VERIFIER)


def _named(indicateur: Indicateur) -> str:
    return lu(indicateur.libelle or "…")


def fair_publics(subject: Subject) -> Iterator[Remark]:
    """Les lycéens, les étudiants et les apprentis sont visés équitablement, dès lors que cela est possible. Si l’un de
    ces publics est laissé de côté, la fiche dit pourquoi."""
    fiche = subject.piece_as(FicheAction)
    absent = publics_absents(fiche) if fiche.publics else ""
    if absent and fiche.motif_publics is None:
        message = f"L’action ne vise pas {absent}, sans en donner la raison."
        yield Remark(message, "Donnez « motif_publics: », ou ajoutez ce public.", ("publics",))


def tool_before_it_goes_on_line(subject: Subject) -> Iterator[Remark]:
    """Un outil numérique a une fiche de conformité et obtient, à son vu, l’accord de chaque ministère avant sa mise en
    ligne. Sans eux, un outil déclaré en ligne arrête le document ; un outil à venir est signalé."""
    fiche = subject.piece_as(FicheAction)
    outil, convention = fiche.outil_numerique, subject.convention
    if outil is None or convention is None:
        return
    sheets = [one for one in subject.dossier.all(ConformiteNumerique) if fiche.id and one.fiche == fiche.id]
    severity = Severity.BLOQUANT if outil.en_ligne else None
    state = "est déclaré en ligne" if outil.en_ligne else "n’est pas encore en ligne"
    named = f"L’outil « {outil.nom or '…'} » {state}"
    if not sheets:
        message = f"{named} ; il n’a pas de fiche de conformité."
        remedy = f"Ajoutez au dossier une conformite-numerique avec « fiche: {fiche.id or '…'} »."
        yield Remark(message, remedy, ("outil_numerique",), severity, lacks=(ConformiteNumerique.genre, ""))
    agreed = {*outil.accords, *(accord.ministere for sheet in sheets for accord in sheet.accords)}
    missing = [partie for partie in convention.etat_partie if partie.id not in agreed]
    if missing:
        whose = joined([partie.sigle or partie.usuel or partie.id or "" for partie in missing])
        path: FieldPath = ("outil_numerique", "en_ligne" if outil.en_ligne else "accords")
        what = "accord non recueilli" if len(missing) == 1 else "accords non recueillis"
        remedy = "À recueillir avant la mise en ligne, puis à porter sur la fiche de conformité."
        lacks = None if sheets else (ConformiteNumerique.genre, "")
        yield Remark(f"{named} ; {what} : {whose}.", remedy, path, severity, lacks=lacks)


@where_typed
def before_the_action_starts(subject: Subject) -> Iterator[Remark]:
    """La demande et les avis sont datés d’avant le début de l’action, et la demande d’avant les avis. La fiche dit ce
    que l’action fait pour la mixité, la diversité et l’inclusion."""
    fiche = subject.piece_as(FicheAction)
    opinions = [((*path, "date"), whose, avis.date) for path, whose, avis in given(fiche, subject.convention)]
    for path, what, day in ((("date_demande",), "La demande", fiche.date_demande), *opinions):
        if day and fiche.debut and day >= fiche.debut:
            message = f"{what} est du {long_date(day)} ; l’action commence le {long_date(fiche.debut)}."
            yield Remark(message, "Vérifiez ces dates : la demande et les avis doivent précéder l’action.", path)
        elif day and fiche.date_demande and day < fiche.date_demande:
            message = f"{what} est du {long_date(day)}, avant la demande ({long_date(fiche.date_demande)})."
            yield Remark(message, "Vérifiez ces dates.", path)
    if fiche.presentation and not fiche.mixite and not _speaks_of_it(fiche.presentation.lower()):
        message = "La fiche ne dit rien de la mixité, de la diversité ni de l’inclusion."
        yield Remark(message, "Donnez « mixite: » : l’article 8 le demande à chaque action.", ("mixite",))


def _speaks_of_it(text: str) -> bool:
    """Return whether `text` has one of the words; its accents are only taken off where none is seen with them."""
    return any(word in text for word in _MIXITE) or any(word in sans_accents(text) for word in _MIXITE)
