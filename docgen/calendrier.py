"""The limits of a year: what must be done by when, and what was not done in time.

A limit « avant le 31 mai » is that of its eve, 30 May. Nothing is overdue unless a day is held for today.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256

from docgen.dossier import Dossier
from docgen.french import long_date, weekday_date
from docgen.ics import Event, calendar
from docgen.model.autorisation_logo import AutorisationLogo, EtatDemande
from docgen.model.base import Piece
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.convention import Convention
from docgen.model.convention_application import ConventionApplication
from docgen.model.fiche_action import FicheAction, Sens
from docgen.model.jours_feries import non_ouvre
from docgen.model.maison import Vacances
from docgen.model.periods import ajouter
from docgen.model.reunion import Reunion
from docgen.model.reunion_choix import NatureReunion
from docgen.model.temps import Duree, JourMois, Unite
from docgen.text.reunion.case import LIMITES, case_of, limite_de, limite_envoi
from docgen.vacances import annee_connue, vacances
from docgen.values import Struct, replace

_EVE = timedelta(days=1)
_SIX_MONTHS = Duree(-6, Unite.MOIS)
_BILAN = JourMois(30, 4)


class Echeance(Struct, frozen=True):
    """A limit: its day, what it is of, the piece that sets it, whether it was met (None for a mere date), and when."""

    jour: date
    titre: str
    document: str
    fait: bool | None = None
    le: date | None = None
    remarques: tuple[str, ...] = ()

    def en_retard(self, au: date | None) -> bool:
        """Return whether the limit has passed, on the day held for today, without what it asks."""
        return au is not None and self.fait is False and self.jour < au

    def etat(self, au: date | None) -> str:
        """Return how it stands on the day held for today; empty for a mere date."""
        if self.en_retard(au):
            return "EN RETARD"
        if self.fait and self.le and au and self.le > au:
            return "prévu"
        return {True: "fait", False: "à faire", None: ""}[self.fait]


class _Vue(Struct, frozen=True):
    """A year of a dossier, and its conventions as they stand on the day held for today, at the end of the year else."""

    dossier: Dossier
    annee: int
    conventions: tuple[Convention, ...]


def echeances(dossier: Dossier, annee: int, au: date | None = None) -> tuple[Echeance, ...]:
    """Return the limits of `annee`, those that are overdue on the day `au` first, each with what is said of its day.

    The avenants in effect on that day, or by the end of the year where no day is held for today, are counted in.
    """
    jour = au or date(annee, 12, 31)
    in_force = tuple(dossier.convention_au(one, jour) for one in dossier.all(Convention))
    vue = _Vue(dossier, annee, in_force)
    of_year = [one for source in _SOURCES for one in source(vue) if one.jour.year == annee]
    ordered = sorted(dict.fromkeys(of_year), key=lambda one: (not one.en_retard(au), one.jour, one.titre))
    return tuple(replace(one, remarques=tuple(_remarks(one.jour, dossier))) for one in ordered)


def vacances_connues(dossier: Dossier, annee: int) -> bool:
    """Return whether the school holidays of the whole of `annee` are known, or the house gives some that touch it."""
    given = dossier.maison.vacances_scolaires
    return annee_connue(annee) or any(one.du and one.au and one.du.year <= annee <= one.au.year for one in given)


def agenda(listed: tuple[Echeance, ...]) -> bytes:
    """Return the limits as a calendar (`.ics`), one whole day each."""
    return calendar(
        Event(
            uid=f"echeance-{sha256(f'{one.document} {one.titre}'.encode()).hexdigest()[:16]}@docgen.invalid",
            stamp=one.jour,
            title=one.titre,
            day=one.jour,
            description=" ; ".join((one.document, *one.remarques)),
        )
        for one in listed
    )


def _remarks(jour: date, dossier: Dossier) -> Iterator[str]:
    off = non_ouvre(jour)
    if off:
        yield off
    yield from _typed(jour, dossier) or vacances(jour)


def _typed(jour: date, dossier: Dossier) -> tuple[str, ...]:
    """The school holidays that the house gives for that day: they are said instead of those of the zones."""
    return tuple(
        f"vacances scolaires ({one.nom}{_zones(one)})"
        for one in dossier.maison.vacances_scolaires
        if one.du and one.au and one.du <= jour <= one.au
    )


def _zones(one: Vacances) -> str:
    return f", zone{'s' if ' ' in one.zones else ''} {one.zones}" if one.zones else ""


# ---------------------------------------------------------------- where limits come from


def _committee(vue: _Vue) -> Iterator[Echeance]:
    """The two limits of article 14, met by the meeting of that nature, held in time."""
    for convention in vue.conventions:
        for nature in LIMITES:
            limit = (limite_de(nature, convention) or LIMITES[nature]).de(vue.annee)
            if _in_force(convention, limit):
                held = _held(vue, convention, nature, limit)
                title = f"Réunion ordinaire du comité, avant le {long_date(limit)}"
                yield Echeance(limit - _EVE, title, convention.cle, held is not None, held)


def _held(vue: _Vue, convention: Convention, nature: NatureReunion, limit: date) -> date | None:
    days = (
        one.date
        for one in vue.dossier.all(Reunion)
        if one.convention == convention.id and one.nature is nature and one.date
    )
    return next((day for day in days if day.year == limit.year and day < limit), None)


def _in_force(convention: Convention, jour: date) -> bool:
    signed, end = convention.signee_le, convention.expire_le
    return signed is not None and signed < jour and (end is None or jour <= end)


def _meetings(vue: _Vue) -> Iterator[Echeance]:
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


def _answers(vue: _Vue) -> Iterator[Echeance]:
    """The written opinions that ministries announced."""
    for reunion in vue.dossier.all(Reunion):
        for examen in reunion.avis:
            for avis in examen.ministeres:
                if avis.ecrit_avant:
                    name, answer = _sigle(vue.dossier, reunion, avis.ministere), avis.reponse
                    title = f"Avis écrit {name} sur la fiche {examen.fiche}"
                    given = answer.date if answer else None
                    yield Echeance(avis.ecrit_avant - _EVE, title, reunion.cle, answer is not None, given)


def _reviews(vue: _Vue) -> Iterator[Echeance]:
    for convention in vue.conventions:
        limit = (convention.bilan_avant or _BILAN).de(vue.annee)
        signed, end = convention.signee_le, convention.expire_le
        if signed is None or signed.year >= vue.annee or (end and end.year < vue.annee - 1):
            continue
        sent = [
            one.transmis_le
            for one in vue.dossier.all(BilanAnnuel)
            if one.convention == convention.id and one.annee == vue.annee - 1
        ]
        done = next((jour for jour in sent if jour is not None and jour < limit), None)
        title = f"Bilan de l’année {vue.annee - 1} adressé aux signataires, avant le {long_date(limit)}"
        yield Echeance(limit - _EVE, title, convention.cle, done is not None, done)


def _reserves(vue: _Vue) -> Iterator[Echeance]:
    """A reserve is to be lifted before the action begins."""
    for fiche in vue.dossier.all(FicheAction):
        for avis in fiche.avis:
            if avis.sens is Sens.RESERVE and fiche.debut:
                name, lifted = _sigle(vue.dossier, fiche, avis.ministere), avis.levee
                title = f"Réserve {name} à lever, fiche n° {fiche.numero or fiche.id}"
                day = lifted.date if lifted else None
                yield Echeance(fiche.debut - _EVE, title, fiche.cle, lifted is not None, day)


def _sigle(dossier: Dossier, piece: Piece, id: str | None) -> str:
    convention = dossier.convention_de(piece)
    partie = convention.partie(id) if convention else None
    return (partie.sigle or partie.usuel if partie else None) or id or "…"


def _ends(vue: _Vue) -> Iterator[Echeance]:
    for convention in vue.conventions:
        end = convention.expire_le
        if end:
            yield Echeance(ajouter(end, _SIX_MONTHS), "Six mois avant la fin de la convention", convention.cle)
            yield Echeance(end, "Fin de la convention", convention.cle)
    for application in vue.dossier.all(ConventionApplication):
        if application.expire_le:
            yield Echeance(application.expire_le, "Fin de la convention d’application", application.cle)
    for autorisation in vue.dossier.all(AutorisationLogo):
        if autorisation.fin and autorisation.etat is EtatDemande.ACCORDEE:
            name = autorisation.reference or autorisation.id
            yield Echeance(autorisation.fin, f"Fin de l’autorisation de logo n° {name}", autorisation.cle)
    for fiche in vue.dossier.all(FicheAction):
        if fiche.fin:
            yield Echeance(fiche.fin, f"Fin de l’action n° {fiche.numero or fiche.id}", fiche.cle)


_SOURCES: tuple[Callable[[_Vue], Iterator[Echeance]], ...] = (
    _committee,
    _meetings,
    _answers,
    _reviews,
    _reserves,
    _ends,
)
"""What sets limits; each yields them for any year, and those of the year asked are kept."""


# ---------------------------------------------------------------- as data, as lines


def as_data(one: Echeance, au: date | None) -> dict[str, object]:
    """Return a limit as plain data, for JSON."""
    return {
        "date": one.jour.isoformat(),
        "titre": one.titre,
        "document": one.document,
        "fait": one.fait,
        "fait_le": one.le.isoformat() if one.le else None,
        "etat": one.etat(au) or None,
        "en_retard": one.en_retard(au),
        "remarques": list(one.remarques),
    }


def as_line(one: Echeance, au: date | None) -> tuple[str, str, str, str]:
    """Return a limit as the cells of a line: its state, its day, what it is, what is said of the day."""
    return one.etat(au), weekday_date(one.jour), one.titre, " ; ".join(one.remarques)
