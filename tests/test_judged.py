"""Every paper of the samples, judged by programs that nobody here wrote (`tests/judges/README.md`)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.layout.engines import Engines, Format
from docgen.pipeline import examine, load
from docgen.resources import samples_folder, templates_folder
from docgen.tree import Document, paragraphs_of
from tests.judging import JUDGES_ARE_HERE, KNOWN, judged

pytestmark = pytest.mark.skipif(not JUDGES_ARE_HERE, reason="judges absent: tests/judges/judge --setup")


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
    assert judged(files, KNOWN[format]) == []


def test_the_judges_of_word_know_a_comparison_by_its_tracked_changes_alone(papers: Path) -> None:
    files = [path for path in papers.glob("*.docx") if _compares(path)]
    assert files
    assert judged(files, KNOWN[Format.DOCX], "--ignore", "LEFT-REVISION,LO") == []


def _compares(path: Path) -> bool:
    return path.name.startswith("comparaison-") and path.suffix == ".docx"
