"""One engine for all the tests of the PDF: it takes a second to make."""

from pathlib import Path

import pytest

from docgen.layout.pdf.draw import PdfEngine

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="session")
def engine() -> PdfEngine:
    return PdfEngine(TEMPLATES)
