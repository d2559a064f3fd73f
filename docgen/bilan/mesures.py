"""The indicators of a fiche and what became of them: planned, achieved, gap, rate."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.bilan.figures import taux
from docgen.model.fiche_action import FicheAction, Indicateur
from docgen.model.fiche_realisation import FicheRealisation, Resultat
from docgen.model.normalise import normalise
from docgen.model.scalars import read_quantity
from docgen.values import Struct


class Mesure(Struct, frozen=True):
    """One indicator and its answer; the figures are None where one of them is missing or is no number."""

    indicateur: Indicateur
    resultat: Resultat | None
    prevu: Decimal | None
    realise: Decimal | None

    @property
    def ecart(self) -> Decimal | None:
        """Achieved less planned; None without both."""
        return None if self.prevu is None or self.realise is None else self.realise - self.prevu

    @property
    def taux(self) -> Decimal | None:
        """Achieved in per cent of planned; None without both, or where nothing was planned."""
        return None if self.prevu is None or self.realise is None else taux(self.realise, self.prevu)

    @property
    def repondu(self) -> bool:
        """Whether the indicator has an answer."""
        return self.resultat is not None and bool(self.resultat.realise or self.resultat.constat)


def mesures(fiche: FicheAction, realisation: FicheRealisation | None) -> tuple[Mesure, ...]:
    """Return every indicator of `fiche`, in its order, with its answer where there is one."""
    answers = {normalise(one.libelle): one for one in (realisation.indicateurs if realisation else ()) if one.libelle}
    return tuple(
        _mesure(one, answers.get(normalise(one.libelle)) if one.libelle else None) for one in fiche.indicateurs
    )


def inventes(fiche: FicheAction, realisation: FicheRealisation) -> Iterator[tuple[int, str]]:
    """Yield the answers, by place and name, to indicators that `fiche` does not have."""
    known = {normalise(one.libelle) for one in fiche.indicateurs if one.libelle}
    for index, one in enumerate(realisation.indicateurs):
        if one.libelle and normalise(one.libelle) not in known:
            yield index, one.libelle


def _mesure(indicateur: Indicateur, resultat: Resultat | None) -> Mesure:
    planned = read_quantity(indicateur.prevu) if indicateur.prevu else None
    achieved = read_quantity(resultat.realise) if resultat and resultat.realise else None
    return Mesure(indicateur, resultat, planned, achieved)
