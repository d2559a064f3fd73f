"""Bytes become text; what is not UTF-8 is said, and read all the same where it is recognised."""

import pytest

from docgen.findings import Place
from docgen.read.encoding import decode

TEXT = "document: fiche-action\ntitre: Métiers de l’été\n"


def test_utf_8_is_read_without_a_word() -> None:
    decoded = decode(TEXT.encode(), "f.yaml")
    assert (decoded.text, decoded.findings) == (TEXT, ())


def test_a_byte_order_mark_is_accepted_and_left_out() -> None:
    decoded = decode(TEXT.encode("utf-8-sig"), "f.yaml")
    assert (decoded.text, decoded.findings) == (TEXT, ())


def test_windows_1252_is_recognised_at_its_first_accent_and_read() -> None:
    decoded = decode(TEXT.encode("cp1252"), "f.yaml")
    (finding,) = decoded.findings
    assert decoded.text == TEXT
    assert (finding.code, finding.place) == ("SAI-07", Place("f.yaml", 2, 9))
    assert "0xE9" in finding.message
    assert "qui vaut é en Windows-1252 (cp1252)" in finding.message


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-16-le", "UTF-16 sans marque"),
        ("utf-16-be", "UTF-16 sans marque"),
    ],
)
def test_wide_encodings_are_named_and_read(codec: str, name: str) -> None:
    decoded = decode(TEXT.encode(codec), "f.yaml")
    (finding,) = decoded.findings
    assert decoded.text == TEXT
    assert f"lu « un texte en {name} » ; attendu : un texte en UTF-8." in finding.message


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", b"titre: \x81\n", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    decoded = decode(content, "f.yaml")
    assert decoded.text is None
    assert [finding.code for finding in decoded.findings] == ["SAI-07"]
