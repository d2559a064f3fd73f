"""The data of a file, given back, make the same file."""

import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docgen.cli.commands import app
from docgen.errors import UsageError
from docgen.layout.engines import Format
from docgen.returned.extraction import files_of
from docgen.returned.file import opened, read_returned
from docgen.returned.passages import FURNITURE
from docgen.source.papers import Name
from docgen.source.source import Provenance, Source
from tests.returned.altering import saved_by_libreoffice, word_saying
from tests.returned.conftest import Made

KEYS = ("fiche-action/2021-03", "convention/atlas-2021", "bilan-annuel/atlas-2021", "contacts/atlas-2022")


def again(path: Path, key: str, folder: Path) -> Path:
    """Return the folder of the files that the data of `path` make."""
    runner = CliRunner()
    taken = runner.invoke(app, ["extraire", str(path), "--sortie", str(folder / "donnees")])
    assert taken.exit_code == 0
    assert f"--seulement {key}" in taken.output
    runner.invoke(app, ["generer", str(folder / "donnees"), "--sortie", str(folder / "out"), "--seulement", key])
    return folder / "out"


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("format", list(Format))
def test_the_data_of_a_file_make_a_file_of_the_same_words(made: Made, tmp_path: Path, key: str, format: Format) -> None:
    path = made(key, format)
    remade = again(path, key, tmp_path) / f"{path.stem}-projet.{format.value}"
    assert plain(remade) == plain(path)


def plain(path: Path) -> list[str]:
    """Return the words of a file, those around its pages, where a draft is marked, left out."""
    return [one.text for one in read_returned(path).passages() if one.where != FURNITURE]


@pytest.mark.parametrize("signed_copy", [False, True], ids=["as it was made", "of Word, saved by another program"])
def test_a_definitive_file_gives_itself_back_in_both_formats(made: Made, tmp_path: Path, signed_copy: bool) -> None:
    path = made("fiche-action/2021-03", Format.PDF)
    given = saved_by_libreoffice(path.with_suffix(".docx"), tmp_path) if signed_copy else path
    first = CliRunner().invoke(app, ["extraire", str(given), "--sortie", str(tmp_path / "donnees")])
    advised = shlex.split(first.output.splitlines()[-1].partition(" : docgen ")[2])
    done = CliRunner().invoke(app, advised)
    assert done.exit_code == 0
    assert "Document refait, définitif : 2 fichiers" in done.output
    for suffix in (".pdf", ".docx"):
        remade = tmp_path / "donnees" / "out" / path.with_suffix(suffix).name
        assert remade.read_bytes() == path.with_suffix(suffix).read_bytes()


def test_a_file_whose_words_were_changed_is_not_made_again(made: Made, tmp_path: Path) -> None:
    changed = tmp_path / "fiche.docx"
    changed.write_bytes(
        word_saying(made("fiche-action/2021-03", Format.DOCX).read_bytes(), "propose aux", "prépose aux")
    )
    with pytest.raises(UsageError, match="rien n’est refait"):
        CliRunner().invoke(
            app, ["extraire", str(changed), "--refaire", "--sortie", str(tmp_path / "d")], catch_exceptions=False
        )


def test_a_save_by_another_program_keeps_the_data(made: Made, tmp_path: Path) -> None:
    path = made("fiche-action/2021-03", Format.DOCX)
    saved = saved_by_libreoffice(path, tmp_path)
    assert read_returned(saved).source == read_returned(path).source


def test_word_and_pdf_carry_the_same_data(made: Made) -> None:
    word, pdf = (opened(made("fiche-action/2021-03", format).read_bytes(), "x").xml for format in Format)
    assert word == pdf


def test_nothing_is_overwritten_unless_told(made: Made, tmp_path: Path) -> None:
    path = str(made("contacts/atlas-2022", Format.DOCX))
    runner = CliRunner()
    assert runner.invoke(app, ["extraire", path, "--sortie", str(tmp_path)]).exit_code == 0
    with pytest.raises(UsageError, match="contient déjà"):
        runner.invoke(app, ["extraire", path, "--sortie", str(tmp_path)], catch_exceptions=False)
    assert runner.invoke(app, ["extraire", path, "--sortie", str(tmp_path), "--forcer"]).exit_code == 0


@pytest.mark.parametrize("name", ["../x.yaml", "a/b.yaml", ".cache", "a\\b", "/etc/x"])
def test_no_file_is_written_outside_of_the_folder(name: str) -> None:
    source = Source(Name("contacts/x", "contacts", "x"), False, {name: b""}, Provenance("", "", "", ""))
    with pytest.raises(UsageError, match="n’est pas un nom de fichier"):
        files_of(source)
