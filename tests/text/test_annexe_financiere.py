"""The annex: its tables add up, and what must be said of them is said."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.tree import RowKind, Table, text_of
from tests.text.dossiers import CONVENTION, papers, words_of
from tests.text.test_fiche_action import ANNEXE, FICHE


def figures(cells: list[str]) -> list[Decimal]:
    plain = (cell.replace("\u202f", "").replace(",", ".") for cell in cells)
    return [Decimal(cell) if cell not in ("–", "") else Decimal(0) for cell in plain]


def tables(annexe: str) -> list[Table]:
    paper = papers(CONVENTION, FICHE, annexe)["annexe-financiere-f"]
    return [block for block in paper.blocks if isinstance(block, Table)]


def test_what_must_be_said_is_said() -> None:
    text = words_of(papers(CONVENTION, FICHE, ANNEXE)["annexe-financiere-f"])
    assert (
        "Les frais de gestion sont calculés au taux de 0,50 %, dans la limite de 0,885 % des fonds gérés par l’OPCO "
        "Atlas (article 16), sur une base de 2 000,00 €, frais de gestion non compris ; ils s’élèvent à 10,00 €."
        in text
    )
    assert (
        "La part financée par les frais de mission de l’OPCO Atlas est de 58,7 % ; les règles d’achat et d’engagement "
        "de l’OPCO Atlas sont applicables." in text
    )
    assert text[-1] == (
        "Arrêté le présent budget à la somme de mille deux cent dix euros (1 210,00 €) toutes taxes comprises."
    )


def test_an_item_that_sounds_like_pay_silences_the_sentence_that_there_is_none() -> None:
    none = "La présente annexe ne comprend aucune rémunération de personnels"
    assert f"{none}, conformément à l’article 16 de la convention." in words_of(
        papers(CONVENTION, FICHE, ANNEXE)["annexe-financiere-f"]
    )
    for old, new in (("libelle: Salon", "libelle: Salaires des chargés de mission"), ("direct", "personnel")):
        text = words_of(papers(CONVENTION, FICHE, ANNEXE.replace(old, new))["annexe-financiere-f"])
        assert not any("rémunération" in line for line in text)


def test_a_sum_that_begins_with_one_is_elided() -> None:
    million = ANNEXE.replace("prix_unitaire: 1 000, tva: 20 %", "prix_unitaire: 999 990, tva: 0")
    text = words_of(papers(CONVENTION, FICHE, million)["annexe-financiere-f"])[-1]
    assert text.startswith("Arrêté le présent budget à la somme d’un million d’euros")


def test_without_fees_it_says_so() -> None:
    bare = ANNEXE.replace('frais_gestion: {taux: "0,50 %", base: 2 000}', "")
    assert "Il n’est pas appliqué de frais de gestion." in words_of(
        papers(CONVENTION, FICHE, bare)["annexe-financiere-f"]
    )


def test_an_action_over_two_years_has_a_column_per_year() -> None:
    both = ANNEXE.replace("exercices: 2021", "exercices: [{annee: 2021, montant: 400}, {annee: 2022, montant: 810}]")
    years = tables(both)[2]
    assert [text_of(column.head) for column in years.columns] == ["Exercice", "2021", "2022", "Total"]
    assert text_of(years.rows[0].cells[3]) == "1\u202f210,00"


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 50),
            st.decimals("0.01", "9999.99", places=2),
            st.sampled_from(["0", "5,5", "10", "20"]),
            st.sampled_from(["direct", "indirect"]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_the_totals_printed_are_the_sums_of_the_lines_printed(items: list[tuple[int, Decimal, str, str]]) -> None:
    postes = "".join(
        f"  - {{libelle: P{rank}, categorie: {kind}, quantite: {count}, prix_unitaire: '{price}', tva: '{vat}'}}\n"
        for rank, (count, price, vat, kind) in enumerate(items)
    )
    head = "document: annexe-financiere\nid: f\nfiche: f\nexercices: 2021\nfinanceurs: [{id: o, nom: O}]\npostes:\n"
    expenses = tables(head + postes)[0]
    rows = {kind: [row for row in expenses.rows if row.kind is kind] for kind in RowKind}
    for column in (5, 6, 7):
        lines = figures([text_of(row.cells[column]) for row in rows[RowKind.BODY]])
        subtotals = figures([text_of(row.cells[column]) for row in rows[RowKind.SUBTOTAL]])
        (total,) = figures([text_of(row.cells[column]) for row in rows[RowKind.TOTAL]])
        assert sum(lines) == sum(subtotals) == total
    for row in expenses.rows:
        ht, vat, ttc = figures([text_of(cell) for cell in row.cells[5:8]])
        assert ht + vat == ttc


def test_half_is_not_the_majority_and_a_cent_more_is() -> None:
    bare = ANNEXE.replace('frais_gestion: {taux: "0,50 %", base: 2 000}', "")
    half = bare.replace("o: 700, b: 500", "o: 600, b: 600")
    said = " ".join(words_of(papers(CONVENTION, FICHE, half)["annexe-financiere-f"]))
    assert "est de 50,0 % et n’est pas majoritaire" in said
    more = half.replace("o: 600, b: 600", 'o: "600,01", b: "599,99"')
    said = " ".join(words_of(papers(CONVENTION, FICHE, more)["annexe-financiere-f"]))
    assert "est de 50,0 % ; les règles d’achat et d’engagement de l’OPCO Atlas sont applicables" in said
