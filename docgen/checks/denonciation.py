"""DEN-01 to 03: when a denunciation takes effect, who sends it to whom, and what must be carried to its end.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from docgen.checks.references import all_cited, at, cited, ids_of
from docgen.checks.rule import Remark, Subject
from docgen.findings import Severity
from docgen.french import duration_words, long_date
from docgen.model.common import Signataire
from docgen.model.convention import Convention
from docgen.model.denonciation import Denonciation, expiration
from docgen.model.fiche_action import FicheAction
from docgen.model.messages import lu


def references_of_denonciation(subject: Subject) -> Iterator[Remark]:
    """Une dénonciation désigne la convention et les fiches des actions engagées par leur identifiant."""
    piece = subject.piece_as(Denonciation)
    yield from cited(piece.convention, ids_of(subject, Convention), "la convention", ("convention",), Convention)
    yield from all_cited(at("actions", piece.actions), ids_of(subject, FicheAction), "une fiche action", FicheAction)


def notice_from_receipt(subject: Subject) -> Iterator[Remark]:
    """La résiliation prend effet à l’expiration du délai de la convention, qui court de la réception, la plus tardive
    s’il y a plusieurs destinataires. Il se compte de date à date, ou jusqu’au dernier jour du mois (du 31 décembre au
    28 ou 29 février), expire à minuit, et rien ne le proroge : ni fin de semaine, ni jour férié. L’effet est du
    lendemain."""
    piece, convention = subject.piece_as(Denonciation), subject.convention
    if convention is None:
        return
    if convention.signee_le is None:
        message = "La convention n’est pas signée : elle ne peut pas être dénoncée."
        yield Remark(message, "Donnez sa date de signature.", ("convention",))
    if convention.preavis is None:
        message = "La convention ne donne pas de délai de dénonciation."
        yield Remark(message, "Donnez « preavis: » à la convention.", ("convention",))
    for index, destinataire in enumerate(piece.destinataires):
        received = destinataire.recue_le
        if received and piece.date and received < piece.date:
            message = f"Reçue le {long_date(received)}, avant la date de la lettre ({long_date(piece.date)})."
            yield Remark(message, "Corrigez l’une des deux dates.", ("destinataires", index, "recue_le"))
    yield from _effect(piece, convention)


def _effect(piece: Denonciation, convention: Convention) -> Iterator[Remark]:
    # A letter is received on its own date at the earliest.
    received, notice = piece.derniere_reception or piece.date, convention.preavis
    if received is None or notice is None:
        return
    end = expiration(received, notice)
    first = end + timedelta(days=1)
    counted = (
        f"Pour une réception le {long_date(received)}, le délai de {duration_words(notice.nombre, notice.unite)} "
        f"expire le {long_date(end)} à minuit."
    )
    if piece.effet_le and piece.effet_le < first:
        message = f"{counted} L’effet demandé ({long_date(piece.effet_le)}) est trop tôt."
        yield Remark(message, f"Écrivez le {long_date(first)} au plus tôt.", ("effet_le",))
    yield from _after_expiry(piece.effet_le or first, convention.expire_le, counted)


def _after_expiry(effect: date, expiry: date | None, counted: str) -> Iterator[Remark]:
    if expiry and effect > expiry:
        message = f"{counted} La convention aura déjà expiré, le {long_date(expiry)}."
        yield Remark(message, "Vérifiez que la dénonciation est utile.", ("date",), Severity.A_VERIFIER)


def every_other_party(subject: Subject) -> Iterator[Remark]:
    """L’expéditeur est partie à la convention, et chaque autre partie est destinataire d’une lettre. Ceux qui signent
    sont ses signataires au jour de la lettre, ou ont une délégation ou une habilitation. La décision précède la
    lettre."""
    piece, convention = subject.piece_as(Denonciation), subject.convention
    if convention is None:
        return
    parties = [partie.id for partie in convention.parties if partie.id]
    yield from cited(piece.expediteur, parties, "une partie à la convention", ("expediteur",))
    told = [destinataire.partie for destinataire in piece.destinataires]
    named = at("destinataires", told, "partie")
    yield from all_cited(named, parties, "une partie à la convention")
    for index, (path, id) in enumerate(named):
        if id is not None and (id == piece.expediteur or id in told[:index]):
            who = "l’expéditeur" if id == piece.expediteur else "déjà destinataire"
            yield Remark(f"{lu(id)} est {who}.", "Retirez ce destinataire.", path)
    for partie in convention.parties:
        if told and partie.id and partie.id not in (piece.expediteur, *told):
            message = f"La partie {lu(partie.usuel or partie.id)} n’est pas destinataire."
            yield Remark(message, f"Ajoutez « partie: {partie.id} » aux destinataires.", ("destinataires",))
    yield from _those_who_sign(piece, convention)
    if piece.decidee_le and piece.date and piece.decidee_le > piece.date:
        message = f"La décision est du {long_date(piece.decidee_le)}, après la lettre ({long_date(piece.date)})."
        yield Remark(message, "Corrigez l’une des deux dates.", ("decidee_le",))


def _those_who_sign(piece: Denonciation, convention: Convention) -> Iterator[Remark]:
    sending = convention.partie(piece.expediteur)
    if sending is None or piece.date is None:
        return
    in_office = [one for one in sending.signataires if one.en_fonction(piece.date)]
    if not piece.signataires and not in_office:
        message = f"Aucun signataire de l’expéditeur n’est en fonction le {long_date(piece.date)}."
        yield Remark(message, "Donnez « signataires: ».", ("expediteur",))
    known = {name for one in in_office for name in (one.prenom_nom, one.signe.prenom_nom)}
    for index, one in enumerate(piece.signataires):
        if one.prenom_nom not in known and not _entitled(one):
            message = f"{lu(one.prenom_nom or '…')} n’est pas signataire de l’expéditeur le {long_date(piece.date)}."
            remedy = "Donnez sa délégation ou son habilitation, ou un autre signataire."
            yield Remark(message, remedy, ("signataires", index))


def _entitled(one: Signataire) -> bool:
    return one.habilitation is not None or one.delegation is not None


def actions_under_way(subject: Subject) -> Iterator[Remark]:
    """Les actions engagées au jour de la lettre, favorables et non achevées, y sont listées : elles sont menées à leur
    terme."""
    piece = subject.piece_as(Denonciation)
    day = piece.date
    if day is None:
        return
    for fiche in subject.dossier.all(FicheAction):
        if fiche.convention == piece.convention and fiche.id not in piece.actions and _under_way(fiche, day):
            until = f" jusqu’au {long_date(fiche.fin)}" if fiche.fin else ""
            message = f"L’action n° {fiche.numero or fiche.id} est engagée{until} et n’est pas listée."
            yield Remark(message, f"Ajoutez « {fiche.id} » à « actions: ».", ("actions",))
    for index, id in enumerate(piece.actions):
        listed = subject.dossier.find(FicheAction, id)
        if listed and not _under_way(listed, day):
            message = f"L’action n° {listed.numero or id} est listée ; elle n’est pas engagée le {long_date(day)}."
            yield Remark(message, "Retirez-la, ou vérifiez ses dates et son avis.", ("actions", index))


def _under_way(fiche: FicheAction, day: date) -> bool:
    favourable = fiche.avis_copil is not None and fiche.avis_copil.vaut_favorable
    return favourable and (fiche.fin is None or fiche.fin >= day)
