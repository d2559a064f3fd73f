"""REU-07, LOG-01, LOG-02: days and hours that follow one another, in a meeting and in an authorisation.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator
from datetime import time

from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath, Severity
from docgen.french import hour, long_date
from docgen.model.autorisation_logo import AutorisationLogo, EtatDemande
from docgen.model.fiche_action import FicheAction
from docgen.model.reunion import Reunion
from docgen.text.reunion.case import previous

_EITHER = "Corrigez l’une des deux dates."


def order_of_meeting(subject: Subject) -> Iterator[Remark]:
    """Une réunion finit après avoir commencé, la suivante a lieu après elle, le relevé est établi le jour même ou
    ensuite, et la réponse est attendue avant la séance. Deux réunions d’une convention n’ont pas le même rang."""
    reunion = subject.piece_as(Reunion)
    yield from _hours(reunion)
    held, seance = reunion.date, reunion.seance
    if held and reunion.reponse_avant and reunion.reponse_avant > held:
        message = f"La réponse est attendue avant le {long_date(reunion.reponse_avant)}, après la réunion."
        yield Remark(message, _EITHER, ("reponse_avant",))
    if held and seance and seance.prochaine and seance.prochaine <= held:
        message = f"La prochaine réunion est du {long_date(seance.prochaine)} ; celle-ci est du {long_date(held)}."
        yield Remark(message, _EITHER, ("seance", "prochaine"))
    if held and seance and seance.etabli_le and seance.etabli_le < held:
        message = f"Le relevé est établi le {long_date(seance.etabli_le)}, avant la réunion ({long_date(held)})."
        yield Remark(message, _EITHER, ("seance", "etabli_le"))
    others = (one for one in subject.dossier.all(Reunion) if one is not reunion)
    for other in others:
        if reunion.rang and (other.convention, other.rang) == (reunion.convention, reunion.rang):
            message = f"La réunion « {other.id or '…'} » a aussi le rang {reunion.rang}."
            yield Remark(message, "Numérotez les réunions dans l’ordre de leurs dates.", ("rang",))


def sent_after_the_meeting(subject: Subject) -> Iterator[Remark]:
    """Les avis du comité sont transmis à la commission paritaire et au conseil d’administration après la séance qui les
    rend : une lettre datée d’avant elle dirait faux. Une transmission antérieure au relevé, qui y est joint, est
    signalée."""
    reunion = subject.piece_as(Reunion)
    held, seance = reunion.date, reunion.seance
    for key, day in (("transmis_cpt", seance.transmis_cpt), ("transmis_ca", seance.transmis_ca)) if seance else ():
        if day and held and day < held:
            message = f"Les avis sont transmis le {long_date(day)}, avant la réunion qui les rend ({long_date(held)})."
            yield Remark(message, _EITHER, ("seance", key))
        elif day and seance and seance.etabli_le and day < seance.etabli_le:
            message = (
                f"Le relevé est transmis le {long_date(day)}, avant d’être établi ({long_date(seance.etabli_le)})."
            )
            yield Remark(message, _EITHER, ("seance", key), Severity.A_VERIFIER)


def answers_after_the_meeting(subject: Subject) -> Iterator[Remark]:
    """L’avis qu’un ministère rend par écrit depuis une réunion ne lui est pas antérieur : elle l’aurait porté, et ne le
    dirait pas en attente."""
    reunion = subject.piece_as(Reunion)
    held = reunion.date
    for index, examen in enumerate(reunion.avis):
        for rank, avis in enumerate(examen.ministeres):
            day = avis.reponse.date if avis.reponse else None
            if held and day and day < held:
                message = f"Fiche {examen.fiche or '…'} : l’avis écrit de « {avis.ministere or '…'} » est du"
                message += f" {long_date(day)}, avant la réunion qui l’attend ({long_date(held)})."
                remedy = "Corrigez la date, ou donnez cet avis comme rendu à la réunion, sans « reponse: »."
                yield Remark(message, remedy, ("avis", index, "ministeres", rank, "reponse", "date"))


def sequence_of_meetings(subject: Subject) -> Iterator[Remark]:
    """Dans une année, chaque réunion a le rang qui suit celui de la précédente, et d’une année à l’autre les rangs
    croissent ; l’ordre du jour est arrêté avant la séance ; la prochaine réunion annoncée est une de celles du
    dossier, quand il a la suivante."""
    reunion = subject.piece_as(Reunion)
    held, before = reunion.date, previous(reunion, subject.dossier)
    if before and before.date and held and before.rang and reunion.rang:
        follows = reunion.rang == before.rang + 1 or (reunion.rang > before.rang and held.year != before.date.year)
        if not follows and reunion.rang != before.rang:
            message = (
                f"Rang : lu {reunion.rang} ; la réunion précédente du dossier ({long_date(before.date)}) a le rang"
            )
            message += f" {before.rang}."
            yield Remark(message, "Numérotez les réunions dans l’ordre de leurs dates, sans en sauter.", ("rang",))
    agreed = reunion.accord_ordre_du_jour
    if held and agreed and agreed > held:
        message = f"L’ordre du jour est arrêté le {long_date(agreed)}, après la réunion ({long_date(held)})."
        yield Remark(message, _EITHER, ("accord_ordre_du_jour",))
    yield from _announced(subject, reunion)


def _announced(subject: Subject, reunion: Reunion) -> Iterator[Remark]:
    """The next meeting as announced, and the next ordinary one of the dossier: one called in between is no fault."""
    said = reunion.seance.prochaine if reunion.seance else None
    others = [one for one in subject.dossier.all(Reunion) if one.convention == reunion.convention]
    later = [(one.date, one.ordinaire) for one in others if one.date and reunion.date and one.date > reunion.date]
    following = min((day for day, ordinary in later if ordinary), default=None)
    if said and reunion.date and said > reunion.date and following and said not in [day for day, _ in later]:
        message = f"La prochaine réunion est annoncée pour le {long_date(said)} ; celle du dossier est du"
        yield Remark(
            f"{message} {long_date(following)}.",
            f"{_EITHER[:-1]}, sauf si la réunion a été déplacée depuis.",
            ("seance", "prochaine"),
        )


def _hours(reunion: Reunion) -> Iterator[Remark]:
    seance = reunion.seance
    spans: list[tuple[FieldPath, time, time]] = []
    if reunion.heure and reunion.fin and reunion.fin <= reunion.heure:
        spans.append((("fin",), reunion.heure, reunion.fin))
    if seance and seance.ouverte_a and seance.levee_a and seance.levee_a <= seance.ouverte_a:
        spans.append((("seance", "levee_a"), seance.ouverte_a, seance.levee_a))
    for path, begun, ended in spans:
        message = f"La réunion commence à {hour(begun)} et finit à {hour(ended)}."
        yield Remark(message, "Corrigez l’une des deux heures.", path)


def reserves_of_the_agenda(subject: Subject) -> Iterator[Remark]:
    """Une réserve que la séance lève ou maintient est de celles que l’ordre du jour annonçait."""
    reunion = subject.piece_as(Reunion)
    for index, one in enumerate(reunion.levees):
        if one.fiche and one.fiche not in reunion.reserves:
            message = f"La réserve de la fiche {one.fiche} n’est pas à l’ordre du jour."
            yield Remark(message, "Ajoutez la fiche à « reserves: ».", ("levees", index, "fiche"))


def decision_after_what_founds_it(subject: Subject) -> Iterator[Remark]:
    """Un ministère autorise l’usage de son logo après que la demande lui en est faite, et après l’avis favorable (ou la
    levée de la réserve) que l’autorisation cite."""
    piece = subject.piece_as(AutorisationLogo)
    decided = piece.date
    if decided is None:
        return
    if piece.demandee_le and decided < piece.demandee_le:
        message = f"La décision est du {long_date(decided)}, avant la demande ({long_date(piece.demandee_le)})."
        yield Remark(message, _EITHER, ("date",))
    fiche = subject.dossier.find(FicheAction, piece.fiche)
    opinions = [fiche.avis_de(id) if fiche else None for id in piece.ministeres]
    given = [(one.levee.date if one.levee else None) or one.date for one in opinions if one and one.vaut_favorable]
    last = max((day for day in given if day), default=None)
    if piece.etat is EtatDemande.ACCORDEE and last and decided < last:
        message = f"L’autorisation est du {long_date(decided)}, avant l’avis qu’elle cite ({long_date(last)})."
        yield Remark(message, _EITHER, ("date",))


def period_of_authorisation(subject: Subject) -> Iterator[Remark]:
    """La période demandée ou autorisée finit après avoir commencé ; une période qui commence avant la décision est
    signalée."""
    piece = subject.piece_as(AutorisationLogo)
    if piece.debut and piece.fin and piece.fin < piece.debut:
        message = f"La période finit le {long_date(piece.fin)}, avant de commencer, le {long_date(piece.debut)}."
        yield Remark(message, _EITHER, ("fin",))
    if piece.etat is EtatDemande.ACCORDEE and piece.debut and piece.date and piece.debut < piece.date:
        message = f"L’autorisation vaut dès le {long_date(piece.debut)}, avant d’être donnée ({long_date(piece.date)})."
        yield Remark(message, "Vérifiez que cet effet rétroactif est voulu.", ("debut",), Severity.A_VERIFIER)


def refusal_is_said(subject: Subject) -> Iterator[Remark]:
    """Un refus se dit : la lettre imprime ce que donne « refus: »."""
    piece = subject.piece_as(AutorisationLogo)
    if piece.etat is EtatDemande.REFUSEE and piece.refus is None:
        yield Remark("L’autorisation est refusée, et « refus: » manque.", "Ajoutez « refus: ».", ("refus",))
