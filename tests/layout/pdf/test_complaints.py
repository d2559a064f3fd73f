"""What cannot be drawn is a finding that forbids the definitive paper; nothing is said on the side."""

import base64

import pytest

from docgen.findings import Finding
from docgen.layout.pdf.draw import PdfEngine
from docgen.tree import Block, Logo, Signs
from tests.layout.pdf.trees import SQUARE, alinea, document, every_block
from tests.pdf_reader import paragraphs

PIXEL = base64.b64decode(
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def found(engine: PdfEngine, *blocks: Block) -> list[Finding]:
    findings = engine.draw(document(*blocks)).findings
    assert all(finding.blocks and finding.document == "essai/2021-01" for finding in findings)
    return list(findings)


def logo(content: bytes, media_type: str = "image/svg+xml", alternative: str = "OPCO Atlas") -> Block:
    return Signs((), (Logo(content, media_type, alternative, 40),))


def svg(body: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">{body}</svg>'.encode()


def test_a_sound_paper_has_no_finding(engine: PdfEngine) -> None:
    assert found(engine, *every_block()) == []


def test_a_missing_glyph_is_named_with_the_words_around_it(engine: PdfEngine) -> None:
    (finding,) = found(engine, alinea("Le parcours 😀 commence ; il 😀 finit."))
    assert finding.code == "SAI-05"
    assert "« 😀 » (U+1F600)" in finding.message
    assert "Le parcours 😀 commence" in finding.message


def test_nothing_is_written_to_the_standard_error(engine: PdfEngine, capfd: pytest.CaptureFixture[str]) -> None:
    engine.draw(document(alinea("😀"), logo(b"not a picture")))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x01", "\ud800", "\ufffe"])
def test_a_character_that_no_file_holds_is_taken_out_and_named(engine: PdfEngine, char: str) -> None:
    drawn = engine.draw(document(alinea(f"Avant {char}après & suite")))
    (finding,) = drawn.findings
    assert finding.code == "SAI-05"
    assert f"U+{ord(char):04X}" in finding.message
    assert paragraphs(drawn.content) == ["Avant après & suite"]


@pytest.mark.parametrize("media_type", ["image/svg+xml", "image/png", "image/jpeg"])
def test_a_logo_that_cannot_be_read_is_named(engine: PdfEngine, media_type: str) -> None:
    (finding,) = found(engine, logo(b"not a picture", media_type))
    assert finding.code == "LOG-05"
    assert "« OPCO Atlas »" in finding.message


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "https://example.org/a.png", "ftp://example.org/a.png", "images/../acte.html"]
)
def test_a_logo_that_asks_for_another_file_does_not_get_it(engine: PdfEngine, address: str) -> None:
    findings = found(engine, logo(svg(f'<image href="{address}" width="9" height="9"/>')))
    assert {finding.code for finding in findings} == {"LOG-05"}
    assert any(address.rsplit("/", 1)[-1] in finding.message for finding in findings)


def test_a_logo_may_hold_its_own_picture(engine: PdfEngine) -> None:
    inside = "data:image/png;base64," + base64.b64encode(PIXEL).decode()
    assert found(engine, logo(svg(f'<image href="{inside}" width="9" height="9"/>'))) == []


def test_a_logo_without_alternative_is_refused(engine: PdfEngine) -> None:
    (finding,) = found(engine, logo(SQUARE, alternative=" "))
    assert finding.code == "LOG-05"


def test_a_logo_cannot_bring_its_own_font(engine: PdfEngine) -> None:
    before = engine.draw(document(alinea("Texte"))).content
    style = "<style>@font-face{font-family:'Liberation Sans';src:url(data:font/ttf;base64,AAAA)}</style>"
    engine.draw(document(logo(svg(style + '<text y="9">x</text>'))))
    assert engine.draw(document(alinea("Texte"))).content == before
