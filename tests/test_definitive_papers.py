"""A paper against which nothing stands has no hole: a definitive document never says `[à compléter : …]`."""

from pathlib import Path

import pytest

from docgen.checks.blocking import standing_against
from docgen.pipeline import examine, load
from docgen.resources import samples_folder
from docgen.tree import Hole, leaves
from tests.test_samples_inputs import DOSSIERS

SAMPLES = samples_folder()


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda folder: folder.relative_to(SAMPLES).as_posix())
def test_a_paper_that_may_come_out_has_no_hole(folder: Path) -> None:
    examined = examine(*load(folder))
    holes = [
        (document.stem, inline.label)
        for piece, documents in examined.papers
        if not standing_against(piece, examined.dossier, examined.report)
        for document in documents
        for content in leaves(document.blocks)
        for inline in content
        if isinstance(inline, Hole)
    ]
    assert holes == []
