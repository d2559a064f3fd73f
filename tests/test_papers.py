"""Every paper of the samples says the same words in Word and in PDF, in order, block by block, as its tree does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.amend.compare import accepted, rejected
from docgen.layout.engines import Engines, Format
from docgen.pipeline import examine, load
from docgen.resources import samples_folder, templates_folder
from docgen.tree import Document, leaves, paragraphs_of, text_of
from docgen.values import replace
from tests import pdf_reader, tracked_changes
from tests.readers import paragraphs


def sample_papers() -> Iterator[Document]:
    """Yield each paper of the samples that can be made, as a draft if something stands against it."""
    for folder in sorted({path.parent for path in samples_folder().rglob("*.yaml")}):
        examined = examine(*load(folder))
        for piece, documents in examined.papers:
            blocked = any(one.blocks and one.document == piece.cle for one in examined.report)
            yield from (replace(document, draft=blocked) for document in documents)


@pytest.fixture(scope="session")
def engines() -> Engines:
    return Engines(templates_folder())


PAPERS = list(sample_papers())
PLAIN = [paper for paper in PAPERS if paper.revision is None]
COMPARISONS = [paper for paper in PAPERS if paper.revision is not None]


@pytest.mark.parametrize("paper", PLAIN, ids=[f"{rank}-{paper.stem}" for rank, paper in enumerate(PLAIN)])
def test_word_and_pdf_say_the_words_of_the_tree(paper: Document, engines: Engines) -> None:
    drawn = {format: engines.draw(paper, format, dict) for format in Format}
    assert not [one for laid_out in drawn.values() for one in laid_out.findings if one.code != "SAI-05"]
    said = plain(paragraphs_of(paper))
    assert plain(paragraphs(drawn[Format.DOCX])) == said
    assert plain(paragraphs(drawn[Format.PDF])) == said


@pytest.mark.parametrize("paper", COMPARISONS, ids=[paper.stem for paper in COMPARISONS])
def test_word_holds_both_texts_of_a_comparison_and_pdf_says_them_beside_its_signs(
    paper: Document, engines: Engines
) -> None:
    word, pdf = (engines.draw(paper, format, dict).content for format in (Format.DOCX, Format.PDF))
    assert plain(tracked_changes.rejected(word)) == plain(paragraphs_of(rejected(paper)))
    assert plain(tracked_changes.accepted(word)) == plain(paragraphs_of(accepted(paper)))
    assert paper.revision is not None
    said = [*map(text_of, leaves(paper.revision.preface)), *paragraphs_of(paper)]
    assert [unsigned(text) for text in pdf_reader.paragraphs(pdf)] == [unsigned(text) for text in said]


def unsigned(text: str) -> str:
    """Leave out the signs before changes, and the spaces, of which one parts two changes that touch."""
    return re.sub(r"\[[+−]\]\u00a0|[ \n\t]", "", text)


def plain(texts: list[str]) -> list[str]:
    """Fold runs of plain spaces; the no-break ones must be the same everywhere."""
    return [re.sub(r"[ \n\t]+", " ", text).strip() for text in texts]


def test_the_samples_hold_every_kind_of_paper_made_so_far() -> None:
    assert {paper.kind for paper in PAPERS} == {
        "convention",
        "fiche-action-vierge",
        "fiche-action",
        "annexe-financiere",
        "convention-application",
        "demande-logo",
        "autorisation-logo",
        "conformite-numerique",
        "denonciation",
        "contacts",
        "fiche-realisation-vierge",
        "fiche-realisation",
        "bilan-annuel",
        "transmission-bilan",
        "plan-actions",
        "convocation",
        "ordre-du-jour",
        "feuille-emargement",
        "releve-avis",
        "transmission-avis",
        "retour-decisions",
        "avenant",
        "version-consolidee",
        "comparaison",
        "tableau-modifications",
    }


def test_a_file_alone_is_narrowed_to_its_dossier() -> None:
    dossier, _ = load(Path(samples_folder() / "atlas" / "convention.yaml"))
    assert len(dossier.entrees) > 10
