"""Every paper of the samples, judged by programs that nobody here wrote (`tests/judges/README.md`)."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.layout.engines import Engines, Format
from docgen.pipeline import examine, load
from docgen.resources import samples_folder, templates_folder
from docgen.tree import Document, paragraphs_of

JUDGE = Path(__file__).parent / "judges" / "judge"
HOME = Path(os.environ.get("JUDGES_HOME", Path.home() / ".cache" / "docgen-judges"))
KNOWN = {
    Format.DOCX: ("LO text missing from the LibreOffice PDF: 'AVIS ", "A11Y-FAKE-LIST hand-typed list item '– "),
    Format.PDF: ("PDFA3A-STREAM-LENGTH-001",),
}
"""What a judge says wrongly, with the reason in its README."""

pytestmark = pytest.mark.skipif(not (HOME / "venv").is_dir(), reason="judges absent: tests/judges/judge --setup")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The longest paper of each kind in the samples, and the longest draft, in both formats."""
    folder = tmp_path_factory.mktemp("papers")
    engines = Engines(templates_folder())
    for document in _longest():
        for format in Format:
            drawn = engines.draw(document, format, dict)
            (folder / f"{document.stem}.{drawn.suffix}").write_bytes(drawn.content)
    return folder


def _longest() -> Iterator[Document]:
    by_kind: dict[tuple[str, bool], Document] = {}
    for sample in sorted({path.parent for path in samples_folder().rglob("*.yaml")}):
        examined = examine(*load(sample))
        for piece, documents in examined.papers:
            draft = any(one.blocks and one.document == piece.cle for one in examined.report)
            for document in documents:
                key = ("", True) if draft else (document.kind, False)
                by_kind[key] = max(by_kind.get(key, document), document, key=lambda one: len(paragraphs_of(one)))
    yield from (replace(document, draft=draft) for (_, draft), document in by_kind.items())


@pytest.mark.parametrize("format", list(Format))
def test_the_judges_have_nothing_to_say(papers: Path, format: Format) -> None:
    files = [path for path in sorted(papers.glob(f"*.{format.value}")) if not _compares(path)]
    assert files
    assert _judged(files, KNOWN[format]) == []


def test_the_judges_of_word_know_a_comparison_by_its_tracked_changes_alone(papers: Path) -> None:
    files = [path for path in papers.glob("*.docx") if _compares(path)]
    assert files
    assert _judged(files, KNOWN[Format.DOCX], "--ignore", "LEFT-REVISION,LO") == []


def _compares(path: Path) -> bool:
    return path.name.startswith("comparaison-") and path.suffix == ".docx"


def _judged(files: list[Path], known: tuple[str, ...], *options: str) -> list[str]:
    judged = subprocess.run([JUDGE, *options, *files], capture_output=True, text=True, check=False)
    assert judged.returncode in (0, 1), judged.stderr
    return list(_faults(judged.stdout, known))


def _faults(printed: str, known: tuple[str, ...]) -> Iterator[str]:
    lines = (line for line in printed.splitlines() if line and not line.startswith("#"))
    yield from (line for line in lines if not any(one in line for one in known))
