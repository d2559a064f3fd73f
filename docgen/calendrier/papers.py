"""The limits of the papers of a convention: its reviews, its actions, its tools, what comes to an end."""

from collections.abc import Iterator
from datetime import date

from docgen.calendrier.echeance import EVE, Echeance, Vue, sigle
from docgen.french import long_date
from docgen.model.autorisation_logo import AutorisationLogo, EtatDemande
from docgen.model.base import Piece
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.conformite_numerique import ConformiteNumerique
from docgen.model.convention_application import ConventionApplication
from docgen.model.fiche_action import FicheAction, Sens
from docgen.model.periods import ajouter
from docgen.model.plan_actions import PlanActions
from docgen.model.temps import Duree, JourMois, Unite

_SIX_MONTHS = Duree(-6, Unite.MOIS)
_BILAN = JourMois(30, 4)


def reviews(vue: Vue) -> Iterator[Echeance]:
    """The day by which the review of the year before is sent to the signatories (article 15)."""
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
        done = min((jour for jour in sent if jour is not None), default=None)
        title = f"Bilan de l’année {vue.annee - 1} adressé aux signataires, avant le {long_date(limit)}"
        yield Echeance(limit - EVE, title, convention.cle, done is not None and done < limit, done)


def reserves(vue: Vue) -> Iterator[Echeance]:
    """A reserve is to be lifted before the action begins."""
    for fiche in vue.dossier.all(FicheAction):
        for avis in fiche.avis:
            if avis.sens is Sens.RESERVE and fiche.debut:
                name, lifted = sigle(vue.dossier, fiche, avis.ministere), avis.levee
                title = f"Réserve {name} à lever, fiche n° {fiche.numero or fiche.id}"
                day = lifted.date if lifted else None
                yield Echeance(fiche.debut - EVE, title, fiche.cle, lifted is not None, day)


def tools(vue: Vue) -> Iterator[Echeance]:
    """A digital tool goes on line on its day, after each ministry has agreed to it (article 12)."""
    sheets = vue.dossier.all(ConformiteNumerique)
    for sheet in sheets:
        if sheet.en_ligne_le:
            asked = _ministries(vue, sheet)
            days = [accord.date if (accord := sheet.accord_de(id)) else None for id in asked]
            given = [day for day in days if day]
            last = max(given) if given and len(given) == len(asked) else None
            tool = (sheet.outil, asked)
            yield from _on_line(sheet, tool, sheet.en_ligne_le, on_line=bool(sheet.en_ligne), agreed=last)
    known = {sheet.fiche for sheet in sheets}
    for fiche in vue.dossier.all(FicheAction):
        one = fiche.outil_numerique
        if one and one.en_ligne_le and fiche.id not in known:
            tool = (one.nom, _ministries(vue, fiche))
            yield from _on_line(fiche, tool, one.en_ligne_le, on_line=bool(one.en_ligne), agreed=None)


def _ministries(vue: Vue, piece: Piece) -> list[str]:
    convention = vue.dossier.convention_de(piece)
    return [partie.id for partie in convention.etat_partie if partie.id] if convention else []


def _on_line(
    piece: Piece, tool: tuple[str | None, list[str]], jour: date, *, on_line: bool, agreed: date | None
) -> Iterator[Echeance]:
    """Yield the two dates of a `tool`: its name, and the ministries that must agree to it."""
    name = f"« {tool[0] or '…'} »"
    whose = "du ministère" if len(tool[1]) == 1 else "des ministères"
    before = f"Accord {whose} avant la mise en ligne de l’outil {name}"
    yield Echeance(jour - EVE, before, piece.cle, agreed is not None, agreed)
    yield Echeance(jour, f"Mise en ligne de l’outil {name}", piece.cle, on_line, jour if on_line else None)


def planned(vue: Vue) -> Iterator[Echeance]:
    """The dates that a plan of actions adds to its calendar."""
    for plan in vue.dossier.all(PlanActions):
        for one in plan.echeances:
            if one.date and one.libelle:
                yield Echeance(one.date, one.libelle, plan.cle)


def ends(vue: Vue) -> Iterator[Echeance]:
    """The ends of the conventions, announced six months before, of the logos' authorisations, of the actions."""
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
