"""The arithmetic of a financial annex: lines, subtotals, management fees, matrix, shares.

Amounts are exact decimals, to the cent. What cannot be computed because a value is missing is None.
"""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from functools import cached_property

from docgen.model.annexe_financiere import (
    ZERO,
    AnnexeFinanciere,
    Categorie,
    Financeur,
    Montants,
    Poste,
    au_centime,
    somme,
)
from docgen.values import Struct

_DIXIEME = Decimal("0.1")
_DIRECTS = (Categorie.DIRECT, Categorie.PERSONNEL)


class Frais(Struct, frozen=True):
    """Management fees: rate in per cent, its base, their amounts, and the funder who pays them."""

    taux: Decimal | None
    base: Decimal
    montants: Montants
    financeur: Financeur | None


class Budget(Struct, frozen=True, dict=True):
    """An annex, computed: each of its sums when it is first asked for, since most papers and rules want one of them."""

    annexe: AnnexeFinanciere

    @cached_property
    def frais(self) -> Frais | None:
        """The management fees; None where the annex has none."""
        return _frais(self.annexe)

    @cached_property
    def directs(self) -> Montants:
        """The sum of the direct costs, those of staff included."""
        return _total([montants for categorie, montants in self._postes if categorie in _DIRECTS])

    @cached_property
    def indirects(self) -> Montants:
        """The sum of the indirect costs."""
        return _total([montants for categorie, montants in self._postes if categorie is Categorie.INDIRECT])

    @cached_property
    def total(self) -> Montants:
        """The sum of all items and of the management fees."""
        return _total([montants for _, montants in self._postes] + ([self.frais.montants] if self.frais else []))

    @cached_property
    def contributions(self) -> tuple[Decimal, ...]:
        """What each funder pays in all, in their order."""
        return tuple(contribution(self.annexe, self.frais, financeur) for financeur in self.annexe.financeurs)

    @cached_property
    def parts(self) -> tuple[Decimal, ...]:
        """The share of each funder in per cent, to one decimal, adding up to 100 (largest remainder).

        Empty while the total is zero.
        """
        return parts_sur_cent(self.contributions)

    @cached_property
    def _postes(self) -> list[tuple[Categorie, Montants]]:
        return [(poste.categorie or Categorie.DIRECT, poste.montants) for poste in self.annexe.postes]

    @property
    def part_mission(self) -> Decimal | None:
        """The exact share, in per cent, that the OPCO's frais de mission pay; None where nothing is paid."""
        paid = somme(self.contributions)
        mission = somme(
            amount
            for financeur, amount in zip(self.annexe.financeurs, self.contributions, strict=True)
            if financeur.frais_de_mission
        )
        return mission * 100 / paid if paid else None


def postes_de(annexe: AnnexeFinanciere, *categories: Categorie) -> tuple[Poste, ...]:
    """Return the items of `categories`, in their order; an item without a category counts as direct."""
    return tuple(poste for poste in annexe.postes if (poste.categorie or Categorie.DIRECT) in categories)


def calcule(annexe: AnnexeFinanciere) -> Budget:
    """Return the computed budget of `annexe`."""
    return Budget(annexe)


def contribution(annexe: AnnexeFinanciere, frais: Frais | None, financeur: Financeur) -> Decimal:
    """Return what `financeur` pays in all, its share of the management fees included."""
    paid = somme(poste.financement.get(financeur.id) for poste in annexe.postes if financeur.id)
    return paid + (frais.montants.ttc or ZERO if frais and frais.financeur == financeur else ZERO)


def _total(lignes: Sequence[Montants]) -> Montants:
    return Montants(
        somme(ligne.ht for ligne in lignes), somme(ligne.tva for ligne in lignes), somme(ligne.ttc for ligne in lignes)
    )


def _frais(annexe: AnnexeFinanciere) -> Frais | None:
    frais = annexe.frais_gestion
    if frais is None:
        return None
    financeur = next(
        (one for one in annexe.financeurs if one.id and one.id == frais.financeur), annexe.financeur_mission
    )
    base = frais.base if frais.base is not None else _paid_without_fees(annexe)
    ht = (
        frais.montant
        if frais.montant is not None
        else au_centime(base * frais.taux / 100)
        if frais.taux is not None
        else None
    )
    tva = None if ht is None else au_centime(ht * (frais.tva or 0) / 100)
    return Frais(frais.taux, base, Montants(ht, tva, None if ht is None or tva is None else ht + tva), financeur)


def _paid_without_fees(annexe: AnnexeFinanciere) -> Decimal:
    """What the OPCO pays on its frais de mission without the fees: their base, unless one is typed (article 16)."""
    opco = annexe.financeur_mission
    items = (poste for poste in annexe.postes if poste.categorie is not Categorie.GESTION)
    return somme(poste.financement.get(opco.id) for poste in items if opco and opco.id)


def parts_sur_cent(montants: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return the share of each amount in per cent, to one decimal, adding up to exactly 100.

    The tenths that rounding down leaves go to the largest remainders, the first ones first. Empty where the sum is zero
    or an amount is negative.
    """
    total = somme(montants)
    if total <= 0 or any(montant < 0 for montant in montants):
        return ()
    exact = [montant * 1000 / total for montant in montants]
    floors = [part.to_integral_value(ROUND_FLOOR) for part in exact]
    left = 1000 - int(sum(floors))
    order = sorted(range(len(exact)), key=lambda index: (floors[index] - exact[index], index))
    raised = set(order[:left])
    return tuple(((floor + (index in raised)) / 10).quantize(_DIXIEME) for index, floor in enumerate(floors))
