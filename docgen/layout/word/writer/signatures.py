"""Signature blocks: a row per side, two blocks abreast, fields and names level at its foot.

A cell says, from top to bottom, who delegates, who signs, the field, the name: the order in which it is read out.
"""

from docgen.layout.metrics import lines_of
from docgen.layout.word.charte import Style
from docgen.layout.word.writer.markup import KEEP_NEXT, Frame, cell, paragraph, row, spaced, table, twips
from docgen.layout.word.writer.pen import Pen
from docgen.layout.word.writer.runs import runs
from docgen.tree import Inlines, Signature, SignatureRole, Signatures, text_of

_WIDTH = 72.0
"""Millimetres of a block."""
_ASIDE = 80.0
"""Millimetres from the left edge of the text to the signature of a letter, as to its addressee."""
_AIR = 'w:before="360"'
"""What parts the signature of a letter from its closing formula."""
_SIZE = 9.5
_TWIPS_PER_POINT = 20
_AT_THE_FOOT = '<w:vAlign w:val="bottom"/>'


def signature_rows(pen: Pen, block: Signatures, measure: int) -> list[str]:
    """Return a table of one row per side; all of them keep together, and with what stands before them.

    They touch, which Word takes for the rows of one table: a paragraph between them would let LibreOffice part them.
    So all are of one width, to which LibreOffice would else squeeze the others.
    """
    sides = [side for side in block.rows if side]
    return [_side(pen, side, measure, aside=block.aside, last=side is sides[-1]) for side in sides]


def _side(pen: Pen, side: tuple[Signature, ...], measure: int, *, aside: bool, last: bool) -> str:
    width = twips(_WIDTH)
    alone = len(side) == 1
    apart = max(measure - width * len(side), 0) // max(len(side) - 1, 1)
    heights = [_height(pen, signature) for signature in side]
    # The air between two blocks, or beside a lone one, is the right margin of the first one's cell.
    airs = [apart] if alone and not aside else [apart] * (len(side) - 1) + [0]
    blocks = (
        _block(pen, signature, max(heights) - height, aside=aside)
        for signature, height in zip(side, heights, strict=True)
    )
    cells = [
        cell(width + air, drawn, _margins(air, last=last) + _AT_THE_FOOT)
        for drawn, air in zip(blocks, airs, strict=True)
    ]
    title = "Signatures : " + ", ".join(text_of(signature.name) for signature in side)
    indent = twips(_ASIDE) if aside and alone else 0
    return table(pen, Frame(Style.CADRE_SIGNATURES, title, [width + air for air in airs], indent=indent), (row(cells),))


def _margins(air: int, *, last: bool) -> str:
    """Return the margins of a cell: `air` at its right; none below the `last` side, which nothing follows."""
    below = '<w:bottom w:w="0" w:type="dxa"/>' if last else ""
    right = f'<w:right w:w="{air}" w:type="dxa"/>' if air else ""
    return f"<w:tcMar>{below}{right}</w:tcMar>" if below or right else ""


def _block(pen: Pen, signature: Signature, lower: int, *, aside: bool) -> str:
    """Return a block whose field, or its mention, stands `lower` (twips) than the words above it ask for."""
    words = [paragraph(pen, role, runs(pen, content), KEEP_NEXT) for role, content in _above_field(signature)]
    if aside:
        words[0] = spaced(words[0], _AIR)
    # Cells are set from their foot, so that fields and names stand level; the words begin level by what is added here.
    style = SignatureRole.DELEGATION if signature.signed else Style.SIGNATURE_CHAMP
    spacing = f'<w:spacing w:before="{pen.charte.spacing[style].before + lower}"/>'
    field = _named(pen, signature, paragraph(pen, style, runs(pen, signature.signed), KEEP_NEXT + spacing))
    return "".join((*words, field, paragraph(pen, SignatureRole.NOM, runs(pen, signature.name), KEEP_NEXT)))


def _named(pen: Pen, signature: Signature, field: str) -> str:
    """Return the room to sign in a content control that bears the field's names, bare where it has none."""
    if not signature.name_of_field:
        return field
    return pen.control(signature.spoken, signature.name_of_field, "", field)


def _above_field(signature: Signature) -> list[tuple[SignatureRole, Inlines]]:
    return [*((line.role, line.content) for line in signature.above), (SignatureRole.QUALITE, signature.quality)]


def _height(pen: Pen, signature: Signature) -> int:
    """Return the height of the words above the field, in twips, as Arial would set them."""
    height, below = 0, 0
    for role, content in _above_field(signature):
        spacing = pen.charte.spacing[role]
        bold = role is SignatureRole.NOM
        lines = lines_of(text_of(content), _SIZE, twips(_WIDTH) / _TWIPS_PER_POINT, bold=bold)
        height += (max(below, spacing.before) if height else spacing.before) + lines * spacing.line
        below = spacing.after
    return height
