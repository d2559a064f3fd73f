"""Sums of the actions of a year: by sector, by funder, by public; rates; shares that add up to the cent."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from docgen.bilan.actions import ActionAnnee, budgets_de
from docgen.french import joined
from docgen.model.annexe_financiere import CENTIME, ZERO, Categorie, somme
from docgen.model.convention import Convention
from docgen.model.fiche_realisation import PublicTouche
from docgen.model.normalise import normalise
from docgen.values import Struct

_DIXIEME, _MILLIEME = Decimal("0.1"), Decimal("0.001")


class Secteur(Struct, frozen=True):
    """What the actions of one sector, or of one set of sectors, were to cost and cost."""

    nom: str
    actions: tuple[ActionAnnee, ...]

    @property
    def budget(self) -> Decimal:
        """The budget of the year, as far as it is known."""
        return somme(action.budget for action in self.actions)

    @property
    def depense(self) -> Decimal:
        """What was paid in the year, as far as it is known."""
        return somme(action.depense for action in self.actions)


class Effectif(Struct, frozen=True):
    """The people of one public: planned (None where some count has no plan), reached."""

    nom: str
    prevu: int | None
    touche: int


class FraisConstates(Struct, frozen=True):
    """Management fees of a year: their amount, the funds managed without them, the rate in per cent (None without)."""

    montant: Decimal
    base: Decimal
    taux: Decimal | None


def taux(realise: Decimal, prevu: Decimal) -> Decimal | None:
    """Return `realise` in per cent of `prevu`, to one decimal, halves up; None ("sans objet") where nothing was
    planned."""
    return (realise * 100 / prevu).quantize(_DIXIEME, ROUND_HALF_UP) if prevu else None


def par_secteur(actions: Iterable[ActionAnnee], connus: Sequence[str] = ()) -> tuple[Secteur, ...]:
    """Return the actions by what their fiche says of sectors: an action of two sectors makes a group with its like.

    So that each euro is counted once, and the groups add up to the whole. A sector is spelt as those `connus` are,
    which the convention names, accents and capitals aside.
    """
    spelt = {normalise(name): name for name in connus}
    groups: dict[str, list[ActionAnnee]] = {}
    for action in actions:
        fiche = action.fiche
        names = [*fiche.secteurs, *((fiche.secteur_autre,) if fiche.secteur_autre else ())]
        names = list(dict.fromkeys(spelt.get(normalise(name), name) for name in names))
        groups.setdefault(joined(sorted(names, key=normalise)) or "Secteur non indiqué", []).append(action)
    ordered = sorted(groups, key=normalise)
    return tuple(Secteur(name, tuple(groups[name])) for name in ordered)


def par_financeur(actions: Iterable[ActionAnnee]) -> tuple[tuple[str, Decimal], ...]:
    """Return what each funder paid in the year, by its name, in the order in which they are met."""
    paid: dict[str, Decimal] = {}
    for action in actions:
        for ligne in action.lignes or ():
            for name, amount in ligne.paye.items():
                paid[name] = paid.get(name, ZERO) + amount
    return tuple(paid.items())


def prevu_par_financeur(actions: Iterable[ActionAnnee]) -> tuple[tuple[str, Decimal], ...]:
    """Return what each funder was to pay in the year.

    The part of a year of an action over several is shared among its funders in proportion to what they pay in all.
    """
    planned: dict[str, Decimal] = {}
    for action in actions:
        whole = budgets_de(action)
        if whole is None or action.budget is None:
            continue
        shares = au_prorata(action.budget, whole.contributions)
        for financeur, amount in zip(whole.annexe.financeurs, shares, strict=False):
            name = financeur.nom or financeur.id or "Financeur non désigné"
            planned[name] = planned.get(name, ZERO) + amount
    return tuple(planned.items())


def par_public(publics: Iterable[PublicTouche]) -> tuple[Effectif, ...]:
    """Return the people reached by public, accents and capitals aside, in the order in which they are met."""
    groups: dict[str, list[PublicTouche]] = {}
    for one in publics:
        if one.categorie:
            groups.setdefault(normalise(one.categorie), []).append(one)
    return tuple(effectif(group[0].categorie or "", group) for group in groups.values())


def effectif(nom: str, group: Sequence[PublicTouche | Effectif]) -> Effectif:
    """Return the sum of `group`, under the name `nom`."""
    planned = [one.prevu for one in group if one.prevu is not None]
    return Effectif(nom, sum(planned) if len(planned) == len(group) else None, sum(one.touche or 0 for one in group))


def publics_de(actions: Iterable[ActionAnnee]) -> tuple[PublicTouche, ...]:
    """Return the counts of people of the year, action by action."""
    exercices = (action.realisation.exercice(action.annee) for action in actions if action.realisation)
    return tuple(one for exercice in exercices if exercice for one in exercice.publics)


def frais_constates(actions: Iterable[ActionAnnee]) -> FraisConstates:
    """Return the management fees of the year against what the frais de mission paid without them."""
    lignes = [ligne for action in actions for ligne in action.lignes or ()]
    fees = somme(ligne.montant for ligne in lignes if ligne.categorie is Categorie.GESTION)
    base = somme(ligne.mission for ligne in lignes if ligne.categorie is not Categorie.GESTION)
    rate = (fees * 100 / base).quantize(_MILLIEME, ROUND_HALF_UP) if base else None
    return FraisConstates(fees, base, rate)


def mission(actions: Iterable[ActionAnnee]) -> Decimal:
    """Return what the frais de mission paid in the year, management fees included."""
    return somme(ligne.mission for action in actions for ligne in action.lignes or ())


def plafond(convention: Convention, annee: int) -> Decimal | None:
    """Return the ceiling of the convention d’objectifs et de moyens for `annee`; None where it is not given."""
    return next((one.montant for one in convention.plafonds_annuels if one.annee == annee), None)


def au_prorata(montant: Decimal, poids: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return `montant`, in whole cents, shared in proportion to `poids`; the shares add up to it exactly.

    The cents that rounding down leaves go to the largest remainders, the first ones first. Empty where the weights add
    up to nothing or one is negative.
    """
    whole = sum(poids, ZERO)
    if whole <= 0 or any(one < 0 for one in poids):
        return ()
    cents = montant * 100
    exact = [cents * one / whole for one in poids]
    floors = [one.to_integral_value(ROUND_FLOOR) for one in exact]
    left = int(cents - sum(floors))
    order = sorted(range(len(exact)), key=lambda index: (floors[index] - exact[index], index))
    raised = set(order[:left])
    return tuple((floor + (index in raised)) * CENTIME for index, floor in enumerate(floors))
