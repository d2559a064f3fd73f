"""The limits of the committee: its meetings, what is sent before them, what is awaited after."""

from collections.abc import Iterator
from datetime import date

from docgen.calendrier.echeance import EVE, Echeance, Vue, sigle
from docgen.french import long_date
from docgen.model.convention import Convention
from docgen.model.reunion import Reunion
from docgen.model.reunion_choix import NatureReunion
from docgen.text.reunion.case import LIMITES, case_of, limite_de, limite_envoi


def committee(vue: Vue) -> Iterator[Echeance]:
    """The two limits of article 14, met by the meeting of that nature, held in time."""
    for convention in vue.conventions:
        for nature in LIMITES:
            limit = (limite_de(nature, convention) or LIMITES[nature]).de(vue.annee)
            if _in_force(convention, limit):
                held = _held(vue, convention, nature, limit)
                title = f"Réunion ordinaire du comité, avant le {long_date(limit)}"
                yield Echeance(limit - EVE, title, convention.cle, held is not None, held)


def _held(vue: Vue, convention: Convention, nature: NatureReunion, limit: date) -> date | None:
    days = (
        one.date
        for one in vue.dossier.all(Reunion)
        if one.convention == convention.id and one.nature is nature and one.date
    )
    return next((day for day in days if day.year == limit.year and day < limit), None)


def _in_force(convention: Convention, jour: date) -> bool:
    signed, end = convention.signee_le, convention.expire_le
    return signed is not None and signed < jour and (end is None or jour <= end)


def meetings(vue: Vue) -> Iterator[Echeance]:
    """The sending of the papers of each meeting, its day, those of the commission and of the board."""
    for reunion in vue.dossier.all(Reunion):
        case = case_of(reunion, vue.dossier)
        limit, sent = limite_envoi(reunion, case.convention), reunion.envoi_documents
        if limit and reunion.date:
            title = f"Envoi des documents de la réunion du {long_date(reunion.date)}"
            yield Echeance(limit, title, reunion.cle, sent is not None and sent <= limit, sent)
            yield Echeance(reunion.date, f"Réunion {case.organe.de}", reunion.cle)
        for name, jour in ((case.cpt, reunion.cpt_le), (case.ca, reunion.ca_le)):
            if jour:
                yield Echeance(jour, f"Réunion {name.de}", reunion.cle)


def answers(vue: Vue) -> Iterator[Echeance]:
    """The written opinions that ministries announced."""
    for reunion in vue.dossier.all(Reunion):
        for examen in reunion.avis:
            for avis in examen.ministeres:
                if avis.ecrit_avant:
                    name, answer = sigle(vue.dossier, reunion, avis.ministere), avis.reponse
                    title = f"Avis écrit {name} sur la fiche {examen.fiche}"
                    given = answer.date if answer else None
                    yield Echeance(avis.ecrit_avant - EVE, title, reunion.cle, answer is not None, given)


def announced(vue: Vue) -> Iterator[Echeance]:
    """The next meeting that a relevé fixes, and the sending of its papers, until the dossier has a later meeting."""
    for reunion in vue.dossier.all(Reunion):
        jour = reunion.seance.prochaine if reunion.seance else None
        if jour is None or _followed(vue, reunion):
            continue
        case = case_of(reunion, vue.dossier)
        limit = limite_envoi(reunion.avec(date=jour), case.convention)
        if limit:
            title = f"Envoi des documents de la réunion du {long_date(jour)}, à préparer"
            yield Echeance(limit, title, reunion.cle, fait=False)
        yield Echeance(jour, f"Prochaine réunion {case.organe.de}, fixée par le relevé d’avis", reunion.cle)


def _followed(vue: Vue, reunion: Reunion) -> bool:
    return any(
        one.convention == reunion.convention and one.date and reunion.date and one.date > reunion.date
        for one in vue.dossier.all(Reunion)
    )


def decided(vue: Vue) -> Iterator[Echeance]:
    """What a relevé asks for by a day, and of whom; the dossier does not say whether it was done."""
    for reunion in vue.dossier.all(Reunion):
        for suite in reunion.seance.suites if reunion.seance else ():
            if suite.echeance and suite.decision:
                who = f" ({suite.responsable})" if suite.responsable else ""
                yield Echeance(suite.echeance, f"{suite.decision.rstrip('.')}{who}", reunion.cle)
