"""Pictures in the line of text: logos and drawn tick boxes.

A vector goes in twice, as Word wants it: the SVG itself, and a raster of it for the programs that know no SVG.
"""

from docgen.findings import Finding, Severity
from docgen.layout.word.charte import Charte, Style
from docgen.layout.word.raster import UnreadableError, png_of, size_of
from docgen.layout.word.writer.escape import attribute
from docgen.layout.word.writer.pen import Drawing, Pen
from docgen.tree import Logo

_EMU_PER_MM = 36_000
_TICK_WIDTH = 4.41
"""Millimetres: a box of 8.5 points, and 4 points of air between it and its label."""
_ALTERNATIVES = {True: "case cochée", False: "case non cochée"}
_CROSS = '<path d="M4 4L13 13M13 4L4 13" stroke-width="2.2"/>'
_SVG = "image/svg+xml"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The name under which Word looks for the vector of a picture."""


def logo(pen: Pen, mark: Logo) -> str | None:
    """Return the run that holds a logo; None where its file cannot be read, which is then a finding."""
    try:
        if mark.media_type == _SVG:
            return pen.numbered(_vector(pen, mark.content, mark.width, mark.alternative))
        extent = _extent(mark.width, size_of(mark.content))
    except UnreadableError as error:
        pen.findings.append(_unreadable(mark, str(error)))
        return None
    relation = pen.relation_to(mark.content, mark.media_type)
    return pen.numbered(_picture(f'<a:blip r:embed="{relation}"/>', extent, mark.alternative))


def tick_box(pen: Pen, ticked: bool) -> str:
    """Return the run that holds a drawn tick box, which says whether it is ticked."""
    if ticked not in pen.ticks:
        drawn = _tick_svg(pen.charte, ticked)
        style = f'<w:rPr><w:rStyle w:val="{pen.charte.ids[Style.CASE]}"/></w:rPr>'
        pen.ticks[ticked] = _vector(pen, drawn, _TICK_WIDTH, _ALTERNATIVES[ticked], style)
    return pen.numbered(pen.ticks[ticked])


def _tick_svg(charte: Charte, ticked: bool) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 25 17" width="25" height="17">'
        f'<g stroke="#{charte.colours["dk1"]}" fill="#{charte.colours["lt1"]}">'
        f'<rect x="1" y="1" width="15" height="15" stroke-width="1.6"/>{_CROSS if ticked else ""}</g></svg>'
    ).encode()


def _vector(pen: Pen, content: bytes, width: float, alternative: str, style: str = "") -> Drawing:
    raster = png_of(content, width, pen.fonts)
    vector = pen.relation_to(content, _SVG)
    blip = (
        f'<a:blip r:embed="{pen.relation_to(raster, "image/png")}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
        f'<asvg:svgBlip r:embed="{vector}"/></a:ext></a:extLst></a:blip>'
    )
    return _picture(blip, _extent(width, size_of(raster)), alternative, style)


def _extent(width: float, pixels: tuple[int, int]) -> str:
    """Return the size of a picture, in its units: as wide as asked (millimetres), as high as its `pixels` say."""
    height = width * pixels[1] / pixels[0]
    return f'cx="{round(width * _EMU_PER_MM)}" cy="{round(height * _EMU_PER_MM)}"'


def _picture(blip: str, extent: str, alternative: str, style: str = "") -> Drawing:
    spoken = attribute(alternative)
    return (
        f'<w:r>{style}<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        '<wp:docPr id="',
        f'" name="{spoken}" descr="{spoken}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name="{spoken}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
    )


def _unreadable(mark: Logo, reason: str) -> Finding:
    return Finding(
        code="LOG-05",
        severity=Severity.A_VERIFIER,
        message=f"Le logo « {mark.alternative} » ne se lit pas : {reason}. Son nom est imprimé à sa place.",
        remedy="Fournissez ce logo dans un fichier SVG, PNG ou JPEG entier.",
    )
