"""Blocks → paragraphs and tables, in the order of the tree."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import Any

from docgen.layout.charts import pictures_of
from docgen.layout.leading import leads_on
from docgen.layout.room import is_short, is_wide_panel, never_alone
from docgen.layout.word.charte import Style
from docgen.layout.word.writer import forms
from docgen.layout.word.writer.changes import all_tracked, tracked
from docgen.layout.word.writer.drawing import logo
from docgen.layout.word.writer.markup import END_OF_TABLE, KEEP_NEXT, gap, paragraph, spaced, twips
from docgen.layout.word.writer.pen import Pen
from docgen.layout.word.writer.runs import runs
from docgen.layout.word.writer.signatures import signature_rows
from docgen.layout.word.writer.signs import signs
from docgen.layout.word.writer.tables import data_table
from docgen.tree import (
    Article,
    Band,
    Block,
    Box,
    BulletList,
    Chart,
    Choices,
    Contents,
    FieldGrid,
    Heading,
    HeadingRole,
    LabelledText,
    PageKind,
    Paragraph,
    ParagraphRole,
    Part,
    Quote,
    Signatures,
    Signs,
    Table,
    TickPanel,
    leaves,
    text_of,
)
from docgen.values import Struct, replace

_AFTER_TABLE = 'w:before="240"'
_TITLE_BELOW_SIGNS = 'w:before="600"'
_BELOW_SIGNS = '<w:spacing w:before="180"/>'
_AFTER_SUBTITLE = 'w:after="240"'
_NO_SPACE_BEFORE = '<w:spacing w:before="0"/>'
_BAR, _OTHER_BAR = "", '<w:ind w:right="4"/>'
"""Word joins the side bars of paragraphs whose indents are the same: a fifth of a point parts two quotes."""
_COVER_SIGNS = 44.0
"""Millimetres that the signs of a cover take, so that titles stand at one height whoever signs."""
_IN_COMPANY = (ParagraphRole.ARRETE, ParagraphRole.PIECES_JOINTES)
_SHORT_ARTICLE = 1_500
"""Signs: some twenty lines, which stand on one page with the signatures of two sides."""

_ALINEA = ParagraphRole.ALINEA


class Keep(Enum):
    """What of some blocks must stay on the page of what follows them."""

    NOTHING = 0
    LAST = 1
    """The last paragraph."""
    ALL = 2

    def of_one(self, *, last: bool) -> "Keep":
        """Return what is asked of one of the blocks, the `last` or another."""
        return self if last or self is _ALL else _NOTHING


_NOTHING, _LAST, _ALL = Keep
"""By names of their own, as is the alinéa: Python 3.11 takes ten times longer to find the member of an enumeration."""


class Setting(Struct, frozen=True):
    """How plain text and lists are set where they stand, within what width (twips), under how many lists.

    `signs` is the least height of the zone of signs, in twips.
    """

    text: str
    item: str
    last_item: str
    measure: int
    depth: int = 0
    signs: int = 0


def open_setting(measure: int, kind: PageKind = PageKind.TEXTE) -> Setting:
    """Return the setting of text that stands in no frame, on pages of a `kind`."""
    signs = twips(_COVER_SIGNS) if kind is PageKind.GARDE else 0
    return Setting(ParagraphRole.ALINEA, Style.LISTE, Style.LISTE_FIN, measure, signs=signs)


@cache
def _box_setting(measure: int) -> Setting:
    return Setting(Style.ENCADRE_TEXTE, Style.ENCADRE_LISTE, Style.ENCADRE_LISTE_FIN, measure - 2 * forms.PADDING)


def flow(pen: Pen, blocks: Sequence[Block], setting: Setting, keep: Keep = _NOTHING) -> list[str]:
    """Return `blocks` drawn one below the other: the paragraphs and tables of their level."""
    pieces: list[str] = []
    bar = _BAR
    last = len(blocks) - 1
    above_last = keep.of_one(last=False)
    for place, block in enumerate(blocks):
        if isinstance(block, Quote):  # two that follow one another are told apart by their bars
            bar = _OTHER_BAR if bar == _BAR and place > 0 and isinstance(blocks[place - 1], Quote) else _BAR
            drawn = _quote(pen, block, bar)
        else:
            asked = keep if place == last else _LAST if _needs_company(blocks, place + 1) else above_last
            drawn = _DRAWERS[type(block)](pen, block, setting, asked)
        if block.change:
            drawn = all_tracked(pen, drawn, block.change)
        if pieces:
            _append(pen, pieces, drawn)
        else:
            pieces = drawn
    return pieces


def _needs_company(blocks: Sequence[Block], place: int) -> bool:
    """Return whether the block at `place` is never alone on a page.

    So are the sum that a budget is settled at, what is sent with a letter and to whom else, and signatures, or a table
    in company, with the one paragraph ("Fait à…") before them.
    """
    block = blocks[place]
    if not isinstance(block, Paragraph):
        return never_alone(block)
    return block.role in _IN_COMPANY or (place + 1 < len(blocks) and never_alone(blocks[place + 1]))


def _append(pen: Pen, pieces: list[str], drawn: list[str]) -> None:
    """Add `drawn` to `pieces`, with air after a table (Word joins tables that touch) and after the last subtitle."""
    if drawn and pieces:
        if pieces[-1].endswith(END_OF_TABLE):
            signed = pieces[-1].startswith(pen.charte.signs)
            if drawn[0].startswith("<w:tbl>"):
                pieces.append(gap(pen, _BELOW_SIGNS if signed else ""))
            elif signed and drawn[0].startswith(pen.charte.openings[HeadingRole.TITRE_PAPIER]):
                drawn[0] = spaced(drawn[0], _TITLE_BELOW_SIGNS)
            elif drawn[0].startswith(pen.charte.tight):
                drawn[0] = spaced(drawn[0], _AFTER_TABLE)
        elif pieces[-1].startswith(pen.charte.subtitles) and drawn[0].startswith(pen.charte.texts):
            pieces[-1] = spaced(pieces[-1], _AFTER_SUBTITLE)
    pieces += drawn


def _paragraph(pen: Pen, block: Paragraph, setting: Setting, keep: Keep) -> list[str]:
    style = setting.text if block.role is _ALINEA else block.role
    kept = keep is not _NOTHING or leads_on(block.content)
    return [paragraph(pen, style, runs(pen, block.content), KEEP_NEXT if kept else "")]


def _contents(pen: Pen, block: Contents, *_: object) -> list[str]:
    # the pages are the pack's own, which is a PDF
    return [paragraph(pen, _ALINEA, runs(pen, entry.label)) for entry in block.entries]


def _chart(pen: Pen, block: Chart, *_: object) -> list[str]:
    pictures = (logo(pen, picture) for picture in pictures_of(block))
    return [paragraph(pen, _ALINEA, drawn, KEEP_NEXT) for drawn in pictures if drawn]


def _heading(pen: Pen, block: Heading, spacing: str = "") -> str:
    properties = spacing + forms.outline(pen, block.role, block.level)
    return paragraph(pen, block.role, runs(pen, block.content), properties)


def _part(pen: Pen, block: Part, setting: Setting, keep: Keep) -> list[str]:
    pieces = [_heading(pen, block.head)]
    body = block.body
    if body and isinstance(body[0], Article):
        first = _article(pen, body[0], setting, keep.of_one(last=len(body) == 1), _NO_SPACE_BEFORE)
        pieces += all_tracked(pen, first, body[0].change)
        body = body[1:]
    _append(pen, pieces, flow(pen, body, setting, keep))
    return pieces


def _article(pen: Pen, block: Article, setting: Setting, keep: Keep, spacing: str = "") -> list[str]:
    if keep is _LAST and sum(len(text_of(leaf)) for leaf in leaves(block.body)) < _SHORT_ARTICLE:
        keep = _ALL
    return [_heading(pen, block.head, spacing), *flow(pen, block.body, setting, keep)]


def _quote(pen: Pen, block: Quote, bar: str) -> list[str]:
    if not block.paragraphs:
        return []
    *others, last = block.paragraphs
    drawn = [tracked(pen, paragraph(pen, part.role, runs(pen, part.content), bar), part.change) for part in others]
    style = Style.CITATION_FIN if last.role is ParagraphRole.CITATION else last.role
    return [*drawn, tracked(pen, paragraph(pen, style, runs(pen, last.content), bar), last.change)]


def _items(pen: Pen, block: BulletList, setting: Setting, keep: Keep) -> list[str]:
    pieces: list[str] = []
    for place, item in enumerate(block.items, start=1):
        last = place == len(block.items)
        ends = last and not item.below
        style = setting.last_item if ends and not setting.depth else setting.item
        kept = keep.of_one(last=ends) is not _NOTHING
        properties = (KEEP_NEXT if kept else "") + _level(pen, style, setting.depth)
        drawn = [paragraph(pen, style, runs(pen, item.content), properties)]
        if item.below:
            below = replace(setting, depth=setting.depth + 1)
            _append(pen, drawn, flow(pen, item.below, below, keep.of_one(last=last)))
        _append(pen, pieces, all_tracked(pen, drawn, item.change))
    return pieces


def _level(pen: Pen, style: str, depth: int) -> str:
    """Return the numbering of an item that stands under other lists; the style has that of the outermost list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{pen.charte.lists[style]}"/></w:numPr>' if depth else ""


def _box(pen: Pen, block: Box, measure: int) -> str:
    frame, setting = forms.BoxFrame.around(block, measure), _box_setting(measure)
    if len(frame.widths) == 1:
        return forms.box(pen, block.title, frame, (_text_row(pen, frame, block.body, setting, block.room),))
    rows: list[str] = []
    for choices, group in groupby(block.body, lambda inner: isinstance(inner, Choices)):
        if choices:
            rows += (
                row for inner in group if isinstance(inner, Choices) for row in forms.choice_rows(pen, inner, measure)
            )
        else:
            rows.append(_text_row(pen, frame, [*group], setting, block.room))
    return forms.box(pen, block.title, frame, rows)


def _text_row(pen: Pen, frame: forms.BoxFrame, blocks: Sequence[Block], setting: Setting, room: float) -> str:
    pieces = flow(pen, blocks, setting) or [paragraph(pen, setting.text, "")]
    if pieces[-1].endswith(END_OF_TABLE):
        # Word wants a cell to end with a paragraph.
        pieces.append(gap(pen))
    return forms.text_row(frame, "".join(pieces), room, whole=is_short(blocks))


def _tick_panel(pen: Pen, block: TickPanel, measure: int) -> str:
    setting = replace(_box_setting(measure), text=Style.AVIS_SUITE)
    pieces: list[str] = []
    wide = is_wide_panel(block)
    for place, line in enumerate(block.lines):
        drawn = [forms.tick_line_paragraph(pen, line, first=place == 0, wide=wide), *flow(pen, line.below, setting)]
        if line.room:
            drawn[-1] = forms.with_room(drawn[-1], line.room)
        pieces += drawn
    return forms.tick_panel(pen, block, pieces, measure)


_Drawer = Callable[[Pen, Any, Setting, Keep], list[str]]
_DRAWERS: Mapping[type, _Drawer] = MappingProxyType(
    {
        Paragraph: _paragraph,
        BulletList: _items,
        Heading: lambda pen, block, *_: [_heading(pen, block)],
        Article: _article,
        Part: _part,
        LabelledText: lambda pen, block, setting, _: forms.labelled_text(pen, block, setting.text),
        Contents: _contents,
        Chart: _chart,
        # These are tables in Word, where a table has one row at least: one that holds nothing is not drawn.
        Table: lambda pen, block, setting, _: data_table(pen, block, setting.measure),
        Box: lambda pen, block, setting, _: [_box(pen, block, setting.measure)],
        Band: lambda pen, block, setting, _: [forms.band(pen, block, setting.measure)],
        FieldGrid: lambda pen, block, setting, _: (
            [forms.field_grid(pen, block, setting.measure)] if block.columns else []
        ),
        TickPanel: lambda pen, block, setting, _: [_tick_panel(pen, block, setting.measure)] if block.lines else [],
        Choices: lambda pen, block, setting, _: (
            [forms.bare_choices(pen, block, setting.measure)] if block.choices else []
        ),
        Signs: lambda pen, block, setting, _: (
            [signs(pen, block, setting.measure, setting.signs)] if block.state or block.partners else []
        ),
        Signatures: lambda pen, block, setting, _: signature_rows(pen, block, setting.measure),
    }
)
"""What draws each kind of block but a Quote, found by its type: a chain of cases costs a fiche more than what it
draws."""
