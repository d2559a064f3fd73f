"""FIC-03 to 05: the opinions of a fiche.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator

from docgen.checks.fiche_action_opinions import where_typed
from docgen.checks.rule import Remark, Subject
from docgen.dossier import Dossier
from docgen.findings import FieldPath, Severity
from docgen.french import long_date
from docgen.model.common import Partie
from docgen.model.convention import Convention
from docgen.model.fiche_action import COCHES, Avis, FicheAction, Sens
from docgen.model.reunion import Reunion
from docgen.text.avis import not_committed
from docgen.text.names import partie_name

Given = tuple[FieldPath, str, Avis]
"""Where an opinion stands, whose it is (« L’avis MENJS »), and the opinion."""


@where_typed
def one_tick_a_line(subject: Subject) -> Iterator[Remark]:
    """Chaque ligne d’avis porte une case cochée au plus. Un avis en attente ou ajourné, un ministère non concerné sont
    possibles : ils sont signalés, et un examen à venir a sa date de réunion."""
    fiche, convention = subject.piece_as(FicheAction), subject.convention
    ids = [avis.ministere for avis in fiche.avis]
    for index, id in enumerate(ids):
        if id is not None and id in ids[:index]:
            message = f"Le ministère « {id} » a deux avis ; attendu : un seul."
            yield Remark(message, "Gardez le dernier, ou donnez la levée de la réserve.", ("avis", index, "ministere"))
    for path, whose, avis in given(fiche, convention):
        yield from _not_given(path, whose, avis)
    undated = tuple(_dates_of_meeting(fiche, subject.dossier))
    yield from undated
    for partie in convention.etat_partie if convention else ():
        if partie.id and partie.id not in ids:
            message = f"L’avis {_sigle(partie)} n’est pas rendu."
            yield Remark(message, f"Ajoutez-le à « avis: » (ministere: {partie.id}).", ("avis",), Severity.A_VERIFIER)
    if fiche.avis_copil is None and not any(one.path == ("avis_copil",) for one in undated):
        yield Remark("L’avis du comité n’est pas rendu.", "Donnez « avis_copil: ».", (), Severity.A_VERIFIER)


def given(fiche: FicheAction, convention: Convention | None) -> Iterator[Given]:
    """Yield the opinions of `fiche`, the committee's first; a ministry is named by its sigle where it is known."""
    if fiche.avis_copil:
        yield ("avis_copil",), "L’avis du comité", fiche.avis_copil
    for index, avis in enumerate(fiche.avis):
        partie = convention.partie(avis.ministere) if convention else None
        yield ("avis", index), f"L’avis {_sigle(partie) if partie else avis.ministere or '…'}", avis


def _sigle(partie: Partie) -> str:
    return partie.sigle or partie.usuel or partie.id or "…"


def _not_given(path: FieldPath, whose: str, avis: Avis) -> Iterator[Remark]:
    if avis.sens in COCHES and avis.date is None:
        yield Remark(f"{whose} n’est pas daté.", "Donnez « date: ».", (*path, "date"), Severity.A_VERIFIER)
    elif avis.sens is Sens.NON_CONCERNE and path == ("avis_copil",):
        message = "Le comité est dit non concerné ; seul un ministère peut l’être."
        yield Remark(message, "Donnez l’avis du comité.", (*path, "sens"))
    elif avis.sens is Sens.NON_CONCERNE:
        message = f"{whose} : le ministère n’est pas concerné, aucune case n’est cochée."
        yield Remark(message, "Rien à corriger : la fiche le dit.", (*path, "sens"), Severity.A_VERIFIER)
    elif avis.sens not in (None, *COCHES):
        message = f"{whose} est {avis.sens} : aucune case n’est cochée."
        yield Remark(
            message,
            "Donnez-le à la réunion qui le rendra (« avis: ») : la fiche le portera.",
            (*path, "sens"),
            Severity.A_VERIFIER,
        )


def _dates_of_meeting(fiche: FicheAction, dossier: Dossier) -> Iterator[Remark]:
    """The form prints the day of a postponed examination, and that of the committee's pending one.

    Of a meeting that examined the fiche and gave no opinion, the meeting itself is asked (REU-05).
    """
    for path, _, avis in given(fiche, None):
        if avis.sens is Sens.AJOURNE and avis.reunion is None:
            yield Remark("L’examen est reporté à une réunion sans date.", "Donnez « reunion: ».", (*path, "reunion"))
    pending = fiche.avis_copil is None or fiche.avis_copil.sens is Sens.EN_ATTENTE
    planned = [one.reunion for one in (fiche.avis_copil, *fiche.avis) if one and one.reunion]
    examined = any(one.date and fiche.id in one.fiches_examinees for one in dossier.all(Reunion))
    if pending and not planned and not examined:
        message = "L’avis du comité est à recueillir lors d’une réunion sans date."
        yield Remark(message, "Donnez « avis_copil: {sens: en attente, reunion: … } ».", ("avis_copil",))


@where_typed
def corrective_actions(subject: Subject) -> Iterator[Remark]:
    """L’avis réservé d’un ministère dit ses recommandations (les actions correctives) ; les autres avis n’en portent
    pas, et le formulaire n’en a pas pour le comité. Une réserve levée, avec sa date, ses pièces et par qui, vaut avis
    favorable."""
    fiche = subject.piece_as(FicheAction)
    for path, whose, avis in given(fiche, subject.convention):
        yield from _levee(path, whose, avis)
        if avis is not fiche.avis_copil:
            yield from _recommended((*path, "recommandations"), whose, avis)
        elif avis.recommandations:
            message = "Le formulaire n’a pas de ligne pour les actions correctives du comité : rien n’est imprimé."
            remedy = "Donnez-les à l’avis d’un ministère, ou aux points de vigilance."
            yield Remark(message, remedy, (*path, "recommandations"), Severity.A_VERIFIER)


def _recommended(path: FieldPath, whose: str, avis: Avis) -> Iterator[Remark]:
    if avis.sens is Sens.RESERVE and avis.recommandations is None:
        message = (
            f"{whose} est réservé sans recommandation. L’article 14 demande les recommandations permettant "
            "d’obtenir un avis favorable."
        )
        yield Remark(message, "Donnez « recommandations: ».", path)
    elif avis.sens not in (None, Sens.RESERVE) and avis.recommandations:
        message = f"{whose} est {avis.sens} et porte des recommandations."
        yield Remark(message, "Retirez-les, ou corrigez le sens.", path)


def _levee(path: FieldPath, whose: str, avis: Avis) -> Iterator[Remark]:
    levee = avis.levee
    if levee is None:
        return
    if avis.sens not in (None, Sens.RESERVE):
        yield Remark(
            f"{whose} est {avis.sens} : il n’a pas de réserve à lever.", "Retirez « levee: ».", (*path, "levee")
        )
    if levee.date and avis.date and levee.date < avis.date:
        message = f"La réserve est levée le {long_date(levee.date)}, avant l’avis ({long_date(avis.date)})."
        yield Remark(message, "Corrigez l’une des deux dates.", (*path, "levee", "date"))
    if levee.par is None:
        message = "La levée de la réserve ne dit pas par qui elle est constatée."
        yield Remark(message, "Donnez « par: ».", (*path, "levee", "par"), Severity.A_VERIFIER)


@where_typed
def unfavourable_opinion(subject: Subject) -> Iterator[Remark]:
    """Un ministère qui a rendu un avis défavorable n’est pas engagé dans l’action, et son logo n’y figure pas : la
    fiche le dit."""
    convention = subject.convention
    for index, avis in enumerate(subject.piece_as(FicheAction).avis):
        partie = convention.partie(avis.ministere) if convention else None
        name = partie_name(partie) if partie else None
        if avis.sens is Sens.DEFAVORABLE:
            who = name.Le if name else f"Le ministère « {avis.ministere or '…'} »"
            message = f"{who} a rendu un avis défavorable : {not_committed(name)}, et son logo n’y figure pas."
            yield Remark(message, "Rien à corriger : la fiche le dit.", ("avis", index, "sens"))


@where_typed
def reasons_that_are_printed(subject: Subject) -> Iterator[Remark]:
    """Les motifs d’un avis sont imprimés là où il est défavorable, ou son examen reporté ; donnés à un autre avis, ils
    ne le seraient nulle part."""
    fiche = subject.piece_as(FicheAction)
    for path, whose, avis in given(fiche, subject.convention):
        if avis.motifs and avis.sens not in (None, Sens.DEFAVORABLE, Sens.AJOURNE):
            message = f"{whose} est {avis.sens} et porte des motifs : rien n’en est imprimé."
            reserve = "Donnez-les par « recommandations: »" if avis.sens is Sens.RESERVE else "Retirez-les"
            yield Remark(message, f"{reserve}, ou corrigez le sens.", (*path, "motifs"))
