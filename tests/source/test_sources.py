"""A paper carries what it prints: enough to write it again, and nothing that it does not print."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.drawing import Order
from docgen.layout.engines import Engines
from docgen.model.reunion import Reunion
from docgen.pipeline import examine, generate, load
from docgen.resources import samples_folder, templates_folder
from docgen.source.groups import Group
from docgen.source.made import Sources, dossier_in
from docgen.source.papers import Name, paper
from docgen.source.pruned import Pruner
from docgen.source.source import Provenance, source_in
from docgen.text.papers import write
from docgen.values import replace

BY = Provenance("1", "", "", "")
FOLDERS = sorted({path.parent for path in samples_folder().rglob("*.yaml")})


@pytest.mark.parametrize("folder", FOLDERS, ids=[path.name for path in FOLDERS])
def test_every_paper_of_the_samples_is_written_again_from_what_it_carries(folder: Path) -> None:
    dossier, _ = load(folder)
    sources = Sources(dossier, BY)
    for entree in dossier.entrees:
        for document in write(entree.piece, dossier):
            xml, findings = sources.carried(entree.piece, document)
            assert findings == ()
            source = source_in(xml)
            assert paper(source.name, dossier_in(source.files)) == document


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "atlas"
    shutil.copytree(samples_folder() / "atlas", folder)
    return folder


def amended(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def carried(folder: Path, key: str, kind: str) -> str:
    """Return the whole source of a paper as text."""
    dossier, _ = load(folder)
    entree = next(one for one in dossier.entrees if one.piece.cle == key)
    document = next(one for one in write(entree.piece, dossier) if one.kind == kind)
    return Sources(dossier, BY).carried(entree.piece, document)[0].decode()


def test_a_comment_and_an_unknown_key_stay_in_the_dossier(dossier: Path) -> None:
    amended(
        dossier, "fiche-2021-03.yaml", "document: fiche-action", "# REMARQUE\ndocument: fiche-action\nbrouillon: SECRET"
    )
    text = carried(dossier, "fiche-action/2021-03", "fiche-action")
    assert "REMARQUE" not in text
    assert "SECRET" not in text


def test_what_is_typed_in_the_place_of_a_value_stays_in_the_dossier(dossier: Path) -> None:
    path = dossier / "fiche-2021-03.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    typed = ["debut: SECRET à voir avec Mme Untel\n" if line.startswith("debut:") else line for line in lines]
    assert typed != lines
    path.write_text("".join(typed), encoding="utf-8")
    assert "SECRET" not in carried(dossier, "fiche-action/2021-03", "fiche-action")


def test_the_opinions_on_another_fiche_are_not_in_a_fiche(dossier: Path) -> None:
    text = carried(dossier, "fiche-action/2021-03", "fiche-action")
    others = {"2021-01", "2021-02", "2021-04", "2021-05"}
    assert "reunion/copil-2021-10" in {entree.piece.cle for entree in load(dossier)[0].entrees}
    assert not [id for id in others if f'"{id}"' in text]


@pytest.mark.parametrize("key", ["2021-03", "2021-05"])
def test_a_fiche_holds_no_line_of_the_opinions_on_another_even_without_its_number(dossier: Path, key: str) -> None:
    amended(dossier, "reunion-2021-10.yaml", "    comite: favorable\n", "    comite: défavorable\n")
    files = source_in(carried(dossier, f"fiche-action/{key}", "fiche-action").encode()).files
    (reunion,) = dossier_in(files).all(Reunion)
    assert [examen.fiche for examen in reunion.avis] == [key]


def test_what_a_meeting_said_is_not_in_its_convocation(dossier: Path) -> None:
    whole = carried(dossier, "reunion/copil-2021-05", "releve-avis")
    invited = carried(dossier, "reunion/copil-2021-05", "convocation")
    assert "sens:" in whole
    assert "sens:" not in invited
    assert "suffrages:" not in invited


def addresses(folder: Path) -> set[str]:
    words = " ".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")).split()
    return {word.strip("\"',") for word in words if "@" in word}


def test_an_address_is_carried_by_the_paper_that_prints_it_alone(dossier: Path) -> None:
    held = addresses(dossier)
    assert held
    loaded, _ = load(dossier)
    sources = Sources(loaded, BY)
    for entree in loaded.entrees:
        for document in write(entree.piece, loaded):
            xml = sources.carried(entree.piece, document)[0].decode()
            printed = repr(document)
            assert not [one for one in held if one in xml and one not in printed]


def test_every_value_that_is_carried_is_printed_or_changes_the_paper() -> None:
    dossier, _ = load(samples_folder() / "atlas")
    pruner = Pruner(dossier)
    name = Name("fiche-action/2021-03", "fiche-action", "2021-03")
    document = paper(name, dossier)
    assert document is not None
    printed = pruner.printed_by(name, document)
    assert printed
    said = repr(document).casefold()
    values = [unit for unit in printed.units if unit[-1] not in ("id", "convention", "fiche")]
    less = {unit: Group.of(one for one in printed.units if one != unit) for unit in values}
    idle = [unit for unit in values if paper(name, pruner.cut.dossier((less[unit],))) == document]
    texts = [str(pruner.text(unit)) for unit in idle]
    # beside words that are printed, a number or a choice that is read tells nothing that matters
    beside = [text for text in texts if not text[:1].isdecimal() and text != "qualitatif"]
    assert [text for text in beside if text.casefold() not in said] == []


def streams(content: bytes) -> Iterator[bytes]:
    """Yield all that a file holds, unpacked."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            yield from map(package.read, package.namelist())
        return
    reader = PdfReader(io.BytesIO(content))
    for number in range(1, int(str(reader.trailer["/Size"]))):
        one = reader.get_object(number)
        if one is not None and hasattr(one, "get_data"):
            yield one.get_data()


@pytest.mark.parametrize("source", [True, False], ids=["with its source", "without"])
def test_nothing_that_is_not_printed_is_in_the_bytes_of_a_file(dossier: Path, tmp_path: Path, source: bool) -> None:
    amended(
        dossier,
        "fiche-2021-03.yaml",
        "document: fiche-action",
        "# SECRET-UN\ndocument: fiche-action\nnote: SECRET-DEUX",
    )
    amended(dossier, "fiche-2021-02.yaml", "titre:", "titre: SECRET-TROIS #")
    order = Order(tmp_path / "out", only=("fiche-action/2021-03",), source=source)
    generate(examine(*load(dossier)), order, Engines(templates_folder()))
    files = [path for path in order.output.iterdir() if path.suffix in (".pdf", ".docx")]
    assert len(files) == 2
    for path in files:
        everything = list(streams(path.read_bytes()))
        assert not [one for one in everything if b"SECRET" in one or "SECRET".encode("utf-16-be") in one]
        assert any(b"urn:docgen:source" in one for one in everything) is source


def test_the_same_dossier_gives_the_same_source(dossier: Path) -> None:
    elsewhere = dossier.parent / "ailleurs"
    shutil.copytree(dossier, elsewhere)
    key = ("bilan-annuel/atlas-2021", "bilan-annuel")
    assert carried(dossier, *key) == carried(elsewhere, *key)


def test_a_draft_is_told_from_a_definitive_paper() -> None:
    dossier, _ = load(samples_folder() / "atlas")
    entree = next(one for one in dossier.entrees if one.piece.cle == "contacts/atlas-2022")
    (document,) = write(entree.piece, dossier)
    for draft in (True, False):
        assert source_in(Sources(dossier, BY).carried(entree.piece, replace(document, draft=draft))[0]).draft is draft
