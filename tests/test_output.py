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


def state(folder: Path, name: str = "fiche-action-a.pdf") -> str:
    return str(json.loads((folder / MANIFEST).read_text())["fichiers"][name]["etat"])


def test_a_definitive_file_whose_document_is_held_back_stays_and_is_said_out_of_date(tmp_path: Path) -> None:
    write_files(tmp_path, [made(b"un"), made(b"autre", "fiche-action-b.pdf")], VERSIONS)
    outcome = write_files(tmp_path, [], VERSIONS, ["fiche-action/a"])
    assert [path.name for path in outcome.stale] == ["fiche-action-a.pdf", "fiche-action-b.pdf"]
    assert (tmp_path / "fiche-action-a.pdf").read_bytes() == b"un"
    assert state(tmp_path) == "périmé"
    assert [path.name for path in write_files(tmp_path, [], VERSIONS, ["fiche-action/a"]).stale] == [
        "fiche-action-a.pdf",
        "fiche-action-b.pdf",
    ]


def test_a_file_is_definitive_again_once_its_document_comes_out(tmp_path: Path) -> None:
    write_files(tmp_path, [made(b"un")], VERSIONS)
    write_files(tmp_path, [], VERSIONS, ["fiche-action/a"])
    outcome = write_files(tmp_path, [made(b"deux")], VERSIONS)
    assert (outcome.stale, outcome.kept, state(tmp_path)) == ((), (), "définitif")


def test_what_is_not_held_back_and_what_is_a_draft_are_not_out_of_date(tmp_path: Path) -> None:
    draft = Made("fiche-action-b-projet.pdf", b"un", "fiche-action/b", draft=True, pages=1)
    write_files(tmp_path, [made(b"un"), draft], VERSIONS)
    assert write_files(tmp_path, [], VERSIONS, ["fiche-action/b"]).stale == ()
    assert state(tmp_path) == "définitif"


def test_a_file_that_a_person_took_away_is_not_said_but_stays_marked(tmp_path: Path) -> None:
    write_files(tmp_path, [made(b"un")], VERSIONS)
    (tmp_path / "fiche-action-a.pdf").unlink()
    assert write_files(tmp_path, [], VERSIONS, ["fiche-action/a"]).stale == ()
    assert state(tmp_path) == "périmé"


def test_the_other_format_of_a_paper_that_changed_is_out_of_date_until_it_is_made_again(tmp_path: Path) -> None:
    word, pdf = "fiche-action-a.docx", "fiche-action-a.pdf"
    write_files(tmp_path, [made(b"un", word), made(b"un", pdf)], VERSIONS)
    assert write_files(tmp_path, [made(b"un", word)], VERSIONS).stale == ()
    for _ in range(2):
        assert write_files(tmp_path, [made(b"deux", word)], VERSIONS).stale == (tmp_path / pdf,)
        assert state(tmp_path, pdf) == "périmé"
    assert write_files(tmp_path, [made(b"deux", word), made(b"deux", pdf)], VERSIONS).stale == ()
    assert state(tmp_path, pdf) == "définitif"


def test_a_format_made_for_the_first_time_leaves_the_other_as_it_is(tmp_path: Path) -> None:
    write_files(tmp_path, [made(b"un", "fiche-action-a.pdf")], VERSIONS)
    assert write_files(tmp_path, [made(b"un", "fiche-action-a.docx")], VERSIONS).stale == ()


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
