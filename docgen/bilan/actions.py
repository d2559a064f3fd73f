"""The actions of one calendar year, each with its part of the budget and what was paid in that year."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from docgen.dossier import Dossier
from docgen.model.annexe_financiere import AnnexeFinanciere, Categorie, Poste, somme
from docgen.model.bilan_annuel import ActionDeclaree
from docgen.model.budget import Budget, calcule
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction, Sens
from docgen.model.fiche_realisation import EtatAction, FicheRealisation
from docgen.model.normalise import normalise
from docgen.values import Struct

NON_ENGAGES = (Sens.DEFAVORABLE, Sens.AJOURNE)
"""The opinions of the committee after which an action does not begin."""


class LigneDepense(Struct, frozen=True):
    """What one item cost in one year: who paid what, by the name of the funder, and the part of the frais de mission.

    `poste` is the item of the annex, None for management fees, for a spending that the annex did not foresee and for
    one declared without its items; `libelle` is what it is called.
    """

    libelle: str
    poste: Poste | None
    categorie: Categorie | None
    paye: Mapping[str, Decimal]
    mission: Decimal

    @property
    def montant(self) -> Decimal:
        """What all the funders paid."""
        return somme(self.paye.values())


class ActionAnnee(Struct, frozen=True):
    """One action in one year.

    `budget` is the part of the annex that falls in the year, None while it cannot be told; `lignes` is None while
    nothing says what was paid.
    """

    fiche: FicheAction
    annee: int
    annexe: AnnexeFinanciere | None
    realisation: FicheRealisation | None
    declaree: ActionDeclaree | None
    budget: Decimal | None
    lignes: tuple[LigneDepense, ...] | None

    @property
    def depense(self) -> Decimal | None:
        """What was paid in the year; None while nothing says it."""
        return None if self.lignes is None else somme(ligne.montant for ligne in self.lignes)

    @property
    def etat(self) -> EtatAction | None:
        """Where the action stands, by its fiche de réalisation, else by the review; None where neither says it."""
        source = self.realisation or self.declaree
        return source.etat if source else None

    @property
    def autres_annees(self) -> tuple[int, ...]:
        """The other years of the action, in order."""
        return tuple(sorted(annees_de(self.fiche, self.annexe, self.realisation) - {self.annee}))


def actions_de(
    convention: Convention,
    annee: int,
    dossier: Dossier,
    declarees: Sequence[ActionDeclaree] = (),
    ecartes: Sequence[Sens] = NON_ENGAGES,
) -> tuple[ActionAnnee, ...]:
    """Return the actions of `convention` that are active in `annee`, by number, each once.

    An action on which the committee's opinion is one of `ecartes` is left out, unless something says that it began.
    """
    made = (_action(fiche, annee, dossier, declarees) for fiche in fiches_de(convention, dossier))
    return tuple(action for action in made if _active(action, ecartes))


def fiches_de(convention: Convention, dossier: Dossier) -> list[FicheAction]:
    """Return the fiches of `convention`, by number."""
    fiches = (fiche for fiche in dossier.all(FicheAction) if dossier.convention_de(fiche) is convention)
    return sorted(fiches, key=lambda fiche: (fiche.numero or "", fiche.id or ""))


def realisation_de(fiche: FicheAction, dossier: Dossier) -> FicheRealisation | None:
    """Return the fiche de réalisation of `fiche`; None where it has none."""
    return _realisations(dossier).get(fiche.id) if fiche.id else None


@lru_cache(maxsize=2)
def _realisations(dossier: Dossier) -> Mapping[str | None, FicheRealisation]:
    """Return the fiche de réalisation of each fiche, by its id; the first where there are several."""
    return {one.fiche: one for one in reversed(dossier.all(FicheRealisation))}


def annees_de(
    fiche: FicheAction, annexe: AnnexeFinanciere | None, realisation: FicheRealisation | None = None
) -> set[int]:
    """Return the calendar years of an action: those of its dates, of its annex, and those in which it really ran."""
    years = {one.annee for one in (annexe.exercices if annexe else ()) if one.annee}
    years |= {one.annee for one in (realisation.exercices if realisation else ()) if one.annee}
    if fiche.debut:
        years |= set(range(fiche.debut.year, (fiche.fin or fiche.debut).year + 1))
    return years


def budget_de_l_annee(annexe: AnnexeFinanciere, annee: int) -> Decimal | None:
    """Return the part of the budget that falls in `annee`: the whole for an annex of that year alone.

    None where several years share it and the annex does not give the amount of that one.
    """
    if [one.annee for one in annexe.exercices] == [annee]:
        return calcule(annexe).total.ttc
    found = [one.montant for one in annexe.exercices if one.annee == annee]
    return None if None in found else somme(found)


def _action(fiche: FicheAction, annee: int, dossier: Dossier, declarees: Sequence[ActionDeclaree]) -> ActionAnnee:
    annexe, realisation = dossier.annexe_de(fiche), realisation_de(fiche, dossier)
    declaree = None if realisation else next((one for one in declarees if one.fiche and one.fiche == fiche.id), None)
    budget = budget_de_l_annee(annexe, annee) if annexe else None
    lignes = _lignes(realisation, declaree, annexe, annee)
    return ActionAnnee(fiche, annee, annexe, realisation, declaree, budget, lignes)


def _active(action: ActionAnnee, ecartes: Sequence[Sens]) -> bool:
    begun = action.realisation or action.declaree
    copil = action.fiche.avis_copil
    refused = copil is not None and copil.sens in ecartes and not begun
    return not refused and action.annee in annees_de(action.fiche, action.annexe, action.realisation)


def _lignes(
    realisation: FicheRealisation | None,
    declaree: ActionDeclaree | None,
    annexe: AnnexeFinanciere | None,
    annee: int,
) -> tuple[LigneDepense, ...] | None:
    if realisation:
        return tuple(lignes_de(realisation, annexe, annee))
    if declaree is None or (declaree.etat is not EtatAction.ABANDONNEE and not declaree.paye):
        return None
    return (_ligne("Ensemble des postes", None, declaree.paye, annexe),) if declaree.paye else ()


def lignes_de(
    realisation: FicheRealisation, annexe: AnnexeFinanciere | None, annee: int | None = None
) -> Iterator[LigneDepense]:
    """Yield what was paid for each item, fees last, in the order of the file; of one year, or of all."""
    for exercice in realisation.exercices:
        if annee not in (None, exercice.annee):
            continue
        for depense in exercice.depenses:
            poste = poste_de(depense.poste, annexe)
            named = poste.libelle if poste else depense.poste  # as the annex words it
            yield _ligne(named or "…", poste, depense.paye, annexe)
        if exercice.frais_gestion:
            yield _frais(exercice.frais_gestion, annexe)


def poste_de(libelle: str | None, annexe: AnnexeFinanciere | None) -> Poste | None:
    """Return the item of `annexe` that bears `libelle`, accents and capitals aside; None where none does."""
    postes = annexe.postes if annexe and libelle else ()
    return next((one for one in postes if one.libelle and normalise(one.libelle) == normalise(libelle or "")), None)


def _ligne(
    libelle: str, poste: Poste | None, paye: Mapping[str, Decimal], annexe: AnnexeFinanciere | None
) -> LigneDepense:
    financeurs = {one.id: one for one in annexe.financeurs if one.id} if annexe else {}
    named = {(found.nom if (found := financeurs.get(id)) else None) or id: amount for id, amount in paye.items()}
    mission = somme(amount for id, amount in paye.items() if id in financeurs and financeurs[id].frais_de_mission)
    return LigneDepense(libelle, poste, poste.categorie if poste else None, named, mission)


def _frais(montant: Decimal, annexe: AnnexeFinanciere | None) -> LigneDepense:
    frais = calcule(annexe).frais if annexe else None
    financeur = frais.financeur if frais else annexe.financeur_mission if annexe else None
    name = financeur.nom if financeur else None
    mission = montant if financeur and financeur.frais_de_mission else Decimal(0)
    return LigneDepense(
        "Frais de gestion", None, Categorie.GESTION, {name or "Financeur non désigné": montant}, mission
    )


def budgets_de(action: ActionAnnee) -> Budget | None:
    """Return the computed annex of `action`, for all its years; None where it has none."""
    return calcule(action.annexe) if action.annexe else None
