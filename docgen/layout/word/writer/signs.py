"""The zone of signs: State blocks leftmost, partners at the right, tops aligned, nothing else beside."""

from docgen.layout.word.charte import Style
from docgen.layout.word.writer.drawing import logo
from docgen.layout.word.writer.markup import Frame, cell, paragraph, row, table, twips
from docgen.layout.word.writer.pen import Pen
from docgen.layout.word.writer.runs import run
from docgen.tree import Logo, NameStack, ParagraphRole, Signs

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


def _width(sign: Logo | NameStack) -> float:
    return sign.width if isinstance(sign, Logo) else _STACK_WIDTH


def _name(sign: Logo | NameStack) -> str:
    return sign.alternative if isinstance(sign, Logo) else " ".join(sign.lines)


def _sign(pen: Pen, sign: Logo | NameStack) -> str:
    if isinstance(sign, NameStack):
        lines = [paragraph(pen, Style.BLOC_ETAT, run(pen, line)) for line in sign.lines]
        lines += [paragraph(pen, Style.DEVISE, run(pen, line)) for line in sign.motto]
        return "".join(lines) or paragraph(pen, Style.BLOC_ETAT, "")
    drawn = logo(pen, sign)
    if drawn is None:
        return paragraph(pen, Style.BLOC_ETAT, run(pen, sign.alternative))
    return paragraph(pen, ParagraphRole.ALINEA, drawn)
