"""Operations on alinéas, items and rows, as edits of lines."""

from collections.abc import Sequence

from docgen.amend.addresses import (
    Absent,
    Address,
    TextTree,
    chosen_lines,
    lines_at,
    settled,
    table_at,
)
from docgen.amend.edits import Edits, LinesEdit, RowsEdit
from docgen.amend.lines import Line, alineas
from docgen.amend.operations import (
    CompleteArticle,
    DeleteLines,
    DeleteRows,
    InsertLines,
    InsertRows,
    ReplaceLines,
    ReplaceRows,
)
from docgen.tree import Inlines, ListItem, Table
from docgen.values import replace


def _lines(tree: TextTree, address: Address) -> tuple[Address, tuple[Line, ...], tuple[int, ...]] | Absent:
    address = settled(address, tree)
    lines = lines_at(tree, address)
    if isinstance(lines, Absent):
        return lines
    chosen = chosen_lines(lines, address)
    return chosen if isinstance(chosen, Absent) else (address, lines, chosen)


def replace_lines(operation: ReplaceLines, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    found = _lines(tree, operation.address)
    if isinstance(found, Absent):
        return found
    address, lines, chosen = found
    if list(chosen) != list(range(chosen[0], chosen[-1] + 1)):
        return Absent("Les alinéas remplacés ne se suivent pas.", "Remplacez-les par autant d’opérations.")
    new = _like(operation.new, lines[chosen[0]], opens=lines[chosen[0]].opens)
    return (LinesEdit(address.container, chosen[0], chosen[-1] + 1, new),)


def delete_lines(operation: DeleteLines, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    found = _lines(tree, operation.address)
    if isinstance(found, Absent):
        return found
    address, _, chosen = found
    return tuple(LinesEdit(address.container, index, index + 1, ()) for index in chosen)


def insert_lines(operation: InsertLines, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    found = _lines(tree, operation.address)
    if isinstance(found, Absent):
        return found
    address, lines, chosen = found
    at_start = not (operation.address.alineas or operation.address.item)
    place = next(iter(alineas(lines)), 0) if at_start else chosen[-1] + 1
    near = lines[chosen[-1]] if chosen and not at_start else None
    new = _like(operation.new, near, opens=False) if near else operation.new
    return (LinesEdit(address.container, place, place, new, None if at_start else chosen[-1]),)


def complete_article(operation: CompleteArticle, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    found = _lines(tree, operation.address)
    if isinstance(found, Absent):
        return found
    address, lines, _ = found
    return (LinesEdit(address.container, len(lines), len(lines), operation.new),)


def _like(new: Sequence[Line], near: Line, *, opens: bool) -> tuple[Line, ...]:
    """Give items the depth of the item that they replace or follow; the first goes on with its list."""
    if not isinstance(near.block, ListItem):
        return tuple(new)
    items = (isinstance(one.block, ListItem) for one in new)
    return tuple(
        replace(one, depth=one.depth + near.depth, opens=opens if rank == 0 else one.opens) if item else one
        for rank, (one, item) in enumerate(zip(new, items, strict=True))
    )


def _rows(tree: TextTree, address: Address) -> tuple[Address, int, list[int], int] | Absent:
    address = settled(address, tree)
    lines = lines_at(tree, address)
    if isinstance(lines, Absent):
        return lines
    at = table_at(lines)
    if isinstance(at, Absent):
        return at
    table = lines[at].block
    count = len(table.rows) if isinstance(table, Table) else 0
    ranks = [rank - 1 if rank > 0 else rank + count for rank in address.rows]
    if not ranks or any(not 0 <= rank < count for rank in ranks):
        return Absent(f"Le tableau n’a pas cette ligne ; il en a {count}, sa tête non comprise.", "Corrigez le rang.")
    return address, at, ranks, len(table.columns) if isinstance(table, Table) else 0


def _misfit(rows: Sequence[Sequence[Inlines]], columns: int) -> Absent | None:
    """Return why rows have no place in a table of so many columns; None where they have."""
    wrong = next((len(cells) for cells in rows if len(cells) != columns), None)
    if wrong is None:
        return None
    message = f"Le tableau a {columns} colonnes ; la ligne donnée en a {wrong}."
    return Absent(message, "Donnez à « cellules: » une valeur pour chaque colonne.")


def replace_rows(operation: ReplaceRows, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    found = _rows(tree, operation.address)
    if isinstance(found, Absent):
        return found
    return _misfit(operation.new, found[3]) or (
        RowsEdit(found[0].container, found[1], min(found[2]), max(found[2]) + 1, operation.new),
    )


def insert_rows(operation: InsertRows, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    found = _rows(tree, operation.address)
    if isinstance(found, Absent):
        return found
    place = max(found[2]) + 1
    return _misfit(operation.new, found[3]) or (RowsEdit(found[0].container, found[1], place, place, operation.new),)


def delete_rows(operation: DeleteRows, tree: TextTree) -> Edits | Absent:
    """Return the edits of `operation`; why it cannot be done."""
    found = _rows(tree, operation.address)
    if isinstance(found, Absent):
        return found
    return tuple(RowsEdit(found[0].container, found[1], rank, rank + 1, ()) for rank in found[2])
