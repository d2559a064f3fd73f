"""Files, changed as a person or a program would change them."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ContentStream, NameObject

BODY = "word/document.xml"


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
    for operands, operator in contents.operations:
        strings = [one for one in operands[0] if hasattr(one, "original_bytes")] if operator == b"TJ" else []
        long = next((one for one in strings if len(one.original_bytes) >= 8 and _differ(one.original_bytes)), None)
        if long is not None:
            raw = long.original_bytes
            operands[0][operands[0].index(long)] = type(long)(raw[2:4] + raw[:2] + raw[4:])
            break
    page[NameObject("/Contents")] = writer._add_object(contents)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _differ(raw: bytes) -> bool:
    return raw[:2] != raw[2:4]
