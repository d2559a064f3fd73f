"""A dossier is the YAML files of a folder; whatever cannot be read is said."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from docgen.errors import UsageError
from docgen.findings import Severity
from docgen.output import MANIFEST
from docgen.read.folder import OUTPUT_MARK, ReadFile, read_folder
from docgen.read.nodes import Scalar


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    write(tmp_path / "dossier", "convention.yaml")
    return tmp_path / "dossier"


def write(folder: Path, name: str, text: str = "id: a\n") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(read: tuple[ReadFile, ...]) -> list[str]:
    return [file.file for file in read]


def said(read: tuple[ReadFile, ...]) -> dict[str, str]:
    """Return what is said of each file that could not be read."""
    return {file.file: finding.message for file in read for finding in file.findings}


def test_a_file_has_its_name_its_fingerprint_and_its_values(dossier: Path) -> None:
    (file,) = read_folder(dossier)
    assert (file.file, file.fingerprint, file.findings) == ("convention.yaml", sha256(b"id: a\n").hexdigest(), ())
    assert file.mapping is not None
    value = file.mapping.get("id")
    assert isinstance(value, Scalar)
    assert (value.text, value.place.file) == ("a", "convention.yaml")


def test_files_of_all_levels_come_sorted_by_name_from_the_dossier(dossier: Path) -> None:
    for name in ("fiches/2021-03.yml", "annexes.YAML", "fiches/2021-01.yaml", "fiches/a/b.yaml"):
        write(dossier, name)
    assert names(read_folder(dossier)) == [
        "annexes.YAML",
        "convention.yaml",
        "fiches/2021-01.yaml",
        "fiches/2021-03.yml",
        "fiches/a/b.yaml",
    ]


def test_hidden_files_other_files_and_folders_that_docgen_wrote_are_left_out(dossier: Path) -> None:
    for name in (".cache/a.yaml", ".a.yaml", "texte.md", f"out/{MANIFEST}", "out/sous/a.yaml"):
        write(dossier, name)
    assert names(read_folder(dossier)) == ["convention.yaml"]


def test_the_folder_that_docgen_wrote_is_known_by_its_manifest() -> None:
    assert OUTPUT_MARK == MANIFEST


def test_a_dossier_into_which_docgen_wrote_is_read_all_the_same(dossier: Path) -> None:
    write(dossier, MANIFEST)
    assert names(read_folder(dossier)) == ["convention.yaml"]


def test_inputs_that_strayed_into_an_output_folder_are_said(dossier: Path) -> None:
    write(dossier, f"out/{MANIFEST}")
    write(dossier, "out/fiche.yaml")
    (_, strayed) = read_folder(dossier)
    assert (strayed.file, strayed.mapping) == ("out", None)
    assert [finding.severity for finding in strayed.findings] == [Severity.A_VERIFIER]
    assert "fiche.yaml" in strayed.findings[0].message


def test_a_file_stands_for_the_dossier_it_is_in(dossier: Path) -> None:
    write(dossier, "fiche.yaml")
    assert read_folder(dossier / "fiche.yaml") == read_folder(dossier)


def test_an_empty_folder_has_no_files(tmp_path: Path) -> None:
    assert read_folder(tmp_path) == ()


def test_a_folder_named_like_a_file_is_a_folder(dossier: Path) -> None:
    write(dossier, "fiches.yaml/a.yaml")
    assert "fiches.yaml/a.yaml" in names(read_folder(dossier))


def test_a_file_that_is_not_yaml_has_its_findings_and_the_others_are_read(dossier: Path) -> None:
    write(dossier, "a.yaml", "titre: Salon : métiers\n")
    broken, whole = read_folder(dossier)
    assert (broken.mapping, [finding.code for finding in broken.findings]) == (None, ["SAI-06"])
    assert broken.fingerprint
    assert whole.mapping is not None


def test_links_that_turn_in_circles_are_said_and_not_followed(dossier: Path) -> None:
    write(dossier, "fiches/a.yaml")
    (dossier / "fiches/haut").symlink_to(dossier)
    (dossier / "autour").symlink_to(dossier.parent)
    (dossier / "boucle").symlink_to("boucle")
    read = read_folder(dossier)
    assert [file.file for file in read if file.mapping] == ["convention.yaml", "fiches/a.yaml"]
    assert set(said(read)) == {"autour", "boucle", "fiches/haut"}
    assert not any(finding.blocks for file in read for finding in file.findings)


def test_a_folder_elsewhere_is_read_through_its_links_once(dossier: Path) -> None:
    elsewhere = write(dossier.parent / "ailleurs", "fiche.yaml").parent
    (elsewhere / "encore").symlink_to(elsewhere)
    (dossier / "lien").symlink_to(elsewhere)
    (dossier / "meme").symlink_to(elsewhere)
    assert names(read_folder(dossier)) == ["convention.yaml", "lien/fiche.yaml"]


def test_files_that_cannot_be_opened_are_said(dossier: Path) -> None:
    (dossier / "rompu.yaml").symlink_to("parti.yaml")
    (dossier / "un.yaml").symlink_to("deux.yaml")
    (dossier / "deux.yaml").symlink_to("un.yaml")
    os.mkfifo(dossier / "tube.yaml")
    assert {name: message.split(" ; ")[0] for name, message in said(read_folder(dossier)).items()} == {
        "rompu.yaml": "lu « il n’existe pas »",
        "un.yaml": "lu « ses liens tournent en rond »",
        "deux.yaml": "lu « ses liens tournent en rond »",
        "tube.yaml": "lu « ce n’est pas un fichier ordinaire »",
    }


def test_a_file_too_large_is_not_loaded(dossier: Path) -> None:
    with (dossier / "grand.yaml").open("wb") as file:
        file.truncate(1_000_000_000)
    _, large = read_folder(dossier)
    assert (large.fingerprint, large.mapping) == ("", None)
    assert "1 000 000 000 octets" in said((large,))["grand.yaml"]


def test_a_name_that_is_not_utf_8_can_be_printed(dossier: Path) -> None:
    Path(os.fsdecode(os.fsencode(dossier) + b"/\xe9t\xe9.yaml")).write_text("id: b\n")
    assert names(read_folder(dossier)) == ["convention.yaml", "\ufffdt\ufffd.yaml"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("rien", "ne peut pas être ouvert : il n’existe pas."),
        ("convention.yaml/a", "ne peut pas être ouvert : un de ses dossiers est un fichier."),
        ("texte.md", "n’est pas un fichier YAML (.yaml ou .yml) : donnez le dossier, ou un de ses fichiers."),
    ],
)
def test_what_is_no_dossier_stops_with_a_sentence(dossier: Path, name: str, reason: str) -> None:
    write(dossier, "texte.md")
    with pytest.raises(UsageError) as stop:
        read_folder(dossier / name)
    assert str(stop.value) == f"« {dossier / name} » {reason}"
