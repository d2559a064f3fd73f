"""The convention as it stands at a date: its data, with what the avenants in effect that day changed."""

from collections.abc import Sequence
from datetime import date, timedelta

from docgen.model.avenant import Avenant
from docgen.model.base import champs
from docgen.model.common import Denomination, Partie, Signataire
from docgen.model.convention import Comite, Convention
from docgen.model.normalise import normalise
from docgen.model.operations import OperationSaisie, Verbe
from docgen.model.periods import ajouter, span
from docgen.model.temps import Duree, Unite

_OF_COMMITTEE = ("reunions_avant", "delai_envoi", "colleges")
_MONTHS = {Unite.AN: 12, Unite.MOIS: 1}
_DAYS = {Unite.SEMAINE: 7, Unite.JOUR: 1}


def en_vigueur(convention: Convention, avenants: Sequence[Avenant], jour: date | None) -> Convention:
    """Return `convention` with the values that the avenants in effect on `jour` gave it; itself where none is."""
    for avenant in sorted(avenants, key=lambda one: one.numero or 0):
        if avenant.en_effet(jour):
            convention = apres(convention, avenant)
        elif avenant.en_partie(jour):
            convention = apres_en_partie(convention, avenant)
    return convention


def apres(convention: Convention, avenant: Avenant) -> Convention:
    """Return `convention` with the values that `avenant` gives it, whenever it takes effect."""
    for operation in avenant.operations:
        convention = _after(convention, operation, avenant.effet_prevu)
    return convention


def apres_en_partie(convention: Convention, avenant: Avenant) -> Convention:
    """Return `convention` with the values that the retroactive articles of `avenant` alone give it."""
    for operation in avenant.operations:
        new = (operation.numero, *(one.numero for one in operation.nouveaux_articles))
        if avenant.touche_avant(operation.article, *operation.articles, *new):
            convention = _after(convention, operation, avenant.effet.date)
    return convention


def _after(convention: Convention, operation: OperationSaisie, effet: date | None) -> Convention:
    convention = _with_values(convention, operation)
    match operation.verbe:
        case Verbe.PROROGER:
            duree = duree_prorogee(convention, operation)
            return convention.avec(duree=duree) if duree else convention
        case Verbe.RENOMMER_PARTIE | Verbe.CHANGER_SIGNATAIRE:
            parties = tuple(
                _changed(one, operation, effet) if one.id == operation.partie else one for one in convention.parties
            )
            return convention.avec(parties=parties)
        case Verbe.ADHERER if operation.nouvelle_partie:
            return convention.avec(parties=(*convention.parties, operation.nouvelle_partie))
        case _:
            return convention


def _with_values(convention: Convention, operation: OperationSaisie) -> Convention:
    valeur = operation.valeur
    if valeur is None:
        return convention
    given = {name: value for name in champs(type(valeur)) if (value := getattr(valeur, name)) not in (None, ())}
    of_committee = {name: given.pop(name) for name in _OF_COMMITTEE if name in given}
    if of_committee:
        comite = convention.comite or Comite()
        if "colleges" in of_committee:
            of_committee["colleges_annonces"] = len(of_committee["colleges"])
        given["comite"] = comite.avec(**of_committee)
    return convention.avec(**given)


def duree_prorogee(convention: Convention, operation: OperationSaisie) -> Duree | None:
    """Return the whole duration once prolonged; None while it cannot be counted."""
    if operation.jusqu_au and convention.signee_le:
        return span(convention.signee_le, operation.jusqu_au + timedelta(days=1))
    return _sum(convention.duree, operation.duree, convention.signee_le)


def _sum(first: Duree | None, more: Duree | None, effet: date | None) -> Duree | None:
    if first is None or more is None:
        return None
    if first.unite is more.unite:
        return Duree(first.nombre + more.nombre, first.unite)
    if first.unite in _MONTHS and more.unite in _MONTHS:
        return Duree(first.nombre * _MONTHS[first.unite] + more.nombre * _MONTHS[more.unite], Unite.MOIS)
    if first.unite in _DAYS and more.unite in _DAYS:
        return Duree(first.nombre * _DAYS[first.unite] + more.nombre * _DAYS[more.unite], Unite.JOUR)
    return span(effet, ajouter(ajouter(effet, first), more)) if effet else None


def _changed(partie: Partie, operation: OperationSaisie, effet: date | None) -> Partie:
    if operation.verbe is Verbe.RENOMMER_PARTIE:
        return _renamed(partie, operation, effet)
    new = operation.signataire
    if new is None:
        return partie
    started = new.avec(du=new.du or effet)
    signataires: list[Signataire] = []
    for one in partie.signataires:
        replaced = remplace(one, partie, operation)
        if not replaced:
            signataires.append(one)
        elif effet:
            signataires += (one.avec(au=effet - timedelta(days=1)), started)
        else:
            signataires.append(started)
    joined = signataires if started in signataires else [*signataires, started]
    return partie.avec(signataires=tuple(joined))


def remplace(signataire: Signataire, partie: Partie, operation: OperationSaisie) -> bool:
    """Return whether `operation` puts another signatory in the place of `signataire`."""
    if operation.remplace:
        return bool(signataire.nom) and normalise(signataire.nom or "") in normalise(operation.remplace)
    return [one for one in partie.signataires if one.au is None] == [signataire]


def _renamed(partie: Partie, operation: OperationSaisie, effet: date | None) -> Partie:
    if effet is None:
        names = {"nom": operation.nom, "nom_court": operation.nom_court, "sigle": operation.sigle or partie.sigle}
        return partie.avec(**names)
    name = Denomination(nom=operation.nom, nom_court=operation.nom_court, sigle=operation.sigle, du=effet, au=None)
    ended = tuple(one.avec(au=effet - timedelta(days=1)) if one.au is None else one for one in partie.denominations)
    return partie.avec(denominations=(*ended, name))
