"""Writing: whole files or none, and nothing of a person's work lost."""

import json
from pathlib import Path

import pytest

from docgen.errors import EnvironmentFault, UsageError
from docgen.output import MANIFEST, Made, write_files, write_new

VERSIONS = {"docgen": "0"}


def made(content: bytes, name: str = "fiche-action-a.pdf") -> Made:
    return Made(name, content, "fiche-action/a", draft=False, pages=2, findings=("FIC-09",))


def test_a_file_is_written_with_its_entry_in_the_manifest(tmp_path: Path) -> None:
    outcome = write_files(tmp_path / "out", [made(b"un")], VERSIONS)
    assert [path.name for path in outcome.written] == ["fiche-action-a.pdf"]
    entry = json.loads((tmp_path / "out" / MANIFEST).read_text())["fichiers"]["fiche-action-a.pdf"]
    assert (entry["etat"], entry["pages"], entry["constats"]) == ("définitif", 2, ["FIC-09"])


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    write_files(tmp_path, [made(b"un")], VERSIONS)
    outcome = write_files(tmp_path, [made(b"un")], VERSIONS)
    assert (outcome.written, len(outcome.unchanged)) == ((), 1)


def test_a_file_that_docgen_wrote_is_renewed(tmp_path: Path) -> None:
    write_files(tmp_path, [made(b"un")], VERSIONS)
    write_files(tmp_path, [made(b"deux")], VERSIONS)
    assert (tmp_path / "fiche-action-a.pdf").read_bytes() == b"deux"


@pytest.mark.parametrize("known", [True, False])
def test_a_file_that_a_person_changed_is_kept(tmp_path: Path, known: bool) -> None:
    if known:
        write_files(tmp_path, [made(b"un")], VERSIONS)
    (tmp_path / "fiche-action-a.pdf").write_bytes(b"corrige a la main")
    outcome = write_files(tmp_path, [made(b"deux")], VERSIONS)
    assert len(outcome.kept) == 1
    assert (tmp_path / "fiche-action-a.pdf").read_bytes() == b"corrige a la main"
    again = write_files(tmp_path, [made(b"deux")], VERSIONS)
    assert len(again.kept) == 1


def test_force_overwrites_what_a_person_changed(tmp_path: Path) -> None:
    (tmp_path / "fiche-action-a.pdf").write_bytes(b"corrige a la main")
    write_files(tmp_path, [made(b"deux")], VERSIONS, force=True)
    assert (tmp_path / "fiche-action-a.pdf").read_bytes() == b"deux"


def test_an_unreadable_manifest_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("[1, 2")
    (tmp_path / "fiche-action-a.pdf").write_bytes(b"autre")
    assert len(write_files(tmp_path, [made(b"deux")], VERSIONS).kept) == 1


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(UsageError, match="n’est pas un dossier"):
        write_files(tmp_path / "out", [made(b"un")], VERSIONS)


def test_what_the_disk_refuses_is_an_environment_fault_and_leaves_nothing(tmp_path: Path) -> None:
    name = "a" * 300 + ".pdf"
    with pytest.raises(EnvironmentFault, match="Impossible"):
        write_files(tmp_path, [made(b"un", name)], VERSIONS)
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]


def test_a_file_left_by_a_run_that_was_cut_is_not_taken_for_a_persons(tmp_path: Path) -> None:
    write_files(tmp_path, [made(b"un")], VERSIONS)
    (tmp_path / MANIFEST).write_text(
        json.dumps({"fichiers": {"fiche-action-a.pdf": {"empreinte": "0", "annoncee": made(b"deux").fingerprint}}})
    )
    (tmp_path / "fiche-action-a.pdf").write_bytes(b"deux")
    assert write_files(tmp_path, [made(b"trois")], VERSIONS).kept == ()


def test_an_example_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "fiche.yaml"
    write_new(path, "un")
    with pytest.raises(UsageError, match="existe déjà"):
        write_new(path, "deux")
    assert path.read_text() == "un"
