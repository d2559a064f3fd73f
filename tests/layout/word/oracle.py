"""Small Word files made of XML, what docxtpl makes of them, and how two of them compare."""

import io
import zipfile
from collections.abc import Mapping

from docxtpl import DocxTemplate
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
RELATED = ("styles", "header", "footer", "footnotes", "endnotes")


def paragraph(text: str, style: str = "", run: str = "") -> str:
    """Return one paragraph of one run; `text` is XML, `run` the XML of the run's properties."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r>{run and f'<w:rPr>{run}</w:rPr>'}<w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...], columns: int = 0) -> str:
    """Return a table; each cell holds one paragraph of the text given."""
    columns = columns or max(map(len, rows))
    grid = f'<w:gridCol w:w="{6000 // columns}"/>' * columns
    drawn = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl>"


def cell(text: str) -> str:
    """Return a cell that holds one paragraph."""
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{paragraph(text)}</w:tc>'


def word_file(body: str, core: str = "", **related: str) -> bytes:
    """Return a Word file of a `body`, of `core` properties, and of parts by kind (`header`…), by their insides."""
    relations = "".join(
        f'<Relationship Id="rId{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in RELATED
        if kind in related
    )
    parts = {
        "[Content_Types].xml": _types(related, core),
        "_rels/.rels": _rels(
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            + (
                core
                and f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" '
                'Target="docProps/core.xml"/>'
            )
        ),
        "word/_rels/document.xml.rels": _rels(relations),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    roots = {"styles": "styles", "header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
    for kind, inside in related.items():
        parts[f"word/{kind}.xml"] = f"<w:{roots[kind]} {NAMESPACES}>{inside}</w:{roots[kind]}>"
    if core:
        parts["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp:coreProperties>'
        )
    return zipped({name: text.encode() for name, text in parts.items()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of `parts`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _rels(inside: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _types(related: Mapping[str, str], core: str) -> str:
    overrides = {"word/document.xml": f"{WORDML}document.main+xml"}
    overrides |= {f"word/{kind}.xml": f"{WORDML}{kind}+xml" for kind in related}
    if core:
        overrides["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
        + "</Types>"
    )


def docxtpl_render(template: bytes, context: Mapping[str, object]) -> bytes:
    """Return what docxtpl itself makes of a template."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(context), autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def canonical(part: bytes) -> bytes:
    """Return an XML part in its canonical form, without blanks between elements."""
    return etree.tostring(etree.fromstring(part, etree.XMLParser(remove_blank_text=True)), method="c14n")


def canonical_parts(content: bytes) -> dict[str, object]:
    """Return the parts of a Word file in canonical form: XML by c14n, relations and content types as sets."""
    return {name: _canonical(name, part) for name, part in parts_of(content).items()}


def _canonical(name: str, part: bytes) -> object:
    if name.endswith(".rels"):
        return {
            (item.get("Id"), item.get("Type"), (item.get("Target") or "").lstrip("/"))
            for item in etree.fromstring(part)
        }
    if name == "[Content_Types].xml":
        return {tuple(sorted(item.attrib.items())) for item in etree.fromstring(part)}
    return canonical(part) if name.endswith(".xml") else part


def body_of(content: bytes) -> etree._Element:
    """Return the root of the body's part of a Word file."""
    return etree.fromstring(parts_of(content)["word/document.xml"])


def texts_of(content: bytes, part: str = "word/document.xml") -> list[str]:
    """Return the text of each paragraph of a part, line breaks as new lines and tabs as tabs."""
    root = etree.fromstring(parts_of(content)[part])
    drawn = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    return [
        "".join(drawn.get(str(node.tag)) or node.text or "" for node in found.iter(f"{{{W}}}t", *drawn))
        for found in root.iter(f"{{{W}}}p")
    ]
