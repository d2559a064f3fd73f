"""REU-01 to 04, 06 and 07: when a meeting is called and held, its agenda, what is sent on after it.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator
from datetime import date

from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath, Severity
from docgen.french import long_date, weekday_date
from docgen.model.convention import Convention
from docgen.model.jours_feries import non_ouvre
from docgen.model.messages import lu
from docgen.model.normalise import normalise
from docgen.model.reunion import Reunion
from docgen.model.reunion_choix import NatureReunion, PointUsuel
from docgen.text.reunion.case import LIMITES, case_of, is_late, limite_de, limite_envoi
from docgen.text.reunion.points import OBLIGATOIRES, usual


def values_of_meeting(subject: Subject) -> Iterator[Remark]:
    """Les papiers d’une réunion disent où elle se tient, d’où elle est convoquée, combien de temps la liste des
    présences est conservée et à qui s’adresser ; une réunion exceptionnelle dit le différend."""
    reunion = subject.piece_as(Reunion)
    needed: list[tuple[str, str, object]] = [
        ("lieu", "le lieu, ou « lien: » pour une visioconférence", reunion.lieu or reunion.lien),
        ("fait_a", "le lieu d’envoi de la convocation", reunion.fait_a),
        ("conservation", "la durée de conservation des présences", reunion.conservation),
        ("contact_dpo", "le contact pour les données", reunion.contact_dpo),
    ]
    if reunion.nature is NatureReunion.EXCEPTIONNELLE:
        needed.append(("litige", "le différend", reunion.litige))
    for key, what, value in needed:
        if not value:
            yield Remark(f"Il manque {what}, qu’un papier de la réunion imprime.", f"Ajoutez « {key}: ».", (key,))


def papers_in_time(subject: Subject) -> Iterator[Remark]:
    """Les documents de travail sont envoyés une semaine au plus tard avant la réunion, ou dans le délai de la
    convention. Si les membres ont accepté de délibérer, ou reporté l’examen, ou si une dérogation est donnée
    (« derogations: », avec son motif et son auteur), le relevé le dit et rien n’est arrêté."""
    reunion, convention = subject.piece_as(Reunion), subject.convention
    limit, sent = limite_envoi(reunion, convention), reunion.envoi_documents
    if limit is None or sent is None or not is_late(reunion, convention):
        return
    told = reunion.envoi_tardif is not None
    message = (
        f"Les documents sont envoyés le {long_date(sent)} ; l’article 14 demande le {long_date(limit)} au plus tard."
    )
    remedy = (
        "Rien à corriger : le relevé le dit."
        if told
        else "Avancez l’envoi, déplacez la réunion, ou dites l’accord des membres : « envoi_tardif: accepté »."
    )
    path = ("documents_le",) if reunion.documents_le else ("envoyee_le",)
    yield Remark(message, remedy, path, Severity.A_VERIFIER if told else None)


def ordinary_meeting_in_time(subject: Subject) -> Iterator[Remark]:
    """La réunion de mai se tient avant le 31 mai, celle d’octobre avant le 30 octobre : le 30 mai et le 29 octobre au
    plus tard. Une dérogation dit son motif et son auteur, et le relevé la porte : une date ne se falsifie pas."""
    reunion = subject.piece_as(Reunion)
    limit = limite_de(reunion.nature, subject.convention) if reunion.nature else None
    if reunion.date and limit and reunion.date >= limit.de(reunion.date.year):
        before = long_date(limit.de(reunion.date.year))
        message = f"La réunion se tient le {long_date(reunion.date)} ; attendu : avant le {before}."
        yield Remark(message, "Avancez la réunion, changez sa nature, ou donnez une dérogation.", ("date",))


def two_meetings_a_year(subject: Subject) -> Iterator[Remark]:
    """Le comité se réunit au moins deux fois par an, avant le 31 mai et avant le 30 octobre. Une limite passée (le jour
    donné à --au, sinon celui de la dernière réunion du dossier) sans la réunion qu’elle demande est signalée."""
    convention = subject.piece_as(Convention)
    meetings = [one for one in subject.dossier.all(Reunion) if one.convention == convention.id and one.date]
    last = max((one.date for one in meetings if one.date), default=None)
    signed, until = convention.signee_le, subject.au or last
    if signed is None or until is None or not meetings:
        return
    in_force = subject.dossier.convention_au(convention, until)
    for limit, nature in _limits(in_force, signed, min(until, in_force.expire_le or until)):
        if not any(one.nature is nature and one.date and one.date.year == limit.year for one in meetings):
            message = f"Aucune réunion ordinaire avant le {long_date(limit)}, comme l’article 14 le demande."
            remedy = f"Ajoutez au dossier la réunion « nature: {nature.value} » de {limit.year}."
            yield Remark(message, remedy, ("comite", "reunions_avant"))


def _limits(convention: Convention, first: date, last: date) -> Iterator[tuple[date, NatureReunion]]:
    for year in range(first.year, last.year + 1):
        for nature in LIMITES:
            limit = limite_de(nature, convention)
            if limit and first < limit.de(year) <= last:
                yield limit.de(year), nature


def agenda_of_article_14(subject: Subject) -> Iterator[Remark]:
    """L’ordre du jour de mai porte le bilan de l’année passée et le suivi de l’année en cours ; celui d’octobre, le
    suivi et les priorités de l’année à venir. Ils s’impriment sans être saisis, et ne se retirent pas. La réunion
    exceptionnelle de l’article 18 n’en porte pas."""
    reunion = subject.piece_as(Reunion)
    demanded = OBLIGATOIRES.get(reunion.nature, ()) if reunion.nature else ()
    for index, point in enumerate(reunion.points):
        if point.cle in demanded and point.retire:
            message = f"Le point « {point.cle} » est retiré de l’ordre du jour ; l’article 14 le demande."
            yield Remark(message, "Retirez « retire: oui ».", ("points", index, "retire"))


def agreed_by_both_sides(subject: Subject) -> Iterator[Remark]:
    """L’ordre du jour, le calendrier et le plan d’actions sont arrêtés d’un commun accord ; la réunion se tient avant
    celles de la commission paritaire et du conseil d’administration ; le retour des décisions du conseil est à l’ordre
    du jour."""
    reunion = subject.piece_as(Reunion)
    yield from _agreements(reunion)
    if reunion.ordinaire:
        yield from _ahead(reunion)
        yield from _return(subject, reunion)


def _agreements(reunion: Reunion) -> Iterator[Remark]:
    asked = [("accord_ordre_du_jour", "de l’ordre du jour", reunion.accord_ordre_du_jour)]
    if reunion.ordinaire and reunion.seance:
        asked.append(("accord_calendrier", "du calendrier", reunion.accord_calendrier))
    if reunion.nature is NatureReunion.OCTOBRE and reunion.seance:
        asked.append(("accord_plan", "du plan d’actions", reunion.accord_plan))
    for key, what, day in asked:
        if day is None:
            message = f"Rien ne dit que les deux côtés sont convenus {what} (article 14)."
            yield Remark(message, f"Donnez « {key}: » et la date de l’accord.", (key,))


def _ahead(reunion: Reunion) -> Iterator[Remark]:
    for key, body, day in (
        ("cpt_le", "de la commission paritaire", reunion.cpt_le),
        ("ca_le", "du conseil d’administration", reunion.ca_le),
    ):
        if day is None:
            message = f"La date de la réunion {body}, que celle du comité doit précéder, n’est pas donnée."
            yield Remark(message, f"Donnez « {key}: ».", (key,))
        elif reunion.date and day <= reunion.date:
            ours = f"celle du comité ({long_date(reunion.date)}) doit la précéder"
            message = f"La réunion {body} est du {long_date(day)} ; {ours}."
            yield Remark(message, "Corrigez l’une des deux dates.", (key,))


def _return(subject: Subject, reunion: Reunion) -> Iterator[Remark]:
    case = case_of(reunion, subject.dossier)
    if case.precedente and PointUsuel.RETOUR not in usual(case):
        path: FieldPath = ("points",) if case.precedente.ca_le else ("date",)
        message = "Le retour des décisions du conseil d’administration n’est pas à l’ordre du jour."
        remedy = f"Donnez « ca_le: » à la réunion {case.precedente.id}, ou remettez le point « retour du conseil »."
        yield Remark(message, remedy, path)


def sent_on(subject: Subject) -> Iterator[Remark]:
    """Les avis du comité sont communiqués aux membres de la commission paritaire et du conseil d’administration."""
    reunion = subject.piece_as(Reunion)
    seance = reunion.seance
    if seance is None or reunion.nature is NatureReunion.EXCEPTIONNELLE:
        return
    for key, body, day in (
        ("transmis_cpt", "à la commission paritaire", seance.transmis_cpt),
        ("transmis_ca", "au conseil d’administration", seance.transmis_ca),
    ):
        if day is None:
            message = f"Le relevé n’est pas dit transmis {body}."
            yield Remark(message, f"Donnez « {key}: » et la date d’envoi.", ("seance", key))


def day_of_the_week(subject: Subject) -> Iterator[Remark]:
    """Le jour de la semaine saisi est celui de la date ; une réunion un samedi, un dimanche ou un jour férié est
    signalée."""
    reunion = subject.piece_as(Reunion)
    if reunion.date is None:
        return
    said = weekday_date(reunion.date)
    if reunion.jour and normalise(reunion.jour) != said.split(maxsplit=1)[0]:
        message = f"Jour : lu {lu(reunion.jour)} ; le {long_date(reunion.date)} tombe un {said.split(maxsplit=1)[0]}."
        yield Remark(message, "Corrigez le jour, ou la date.", ("jour",))
    off = non_ouvre(reunion.date)
    if off:
        message = f"La réunion du {long_date(reunion.date)} se tient {off}."
        yield Remark(message, "Vérifiez la date.", ("date",))
