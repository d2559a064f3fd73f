"""Word files as other people make them: each shape that a convention found in a ministry's drawer may have."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
ODT = """<html><body><h1>PRÉAMBULE</h1><p>Les parties coopèrent.</p><h2>Article 1er – Objet</h2><p>Elles agissent :</p>
<ul><li>une action ;</li><li>une autre.</li></ul><h2>Article 2 – Voix</h2><table><tr><th>Collège</th><th>Voix</th></tr>
<tr><td>Branches</td><td>deux</td></tr></table></body></html>"""
RTF = (
    r"{\rtf1\ansi\ansicpg1252 {\b Article 1er - Objet}\par Les parties coop\'e8rent.\par {\b Article 2 - Dur\'e9e}\par "
    r"Trois ans.\par Fait \'e0 Paris, le 12 mai 2021.\par Claire DELMAS\par}"
)


def saved(paper: WordFile) -> bytes:
    """Return the bytes of a file."""
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def of_paragraphs(*lines: str) -> bytes:
    """Return a file of plain paragraphs, numbered by hand."""
    paper = docx.Document()
    for line in lines:
        paper.add_paragraph(line)
    return saved(paper)


def other_styles() -> bytes:
    """Return a file whose heads bear the styles of another house."""
    paper = docx.Document()
    for name, base in (("TitreArticle", "Heading 2"), ("Corps de texte AB", "Normal")):
        paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = paper.styles[base]
    paper.add_paragraph("ARTICLE 1 : OBJET", style="TitreArticle")
    paper.add_paragraph("Les parties coopèrent.", style="Corps de texte AB")
    paper.add_paragraph("ARTICLE 2 : DURÉE", style="TitreArticle")
    paper.add_paragraph("Trois ans.", style="Corps de texte AB")
    return saved(paper)


def automatic_numbers() -> bytes:
    """Return a file whose articles are counted by the word processor."""
    paper = docx.Document()
    for title, text in (("Objet", "Les parties coopèrent."), ("Durée", "Trois ans.")):
        paper.add_paragraph(title, style="List Number").runs[0].bold = True
        paper.add_paragraph(text)
        paper.add_paragraph("un point ;", style="List Bullet 2")
    return saved(paper)


def bold_heads() -> bytes:
    """Return a file whose heads are bold text, its items typed dashes, its spaces tabs."""
    paper = docx.Document()
    for text, bold in (("I – PRINCIPES", True), ("Article premier.", True), ("Les parties\tcoopèrent :", False)):
        paper.add_paragraph().add_run(text).bold = bold
    paper.add_paragraph("- une action ;")
    paper.add_paragraph("• une autre.")
    return saved(paper)


def notes_and_boxes() -> bytes:
    """Return a file with a text box, a nested table, rows and runs in elements that few know, a deleted row."""
    paper = docx.Document()
    paper.add_paragraph("Article 1 – Objet")
    line = paper.add_paragraph("Les parties")
    text = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:pict><v:textbox>{text.format('Encart ancien')}</v:textbox></w:pict>"
    line._p.append(parse_xml(f"<w:r {SPACES}>{box}</w:r>"))
    inner = text.format("Encart neuf")
    choice = f'<mc:Choice Requires="wps">{inner}</mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback>'
    line._p.append(parse_xml(f"<w:r {SPACES}><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"))
    line._p.append(
        parse_xml(f'<w:bdo {SPACES} w:val="ltr"><w:r><w:t xml:space="preserve"> agissent.</w:t></w:r></w:bdo>')
    )
    deep = '<w:smartTag w:uri="u" w:element="e">' * 70 + "<w:r><w:t>Au fond.</w:t></w:r>" + "</w:smartTag>" * 70
    line._p.append(parse_xml(f"<w:r {SPACES}><w:t> </w:t></w:r>"))
    line._p.append(parse_xml(deep.replace(" ", f" {SPACES} ", 1)))
    table = paper.add_table(2, 2)
    for place, text in enumerate(("Poste", "Montant", "Étude", "dix euros")):
        table.cell(place // 2, place % 2).text = text
    drawn = choice.replace("neuf", "de cellule")
    asks = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent>"
    typed = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    amount = table.cell(1, 1)._tc
    amount.p_lst[0].append(parse_xml(f"<w:r {SPACES}><mc:AlternateContent>{drawn}</mc:AlternateContent></w:r>"))
    amount.append(parse_xml(f"<w:sdt {SPACES}>{asks.format(typed.format('Cliquez ici'))}</w:sdt>"))
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "hors taxes"
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell.format('Frais')}<w:sdt><w:sdtContent>{cell.format('douze euros')}</w:sdtContent></w:sdt></w:tr>"
    table._tbl.append(parse_xml(f"<w:sdt {SPACES}><w:sdtContent>{row}</w:sdtContent></w:sdt>"))
    blank = f"<w:sdt>{asks.format(cell.format('Tapez un montant'))}</w:sdt>"
    table._tbl.append(parse_xml(f"<w:tr {SPACES}>{cell.format('Taxes')}{blank}</w:tr>"))
    paper.sections[0].header.paragraphs[0].text = "Préfecture"
    return saved(paper)


SHAPES: dict[str, Callable[[], bytes]] = {
    "plain paragraphs": lambda: of_paragraphs(
        "Article 1", "Un.", "Article 1 bis – Suites", "a) deux ;", "Article 2.", "*"
    ),
    "no article at all": lambda: of_paragraphs("CHARTE", "1. Les parties coopèrent.", "1.1 Elles agissent.", "> fin"),
    "a hinge": lambda: of_paragraphs("Vu le code,", "Il est convenu ce qui suit :", "Article 1 – Objet", "Agir."),
    "the styles of another house": other_styles,
    "articles counted by the word processor": automatic_numbers,
    "heads in bold": bold_heads,
    "text boxes, nested tables, unknown elements": notes_and_boxes,
}


def converted(content: str, suffix: str, folder: Path) -> bytes:
    """Return a file that LibreOffice made of a text in another format."""
    source = folder / f"convention.{suffix}"
    source.write_text(content, encoding="utf-8" if suffix != "rtf" else "latin-1")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = ["soffice", profile, "--headless", "--convert-to"]
    if suffix == "html":
        as_text = [*office, "odt", "--infilter=HTML (StarWriter)", "--outdir", str(folder), str(source)]
        subprocess.run(as_text, check=True, capture_output=True, timeout=120)
        source = source.with_suffix(".odt")
    subprocess.run(
        [*office, "docx", "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=120
    )
    return source.with_suffix(".docx").read_bytes()


HAS_OFFICE = shutil.which("soffice") is not None
