"""A convention as a ministry's drawer may hold it: all that a word processor can put in a text beside its words."""

import zipfile
from io import BytesIO

import docx
from docx.document import Document as WordFile
from docx.oxml import parse_xml

from tests.takeback.foreign import SPACES, saved

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = f'{SPACES} xmlns:r="{_OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'


PARTS = {
    "footnotes": note("footnote", 2, "Arrêté du 3 mai.") + note("footnote", 3, "Note orpheline."),
    "endnotes": note("endnote", 2, "Voir le bilan."),
    "comments": note("comment", 0, "À revoir."),
}


def run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, shown: str) -> str:
    """Return a field in its long form: what begins it, its code, what it shows, what ends it."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{sign('begin')}<w:r><w:instrText> {code} </w:instrText></w:r>{sign('separate')}{run(shown)}{sign('end')}"


def paragraph(*runs: str, style: str = "", mark: str = "") -> str:
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{look}{f'<w:rPr>{mark}</w:rPr>' if mark else ''}</w:pPr>"
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def cell(*paragraphs: str, spans: int = 1, merges: str = "") -> str:
    properties = f'<w:gridSpan w:val="{spans}"/>' if spans > 1 else merges
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def call(kind: str, number: int) -> str:
    return f'<w:r><w:{kind} w:id="{number}"/></w:r>'


CHANGE = 'w:author="A" w:date="2022-01-01T00:00:00Z"'
TOC = (
    paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run("Article 1 – Objet 3"),
    )
    + paragraph(run("Article 2 – Moyens 4"))
    + paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
)
NESTED = f"<w:tbl><w:tr>{cell(paragraph(run('hors taxes')))}</w:tr></w:tbl>"
BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def said(text: str) -> str:
    return paragraph(run(text))


ROWS = (
    row(cell(said("Poste")), cell(said("Montants"), spans=2)),
    row(cell(said("Étude"), merges=BEGINS), cell(said("dix")), cell(said("onze"), NESTED, paragraph())),
    row(cell(paragraph(), merges=GOES_ON), cell(said("douze")), cell(said("treize"))),
)
BODY = (
    TOC,
    paragraph(run("Article 1 – Objet")),
    paragraph(
        run("Les parties"),
        call("footnoteReference", 2),
        '<w:smartTag w:uri="u" w:element="e">' + run(" coopèrent à ") + "</w:smartTag>",
        f'<w:hyperlink r:id="rIdLien">{run("leur site")}</w:hyperlink>',
        run(", selon "),
        field("REF article \\h", "l’article 2"),
        call("endnoteReference", 2),
        run("."),
    ),
    paragraph(
        f'<w:ins w:id="1" {CHANGE}>{run("Elles se réunissent")}</w:ins>',
        f'<w:del w:id="2" {CHANGE}><w:r><w:delText>Elles se voient</w:delText></w:r></w:del>',
        run(" chaque année.", f'<w:b/><w:rPrChange w:id="3" {CHANGE}><w:rPr/></w:rPrChange>'),
        call("commentReference", 0),
    ),
    control("<w:showingPlcHdr/>", paragraph(run("Cliquez ici pour taper du texte."))),
    paragraph(control("<w:text/>", run("Un référent est nommé.")), control("<w:showingPlcHdr/>", run("Choisissez."))),
    paragraph(run("Un passage masqué.", "<w:vanish/>")),
    paragraph(run("Le total est "), "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", run(".")),
    paragraph(run("Article 2 – Moyens")),
    f"<w:tbl>{''.join(ROWS)}</w:tbl>",
    paragraph('<w:r><w:br w:type="page"/></w:r>', run("Fin des moyens, page "), field("PAGE", "4"), run(".")),
)


def drawer() -> bytes:
    """Return the file."""
    paper: WordFile = docx.Document()
    paper.part.rels.get_or_add_ext_rel(f"{_OFFICE}/hyperlink", "https://exemple.test/page")
    link = next(rel.rId for rel in paper.part.rels.values() if rel.is_external)
    body = parse_xml(f"<w:body {_NAMES}>{''.join(BODY).replace('rIdLien', link)}</w:body>")
    for element in [*body]:
        paper.element.body.insert(len(paper.element.body) - 1, element)
    paper.sections[0].header.paragraphs[0].text = "Préfecture"
    return _with_parts(saved(paper))


def _with_parts(content: bytes) -> bytes:
    """Return a file with its notes and comments in parts of their own."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as package, zipfile.ZipFile(out, "w") as target:
        for name in package.namelist():
            text = package.read(name)
            if name == "[Content_Types].xml":
                kinds = (f'<Override PartName="/word/{one}.xml" ContentType="{_WORDML}.{one}+xml"/>' for one in PARTS)
                text = text.replace(b"</Types>", "".join(kinds).encode() + b"</Types>")
            if name == "word/_rels/document.xml.rels":
                links = (f'<Relationship Id="n{one}" Type="{_OFFICE}/{one}" Target="{one}.xml"/>' for one in PARTS)
                text = text.replace(b"</Relationships>", "".join(links).encode() + b"</Relationships>")
            target.writestr(name, text)
        for one, notes in PARTS.items():
            target.writestr(f"word/{one}.xml", f"<w:{one} {_NAMES}>{notes}</w:{one}>")
    return out.getvalue()
