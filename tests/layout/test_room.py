"""What is short enough to stand whole on a page, in both formats."""

import pytest

from docgen.layout.room import is_short, is_short_panel, is_short_table, rows_held
from docgen.tree import Column, LabelledText, Row, RowKind, Table, Tick, TickLine, TickPanel
from tests.layout.pdf.trees import alinea, words

LINE = "x" * 95


@pytest.mark.parametrize(("lines", "short"), [(0, True), (8, True), (9, False)])
def test_a_box_of_eight_lines_is_short(lines: int, short: bool) -> None:
    assert is_short((alinea(LINE * lines),)) is short
    assert is_short(tuple(alinea("Un mot") for _ in range(lines))) is short


@pytest.mark.parametrize(("said", "short"), [(19, True), (20, False)])
def test_a_panel_of_twenty_lines_is_short(said: int, short: bool) -> None:
    reason = LabelledText(words("Motif :"), tuple(words("Un mot") for _ in range(said - 1)))
    assert is_short_panel(TickPanel((TickLine(words("AVIS"), (Tick("Favorable"),), (alinea("Un mot"), reason)),))) is (
        short
    )


@pytest.mark.parametrize(("rows", "short"), [(8, True), (9, False)])
def test_a_table_of_eight_lines_is_short(rows: int, short: bool) -> None:
    columns = (Column(words("Poste"), 3), Column(words("Euros"), 1))
    assert is_short_table(Table((), columns, tuple(Row((words("a"), words("b"))) for _ in range(rows)))) is short


def test_a_table_whose_cells_take_several_lines_is_not_short() -> None:
    columns = (Column(words("Poste"), 3), Column(words("Euros"), 1))
    wide = tuple(Row((words("x" * 150), words("1"))) for _ in range(5))
    assert not is_short_table(Table((), columns, wide))


def test_a_total_has_the_two_rows_before_it_on_its_page() -> None:
    columns = (Column(words("Poste"), 3), Column(words("Euros"), 1))
    kinds = (*[RowKind.BODY] * 10, RowKind.TOTAL, RowKind.SHARE)
    table = Table((), columns, tuple(Row((words("a"), words("b")), kind) for kind in kinds))
    assert rows_held(table) == (*[False] * 8, True, True, True, False)


def test_a_box_is_short_with_short_tables_two_at_most() -> None:
    columns = (Column(words("Poste"), 3), Column(words("Euros"), 1))
    short = Table((), columns, tuple(Row((words("a"), words("b"))) for _ in range(8)))
    long = Table((), columns, tuple(Row((words("a"), words("b"))) for _ in range(9)))
    assert is_short((short, alinea("Un mot"), short))
    assert not is_short((short, short, short))
    assert not is_short((long,))
