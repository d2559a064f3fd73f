"""The agenda: numbered items, what is expected of each, who presents it and when (model-sentences §10.2)."""

from collections.abc import Iterator, Sequence

from docgen.french import capitalised, hour
from docgen.text.reunion.case import FONCTIONNEMENT, Case, heads, paper, reunion_ordinale, signs, strong, when_and_where
from docgen.text.reunion.points import Item, items
from docgen.text.words import words
from docgen.tree import (
    Block,
    Break,
    Column,
    Document,
    Inlines,
    Mark,
    PageKind,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Section,
    Table,
    text_of,
)


def write_ordre_du_jour(case: Case) -> Document:
    """Return the agenda of a meeting."""
    section = Section(PageKind.TEXTE, (signs(case), *agenda(case)))
    return paper(case, "ordre-du-jour", "Ordre du jour", section, case.reunion.envoyee_le)


def agenda(case: Case) -> tuple[Block, ...]:
    """Return the agenda under its title, as it stands alone and after the convocation."""
    return (*heads("ORDRE DU JOUR", reunion_ordinale(case, capital=True), when_line(case)), *_points(case))


def agenda_lines(case: Case) -> Iterator[str]:
    """Yield the agenda as a message says it: `1. Ouverture de la séance – information`."""
    for rank, item in enumerate(items(case), 1):
        yield f"{rank}. {text_of(item.title)}" + (f" – {item.nature.value}" if item.nature else "")
        yield from (f"{rank}.{under}. {text_of(line)}" for under, line in enumerate(item.below, 1))


def when_line(case: Case) -> Inlines:
    """Return when and where the meeting is held, as a line of its own."""
    first, *others = when_and_where(case)
    head = Run(capitalised(first.text), first.marks) if isinstance(first, Run) else first
    return (head, *others)


def _points(case: Case) -> Iterator[Block]:
    listed = items(case)
    yield _table(listed)
    if any(item.demanded for item in listed):
        demanding = case.article(FONCTIONNEMENT, whose=True)
        yield Paragraph(words(f"En gras : les points que demande {demanding.le}."), ParagraphRole.MENTION)


def _table(listed: Sequence[Item]) -> Table:
    timed = any(item.heure for item in listed)
    columns = (
        Column(words("N°"), 10),
        Column(words("Point"), 94),
        Column(words("Nature et présentation"), 38),
        *((Column(words("Heure"), 16),) if timed else ()),
    )
    rows = (row for rank, item in enumerate(listed, 1) for row in _rows(rank, item, timed=timed))
    return Table(words("Points à l’ordre du jour"), columns, tuple(rows))


def _rows(rank: int, item: Item, *, timed: bool) -> Iterator[Row]:
    last = (words(hour(item.heure)) if item.heure else (),) if timed else ()
    yield Row((words(f"{rank}."), strong(item.title) if item.demanded else item.title, tuple(_nature(item)), *last))
    for under, line in enumerate(item.below, 1):
        yield Row((words(f"{rank}.{under}."), line, (), *(((),) if timed else ())))


def _nature(item: Item) -> Iterator[Run | Break]:
    nature = words(item.nature.value, Mark.LABEL) if item.nature else ()
    who = words(item.presente_par) if item.presente_par else ()
    parts = [part for part in (nature, who) if part]
    for rank, part in enumerate(parts):
        if rank:
            yield Break()
        yield from (one for one in part if isinstance(one, Run))
