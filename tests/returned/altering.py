"""Files, changed as a person or a program would change them."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject

BODY = "word/document.xml"
GLYPH = 2
"""Bytes of a glyph in the fonts of docgen."""


def word_with(docx: bytes, change: Callable[[str], str], part: str = BODY) -> bytes:
    """Return a Word file of which the XML of a part is changed; a part that is not there is made of nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as package, zipfile.ZipFile(out, "w") as changed:
        for name in package.namelist():
            content = package.read(name)
            changed.writestr(name, change(content.decode()).encode() if name == part else content)
    return out.getvalue()


def word_saying(docx: bytes, old: str, new: str) -> bytes:
    """Return a Word file in which one text stands for another, once."""

    def change(xml: str) -> str:
        assert old in xml
        return xml.replace(old, new, 1)

    return word_with(docx, change)


def saved_by_libreoffice(path: Path, folder: Path) -> Path:
    """Return `path` as LibreOffice saves it; the test is skipped where there is no LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    profile = f"-env:UserInstallation=file://{folder}/profil"
    command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / path.name


def pdf_with_two_glyphs_exchanged(pdf: bytes) -> bytes:
    """Return a PDF of which two letters, on its first page, have changed places."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    page = writer.pages[0]
    contents = ContentStream(page["/Contents"], writer)
    operations = contents.operations
    for operands, operator in operations:
        pieces = operands[0] if operator == b"TJ" else []
        glyphs = [place for place, one in enumerate(pieces) if len(getattr(one, "original_bytes", b"")) == GLYPH]
        if len(glyphs) > 1 and pieces[glyphs[0]] != pieces[glyphs[1]]:
            first, second = glyphs[:2]
            pieces[first], pieces[second] = pieces[second], pieces[first]
            break
    contents.operations = operations
    page[NameObject("/Contents")] = writer._add_object(contents)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def rewritten(pdf: bytes, pages: int | None = None, password: str = "") -> bytes:
    """Return a PDF as another program saves it: its first `pages` alone, under a `password`."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for number in range(len(writer.pages) - 1, (pages or len(writer.pages)) - 1, -1):
        writer.remove_page(number)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_fields_apart(pdf: bytes) -> bytes:
    """Return a PDF, saved again, whose signature fields stand above the widgets that show them on the page."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for page in writer.pages:
        for reference in page.get("/Annots", ()):
            widget = reference.get_object()
            if widget.get("/FT") == "/Sig":
                field = DictionaryObject(
                    (NameObject(key), widget.pop(key)) for key in ("/FT", "/T", "/V") if key in widget
                )
                field[NameObject("/Kids")] = ArrayObject([reference])
                widget[NameObject("/Parent")] = writer._add_object(field)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
