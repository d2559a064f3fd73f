"""Many papers are drawn by several processes as by one: the same bytes, in the same order, with the same errors."""

import shutil
import signal
from pathlib import Path

import pytest

from docgen.batch import WORTH_A_PROCESS, Sheet, _deaf_children, drawn
from docgen.errors import TemplateError
from docgen.layout.engines import Engines, Format
from docgen.resources import templates_folder
from docgen.tree import Document, Family, Hole, PageKind, Paragraph, Run, Section
from docgen.values import replace

DOCUMENT = Document(
    kind="fiche-action",
    id="un",
    title="Une fiche",
    short_title="Une fiche",
    author="Le secrétariat",
    family=Family.FORMULAIRE,
    sections=(),
)


def sheets(pdfs: int) -> list[Sheet]:
    """Return so many papers, each with words of its own and a glyph that no font has, in both formats."""
    contents = [(Run(f"Fiche n° {rank} \u4e2d"), Hole("titre")) for rank in range(pdfs)]
    documents = [
        replace(DOCUMENT, id=str(rank), sections=(Section(PageKind.FORMULAIRE, (Paragraph(content),)),))
        for rank, content in enumerate(contents)
    ]
    return [Sheet(document, format, dict) for document in documents for format in Format]


def test_two_processes_give_the_files_and_findings_of_one_in_the_same_order() -> None:
    asked = sheets(2 * WORTH_A_PROCESS)
    alone = list(drawn(asked, Engines(templates_folder()), 1))
    assert [one.suffix for one in alone] == ["docx", "pdf"] * (2 * WORTH_A_PROCESS)
    assert any(one.findings for one in alone)
    assert len({one.content for one in alone}) == len(asked)
    assert list(drawn(asked, Engines(templates_folder()), 2)) == alone


def test_an_error_of_another_process_is_raised_here_as_it_is(tmp_path: Path) -> None:
    faulty = shutil.copytree(templates_folder(), tmp_path / "templates")
    with (faulty / "charte.css").open("a", encoding="utf-8") as style:
        style.write("p { couleur: rouge }\n")
    with pytest.raises(TemplateError, match=r"charte\.css"):
        list(drawn(sheets(2 * WORTH_A_PROCESS), Engines(faulty), 2))


def test_a_process_that_draws_for_another_is_started_deaf_to_ctrl_c_and_the_other_hears_again() -> None:
    heard = signal.getsignal(signal.SIGINT)
    with _deaf_children():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) is heard
