"""A ministry’s logo is on a fiche only where articles 11 and 14 allow it; else its name stands in its place."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from docgen.findings import Finding
from docgen.layout.engines import Engines, Format
from docgen.layout.laid_out import LaidOut
from docgen.model.fiche_action import FicheAction
from docgen.pipeline import examine, load
from docgen.resources import samples_folder, templates_folder
from docgen.tree import Document
from tests import pdf_reader
from tests.readers import paragraphs

REFUSED = {
    "logo-expire": "LOG-02",
    "logo-sans-autorisation": "LOG-01",
    "logo-autre-support": "LOG-03",
    "avis-defavorable-logo": "LOG-04",
    "logo-absent": "LOG-05",
}
NAME = "Ministère de la formation et des métiers"
ENGINES = Engines(templates_folder())


@dataclass(frozen=True)
class Case:
    """A fiche of a dossier, drawn in both formats, and the findings on it."""

    word: LaidOut
    pdf: LaidOut
    findings: tuple[Finding, ...]


def case(folder: Path, id: str) -> Case:
    examined = examine(*load(folder))
    fiche = examined.dossier.find(FicheAction, id)
    assert fiche is not None
    (paper,) = next(papers for piece, papers in examined.papers if piece is fiche)
    on_it = tuple(one for one in examined.report if one.document == fiche.cle)
    return Case(draw(paper, Format.DOCX), draw(paper, Format.PDF), on_it)


def draw(paper: Document, format: Format) -> LaidOut:
    return ENGINES.draw(paper, format, dict)


def alternatives(laid_out: LaidOut) -> Iterator[str]:
    """Yield the spoken alternatives of the pictures of a file, tick boxes left aside."""
    if laid_out.suffix == "pdf":
        figures = (element for element in pdf_reader.tag_tree(laid_out.content).all() if element.role == "Figure")
        found = (element.attributes.get("/Alt", "") for element in figures)
    else:
        body = etree.fromstring(zipfile.ZipFile(BytesIO(laid_out.content)).read("word/document.xml"))
        found = (drawing.get("descr", "") for drawing in body.iter("{*}docPr"))
    yield from (text for text in found if not text.startswith("case"))


@pytest.mark.parametrize(("name", "code"), REFUSED.items(), ids=list(REFUSED))
def test_a_logo_that_is_not_allowed_is_on_neither_file(name: str, code: str) -> None:
    found = case(samples_folder() / "cas" / "refuses" / name, "2024-01")
    for laid_out in (found.word, found.pdf):
        assert list(alternatives(laid_out)) == []
        assert paragraphs(laid_out)[0] == NAME
    assert not [part for part in zipfile.ZipFile(BytesIO(found.word.content)).namelist() if "mfm" in part]
    (said,) = [one for one in found.findings if one.code == code]
    assert said.blocks
    assert re.search("tient sa place", said.message)


def test_an_authorised_logo_is_on_both_files_with_its_alternative() -> None:
    found = case(samples_folder() / "atlas", "2021-03")
    alternative = "Ministère de l’éducation nationale, de la jeunesse et des sports (spécimen)"
    assert list(alternatives(found.word)) == [alternative]
    assert list(alternatives(found.pdf)) == [alternative]
    assert paragraphs(found.word)[0] == paragraphs(found.pdf)[0] == "TITRE DE L’ACTION"
