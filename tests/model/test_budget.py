"""The laws of a budget: sums are exact, shares make a hundred, halves go up, once."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.checks.fiche_action import budget_of_annexe
from docgen.checks.rule import Subject
from docgen.dossier import Dossier, Entree
from docgen.model.annexe_financiere import (
    AnnexeFinanciere,
    Categorie,
    Financeur,
    FraisGestion,
    Poste,
    au_centime,
    somme,
)
from docgen.model.budget import Budget, calcule, parts_sur_cent
from docgen.model.fiche_action import FicheAction

FINANCEURS = (
    Financeur(id="opco", nom="OPCO", frais_de_mission=True),
    Financeur(id="branche", nom="Branche"),
    Financeur(id="region", nom="Région"),
)
RATES = tuple(map(Decimal, ("0", "2.1", "5.5", "8.5", "10", "20")))
CENT = Decimal("0.01")

amounts = st.decimals(0, 10**7, places=2)
quantities = st.decimals(0, 10**4, places=3)
prices = st.decimals(0, 10**5, places=4)


@st.composite
def items(draw: st.DrawFn) -> Poste:
    """An item that its funders pay to the cent, however the money is split."""
    poste = Poste(
        libelle="poste",
        categorie=draw(st.sampled_from((Categorie.DIRECT, Categorie.INDIRECT))),
        quantite=draw(quantities),
        prix_unitaire=draw(prices),
        tva=draw(st.sampled_from(RATES)),
    )
    total = poste.total_ttc or Decimal(0)
    first = draw(st.integers(0, int(total / CENT))) * CENT
    second = draw(st.integers(0, int((total - first) / CENT))) * CENT
    paid = {"opco": first, "branche": second, "region": total - first - second}
    return poste.avec(financement=paid)


fees = st.none() | st.builds(
    FraisGestion,
    taux=st.decimals(0, 1, places=3),
    tva=st.none() | st.sampled_from(RATES),
    financeur=st.none() | st.sampled_from(("opco", "branche")),
)
annexes = st.builds(
    AnnexeFinanciere,
    id=st.just("a"),
    fiche=st.just("f"),
    financeurs=st.just(FINANCEURS),
    postes=st.lists(items(), max_size=6).map(tuple),
    frais_gestion=fees,
)


def half_up(value: Fraction) -> Decimal:
    """Return a positive `value` to the cent, halves up, by whole numbers only."""
    return floor(value * 100 + Fraction(1, 2)) * CENT


@given(quantities, prices)
def test_a_line_is_rounded_half_up(quantite: Decimal, prix: Decimal) -> None:
    poste = Poste(quantite=quantite, prix_unitaire=prix)
    assert poste.montants.ht == half_up(Fraction(quantite) * Fraction(prix))


@given(quantities, prices, st.sampled_from(RATES))
def test_the_vat_rests_on_the_rounded_line(quantite: Decimal, prix: Decimal, tva: Decimal) -> None:
    poste = Poste(quantite=quantite, prix_unitaire=prix, tva=tva)
    ht, vat, ttc = poste.montants.ht, poste.montants.tva, poste.total_ttc
    assert ht is not None
    assert vat == half_up(Fraction(ht) * Fraction(tva) / 100)
    assert ttc == ht + vat


def test_half_a_cent_goes_up_also_below_zero() -> None:
    assert au_centime(Decimal("0.005")) == CENT
    assert au_centime(Decimal("2.675")) == Decimal("2.68")
    assert au_centime(Decimal("-0.005")) == -CENT


@given(annexes)
def test_every_total_is_the_sum_of_its_lines(annexe: AnnexeFinanciere) -> None:
    budget = calcule(annexe)
    frais = (budget.frais.montants,) if budget.frais else ()
    groups = (budget.directs, budget.indirects, *frais)
    assert budget.total.ht == somme(one.ht for one in groups) == somme_of(annexe, budget, "ht")
    assert budget.total.tva == somme(one.tva for one in groups) == somme_of(annexe, budget, "tva")
    assert budget.total.ttc == somme(one.ttc for one in groups) == somme_of(annexe, budget, "ttc")
    assert budget.total.ttc == (budget.total.ht or 0) + (budget.total.tva or 0)


def somme_of(annexe: AnnexeFinanciere, budget: Budget, name: str) -> Decimal:
    """Return the sum of the lines of `annexe`, its fees included."""
    lines = [getattr(poste.montants, name) for poste in annexe.postes]
    return somme([*lines, getattr(budget.frais.montants, name) if budget.frais else None])


@given(annexes)
def test_the_matrix_pays_the_expenses_row_by_row_and_in_all(annexe: AnnexeFinanciere) -> None:
    budget = calcule(annexe)
    assert [poste.finance for poste in annexe.postes] == [poste.total_ttc for poste in annexe.postes]
    assert somme(budget.contributions) == budget.total.ttc


@given(annexes)
def test_the_order_of_the_lines_does_not_change_the_budget(annexe: AnnexeFinanciere) -> None:
    turned = annexe.avec(postes=annexe.postes[::-1])
    assert calcule(turned).total == calcule(annexe).total
    assert calcule(turned).contributions == calcule(annexe).contributions


@given(annexes)
def test_the_fees_are_a_rate_on_their_base_rounded_once(annexe: AnnexeFinanciere) -> None:
    frais = calcule(annexe).frais
    assume(frais is not None)
    assert frais is not None
    assert frais.taux is not None
    assert frais.montants.ht == half_up(Fraction(frais.base) * Fraction(frais.taux) / 100)


@given(st.lists(amounts, min_size=1, max_size=8))
def test_the_shares_make_exactly_a_hundred(paid: list[Decimal]) -> None:
    parts = parts_sur_cent(paid)
    assert sum(parts) == (100 if any(paid) else 0)
    assert len(parts) == (len(paid) if any(paid) else 0)


@given(st.lists(amounts, min_size=1, max_size=8))
def test_a_share_is_its_exact_value_to_the_tenth_and_a_larger_amount_has_no_smaller_one(paid: list[Decimal]) -> None:
    total = Fraction(somme(paid))
    shares = list(zip(paid, parts_sur_cent(paid), strict=False))
    for amount, part in shares:
        assert abs(Fraction(part) - Fraction(amount) * 100 / total) < Fraction(1, 10)
        assert all(part >= other for less, other in shares if less < amount)


@given(st.lists(amounts, max_size=4), st.decimals("-100", "-0.01", places=2))
def test_a_negative_amount_has_no_shares(paid: list[Decimal], negative: Decimal) -> None:
    assert parts_sur_cent([*paid, negative]) == ()


@given(annexes, st.sampled_from((Decimal(0), CENT, -CENT, Decimal(100))))
def test_the_budget_of_a_fiche_is_accepted_where_it_is_the_total_to_the_cent(
    annexe: AnnexeFinanciere, gap: Decimal
) -> None:
    total = calcule(annexe).total.ttc
    assert total is not None
    fiche = FicheAction(id="f", budget=total + gap)
    dossier = Dossier((Entree(fiche), Entree(annexe)))
    remarks = list(budget_of_annexe(Subject(fiche, dossier)))
    assert (remarks == []) == (gap == 0)


def test_the_tenths_left_over_go_to_the_first_of_equal_remainders() -> None:
    third = Decimal(100)
    assert parts_sur_cent([third] * 3) == (Decimal("33.4"), Decimal("33.3"), Decimal("33.3"))
    assert parts_sur_cent([third] * 6)[:5] == (Decimal("16.7"),) * 4 + (Decimal("16.6"),)
    assert parts_sur_cent([Decimal(0), third]) == (Decimal("0.0"), Decimal("100.0"))
