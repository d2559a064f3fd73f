"""The opinions on a fiche, from the meetings where they were given to the fiche that shows them (FIC-12).

They are typed once, in the meeting. What a fiche says itself stays as typed, so that a rule can tell where it differs;
but what a fiche still awaits gives way to what a meeting gave.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from docgen.model.base import champs
from docgen.model.convention import Convention
from docgen.model.fiche_action import COCHES, Avis, AvisMinistere, FicheAction, Levee, Sens
from docgen.model.reunion import AvisSeance, Examen, LeveeSeance, Reunion
from docgen.model.reunion_choix import Issue
from docgen.values import Struct, field, replace

A = TypeVar("A", bound=Avis)

RENDUS = (*COCHES, Sens.NON_CONCERNE)
"""The opinions that are given: nothing more is awaited."""


class AvisRendus(Struct, frozen=True):
    """The opinions of the meetings on one fiche: the committee's, and each ministry's by the id of its party.

    `maintenues` gives the ministries whose reserve was maintained and not lifted since, with the day of that meeting.
    """

    comite: Avis | None = None
    ministeres: Mapping[str, AvisMinistere] = field(default_factory=dict)
    maintenues: Mapping[str, date] = field(default_factory=dict)


def avis_rendus(fiche: FicheAction, reunions: Iterable[Reunion], convention: Convention | None) -> AvisRendus:
    """Return the opinions that `reunions` gave on `fiche`, the later ones after the earlier; empty for none."""
    rendus = AvisRendus()
    for reunion in sorted((one for one in reunions if one.date), key=lambda one: (one.date, one.id or "")):
        for examen in reunion.avis:
            if examen.fiche == fiche.id:
                rendus = _examined(rendus, examen, reunion, convention)
        for levee in reunion.levees:
            if levee.fiche == fiche.id and levee.ministere:
                rendus = _lifted(rendus, levee.ministere, levee, reunion, convention)
        if reunion.seance is None and fiche.id in reunion.fiches:
            rendus = _awaited(rendus, reunion, convention)
    return rendus


def avec_avis(fiche: FicheAction, rendus: AvisRendus) -> FicheAction:
    """Return `fiche` with the opinions of the meetings where it gives none itself; itself where there is none."""
    if rendus == AvisRendus():
        return fiche
    comite = completed(fiche.avis_copil, rendus.comite)
    own = {avis.ministere for avis in fiche.avis}
    ministeres = (
        *(completed(avis, rendus.ministeres.get(avis.ministere or "")) for avis in fiche.avis),
        *(avis for id, avis in rendus.ministeres.items() if id not in own),
    )
    return fiche.avec(avis_copil=comite, avis=ministeres)


def completed(own: A | None, given: A | None) -> A | None:
    """Return the opinion that a fiche gives, each value that it leaves out taken from the meeting."""
    if own is None or given is None:
        return own or given
    if own.sens not in RENDUS and given.sens is not None:
        return given
    if own.sens is not None and own.sens is not given.sens:
        return own
    missing = {name: getattr(given, name) for name in champs(type(own)) if getattr(own, name) is None}
    return own.avec(**missing)


def _examined(rendus: AvisRendus, examen: Examen, reunion: Reunion, convention: Convention | None) -> AvisRendus:
    if examen.issue is Issue.RETIREE:
        return rendus
    if examen.issue is Issue.AJOURNEE:
        put_off = Avis(sens=Sens.AJOURNE, date=reunion.date, reunion=examen.reportee_au, motifs=examen.motif)
        return AvisRendus(put_off, _for_all(convention, put_off))
    ministeres = dict(rendus.ministeres)
    ministeres |= {avis.ministere: _given(avis, reunion) for avis in examen.ministeres if avis.ministere}
    comite = _dated(examen.comite, reunion) if examen.comite else rendus.comite
    return AvisRendus(comite, ministeres)


def _given(avis: AvisSeance, reunion: Reunion) -> AvisMinistere:
    """The opinion of a ministry: its written answer where it gave one, else what it said in the meeting."""
    source = avis.reponse or _dated(avis, reunion)
    return _of_ministry(avis.ministere, source)


def _of_ministry(id: str | None, avis: Avis) -> AvisMinistere:
    return AvisMinistere(ministere=id, **{name: getattr(avis, name) for name in champs(Avis)})


def _dated(avis: A, reunion: Reunion) -> A:
    return avis.avec(date=reunion.date) if avis.sens in COCHES and avis.date is None else avis


def _lifted(
    rendus: AvisRendus, id: str, levee: LeveeSeance, reunion: Reunion, convention: Convention | None
) -> AvisRendus:
    if levee.maintenue:
        return _maintained(rendus, id, reunion)
    rendus = replace(rendus, maintenues={one: day for one, day in rendus.maintenues.items() if one != id})
    avis = rendus.ministeres.get(id) or AvisMinistere(ministere=id, sens=Sens.RESERVE)
    if avis.sens is not Sens.RESERVE:
        return rendus
    partie = convention.partie(id) if convention else None
    by = partie.au_jour(reunion.date).nom if partie else None
    lifted = Levee(date=reunion.date, pieces=levee.pieces, par=by)
    return replace(rendus, ministeres={**rendus.ministeres, id: avis.avec(levee=lifted)})


def _maintained(rendus: AvisRendus, id: str, reunion: Reunion) -> AvisRendus:
    ministeres = {one: avis.avec(levee=None) if one == id else avis for one, avis in rendus.ministeres.items()}
    maintenues = {**rendus.maintenues, **({id: reunion.date} if reunion.date else {})}
    return AvisRendus(rendus.comite, ministeres, maintenues)


def _awaited(rendus: AvisRendus, reunion: Reunion, convention: Convention | None) -> AvisRendus:
    """A meeting to come awaits the opinions that no meeting gave."""
    awaited = Avis(sens=Sens.EN_ATTENTE, reunion=reunion.date)
    ministeres = {**_for_all(convention, awaited), **rendus.ministeres}
    return replace(rendus, comite=rendus.comite or awaited, ministeres=ministeres)


def _for_all(convention: Convention | None, avis: Avis) -> dict[str, AvisMinistere]:
    ids = [partie.id for partie in convention.etat_partie if partie.id] if convention else []
    return {id: _of_ministry(id, avis) for id in ids}


def differences(own: Avis, given: Avis) -> Iterator[str]:
    """Yield the fields of an opinion that a fiche and a meeting both give, and give differently."""
    if given.sens not in RENDUS and own.sens in RENDUS and _later(own, given):
        return  # what was awaited has come
    for name in ("sens", "date", "recommandations", "motifs"):
        here, there = getattr(own, name), getattr(given, name)
        if here is not None and there is not None and _plain(here) != _plain(there):
            yield name
    if own.levee and given.levee and own.levee.date != given.levee.date:
        yield "levee"


def _later(own: Avis, given: Avis) -> bool:
    """Whether an opinion typed on a fiche says by its date that it came after the one of the meeting."""
    return own.date is not None and (given.date is None or own.date >= given.date)


def lifted_though_maintained(own: Avis, maintained: date | None) -> bool:
    """Return whether a fiche says lifted a reserve that the meeting held on the day `maintained` maintained.

    What is lifted on a later day was lifted since.
    """
    lifted = own.levee
    return bool(lifted and maintained and (lifted.date is None or lifted.date <= maintained))


def _plain(value: object) -> object:
    prose = isinstance(value, str) and not isinstance(value, Sens)
    return " ".join(str(value).split()).rstrip(".").casefold() if prose else value
