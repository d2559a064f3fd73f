"""LibreOffice, asked to accept or reject all the changes of a comparison, gives the two texts."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.amend.compare import compare
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.resources import templates_folder
from docgen.text.words import words
from docgen.tree import (
    Box,
    Change,
    Choices,
    Column,
    Document,
    PageKind,
    Revision,
    Row,
    Run,
    Section,
    Table,
    Tick,
    paragraphs_of,
    rebuilt,
)
from docgen.values import replace
from tests import word_reader
from tests.amend.atlas import amended, atlas

VOICES = (("Branches", "2"), ("Ministères", "2"), ("Opérateur", "1"), ("Régions", "4"))
OTHER_VOICES = (("Branches", "2"), ("Ministères", "3"), ("Régions", "4"), ("Départements", "5"))
BEFORE, AFTER = lambda: with_table(atlas(), VOICES), lambda: with_table(with_other_labels(amended()), OTHER_VOICES)

PYTHON = next((one for one in ("/usr/bin/python3", shutil.which("python3") or "") if Path(one).is_file()), "")
SCRIPT = Path(__file__).with_name("office_changes.py")


def has_bindings() -> bool:
    """Return whether LibreOffice and a Python that speaks to it are here."""
    if not PYTHON or shutil.which("soffice") is None:
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


def without_form(paper: Document) -> Document:
    return replace(paper, sections=tuple(one for one in paper.sections if one.page is not PageKind.FORMULAIRE))


def with_table(paper: Document, rows: tuple[tuple[str, str], ...]) -> Document:
    """Return the paper with a table at its end: one row comes, one goes, one changes."""
    columns = (Column(words("Collège"), 3), Column(words("Voix"), 1))
    table = Table((), columns, tuple(Row((words(name), words(count))) for name, count in rows))
    first, second, *others = paper.sections
    return replace(paper, sections=(first, replace(second, blocks=(*second.blocks, table)), *others))


def with_other_labels(paper: Document) -> Document:
    """Return the paper with two other words in each heading of its blank form, and one more sector."""
    return replace(paper, sections=tuple(map(_of_form, paper.sections)))


def _of_form(section: Section) -> Section:
    def node(one: Any) -> Any:
        match one:
            case Box():
                return replace(one, title=(*one.title, Run(" (à remplir)")))
            case Choices():
                return replace(one, choices=(*one.choices, (Tick("Tourisme", name="secteur-tourisme"),)))
            case _:
                return one

    return rebuilt(section, lambda content: content, node) if section.page is PageKind.FORMULAIRE else section


def settled(marked: Document, command: str, folder: Path) -> list[str]:
    """Return the words of a comparison once LibreOffice has settled it."""
    source, target = folder / "comparaison.docx", folder / "texte.docx"
    paper = replace(marked, revision=Revision("Avenant", date(2022, 6, 14)))
    source.write_bytes(draw_word(paper, WordTemplates(templates_folder())).content)
    done = subprocess.run([PYTHON, str(SCRIPT), command, str(source), str(target)], check=False, timeout=300)
    assert done.returncode == 0
    return word_reader.paragraphs(target.read_bytes())


@pytest.mark.skipif(not has_bindings(), reason="LibreOffice and its Python bindings are not installed")
@pytest.mark.parametrize(
    ("command", "state"), [("AcceptAllTrackedChanges", AFTER), ("RejectAllTrackedChanges", BEFORE)]
)
def test_both_texts_come_back_form_and_all(command: str, state: Callable[[], Document], tmp_path: Path) -> None:
    """LibreOffice writes the letter under a box to tick, so that the form is held to what it writes without changes."""
    marked = compare(BEFORE(), AFTER())
    rows = [row.change for table in marked.sections[1].blocks if isinstance(table, Table) for row in table.rows]
    assert {Change.INSERTED, Change.DELETED, Change.KEPT} == set(rows)
    found = settled(marked, command, tmp_path)
    assert found == settled(compare(state(), state()), command, tmp_path)
    text = paragraphs_of(without_form(state()))
    assert found[: len(text)] == text
