"""The blocks of a form: title band, head, opinions, choices, boxes."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from docgen.layout.room import is_short_panel
from docgen.layout.word.charte import Charte, Style
from docgen.layout.word.writer.changes import tracked
from docgen.layout.word.writer.markup import (
    END_OF_TABLE,
    KEEP_NEXT,
    Frame,
    Look,
    cell,
    opened,
    paragraph,
    row,
    shared,
    spaced,
    table,
    twips,
)
from docgen.layout.word.writer.pen import Pen
from docgen.layout.word.writer.runs import LABEL, runs, tick_run
from docgen.tree import (
    Band,
    Box,
    Change,
    Choices,
    FieldGrid,
    FormField,
    Inlines,
    Labelled,
    LabelledText,
    Run,
    Tick,
    TickLine,
    TickPanel,
    labelled_paragraphs,
    text_of,
)
from docgen.values import Struct, replace

PADDING = 140
"""The air at the left and at the right of what a box holds, in twips."""
_ROOM_PADDING = 200
"""The air above and below it."""
_SHARES = (23.5, 29.5, 23.5, 23.5)
"""The columns of choices, in hundredths: the second one holds the longest labels."""
_BETWEEN_LINES = 80
"""The air between two lines of a panel, in twips."""
_BELOW_CHOICES = 110
"""The air under the last line of choices, in twips."""
_BODY_LEVEL = 10
_TAB = "<w:r><w:tab/></w:r>"
_STOPS, _FURTHER_STOPS = (2268, 4309, 6350), (4700, 6010, 7200)
_WIDE_STOPS = "".join(
    [
        "<w:tabs>",
        *(f'<w:tab w:val="clear" w:pos="{stop}"/>' for stop in _STOPS),
        *(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in _FURTHER_STOPS),
        "</w:tabs>",
    ]
)
"""The stops of the boxes after long labels, in the place of those of the style."""


def band(pen: Pen, block: Band, measure: int) -> str:
    """Return the title band: the heading is its value, or its label while the value is a field to fill in."""
    filled = any(not isinstance(inline, FormField) for inline in block.value)
    levels = (_BODY_LEVEL, 1) if filled else (1, _BODY_LEVEL)
    lines = ((Style.BANDEAU_ETIQUETTE, block.label), (Style.BANDEAU_TITRE, block.value))
    label, value = (
        paragraph(pen, style, runs(pen, content), outline(pen, style, level))
        for (style, content), level in zip(lines, levels, strict=True)
    )
    rows = (row((cell(measure, label),), head=True), row((cell(measure, value),)))
    return table(pen, Frame(Style.CADRE_BANDEAU, text_of(block.label), (measure,), Look.HEADED), rows)


def outline(pen: Pen, style: str, level: int) -> str:
    """Return the outline level of a paragraph, empty where its style has that level already."""
    if pen.charte.levels.get(style, _BODY_LEVEL) == level:
        return ""
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def field_grid(pen: Pen, block: FieldGrid, measure: int) -> str:
    """Return the head of a form: one row, a cell per column."""
    widths = shared(measure, [1.0] * len(block.columns))
    columns = ("".join(_labelled(pen, line) for line in column) or _nothing(pen) for column in block.columns)
    cells = (cell(width, column) for width, column in zip(widths, columns, strict=True))
    title = _spoken(line.label for column in block.columns for line in column)
    return table(pen, Frame(Style.CADRE_EN_TETE, title, widths), (row(cells),))


def _spoken(labels: Iterable[Inlines]) -> str:
    """Return labels as the spoken name of what they head, without their colons."""
    return ", ".join(text_of(label).rstrip(" \u00a0:") for label in labels)


def _labelled(pen: Pen, line: Labelled) -> str:
    return paragraph(pen, Style.RENSEIGNEMENT, label_and_value(pen, line.label, line.value))


def _nothing(pen: Pen) -> str:
    return paragraph(pen, Style.RENSEIGNEMENT, "")


def label_and_value(pen: Pen, label: Inlines, value: Inlines) -> str:
    """Return the runs of a label, in the colour of labels, and of its value."""
    return runs(pen, label, LABEL) + (runs(pen, (Run(" "), *value)) if value else "")


def labelled_text(pen: Pen, block: LabelledText, style: str) -> list[str]:
    """Return a run-in label and its text: the label leads the first paragraph."""
    contents = list(labelled_paragraphs(block))
    labelled = label_and_value(pen, block.label, block.content[0] if block.content else ())
    return [paragraph(pen, style, labelled), *(paragraph(pen, style, runs(pen, content)) for content in contents[1:])]


def tick_line_paragraph(pen: Pen, line: TickLine, *, first: bool, wide: bool = False) -> str:
    """Return the line of a label and its tick boxes, each at its tab stop; a hairline above parts it from others.

    In a `wide` panel the stops are further right, after labels that are long.
    """
    ticks = "".join([_at_tab_stop(pen, tick) for tick in line.ticks])
    style = Style.AVIS if first else Style.AVIS_SUIVANT
    return paragraph(pen, style, runs(pen, line.label, LABEL) + ticks, _WIDE_STOPS if wide else "")


def _at_tab_stop(pen: Pen, tick: Tick) -> str:
    """Return a box after its tab, which comes and goes with it."""
    if tick.change:
        return tracked(pen, _TAB + tick_run(pen, tick), tick.change)
    return _TAB + tick_run(pen, tick)


def tick_panel(pen: Pen, block: TickPanel, paragraphs: Iterable[str], measure: int) -> str:
    """Return the framed panel around the `paragraphs` of its lines, whole where it is short."""
    title = _spoken(line.label for line in block.lines)
    drawn = row((cell(measure, "".join(paragraphs)),), whole=is_short_panel(block))
    return table(pen, Frame(Style.CADRE_AVIS, title, (measure,)), (drawn,))


def with_room(drawn: str, millimetres: float) -> str:
    """Return the paragraph `drawn` with room left free under it, beside the air that parts two lines."""
    return spaced(drawn, f'w:after="{twips(millimetres) + _BETWEEN_LINES}"')


def choice_rows(pen: Pen, block: Choices, measure: int) -> list[str]:
    """Return the choices as rows of four cells; a last row that is not full ends with empty cells."""
    style, widths = Style.CHOIX, shared(measure, _SHARES)
    lines = [block.choices[start : start + len(widths)] for start in range(0, len(block.choices), len(widths))]
    rows = []
    for number, line in enumerate(lines):
        keep = "" if number == len(lines) - 1 else KEEP_NEXT
        margins = _margins(first=number == 0, last=not keep)
        change = _change_of_all(line)
        filled = [paragraph(pen, style, runs(pen, _without(change, content)), keep) for content in line]
        filled += [paragraph(pen, style, "", keep)] * (len(widths) - len(line))
        drawn = row([cell(width, content, margins) for width, content in zip(widths, filled, strict=True)])
        rows.append(tracked(pen, drawn, change))
    return rows


def _change_of_all(line: Sequence[Inlines]) -> Change:
    """Return what became of a whole line of choices: added or taken out where each of its words was."""
    changes = {inline.change for content in line for inline in content}
    return changes.pop() if len(changes) == 1 else Change.KEPT


def _without(change: Change, content: Inlines) -> Inlines:
    """Return `content` for a line that bears `change` as such."""
    return tuple(replace(inline, change=Change.KEPT) for inline in content) if change else content


def _margins(*, first: bool, last: bool) -> str:
    """Return the air above and below a line of choices: these follow one another like lines of text."""
    above = "" if first else '<w:top w:w="0" w:type="dxa"/>'
    below = f'<w:bottom w:w="{_BELOW_CHOICES if last else 0}" w:type="dxa"/>'
    return f"<w:tcMar>{above}{below}</w:tcMar>"


def bare_choices(pen: Pen, block: Choices, measure: int) -> str:
    """Return choices that stand in no box, in a table without borders."""
    title = ", ".join(map(text_of, block.choices))
    return table(pen, Frame(Style.CADRE_SIGNES, title, shared(measure, _SHARES)), choice_rows(pen, block, measure))


class BoxFrame(Struct, frozen=True):
    """A box before it is drawn: the widths of its columns (twips), and how a cell opens that is as wide as they are."""

    widths: tuple[int, ...]
    opening: str

    @classmethod
    def around(cls, block: Box, measure: int) -> "BoxFrame":
        """Return the frame of a box: of one column, or of four where it holds choices."""
        return _frame(measure, several=Choices in map(type, block.body))

    def cell(self, content: str) -> str:
        """Return a cell as wide as the box."""
        return f"{self.opening}{content}</w:tc>"


@lru_cache(maxsize=64)
def _frame(measure: int, *, several: bool) -> BoxFrame:
    widths = tuple(shared(measure, _SHARES)) if several else (measure,)
    whole = cell(measure, "", f'<w:gridSpan w:val="{len(widths)}"/>' if several else "")
    return BoxFrame(widths, whole.removesuffix("</w:tc>"))


def text_row(frame: BoxFrame, content: str, room: float, *, whole: bool) -> str:
    """Return the row of a box that holds blocks, `whole` on one page; `room` millimetres are left to write in."""
    height = twips(room) + _ROOM_PADDING if room else 0
    return row((frame.cell(content),), whole=whole, height=height)


def box(pen: Pen, title: Inlines, frame: BoxFrame, rows: Sequence[str]) -> str:
    """Return a box: its head, which each page repeats, then its `rows`."""
    plain = len(title) == 1 and isinstance(title[0], Run) and not title[0].change
    head = _known_head(pen.charte, title, frame) if plain else _box_head(pen, title, frame)
    return f"{head}{''.join(rows)}{END_OF_TABLE}"


def _box_head(pen: Pen, title: Inlines, frame: BoxFrame) -> str:
    named = paragraph(pen, Style.ENCADRE_TITRE, runs(pen, title), outline(pen, Style.ENCADRE_TITRE, 2))
    opening = opened(pen, Frame(Style.CADRE_ENCADRE, text_of(title), frame.widths, Look.HEADED))
    return opening + row((frame.cell(named),), head=True)


@lru_cache(maxsize=512)
def _known_head(charte: Charte, title: Inlines, frame: BoxFrame) -> str:
    """Return the head of a box of plain words: the boxes of a form have the same from one paper to the next."""
    return _box_head(Pen(charte), title, frame)
