"""Pages in Word: margins, furniture, covers, drafts, metadata, logos."""

import zlib
from struct import pack

import pytest
from lxml import etree

from docgen.findings import Severity
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.tree import Document, Family, Logo, NameStack, PageKind, Section, Signs
from docgen.values import replace
from tests.layout.pdf.trees import SQUARE, alinea, document, of_sections
from tests.specimens import convention_specimen, fiche_specimen
from tests.word_reader import W, body, names, paragraphs, part, words_of

DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MARGINS = {
    PageKind.GARDE: (22, 27, 24),
    PageKind.TEXTE: (24, 27, 27),
    PageKind.FORMULAIRE: (18, 24, 24),
    PageKind.PAYSAGE: (19, 20, 23),
}


def all_pages(draft: bool = False) -> Document:
    return of_sections(*(Section(kind, (alinea(kind),)) for kind in PageKind), draft=draft)


def sections(content: bytes) -> list[etree._Element]:
    return [*body(content).iter(f"{W}sectPr")]


def furniture(content: bytes, section: etree._Element, kind: str) -> str:
    """Return the words of the header or the footer of a section, fields by their instructions."""
    (reference,) = section.iterfind(f"{W}{kind}Reference")
    relations = {one.get("Id"): one.get("Target") for one in part(content, "word/_rels/document.xml.rels")}
    found = part(content, f"word/{relations[reference.get(ID)]}").iter(f"{W}t", f"{W}tab", f"{W}instrText")
    return "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in found)


def millimetres(element: etree._Element, name: str) -> int:
    return round(int(element.get(f"{W}{name}", "0")) / 1440 * 25.4)


def test_each_page_has_the_margins_of_its_kind(templates: WordTemplates) -> None:
    found = {}
    for kind, section in zip(PageKind, sections(draw_word(all_pages(), templates).content), strict=True):
        (margins,) = section.iterfind(f"{W}pgMar")
        found[kind] = tuple(millimetres(margins, side) for side in ("top", "left", "bottom"))
        assert margins.get(f"{W}left") == margins.get(f"{W}right")
    assert found == MARGINS


def test_only_the_wide_page_is_turned(templates: WordTemplates) -> None:
    sizes = [section.find(f"{W}pgSz") for section in sections(draw_word(all_pages(), templates).content)]
    measured = [(millimetres(size, "w"), millimetres(size, "h")) for size in sizes if size is not None]
    assert measured == [(210, 297), (210, 297), (210, 297), (297, 210)]
    assert [size.get(f"{W}orient") for size in sizes if size is not None] == [None, None, None, "landscape"]


def test_a_page_says_its_paper_and_its_number_but_the_cover_says_nothing(templates: WordTemplates) -> None:
    content = draw_word(all_pages(), templates).content
    cover, *others = (furniture(content, section, "footer") for section in sections(content))
    assert cover == ""
    assert {*others} == {"Essai – papier du 12 mai 2021\t PAGE 1 /  NUMPAGES 1"}


def test_a_draft_says_so_on_every_page_and_only_a_draft(templates: WordTemplates) -> None:
    for draft, mark in ((True, "PROJET"), (False, "")):
        content = draw_word(all_pages(draft), templates).content
        assert {furniture(content, section, "header") for section in sections(content)} == {mark}
        assert "PROJET" not in " ".join(paragraphs(content))


def test_a_short_title_with_signs_of_markup_is_printed_as_it_is(templates: WordTemplates) -> None:
    paper = replace(all_pages(), short_title="R&D <1>", title="R&D <2>", author='"R&D"')
    content = draw_word(paper, templates).content
    assert furniture(content, sections(content)[1], "footer").startswith("R&D <1>\t")
    assert {element.text for element in part(content, "docProps/core.xml")} >= {"R&D <2>", '"R&D"'}


def test_the_metadata_are_those_of_the_paper_and_rest_on_its_day(templates: WordTemplates) -> None:
    content = draw_word(fiche_specimen(), templates).content
    said = [(etree.QName(one).localname, one.text) for one in part(content, "docProps/core.xml")]
    assert sorted(said) == [
        ("created", "2021-10-13T00:00:00Z"),
        ("creator", "OPCO Atlas"),
        ("language", "fr-FR"),
        ("modified", "2021-10-13T00:00:00Z"),
        ("title", fiche_specimen().title),
    ]


def test_a_paper_without_a_day_has_no_dates(templates: WordTemplates) -> None:
    content = draw_word(replace(fiche_specimen(), dated=None), templates).content
    assert {etree.QName(one).localname for one in part(content, "docProps/core.xml")} == {
        "title",
        "creator",
        "language",
    }


def test_embedded_parts_are_put_in(templates: WordTemplates) -> None:
    content = draw_word(fiche_specimen(), templates, {"customXml/item1.xml": b"<source/>"}).content
    assert part(content, "customXml/item1.xml").tag == "source"
    assert paragraphs(content) == paragraphs(draw_word(fiche_specimen(), templates).content)


def test_a_paper_is_laid_out_as_a_word_file_whose_pages_are_not_known(templates: WordTemplates) -> None:
    drawn = draw_word(convention_specimen(), templates)
    assert (drawn.suffix, drawn.pages, drawn.findings) == ("docx", None, ())


@pytest.mark.parametrize("family", Family)
def test_every_family_has_its_template(family: Family, templates: WordTemplates) -> None:
    kind = PageKind.FORMULAIRE if family is Family.FORMULAIRE else PageKind.TEXTE
    paper = of_sections(Section(kind, (alinea("Un texte."),)), family=family)
    assert paragraphs(draw_word(paper, templates).content) == ["Un texte."]


# ---------------------------------------------------------------- signs


def png(width: int, height: int) -> bytes:
    """Return a white picture."""
    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    chunks = ((b"IHDR", pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    packed = (pack(">L", len(data)) + name + data + pack(">L", zlib.crc32(name + data)) for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


JPEG = b"\xff\xd8\xff\xe0\0\4\0\0\xff\xc0\0\x0b\x08" + pack(">HH", 30, 90) + b"\1\1\x11\0\xff\xd9"


def with_logo(content: bytes, media_type: str) -> Document:
    logo = Logo(content, media_type, "Logo de l’OPCO", 45)
    return document(Signs((NameStack(("MINISTÈRE", "SPORTS"), ("Liberté",)),), (logo,)), alinea("Texte."))


def test_a_vector_logo_goes_in_as_a_vector_and_as_pixels_with_its_alternative(templates: WordTemplates) -> None:
    content = draw_word(with_logo(SQUARE, "image/svg+xml"), templates).content
    (drawing,) = body(content).iter(DOCPR)
    assert drawing.get("descr") == "Logo de l’OPCO"
    assert len([*body(content).iter(SVG_BLIP)]) == 1
    assert sorted(name for name in names(content) if "media" in name) == [
        "word/media/image1.svg",
        "word/media/image2.png",
    ]


@pytest.mark.parametrize(("content", "media_type"), [(png(90, 30), "image/png"), (JPEG, "image/jpeg")])
def test_a_picture_is_as_wide_as_asked_and_keeps_its_shape(
    content: bytes, media_type: str, templates: WordTemplates
) -> None:
    drawn = draw_word(with_logo(content, media_type), templates)
    (extent,) = body(drawn.content).iter(EXTENT)
    assert (int(extent.get("cx", "0")), int(extent.get("cy", "0"))) == (45 * 36_000, 15 * 36_000)
    assert drawn.findings == ()


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (b"rien", "image/png", "ni PNG, ni JPEG"),
        (png(9, 9)[:17], "image/png", "tronquée"),
        (JPEG[:12], "image/jpeg", "tronquée"),
        (png(0, 0), "image/png", "vide"),
        (b"<html/>", "image/svg+xml", "pas un dessin SVG"),
        (b"\xff\xfe<svg/>", "image/svg+xml", "pas un dessin SVG"),
        (SQUARE.replace(b"<rect", b'<image href="/etc/hostname"/><rect'), "image/svg+xml", "un autre fichier"),
    ],
)
def test_a_logo_that_cannot_be_read_gives_its_place_to_its_name(
    content: bytes, media_type: str, reason: str, templates: WordTemplates
) -> None:
    drawn = draw_word(with_logo(content, media_type), templates)
    (finding,) = drawn.findings
    assert (finding.code, finding.severity) == ("LOG-05", Severity.A_VERIFIER)
    assert reason in finding.message
    assert paragraphs(drawn.content) == ["MINISTÈRE", "SPORTS", "Liberté", "Logo de l’OPCO", "Texte."]


def test_the_state_stands_left_and_the_partner_at_the_right_edge(templates: WordTemplates) -> None:
    found = body(draw_word(with_logo(SQUARE, "image/svg+xml"), templates).content)
    widths = [millimetres(column, "w") for column in found.iter(f"{W}gridCol")]
    assert widths == [111, 45]
    first, *_ = found.iter(f"{W}tc")
    assert [words_of(paragraph) for paragraph in first.iter(f"{W}p")] == ["MINISTÈRE", "SPORTS", "Liberté"]
