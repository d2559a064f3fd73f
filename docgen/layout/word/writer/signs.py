"""The zone of signs: State blocks leftmost, partners at the right, tops aligned, nothing else beside."""

from docgen.layout.word.charte import Style
from docgen.layout.word.writer.drawing import logo
from docgen.layout.word.writer.markup import Frame, cell, paragraph, row, table, twips
from docgen.layout.word.writer.pen import Pen
from docgen.layout.word.writer.runs import run, runs
from docgen.tree import Logo, NameStack, ParagraphRole, Sender, Sign, Signs, text_of

_STACK_WIDTH = 60.0
"""Millimetres of a name in text."""
_APART = 6.0
"""Millimetres between two signs of one zone."""


def signs(pen: Pen, block: Signs, measure: int) -> str:
    """Return the zone, as wide as `measure` (twips): a row, a cell per sign."""
    everyone = (*block.state, *block.partners)
    widths = [twips(_width(sign) + _APART) for sign in everyone]
    widths[-1] -= twips(_APART)
    free = measure - sum(widths)
    # The room between the two zones belongs to the last State block, so that no cell is empty.
    widths[max(len(block.state) - 1, 0)] += free
    cells = [cell(width, _sign(pen, sign)) for width, sign in zip(widths, everyone, strict=True)]
    title = "Signes : " + ", ".join(map(_name, everyone))
    return table(pen, Frame(Style.CADRE_SIGNES, title, widths), (row(cells),))


def _width(sign: Sign) -> float:
    return sign.width if isinstance(sign, Logo) else _STACK_WIDTH


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
