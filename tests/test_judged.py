"""The papers of the samples, judged by programs that nobody here wrote (`tests/judges/README.md`).

The files are those that users get: each carries the data that it is made of.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from docgen.drawing import Order
from docgen.layout.engines import Engines, Format
from docgen.model.base import Piece
from docgen.parapheur import send, signing
from docgen.pipeline import examine, load
from docgen.resources import samples_folder, templates_folder
from docgen.seance import hold, meeting
from docgen.source.made import Sources
from docgen.tree import Document, paragraphs_of
from docgen.values import replace
from tests.judging import JUDGES_ARE_HERE, KNOWN, judged

pytestmark = pytest.mark.skipif(not JUDGES_ARE_HERE, reason="judges absent: tests/judges/judge --setup")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The longest paper of each kind in the samples, final and draft, a pack, and what goes to signature.

    `DOCGEN_JUDGE=all` takes every paper of the samples, final and draft.
    """
    folder = tmp_path_factory.mktemp("papers")
    engines = Engines(templates_folder())
    for paper in _all(engines) if os.environ.get("DOCGEN_JUDGE") == "all" else _longest(engines):
        (folder / paper.sample).mkdir(exist_ok=True)
        for format in Format:
            drawn = engines.draw(paper.document, format, dict, source=paper.source())
            (folder / paper.sample / f"{paper.document.stem}.{drawn.suffix}").write_bytes(drawn.content)
    _sent(folder, engines)
    return folder


@dataclass(frozen=True)
class Paper:
    """A paper of a sample, final or draft, with the data that its files carry."""

    sample: str
    document: Document
    piece: Piece
    sources: Sources

    def source(self) -> bytes:
        xml, _ = self.sources.carried(self.piece, self.document)
        assert xml
        return xml


def _all(engines: Engines) -> Iterator[Paper]:
    """Every paper of the samples, as final as it may be, and its draft."""
    for paper, ready in _papers(engines):
        yield from (drafted(paper, draft) for draft in ((True, False) if ready else (True,)))


def _longest(engines: Engines) -> Iterator[Paper]:
    by_kind: dict[tuple[str, bool], Paper] = {}
    for paper, ready in _papers(engines):
        for draft in (True, False) if ready else (True,):
            one, key = drafted(paper, draft), ("" if draft else paper.document.kind, draft)
            by_kind[key] = max(by_kind.get(key, one), one, key=lambda one: len(paragraphs_of(one.document)))
    yield from by_kind.values()


def drafted(paper: Paper, draft: bool) -> Paper:
    return Paper(paper.sample, replace(paper.document, draft=draft), paper.piece, paper.sources)


def _papers(engines: Engines) -> Iterator[tuple[Paper, bool]]:
    """Yield each paper of the samples, and whether nothing blocks it."""
    for sample in sorted({path.parent for path in samples_folder().rglob("*.yaml")}):
        examined = examine(*load(sample))
        sources = Sources(examined.dossier, engines.provenance)
        for piece, documents in examined.papers:
            ready = not any(one.blocks and one.document == piece.cle for one in examined.report)
            yield from ((Paper(sample.name, document, piece, sources), ready) for document in documents)


def _sent(folder: Path, engines: Engines) -> None:
    """Put a pack, a bordereau and a note into `folder`."""
    examined = examine(*load(samples_folder() / "atlas"))
    order = Order(folder, formats=(Format.PDF,))
    hold(meeting(*load(samples_folder() / "atlas"), "copil-2021-05"), order, engines)
    send(signing(examined, ["2021-04"]), order, engines)


@pytest.mark.parametrize("format", list(Format))
def test_the_judges_have_nothing_to_say(papers: Path, format: Format) -> None:
    files = [path for path in sorted(papers.rglob(f"*.{format.value}")) if not _compares(path)]
    assert files
    assert judged(files, KNOWN[format]) == []


def test_the_judges_of_word_know_a_comparison_by_its_tracked_changes_alone(papers: Path) -> None:
    files = [path for path in papers.rglob("*.docx") if _compares(path)]
    assert files
    assert judged(files, KNOWN[Format.DOCX], "--ignore", "LEFT-REVISION,LO") == []


def _compares(path: Path) -> bool:
    return path.name.startswith("comparaison-") and path.suffix == ".docx"
