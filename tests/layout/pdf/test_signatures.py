"""Signature blocks: an empty field for each person who signs, on the page of the words that are signed."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from docgen.layout.pdf.draw import PdfEngine
from docgen.tree import Break, Document, Paragraph, ParagraphRole, Run, Signature, Signatures
from tests.layout.pdf.trees import alinea, document, prose, signature, title, words
from tests.specimens import convention_specimen

MM = 72 / 25.4


def fields(pdf: bytes) -> list[dict[str, Any]]:
    """Return the fields of all pages, page after page."""
    return [field.get_object() for page in PdfReader(BytesIO(pdf)).pages for field in page.get("/Annots", ())]


def act(lines: int, *rows: tuple[Signature, ...]) -> Document:
    """Return an act that has `lines` short alinéas before its last one and its signatures."""
    body = (alinea(f"Alinéa {n}.") for n in range(lines))
    end = (alinea("Dernier alinéa."), Paragraph(words("Fait à Paris."), ParagraphRole.FAIT), Signatures(rows))
    return document(title(), *body, *end)


def test_each_person_who_signs_has_a_field(engine: PdfEngine) -> None:
    found = fields(engine.draw(convention_specimen()).content)
    assert [field["/T"] for field in found] == [
        "signature-geffray",
        "signature-barthez",
        "signature-degonzague",
        "signature-vicainé",
    ]
    assert found[0]["/TU"] == "Signature de Edouard GEFFRAY"


def test_a_field_is_an_empty_signature_that_locks_itself_alone(engine: PdfEngine) -> None:
    (field,) = fields(engine.draw(act(1, (signature(),))).content)
    assert (field["/FT"], "/V" in field) == ("/Sig", False)
    assert field["/SV"]["/SubFilter"] == ["/ETSI.CAdES.detached"]
    assert (field["/Lock"]["/Action"], field["/Lock"]["/Fields"]) == ("/Include", ["signature-delmas"])


def test_a_field_is_as_large_as_its_frame(engine: PdfEngine) -> None:
    (field,) = fields(engine.draw(act(1, (signature(),))).content)
    left, bottom, right, top = field["/Rect"]
    assert (right - left, top - bottom) == (pytest.approx(72 * MM, abs=2), pytest.approx(23 * MM, abs=2))


def test_a_block_without_name_of_field_has_no_field(engine: PdfEngine) -> None:
    pdf = engine.draw(act(1, (signature(field=""),))).content
    assert fields(pdf) == []
    assert "/AcroForm" not in PdfReader(BytesIO(pdf)).root_object


def test_the_fields_of_a_row_stand_at_one_height(engine: PdfEngine) -> None:
    long = Signature(words(prose(2)), words("Anne BARTHEZ"), (), "signature-barthez", "Signature")
    first, second = fields(engine.draw(act(1, (signature(), long))).content)
    assert first["/Rect"][1] == pytest.approx(second["/Rect"][1], abs=0.01)
    assert first["/Rect"][2] < second["/Rect"][0]


@pytest.mark.parametrize("lines", range(14, 30))
def test_the_last_words_stand_on_the_page_of_the_signatures(engine: PdfEngine, lines: int) -> None:
    drawn = engine.draw(act(lines, (signature(),), (signature("Paul VERNET", "signature-vernet"),)))
    pages = [page.extract_text() for page in PdfReader(BytesIO(drawn.content)).pages]
    (signed,) = [page for page in pages if "Claire DELMAS" in page]
    assert all(text in signed for text in ("Dernier alinéa.", "Fait à Paris.", "Paul VERNET"))
    assert drawn.findings == ()


def test_blocks_that_no_page_can_hold_flow_from_the_page_of_the_last_words(engine: PdfEngine) -> None:
    rows = ((signature(f"Nom {n}", f"signature-{n}"), signature(f"Autre {n}", f"autre-{n}")) for n in range(7))
    drawn = engine.draw(act(3, *rows))
    first, second = (page.extract_text() for page in PdfReader(BytesIO(drawn.content)).pages)
    assert all(text in first for text in ("Dernier alinéa.", "Fait à Paris.", "Autre 0"))
    assert all(text in second for text in ("Nom 5", "Nom 6"))
    assert drawn.findings == ()


def test_a_block_alone_on_its_page_is_a_finding(engine: PdfEngine) -> None:
    drawn = engine.draw(document(title(), Signatures(((signature(),),)), alinea("Suite.")))
    assert drawn.findings == ()
    (finding,) = engine.draw(document(Signatures(((signature(),),)))).findings
    assert (finding.code, finding.blocks) == ("SIG-06", True)


def test_a_block_too_tall_for_a_page_is_a_finding(engine: PdfEngine) -> None:
    tall = Signature(words("Le président"), (Run("Nom"), *(Break() for _ in range(80)), Run("suite")))
    findings = engine.draw(act(3, (tall,))).findings
    assert {finding.code for finding in findings} == {"SIG-06"}


@pytest.mark.parametrize(("aside", "left"), [(False, 27), (True, 27 + 80)])
def test_the_block_of_a_letter_stands_under_its_addressee(engine: PdfEngine, aside: bool, left: int) -> None:
    letter = document(title(), alinea("Texte."), Signatures(((signature(),),), aside=aside))
    (field,) = fields(engine.draw(letter).content)
    assert field["/Rect"][0] == pytest.approx(left * MM, abs=2)
