"""The matrix of a financial annex: what each funder pays of each item, on as many tables as its figures need."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from docgen.french import amount, percent
from docgen.model.annexe_financiere import Categorie, Financeur, Poste, somme
from docgen.model.budget import Budget, Frais, postes_de
from docgen.text.cells import RIEN, money
from docgen.text.words import fill, words
from docgen.tree import Align, Column, Row, RowKind, Run, Table, text_of

_TITLE = "2. Ressources affectées à chaque poste, toutes taxes comprises"
_ITEM, _FUNDER = 93, 41
"""Shares of the width: the column of the items, that of a funder."""
_PAGE, _PADDING, _SIGN = 257.0, 3.6, 1.85
"""Millimetres: the width of a table on its landscape page, the white of a cell, the widest figure of a total."""


def resources(budget: Budget) -> Iterator[Table]:
    """Yield the matrix items × funders, all taxes included, with totals per row, per column, and shares.

    Where a column would be too narrow for its figures the funders are shared out over several tables, each with all the
    items; the totals of the rows stand in the last one.
    """
    whole = _matrix(budget)
    funders = len(budget.annexe.financeurs)
    bounds = _bounds(funders, _most_funders(whole))
    for first, after in pairwise(bounds):
        ranks = [0, *range(first + 1, after + 1), *([funders + 1] if after == funders else [])]
        yield whole if len(bounds) == 2 else _part(whole, ranks, f"financeurs {first + 1} à {after} sur {funders}")


def _most_funders(table: Table) -> int:
    """Return how many funders a table holds, its totals beside them, so that no figure and no head is cut."""
    figures = (text_of(cell) for row in table.rows for cell in row.cells[1:])
    heads = (word for column in table.columns[1:] for word in text_of(column.head).split())
    needed = max(map(len, (*figures, *heads)), default=1) * _SIGN + _PADDING
    return max(int((_PAGE * _FUNDER / needed - _ITEM) / _FUNDER) - 1, 1)


def _bounds(count: int, most: int) -> list[int]:
    """Return where groups of `most` things at the most begin and end, as even as can be; a single one for nothing."""
    groups = max(-(-count // most), 1)
    return [count * rank // groups for rank in range(groups + 1)]


def _part(table: Table, ranks: Sequence[int], said: str) -> Table:
    """Return the columns of `table` at `ranks`, as a table of its own."""
    rows = (Row(tuple(row.cells[rank] for rank in ranks), row.kind) for row in table.rows)
    return Table(words(f"{_TITLE} ({said})"), tuple(table.columns[rank] for rank in ranks), tuple(rows))


def _matrix(budget: Budget) -> Table:
    heads = [fill(one.colonne or one.nom, "financeur") for one in budget.annexe.financeurs]
    columns = (
        Column(words("Poste"), _ITEM),
        *(Column(head, _FUNDER, Align.AMOUNT) for head in heads),
        Column(words("Total"), _FUNDER, Align.AMOUNT),
    )
    return Table(words(_TITLE), columns, tuple(_resource_rows(budget)))


def _resource_rows(budget: Budget) -> Iterator[Row]:
    annexe = budget.annexe
    directs = postes_de(annexe, Categorie.DIRECT, Categorie.PERSONNEL)
    indirects = postes_de(annexe, Categorie.INDIRECT)
    yield from (_resource(poste, annexe.financeurs) for poste in directs)
    yield _paid("Sous-total coûts directs", directs, annexe.financeurs)
    yield from (_resource(poste, annexe.financeurs) for poste in indirects)
    yield _paid("Sous-total coûts indirects", indirects, annexe.financeurs)
    yield from (_resource(poste, annexe.financeurs) for poste in postes_de(annexe, Categorie.GESTION))
    if budget.frais:
        yield _fees_paid(budget.frais, annexe.financeurs)
    totals = (*budget.contributions, somme(budget.contributions))
    yield Row((words("Total général"), *((Run(amount(one)),) for one in totals)), RowKind.TOTAL)
    if budget.parts:
        shares = (*budget.parts, sum(budget.parts, Decimal("0.0")))
        yield Row((words("Part de chaque financeur"), *(words(percent(one)) for one in shares)), RowKind.SHARE)


def _resource(poste: Poste, financeurs: Sequence[Financeur]) -> Row:
    paid = [poste.financement.get(financeur.id) if financeur.id else None for financeur in financeurs]
    cells = ((Run(amount(one) if one else RIEN),) for one in paid)
    return Row((fill(poste.libelle, "libellé du poste"), *cells, (Run(amount(somme(paid))),)))


def _paid(title: str, postes: Sequence[Poste], financeurs: Sequence[Financeur]) -> Row:
    sums = [somme(poste.financement.get(one.id) for poste in postes if one.id) for one in financeurs]
    return Row((words(title), *((Run(amount(one)),) for one in (*sums, somme(sums)))), RowKind.SUBTOTAL)


def _fees_paid(frais: Frais, financeurs: Sequence[Financeur]) -> Row:
    total = frais.montants.ttc
    cells = ((Run(amount(total) if one == frais.financeur and total is not None else RIEN),) for one in financeurs)
    return Row((words("Frais de gestion"), *cells, money(total, "frais de gestion")))
