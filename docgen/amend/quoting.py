"""New words between guillemets, as an avenant quotes them: reopened at the head of each alinéa, closed once."""

import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.amend.lines import Line, lines_of
from docgen.amend.passages import joined, with_leaves
from docgen.tree import Article, Block, Break, Heading, Inlines, ListItem, Paragraph, ParagraphRole, Run, Table, text_of
from docgen.values import replace

Quoted = Inlines | Table
"""What a quotation holds: the words of an alinéa or of a head, or a table as it is to be printed."""

_OPENING, _CLOSING = "«\u00a0", "\u00a0»"
_INNER = ((re.compile(r"«[ \u00a0\u202f]*"), "“"), (re.compile(r"[ \u00a0\u202f]*»"), "”"))


def quoted_words(content: Inlines) -> Inlines:
    """Return words between guillemets, guillemets inside them turned into “ ”."""
    return joined((Run(_OPENING),), _inner(content), (Run(_CLOSING),))


def signed_words(text: str) -> Inlines:
    """Return words of the signed text between guillemets, its own signs kept."""
    return (Run(f"{_OPENING}{_with_inner_marks(text.strip())}{_CLOSING}"),)


def quoted_articles(articles: Iterable[Article], *, titles: bool) -> Iterator[Quoted]:
    """Yield the alinéas of articles to be quoted, each with its head first where `titles`."""
    for article in articles:
        if titles:
            yield article.head.content
        yield from quoted_lines(lines_of(article.body))


def quoted_lines(lines: Iterable[Line]) -> Iterator[Quoted]:
    """Yield what each line has to be quoted: its words, an item with its dash; a table whole."""
    for line in lines:
        match line.block:
            case Table():
                yield line.block
            case ListItem():
                yield (Run("– "), *line.content)
            case Heading():
                yield line.block.content
            case _:
                yield line.content


def alineas_of(lines: Iterable[Line]) -> Iterator[Inlines]:
    """Yield the words of each line, an item with its dash; a table row by row, its head first."""
    for quoted in quoted_lines(lines):
        yield from _rows_of(quoted) if isinstance(quoted, Table) else (quoted,)


def words_of(quoted: Quoted) -> str:
    """Return the words of a quoted alinéa; of a table, those of its rows, head included."""
    return " ".join(map(text_of, _rows_of(quoted))) if isinstance(quoted, Table) else text_of(quoted)


def _rows_of(table: Table) -> Iterator[Inlines]:
    rows = (tuple(column.head for column in table.columns), *(row.cells for row in table.rows))
    for cells in rows:
        if any(map(text_of, cells)):
            first, *others = cells
            yield joined(first, *(part for cell in others for part in ((Run(" | "),), cell)))


def quotation(alineas: Sequence[Quoted], *, reopened: bool, end: str) -> tuple[Block, ...]:
    """Return the quoted alinéas, one block each; `end` closes the sentence where the quoted text does not.

    A full stop that belongs to the quoted text is not followed by another; a semicolon is. A table is one alinéa: it
    opens in the first cell of its head, and closes in its last one.
    """
    last = len(alineas) - 1
    result: list[Block] = []
    for rank, content in enumerate(alineas):
        opening: Inlines = (Run(_OPENING),) if rank == 0 or reopened else ()
        if isinstance(content, Table):
            result.append(_between(content, opening, end if rank == last else None))
        else:
            closing = _closing(content, end) if rank == last else ()
            result.append(Paragraph(joined(opening, _inner(content), closing), ParagraphRole.ALINEA))
    return tuple(result)


def _between(table: Table, opening: Inlines, end: str | None) -> Table:
    """Return a table with its guillemets; it closes none where `end` is None."""
    inner = with_leaves(replace(table, in_company=True), _inner)
    first, *others = inner.columns
    quoted = replace(inner, columns=(replace(first, head=joined(opening, first.head)), *others))
    if end is None:
        return quoted
    if not table.rows:
        *columns, last = quoted.columns
        closed = replace(last, head=joined(last.head, _closing(last.head, end)))
        return replace(quoted, columns=(*columns, closed))
    *rows, row = quoted.rows
    *cells, cell = row.cells
    return replace(quoted, rows=(*rows, replace(row, cells=(*cells, joined(cell, _closing(cell, end))))))


def _closing(content: Inlines, end: str) -> Inlines:
    stopped = text_of(content).rstrip().endswith((".", "!", "?", "…"))
    return (Run(_CLOSING + ("" if end == "." and stopped else end)),)


def _inner(content: Inlines) -> Inlines:
    spaced = (Run(" ") if isinstance(one, Break) else one for one in content)
    return tuple(_inline(one) if isinstance(one, Run) else one for one in spaced)


def _inline(run: Run) -> Run:
    return replace(run, text=_with_inner_marks(run.text))


def _with_inner_marks(text: str) -> str:
    for outer, mark in _INNER:
        text = outer.sub(mark, text)
    return text
