"""Tracked changes in a table → the operations on its rows."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from docgen.findings import Finding
from docgen.takeback.lines import Grid, GridRow
from docgen.takeback.markdown import cell_words
from docgen.takeback.operation import Operation, unsaid
from docgen.takeback.sorting import Passage
from docgen.tree import Change

_BEFORE_THE_FIRST = "la tête du tableau, ou ce qui suit immédiatement, ne peut pas être visé"


def on_rows(number: str, passage: Passage) -> Iterator[Operation | Finding]:
    """Yield the operations on the changed rows of a table; its head is no row, and nothing can be put before the first.

    `number` is that of the article, whose first table `passage` is.
    """
    assert isinstance(passage.item, Grid)
    rank = -1
    for changed, group in groupby(passage.item.rows, lambda row: row.changed):
        rows = list(group)
        for stretch in _stretches(rows, rank) if changed else [rows]:
            gone = [row for row in stretch if row.change is not Change.INSERTED]
            new = [row for row in stretch if row.change is not Change.DELETED]
            if changed and (rank < 0 or (rank == 0 and not gone)):
                yield unsaid(passage, _BEFORE_THE_FIRST)
            elif changed:
                yield from _replaced(number, rank, gone, new)
            rank += len(gone)


def _stretches(rows: Sequence[GridRow], rank: int) -> Iterator[list[GridRow]]:
    """Yield changed rows that follow each other, a row that stays apart from those that come or go around it.

    What comes before the first row of a table can only be said with that row.
    """
    if rank == 0 and rows[0].change is Change.INSERTED:
        yield list(rows)
        return
    for _, group in groupby(rows, lambda row: row.change is Change.KEPT):
        yield list(group)


def _replaced(number: str, rank: int, gone: Sequence[GridRow], new: Sequence[GridRow]) -> Iterator[Operation]:
    """Yield the operations that put `new` in place of the rows `gone`, which follow the one of `rank`.

    A row that went and one that came are one replacement, so that no operation rests on what another takes away.
    """
    for place, (old, row) in enumerate(zip_longest(gone, new), rank + 1):
        address: Operation = (("article", number), ("lignes", (min(place, rank + len(gone)),)))
        cells = (("cellules", tuple(cell_words(cell) for cell in row.cells)),) if row else ()
        verb = "supprimer_ligne" if row is None else "remplacer_ligne" if old else "inserer_ligne"
        yield (("verbe", verb), *address, *cells)
