"""The sums of a year: by sector, by funder, by public; they add up, to the cent."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from docgen.bilan.figures import (
    Effectif,
    au_prorata,
    effectif,
    frais_constates,
    mission,
    par_financeur,
    par_public,
    par_secteur,
    plafond,
    prevu_par_financeur,
    publics_de,
    taux,
)
from docgen.model.annexe_financiere import somme
from tests.bilan.years import ANNEXE, FICHE, REALISATION, WHOLE, actions, convention
from tests.text.dossiers import CONVENTION, dossier

CENTS = st.decimals("0", "9999999.99", places=2)


def test_a_rate_has_one_decimal_and_none_where_nothing_was_planned() -> None:
    assert taux(Decimal(190), Decimal(200)) == Decimal("95.0")
    assert taux(Decimal(1), Decimal(3)) == Decimal("33.3")
    assert taux(Decimal("1.0005"), Decimal(1)) == Decimal("100.1")
    assert taux(Decimal(5), Decimal(0)) is None


def test_an_action_of_several_sectors_is_counted_once() -> None:
    sectors = par_secteur(actions(*WHOLE))
    assert [(one.nom, one.budget, one.depense) for one in sectors] == [
        ("Banque et Numérique", Decimal(300), Decimal(300)),
        ("Numérique", Decimal(1000), Decimal(1030)),
    ]


def test_a_sector_is_spelt_as_the_convention_spells_it() -> None:
    typed = [text.replace("secteurs: [Numérique]", "secteurs: [numerique, Numérique]") for text in WHOLE]
    sectors = par_secteur(actions(*typed), ("Banque", "Numérique"))
    assert [one.nom for one in sectors] == ["Banque et Numérique", "Numérique"]


def test_each_funder_paid_what_the_fiches_say() -> None:
    assert dict(par_financeur(actions(*WHOLE))) == {"OPCO Atlas": Decimal(850), "Branche": Decimal(480)}
    assert mission(actions(*WHOLE)) == Decimal(850)


def test_each_funder_is_to_pay_its_part_of_the_year() -> None:
    planned = dict(prevu_par_financeur(actions(*WHOLE)))
    assert planned == {"OPCO Atlas": Decimal(800), "Branche": Decimal(500)}


def test_the_same_public_is_one_public_whatever_its_capitals() -> None:
    assert par_public(publics_de(actions(*WHOLE))) == (Effectif("Lycéens", None, 172), Effectif("Apprentis", 50, 30))


def test_the_rate_of_management_fees_is_told_on_what_they_manage() -> None:
    with_fees = REALISATION.replace("livrables:", "    frais_gestion: 5\nlivrables:", 1)
    fees = frais_constates(actions(CONVENTION, FICHE, ANNEXE, with_fees))
    assert (fees.montant, fees.base, fees.taux) == (Decimal(5), Decimal(650), Decimal("0.769"))
    assert frais_constates(()).taux is None


def test_the_ceiling_is_that_of_the_year() -> None:
    made = dossier(CONVENTION + "plafonds_annuels: [{annee: 2021, montant: '5 000'}]")
    assert plafond(convention(made), 2021) == Decimal(5000)
    assert plafond(convention(made), 2022) is None


@given(CENTS, st.lists(CENTS, min_size=1, max_size=12))
def test_shares_add_up_to_the_cent_and_none_is_beyond_its_due(amount: Decimal, weights: list[Decimal]) -> None:
    shares = au_prorata(amount, weights)
    whole = sum(weights)
    assert bool(shares) == (whole > 0)
    if shares:
        assert sum(shares) == amount
        exact = [amount * weight / whole for weight in weights]
        assert all(abs(share - due) <= Decimal("0.01") for share, due in zip(shares, exact, strict=True))


def test_no_share_is_told_of_a_negative_weight() -> None:
    assert au_prorata(Decimal(10), [Decimal(-1), Decimal(5)]) == ()


@given(st.lists(st.tuples(CENTS, CENTS), min_size=1, max_size=6))
def test_by_item_by_funder_and_by_sector_the_spending_is_the_same(paid: list[tuple[Decimal, Decimal]]) -> None:
    lines = "".join(f"      - {{poste: Kit, paye: {{opco: '{one}', b: '{other}'}}}}\n" for one, other in paid)
    head, _, tail = REALISATION.partition("    depenses: ")
    realised = f"{head}    depenses:\n{lines}{tail.partition(chr(10))[2]}"
    found = actions(CONVENTION, FICHE, ANNEXE, realised)
    total = somme(one + other for one, other in paid)
    assert found[0].depense == total
    assert somme(ligne.montant for ligne in found[0].lignes or ()) == total
    assert somme(amount for _, amount in par_financeur(found)) == total
    assert somme(sector.depense for sector in par_secteur(found)) == total


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=8))
def test_the_total_of_people_is_the_sum_of_the_publics(counts: list[tuple[int, int]]) -> None:
    groups = [Effectif(f"P{rank}", planned, reached) for rank, (planned, reached) in enumerate(counts)]
    total = effectif("Total", groups)
    assert (total.prevu, total.touche) == (sum(one for one, _ in counts), sum(one for _, one in counts))


def test_the_cent_left_over_goes_to_the_first_of_equal_remainders() -> None:
    assert au_prorata(Decimal("0.02"), [Decimal(1)] * 3) == (Decimal("0.01"), Decimal("0.01"), Decimal("0.00"))
    assert au_prorata(Decimal(1), [Decimal(0), Decimal(0)]) == ()
    assert au_prorata(Decimal(1), [Decimal(0), Decimal(1)]) == (Decimal(0), Decimal(1))
