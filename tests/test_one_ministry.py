"""A convention of one ministry gives one opinion line, one voice, one block, in every paper, and no plural.

The Atlas sample is taken as it is, without its second ministry: its party, its college, its opinions, its agreements.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from docgen.drawing import Examined
from docgen.pipeline import examine, load
from docgen.resources import samples_folder
from docgen.tree import Document, Signatures, paragraphs_of
from tests.test_renaming import copy_of

GONE, COLLEGE = "mesri", "4"
TYPED = {
    "que les ministères publient": "que le ministère publie",
    "des deux ministères": "du ministère",
    "l’accord des ministères": "l’accord du ministère",
    "entre les ministères et": "entre le ministère et",
    "– ministères et": "– ministère et",
    "- MINISTÈRES": "- MINISTÈRE",
    " - {{menjs.sigle}} / {{mesri.sigle}}": " - {{menjs.sigle}}",
    "COPIL ATLAS - MENJS / MESRI": "COPIL ATLAS - MENJS",
    "colleges_annonces: 4": "colleges_annonces: 3",
}
"""What a person would type otherwise, had there been one ministry."""


def without(value: Any) -> Any:
    """Return `value` without what is of the second ministry or of its college."""
    if isinstance(value, dict):
        return {key: without(one) for key, one in value.items() if key != GONE}
    if isinstance(value, list):
        return [without(one) for one in value if not is_gone(one)]
    return value


def is_gone(item: Any) -> bool:
    if not isinstance(item, dict):
        return bool(item == GONE)
    return GONE in (item.get("ministere"), item.get("partie"), item.get("id")) or item.get("college") == COLLEGE


@pytest.fixture(scope="module")
def examined() -> Examined:
    with TemporaryDirectory() as name:
        folder = copy_of(samples_folder() / "atlas", Path(name), {})
        for path in folder.glob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            for old, new in TYPED.items():
                text = text.replace(old, new)
            data = yaml.load(text, yaml.BaseLoader)
            if GONE in data.get("ministeres", ()):
                path.unlink()
                continue
            if data["document"] == "convention":
                data["comite"]["colleges"] = data["comite"]["colleges"][: int(COLLEGE) - 1]
            path.write_text(yaml.safe_dump(without(data), allow_unicode=True, sort_keys=False), encoding="utf-8")
        return examine(*load(folder))


@pytest.fixture(scope="module")
def papers(examined: Examined) -> Mapping[str, Document]:
    return {paper.stem: paper for _, documents in examined.papers for paper in documents}


def words_of(paper: Document) -> list[str]:
    return [text.replace("\u00a0", " ") for text in (paper.title, paper.short_title, *paragraphs_of(paper))]


def test_nobody_speaks_of_several_ministries(papers: Mapping[str, Document]) -> None:
    plural = re.compile(r"(?i)\bministères\b|\bMESRI\b|\bministres\b|l’enseignement supérieur, de la recherche")
    said = {stem: [text for text in words_of(paper) if plural.search(text)] for stem, paper in papers.items()}
    assert {stem: texts for stem, texts in said.items() if texts} == {}


def test_a_fiche_has_one_opinion_line_beside_the_committee(papers: Mapping[str, Document]) -> None:
    fiches = [paper for paper in papers.values() if paper.kind in ("fiche-action", "fiche-action-vierge")]
    assert len(fiches) == 12
    for fiche in fiches:
        lines = re.findall(r"AVIS (\w+) :", "\n".join(words_of(fiche)))
        assert lines == ["COPIL", "MENJS"], fiche.stem


def test_a_ministry_has_one_voice_in_the_committee(papers: Mapping[str, Document]) -> None:
    for stem in ("feuille-emargement-copil-2021-10", "releve-avis-copil-2021-10"):
        assert re.search(r"\b3\b", "\n".join(text for text in words_of(papers[stem]) if "oix" in text)), stem
    said = "\n".join(words_of(papers["releve-avis-copil-2021-10"]))
    _, *examined = re.split(r"\nFiche action n° ", said)
    assert examined
    assert max(len(re.findall(r"Le ministère[^.]*(?:rend un|fera connaître son) avis", one)) for one in examined) == 1


def test_a_text_has_one_block_for_the_state(papers: Mapping[str, Document]) -> None:
    for stem, count in (("convention-atlas-2021", 3), ("convention-application-2021-01", 4)):
        blocks = [block for block in papers[stem].blocks if isinstance(block, Signatures)]
        assert sum(len(row) for block in blocks for row in block.rows) == count, stem


def test_a_review_asks_one_validation_and_is_sent_to_one_ministry(papers: Mapping[str, Document]) -> None:
    assert [stem for stem in papers if stem.startswith("transmission-bilan")] == [
        "transmission-bilan-atlas-2021-menjs",
        "transmission-bilan-atlas-2021-ca",
    ]
    said = "\n".join(words_of(papers["bilan-annuel-atlas-2021"]))
    assert len(re.findall(r"a validé le bilan annuel 2021 le ", said)) == 1


def test_no_rule_finds_fault_with_a_ministry_alone(examined: Examined) -> None:
    before = examine(*load(samples_folder() / "atlas")).report
    known = {(one.code, one.document, one.path) for one in before if one.blocks}
    found = {(one.code, one.document, one.path) for one in examined.report if one.blocks}
    assert {one for one in found - known if one[0] != "LOG-02"} == set()
