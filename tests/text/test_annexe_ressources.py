"""The matrix of an annex stays legible whatever its size: no figure is cut, and every figure is there."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.layout.metrics import width_of
from docgen.model.annexe_financiere import AnnexeFinanciere, Financeur, Poste
from docgen.model.budget import calcule
from docgen.text.annexe_ressources import resources
from docgen.tree import Table, text_of

PAGE_MM, PADDING_MM, POINT_MM = 257.0, 10 * 25.4 / 72, 25.4 / 72
FIGURES_PT = 9.0
SIZES = st.tuples(st.integers(1, 14), st.integers(1, 4))


def annexe(funders: int, items: int, price: Decimal = Decimal("1234.56")) -> AnnexeFinanciere:
    names = [f"f{rank}" for rank in range(funders)]
    paid = dict.fromkeys(names, price)
    poste = Poste(libelle="Salle", quantite=Decimal(funders), prix_unitaire=price, tva=Decimal(0), financement=paid)
    return AnnexeFinanciere(
        id="a",
        financeurs=tuple(Financeur(id=name, nom=f"Financeur {name}") for name in names),
        postes=tuple(poste for _ in range(items)),
    )


def matrices(piece: AnnexeFinanciere) -> list[Table]:
    return list(resources(calcule(piece)))


def lines(tables: list[Table]) -> list[list[str]]:
    """The rows of the tables set side by side again, the items written once."""
    rows = [[text_of(cell) for cell in row.cells] for row in tables[0].rows]
    for table in tables[1:]:
        for line, row in zip(rows, table.rows, strict=True):
            assert text_of(row.cells[0]) == line[0]
            line += [text_of(cell) for cell in row.cells[1:]]
    return rows


def test_few_funders_stand_in_one_table() -> None:
    (table,) = matrices(annexe(7, 2))
    assert text_of(table.caption) == "2. Ressources affectées à chaque poste, toutes taxes comprises"
    assert text_of(table.columns[-1].head) == "Total"


def test_many_funders_are_shared_out_as_evenly_as_can_be_the_totals_in_the_last_table() -> None:
    tables = matrices(annexe(12, 2, Decimal("1234567.89")))
    assert [len(table.columns) for table in tables] == [7, 8]
    heads = [[text_of(column.head) for column in table.columns] for table in tables]
    assert [head[0] for head in heads] == ["Poste", "Poste"]
    assert [head[-1] for head in heads] == ["Financeur f5", "Total"]
    assert text_of(tables[1].caption).endswith("(financeurs 7 à 12 sur 12)")


@settings(max_examples=60)
@given(SIZES, st.decimals("0.01", "99999999.99", places=2))
def test_no_figure_of_a_matrix_is_wider_than_its_column(size: tuple[int, int], price: Decimal) -> None:
    for table in matrices(annexe(*size, price)):
        shares = sum(column.width for column in table.columns)
        for row in table.rows:
            for column, cell in zip(table.columns[1:], row.cells[1:], strict=True):
                room = PAGE_MM * column.width / shares - PADDING_MM
                assert width_of(text_of(cell), FIGURES_PT, bold=True) * POINT_MM <= room


@settings(max_examples=60)
@given(SIZES)
def test_every_figure_of_the_matrix_stands_in_one_of_its_tables(size: tuple[int, int]) -> None:
    piece = annexe(*size)
    rows = lines(matrices(piece))
    assert {len(row) for row in rows} == {size[0] + 2}
    assert rows[0][1:-1] == ["1\u202f234,56"] * size[0]
    assert rows[-2][0] == "Total général"


def test_an_annex_without_funders_has_its_table_all_the_same() -> None:
    (table,) = matrices(annexe(1, 1).avec(financeurs=()))
    assert [text_of(column.head) for column in table.columns] == ["Poste", "Total"]
