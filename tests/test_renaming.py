"""A name is typed once: renamed in its party’s block, it is renamed in every paper and file, with no residue."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pypdf import PdfReader

from docgen.invitation import invitation, letter
from docgen.layout.engines import Engines, Format
from docgen.model.reunion import Reunion
from docgen.pack import pack
from docgen.pipeline import examine, load
from docgen.resources import samples_folder, templates_folder
from docgen.tree import Document, paragraphs_of

ATLAS = samples_folder() / "atlas"
PARTIES = re.compile(r"^parties:\n(?:(?: .*)?\n)+", re.MULTILINE)
PDF_OF = ("convention-atlas-2021", "fiche-action-2021-03", "convocation-copil-2021-10", "bilan-annuel-atlas-2021")

OPCO = {
    "nom: Opérateur de compétences Atlas": "nom: Agence des compétences Boréale",
    "nom_court: OPCO Atlas": "nom_court: Agence Boréale",
    "nom_garde: L’Opérateur de Compétences Atlas": "nom_garde: L’Agence des Compétences Boréale",
    "alternative: Atlas OPCO": "alternative: Agence Boréale",
}
MINISTERE = {
    "nom: ministère de l’éducation nationale, de la jeunesse et des sports": "nom: ministère de l’instruction publique",
    "sigle: MENJS": "sigle: MIP",
    "qualite: Ministre de l’éducation nationale, de la jeunesse et des sports": (
        "qualite: Ministre de l’instruction publique"
    ),
}
PRESIDENT = {
    "civilite: M.\n        prenom: Philippe\n        nom: Degonzague": (
        "civilite: Mme\n        prenom: Hélène\n        nom: Marchand"
    )
}
FULL = "ministère de l’éducation nationale, de la jeunesse et des sports"
CASES = {
    "l’opérateur": (OPCO, r"(?<!COPIL )\bAtlas\b|(?<!COPIL )\bATLAS\b", "l’Agence Boréale"),
    "un ministère": (
        MINISTERE,
        rf"{FULL}|{FULL.upper()}|\bMENJS\b(?!-2021-112)",
        "ministère de l’instruction publique",
    ),
    "un président": (PRESIDENT, r"(?i)degonzague|\bPhilippe\b", "Hélène MARCHAND"),
}
"""What is renamed, what must be nowhere afterwards, what must be found.

`COPIL ATLAS` is what the form calls the committee, a name of its own; `MENJS-2021-112` is the number of an act.
"""


@cache
def dossier_of(case: str) -> tuple[dict[str, Document], dict[str, str]]:
    """Return the papers of the sample so renamed, by their stem, and what is sent with each meeting."""
    with TemporaryDirectory() as name:
        folder = copy_of(ATLAS, Path(name), CASES[case][0])
        examined = examine(*load(folder))
    given = {piece.cle: documents for piece, documents in examined.papers}
    papers = {paper.stem: paper for documents in given.values() for paper in documents}
    sent: dict[str, str] = {}
    for reunion in examined.dossier.all(Reunion):
        whole = pack(reunion, examined.dossier, given).document
        convocation = next(paper for paper in given[reunion.cle] if paper.kind == "convocation")
        papers[whole.stem] = whole
        event = (invitation(reunion, examined.dossier) or b"").replace(b"\r\n ", b"")
        sent[reunion.cle] = event.decode() + str(letter(reunion, examined.dossier, convocation, []), "utf-8")
    return papers, sent


def copy_of(source: Path, target: Path, changes: Mapping[str, str]) -> Path:
    """Copy a dossier to `target`, with `changes` in the parties' block of each convention, and nowhere else."""
    for path in source.rglob("*"):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(exist_ok=True, parents=True)
            copy.write_bytes(path.read_bytes())
    for path in target.glob("convention*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(PARTIES.sub(lambda found: changed(found[0], changes), text, count=1), encoding="utf-8")
    return target


def changed(block: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert block.count(old) == 1, old
        block = block.replace(old, new)
    return block


def words_of(paper: Document) -> str:
    """Return the words of a paper, and what its metadata say."""
    said = [paper.title, paper.short_title, paper.author, *paragraphs_of(paper)]
    return "\n".join(said).replace("\u00a0", " ")


def parts_of(docx: bytes) -> Iterator[str]:
    """Yield the text of every part of a Word file that is no picture."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        yield from (
            package.read(name).decode().replace("\u00a0", " ")
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        )


@pytest.mark.parametrize("case", CASES)
def test_no_tree_keeps_the_old_name(case: str) -> None:
    _, old, new = CASES[case]
    papers, _ = dossier_of(case)
    assert {stem: found for stem, paper in papers.items() if (found := re.findall(old, words_of(paper)))} == {}
    assert any(new in words_of(paper) for paper in papers.values())


@pytest.mark.parametrize("case", CASES)
def test_nothing_that_is_sent_keeps_the_old_name(case: str) -> None:
    _, old, _ = CASES[case]
    _, sent = dossier_of(case)
    assert {key: found for key, text in sent.items() if (found := re.findall(old, text))} == {}


@pytest.mark.parametrize("case", CASES)
def test_no_file_keeps_the_old_name_in_its_properties(case: str) -> None:
    _, old, _ = CASES[case]
    engines = Engines(templates_folder())
    papers, _ = dossier_of(case)
    left = {
        stem
        for stem, paper in papers.items()
        if paper.kind != "dossier-seance"
        for part in parts_of(engines.draw(paper, Format.DOCX, dict).content)
        if re.search(old, part)
    }
    assert left == set()
    for stem in PDF_OF:
        reader = PdfReader(io.BytesIO(engines.draw(papers[stem], Format.PDF, dict).content))
        said = f"{reader.metadata} {reader.xmp_metadata and reader.xmp_metadata.stream.get_data().decode()}"
        assert not re.search(old, said.replace("\u00a0", " "))
