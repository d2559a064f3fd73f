"""The zone of signs: the State at the left, partners at the right, tops aligned, nothing else beside."""

from collections.abc import Sequence

from docgen.layout.metrics import width_of
from docgen.layout.word.charte import Style
from docgen.layout.word.writer.drawing import logo
from docgen.layout.word.writer.markup import Frame, cell, paragraph, row, spaced, table, twips
from docgen.layout.word.writer.pen import Pen
from docgen.layout.word.writer.runs import run, runs
from docgen.tree import Logo, NameStack, ParagraphRole, Sender, Sign, Signs, text_of

_STACK_SIZE = 10.0
"""Points: the letters of a name in text."""
_POINT = 25.4 / 72
_EASE = 1.05
_AIR = 'w:before="240"'
"""What parts two signs of one zone."""


def signs(pen: Pen, block: Signs, measure: int, height: int = 0) -> str:
    """Return the zone, as wide as `measure` and at least as high as `height` (twips): the State, then the partners.

    The partners' cell is as wide as they are, so that it ends with the text; the room left belongs to the State's.
    """
    zones = [zone for zone in (block.state, block.partners) if zone]
    aside = min(twips(max(map(_width, block.partners), default=0.0)), measure // 2)
    widths = [aside] if not block.state else [measure - aside, aside] if block.partners else [measure]
    cells = [cell(width, _zone(pen, zone)) for width, zone in zip(widths, zones, strict=True)]
    title = "Signes : " + ", ".join(map(_name, (*block.state, *block.partners)))
    return table(
        pen, Frame(Style.CADRE_SIGNES, title, widths, indent=measure - sum(widths)), (row(cells, height=height),)
    )


def _zone(pen: Pen, zone: Sequence[Sign]) -> str:
    """Return the signs of a zone, one below the other."""
    first, *others = (_sign(pen, sign) for sign in zone)
    return "".join((first, *(spaced(drawn, _AIR) for drawn in others)))


def _width(sign: Sign) -> float:
    """Return how wide a sign is, in millimetres; a name a little wider than measured, so that it does not break."""
    match sign:
        case Logo():
            return sign.width
        case NameStack():
            lines = [*sign.lines, *sign.motto]
        case Sender():
            lines = [text_of(line) for line in sign.lines]
    return max((width_of(line, _STACK_SIZE, bold=True) for line in lines), default=0.0) * _POINT * _EASE


def _name(sign: Sign) -> str:
    match sign:
        case Logo():
            return sign.alternative
        case NameStack():
            return " ".join(sign.lines)
        case Sender():
            return " ".join(map(text_of, sign.lines))


def _sign(pen: Pen, sign: Sign) -> str:
    match sign:
        case Logo():
            return _logo(pen, sign)
        case NameStack():
            lines = [paragraph(pen, Style.BLOC_ETAT, run(pen, line)) for line in sign.lines]
            lines += [paragraph(pen, Style.DEVISE, run(pen, line)) for line in sign.motto]
        case Sender():
            lines = [paragraph(pen, Style.EMETTEUR, runs(pen, line)) for line in sign.lines]
    # Word wants a cell to hold a paragraph.
    return "".join(lines) or paragraph(pen, Style.BLOC_ETAT, "")


def _logo(pen: Pen, sign: Logo) -> str:
    drawn = logo(pen, sign)
    if drawn is None:
        return paragraph(pen, Style.BLOC_ETAT, run(pen, sign.alternative))
    return paragraph(pen, ParagraphRole.ALINEA, drawn)
