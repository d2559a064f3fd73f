"""The sentences that change alinéas, items and rows."""

from collections.abc import Sequence

from docgen.amend.addresses import Absent, Address, lines_at, table_at
from docgen.amend.operations import (
    CompleteArticle,
    DeleteLines,
    DeleteRows,
    InsertLines,
    InsertRows,
    ReplaceLines,
    ReplaceRows,
)
from docgen.amend.quoting import quoted_lines
from docgen.amend.writer import Clause, Writer, counted, say, written
from docgen.tree import Block, Inlines, Row, Table
from docgen.values import replace


def replace_lines(operation: ReplaceLines, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.place(operation.address)
    text = f"{writer.subject(place)} {place.agreed('remplacé')} par les {writer.house.clauses} suivantes :"
    return Clause(say(text), tuple(quoted_lines(operation.new)))


def insert_lines(operation: InsertLines, writer: Writer) -> Clause:
    """Return what `operation` says."""
    new = counted(len(operation.new), "alinéa")
    if operation.address.alineas or operation.address.item:
        place = writer.namer.place(operation.address)
        text = f"Après {place.le}, {new.agreed('inséré')} {written(new)} :"
    else:
        place = writer.namer.container(operation.address)
        start = "Au début" if writer.namer.within else f"Au début {place.de}"
        text = f"{start}, {new.agreed('ajouté')} {written(new)} :"
    return Clause(say(text), tuple(quoted_lines(operation.new)))


def complete_article(operation: CompleteArticle, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.container(operation.address)
    new = written(counted(len(operation.new), "alinéa"))
    text = f"{writer.subject(place)} {place.agreed('complété')} par {new} :"
    return Clause(say(text), tuple(quoted_lines(operation.new)))


def delete_lines(operation: DeleteLines, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.place(operation.address)
    return Clause(say(f"{writer.subject(place)} {place.agreed(writer.house.deleted)}"))


def replace_rows(operation: ReplaceRows, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.place(operation.address)
    what = "la ligne suivante" if len(operation.new) == 1 else "les lignes suivantes"
    return Clause(
        say(f"{writer.subject(place)} {place.agreed('remplacé')} par {what} :"),
        table=_shown(operation.address, operation.new, writer),
    )


def insert_rows(operation: InsertRows, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.place(operation.address)
    new = counted(len(operation.new), "ligne", feminine=True)
    text = f"Après {place.le}, {new.agreed('inséré')} {written(new)} :"
    return Clause(say(text), table=_shown(operation.address, operation.new, writer))


def delete_rows(operation: DeleteRows, writer: Writer) -> Clause:
    """Return what `operation` says."""
    place = writer.namer.place(operation.address)
    return Clause(say(f"{writer.subject(place)} {place.agreed(writer.house.deleted)}"))


def _shown(address: Address, new: Sequence[tuple[Inlines, ...]], writer: Writer) -> tuple[Block, ...]:
    lines = lines_at(writer.tree, address)
    at = lines if isinstance(lines, Absent) else table_at(lines)
    table = None if isinstance(at, Absent) or isinstance(lines, Absent) else lines[at].block
    if not isinstance(table, Table):
        return ()
    # what is given may not fit the table, which is said elsewhere: a draft shows it all the same
    width = max(len(table.columns), *(len(cells) for cells in new))
    columns = (*table.columns, *[replace(table.columns[-1], head=())] * (width - len(table.columns)))
    rows = (Row((*cells, *[()] * (width - len(cells)))) for cells in new)
    return (Table((), columns, tuple(rows)),)
