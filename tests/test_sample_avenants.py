"""The sample avenants say what their expected texts say: each paper has a file that a person can read."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from docgen.layout.pdf.changes import spread
from docgen.model.avenant import Avenant
from docgen.pipeline import load
from docgen.resources import samples_folder
from docgen.text.papers import write
from docgen.tree import Change, Document, leaves, text_of
from tests.amend.dossiers import amended, avenant, avenant_of
from tests.text.dossiers import words_of

FOLDERS = (samples_folder() / "avenants", samples_folder() / "cas" / "avenants-sur-un-texte-repris")
SIGNS = {Change.KEPT: "{}", Change.INSERTED: "[+{}+]", Change.DELETED: "[−{}−]"}

IN_BOLD = "Les mots modifiés sont en gras."


@cache
def papers(folder: Path) -> dict[str, Document]:
    """Return the papers of the avenants of a dossier by their names, the consolidated texts left out.

    These are what the comparisons say once their changes are accepted.
    """
    dossier, _ = load(folder)
    made = (paper for avenant in dossier.all(Avenant) for paper in write(avenant, dossier))
    return {paper.stem: paper for paper in made if paper.kind != "version-consolidee"}


def said(paper: Document) -> str:
    """Return the words of a paper, a block a line; of a comparison, the lines that bear changes, with signs."""
    lines = changed_lines(paper) if paper.revision else (text_of(content) for content in leaves(paper.blocks))
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines))) + "\n"


def changed_lines(paper: Document) -> Iterator[str]:
    for content in leaves(spread(paper).blocks):
        if any(one.change is not Change.KEPT for one in content):
            groups = groupby(content, lambda one: one.change)
            yield "".join(SIGNS[change].format(text_of(group)) for change, group in groups)


CASES = [(folder, stem) for folder in FOLDERS for stem in papers(folder)]


@pytest.mark.parametrize(("folder", "stem"), CASES, ids=[stem for _, stem in CASES])
def test_a_paper_says_what_its_expected_text_says(folder: Path, stem: str) -> None:
    expected = folder / "textes-attendus" / f"{stem}.txt"
    assert said(papers(folder)[stem]) == expected.read_text(encoding="utf-8")


def test_the_tableau_shows_in_bold_the_words_that_changed() -> None:
    tableau = papers(FOLDERS[0])["tableau-modifications-atlas-avenant-1"]
    lines = leaves(tableau.blocks)
    bold = [" ".join(one.text.split()) for line in lines for one in line if getattr(one, "marks", ())]
    assert bold == [
        "transverse",
        "transversale",
        "deux",
        "trois",
        "0,885 %",
        "1,2 %",
    ]
    assert IN_BOLD in words_of(tableau)


def test_bold_that_the_text_has_itself_is_not_said_to_be_a_change() -> None:
    typed = {"verbe": "inserer_article", "apres": "2", "numero": "2-1", "titre": "Suivi", "texte": "Un **mot** fort."}
    dossier = amended(avenant(1, typed))
    tableau = next(one for one in write(avenant_of(dossier), dossier) if one.kind == "tableau-modifications")
    assert any(getattr(one, "marks", ()) for line in leaves(tableau.blocks) for one in line)
    assert IN_BOLD not in words_of(tableau)
