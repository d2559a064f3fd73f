"""LibreOffice, asked to accept or reject all the changes of a comparison, gives the two texts."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.amend.compare import compare
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.resources import templates_folder
from docgen.tree import Document, PageKind, Revision, paragraphs_of
from tests import word_reader
from tests.amend.atlas import amended, atlas

PYTHON = next((one for one in ("/usr/bin/python3", shutil.which("python3") or "") if Path(one).is_file()), "")
SCRIPT = Path(__file__).with_name("office_changes.py")


def has_bindings() -> bool:
    """Return whether LibreOffice and a Python that speaks to it are here."""
    if not PYTHON or shutil.which("soffice") is None:
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


def without_form(paper: Document) -> Document:
    """Return the paper without its blank form, whose boxes to tick LibreOffice reads as letters."""
    return replace(paper, sections=tuple(one for one in paper.sections if one.page is not PageKind.FORMULAIRE))


@pytest.mark.skipif(not has_bindings(), reason="LibreOffice and its Python bindings are not installed")
@pytest.mark.parametrize(
    ("command", "state"), [("AcceptAllTrackedChanges", amended), ("RejectAllTrackedChanges", atlas)]
)
def test_both_texts_come_back(command: str, state: Callable[[], Document], tmp_path: Path) -> None:
    marked = replace(
        compare(without_form(atlas()), without_form(amended())), revision=Revision("Avenant", date(2022, 6, 14))
    )
    source, target = tmp_path / "comparaison.docx", tmp_path / "texte.docx"
    source.write_bytes(draw_word(marked, WordTemplates(templates_folder())).content)
    done = subprocess.run([PYTHON, str(SCRIPT), command, str(source), str(target)], check=False, timeout=300)
    assert done.returncode == 0
    assert word_reader.paragraphs(target.read_bytes()) == paragraphs_of(without_form(state()))
