"""Pages as LibreOffice lays them out, where it is installed; a test that needs it is skipped elsewhere."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def pages(folder: Path, *papers: bytes) -> list[list[str]]:
    """Return the words of each page of each of the Word files `papers`, every run of spaces as one."""
    for number, content in enumerate(papers):
        (folder / f"{number}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{number}.docx") for number in range(len(papers))]
    command = [OFFICE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [_page_texts((folder / f"{number}.pdf").read_bytes()) for number in range(len(papers))]


def _page_texts(pdf: bytes) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]
