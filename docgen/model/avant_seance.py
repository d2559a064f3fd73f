"""What was not known yet when the papers of a meeting were sent: what it decided, and all that came later.

The pack of a meeting that was held is the one that its members had. An opinion, a lifting or an agreement that came
after it was sent is no part of it, whatever the dossier says of them since.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from docgen.findings import FieldPath
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.base import Piece
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.conformite_numerique import ConformiteNumerique
from docgen.model.fiche_action import COCHES, Avis, FicheAction, Sens
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion

Changement = tuple[FieldPath, Sens | None]
"""A field, and what it said then; None where it said nothing. The whole piece where the path is empty."""


def inconnus(piece: Piece, reunion: Reunion) -> Iterator[Changement]:
    """Yield what `piece` says and did not say when the papers of `reunion` were sent."""
    for kind, of_kind in _OF_KIND.items():
        if isinstance(piece, kind):
            yield from of_kind(piece, reunion)


def _of_reunion(one: Reunion, reunion: Reunion) -> Iterator[Changement]:
    if one.id == reunion.id or _later(one.date, reunion):
        yield from _outcome(one)
        return
    for rank, examen in enumerate(one.avis):
        if examen.comite:
            yield from _lifted(examen.comite, ("avis", rank, "comite"), reunion)
        for place, avis in enumerate(examen.ministeres):
            path = ("avis", rank, "ministeres", place)
            yield from _lifted(avis, path, reunion)
            if avis.reponse and _later(avis.reponse.date, reunion):
                yield (*path, "reponse"), None
            elif avis.reponse:
                yield from _lifted(avis.reponse, (*path, "reponse"), reunion)


def _outcome(one: Reunion) -> Iterator[Changement]:
    """All that a meeting adds to its own input once it is held."""
    held = one.seance is not None or one.avis or one.levees
    for name in ("seance", "avis", "levees", "decisions_ca"):
        if getattr(one, name):
            yield (name,), None
    if one.litige and one.litige.accord:
        yield ("litige", "accord"), None
    if not held:
        return
    for name, people in (("membres", one.membres), ("invites", one.invites)):
        for rank, person in enumerate(people):
            for field in ("presence", "represente_par"):
                if getattr(person, field, None):
                    yield (name, rank, field), None


def _of_fiche(fiche: FicheAction, reunion: Reunion) -> Iterator[Changement]:
    """The opinions to come; logos asked for by name, which await them."""
    if fiche.logos and fiche.id in reunion.fiches_examinees:
        yield ("logos",), None
    if fiche.avis_copil:
        yield from _of_avis(fiche.avis_copil, ("avis_copil",), fiche, reunion)
    for rank, avis in enumerate(fiche.avis):
        yield from _of_avis(avis, ("avis", rank), fiche, reunion)


def _of_avis(avis: Avis, path: FieldPath, fiche: FicheAction, reunion: Reunion) -> Iterator[Changement]:
    """An opinion without a date on a fiche that is to be examined is the one that is to be given."""
    to_come = avis.date is None and avis.sens in COCHES and fiche.id in reunion.fiches
    if to_come or _later(avis.date, reunion):
        yield (*path, "sens"), Sens.EN_ATTENTE
        for name in ("date", "recommandations", "motifs", "levee"):
            if getattr(avis, name):
                yield (*path, name), None
    elif avis.levee and avis.levee.date is None and fiche.id in reunion.reserves:
        yield (*path, "levee"), None
    else:
        yield from _lifted(avis, path, reunion)


def _lifted(avis: Avis, path: FieldPath, reunion: Reunion) -> Iterator[Changement]:
    if avis.levee and _later(avis.levee.date, reunion):
        yield (*path, "levee"), None


def _of_plan(plan: PlanActions, reunion: Reunion) -> Iterator[Changement]:
    yield from _dates(plan, ("priorites_le", "accord_le"), reunion)


def _of_bilan(bilan: BilanAnnuel, reunion: Reunion) -> Iterator[Changement]:
    yield from _dates(bilan, ("transmis_le", "presente_au_ca_le"), reunion)
    for rank, validation in enumerate(bilan.validations):
        if _later(validation.date, reunion):
            yield ("validations", rank, "date"), None
            if validation.observations:
                yield ("validations", rank, "observations"), None


def _of_autorisation(autorisation: AutorisationLogo, reunion: Reunion) -> Iterator[Changement]:
    if _later(autorisation.date, reunion):
        yield (), None


def _of_conformite(sheet: ConformiteNumerique, reunion: Reunion) -> Iterator[Changement]:
    for rank, accord in enumerate(sheet.accords):
        if _later(accord.date, reunion):
            yield from ((("accords", rank, name), None) for name in ("date", "reference") if getattr(accord, name))


def _dates(piece: Piece, names: tuple[str, ...], reunion: Reunion) -> Iterator[Changement]:
    yield from (((name,), None) for name in names if _later(getattr(piece, name), reunion))


def _later(jour: date | None, reunion: Reunion) -> bool:
    arrete = reunion.arretee_le
    return jour is not None and arrete is not None and jour > arrete


_OF_KIND: Mapping[type[Piece], Callable[[Any, Reunion], Iterator[Changement]]] = {
    Reunion: _of_reunion,
    FicheAction: _of_fiche,
    PlanActions: _of_plan,
    BilanAnnuel: _of_bilan,
    AutorisationLogo: _of_autorisation,
    ConformiteNumerique: _of_conformite,
}
