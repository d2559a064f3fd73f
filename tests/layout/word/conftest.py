"""The templates of the repo, compiled once for all the tests of Word."""

from pathlib import Path

import pytest

from docgen.layout.word.draw import WordTemplates

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="session")
def templates() -> WordTemplates:
    return WordTemplates(TEMPLATES)
