"""Inlines → runs, drawn tick boxes, content controls."""

from collections.abc import Sequence
from itertools import groupby

from docgen.layout.word.charte import Style
from docgen.layout.word.writer.changes import tracked
from docgen.layout.word.writer.drawing import tick_box
from docgen.layout.word.writer.escape import escaped
from docgen.layout.word.writer.pen import Pen
from docgen.tree import Blank, Break, FormField, Hole, Inlines, Mark, PageCount, Run, Tick

NO_MARKS: frozenset[Mark] = frozenset()
LABEL = frozenset({Mark.LABEL})
_STRONG = frozenset({Mark.STRONG})
_GUIDANCE = frozenset({Mark.GUIDANCE})
_ROOM = "\u2002"
"""The en space: what stands for room to write in, here as in the fields of Word's own forms; never for words."""
_ROOM_WIDTH = 1.85
"""Millimetres of an en space at the size of the text."""
_ROOM_OF_A_FIELD = 5 * _ROOM
_PAGES = (
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> NUMPAGES '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
"""The number of pages, which Word counts when it opens the file (`dirty`), and LibreOffice always."""
_UNTICKED, _TICKED = "00A8", "00FD"
"""The empty and the crossed box of Wingdings, which Word puts where its user clicks."""


def runs(pen: Pen, content: Inlines, marks: frozenset[Mark] = NO_MARKS) -> str:
    """Return `content` drawn; `marks` come on top of those of its runs."""
    if len(content) == 1 and not (only := content[0]).change:
        if isinstance(only, Run):
            return run(pen, only.text, only.marks | marks if marks else only.marks)
        return _other(pen, only)
    drawn: list[str] = []
    changed = False
    for inline in content:
        if inline.change:
            changed = True
        if isinstance(inline, Run):
            drawn.append(run(pen, inline.text, inline.marks | marks if marks else inline.marks))
        else:
            drawn.append(_other(pen, inline))
    return _changed(pen, content, drawn) if changed else "".join(drawn)


def _changed(pen: Pen, content: Inlines, drawn: Sequence[str]) -> str:
    """Return what was `drawn` of `content`; neighbours that bear one change share its mark."""
    groups = groupby(zip(content, drawn, strict=True), lambda pair: pair[0].change)
    return "".join([tracked(pen, "".join([piece for _, piece in group]), change) for change, group in groups])


def _other(pen: Pen, inline: Hole | Break | Blank | PageCount | Tick | FormField) -> str:
    match inline:
        case Tick():
            return tick_run(pen, inline)
        case Hole():
            return _styled(pen, Style.TROU, inline.text)
        case Break():
            return "<w:r><w:br/></w:r>"
        case Blank():
            return _styled(pen, Style.BLANC, _ROOM * round(inline.width / _ROOM_WIDTH))
        case PageCount():
            return _PAGES
        case FormField():
            return _field(pen, inline)


def run(pen: Pen, text: str, marks: frozenset[Mark] = NO_MARKS) -> str:
    """Return a run of words that bear `marks`; empty where there are no words."""
    if not text:
        return ""
    properties = pen.run_properties(marks) if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def _styled(pen: Pen, style: Style, text: str) -> str:
    properties = f'<w:rPr><w:rStyle w:val="{pen.charte.ids[style]}"/></w:rPr>'
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def tick_run(pen: Pen, tick: Tick) -> str:
    """Return a tick box and its label, whatever its change."""
    box = _box_to_tick(pen, tick) if tick.name else tick_box(pen, tick.ticked)
    return box + run(pen, tick.label, _STRONG if tick.ticked else NO_MARKS)


def _box_to_tick(pen: Pen, tick: Tick) -> str:
    symbol = _TICKED if tick.ticked else _UNTICKED
    states = (
        f'<w14:checkbox><w14:checked w14:val="{tick.ticked:d}"/><w14:checkedState w14:val="{_TICKED}" '
        f'w14:font="Wingdings"/><w14:uncheckedState w14:val="{_UNTICKED}" w14:font="Wingdings"/></w14:checkbox>'
    )
    style = f'<w:rPr><w:rStyle w:val="{pen.charte.ids[Style.CASE_A_COCHER]}"/></w:rPr>'
    shown = f'<w:r>{style}<w:sym w:font="Wingdings" w:char="F0{symbol[2:]}"/></w:r>'
    return pen.control(tick.label, tick.name, states, shown)


def _field(pen: Pen, field: FormField) -> str:
    # Rich, so that paragraphs and lists can be typed in a box; LibreOffice 7 moreover drops the style of plain ones.
    kind = "<w:richText/>" if field.multiline else "<w:text/>"
    shown = run(pen, field.guidance or _ROOM_OF_A_FIELD, _GUIDANCE)
    return pen.control(field.title, field.name, "<w:showingPlcHdr/>" + kind, shown)
