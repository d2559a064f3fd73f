"""A meeting in one command: its papers, its pack, the invitation, the message, the archive of all."""

import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docgen.cli.commands import app
from docgen.drawing import Order
from docgen.findings import Finding, Severity
from docgen.layout.engines import Engines, Format
from docgen.layout.laid_out import LaidOut
from docgen.pipeline import load
from docgen.resources import samples_folder, templates_folder
from docgen.seance import hold, meeting
from docgen.tree import Document
from tests.text.reunions import FICHE, HELD, MEETING, TWO

ATLAS = samples_folder() / "atlas"


def call(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    return result.exit_code, result.output + (f"\n{result.exception}" if result.exception else "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "dossier"
    path.mkdir()
    for name, text in (("convention", TWO), ("fiche", FICHE), ("reunion", MEETING + HELD)):
        (path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return path


def test_one_command_makes_everything(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, output = call("seance", "r", folder, "-s", out, "-f", "pdf")
    assert code == 0
    names = sorted(path.name for path in out.iterdir())
    assert names == [
        "convocation-r-projet.pdf",
        "courriel-r.eml",
        "dossier-seance-r-projet.pdf",
        "feuille-emargement-r-projet.pdf",
        "invitation-r.ics",
        "manifeste.json",
        "ordre-du-jour-r-projet.pdf",
        "reunion-r.zip",
    ]
    assert "dossier-seance-r-projet.pdf : 2 pièces, " in output
    assert (
        "à vérifier REU-09 : Ni le courriel ni l’invitation ne vont à Mme Inès LACOMBE et M. Olivier SARRAZIN" in output
    )
    with zipfile.ZipFile(out / "reunion-r.zip") as archive:
        for name in archive.namelist()[:-1]:
            assert archive.read(name) == (out / name).read_bytes()
        listed = archive.read("empreintes-sha256.txt").decode()
    assert f"{sha256((out / 'courriel-r.eml').read_bytes()).hexdigest()}  courriel-r.eml" in listed


def test_the_same_meeting_writes_nothing_new_the_second_time(folder: Path, tmp_path: Path) -> None:
    call("seance", "r", folder, "-s", tmp_path / "out", "-f", "pdf")
    _, output = call("seance", "r", folder, "-s", tmp_path / "out", "-f", "pdf")
    assert "0 fichier écrit, 7 fichiers inchangés" in output


def test_a_meeting_may_be_named_by_its_file_and_a_message_to_nobody_is_said(folder: Path, tmp_path: Path) -> None:
    text = (MEETING + HELD).replace(", courriel: a@ex.fr", "").replace(", courriel: b@ex.fr", "")
    (folder / "reunion.yaml").write_text(text, encoding="utf-8")
    code, output = call("seance", folder / "reunion.yaml", "-s", tmp_path / "out", "-f", "pdf")
    assert code == 0
    assert "reunion.yaml, ligne 17, colonne 3 : à vérifier REU-09 : Le courriel et l’invitation n’ont aucun" in output


def test_nothing_is_definitive_while_a_piece_of_the_pack_is_blocked(folder: Path, tmp_path: Path) -> None:
    code, output = call("seance", "r", folder, "-s", tmp_path / "out", "--definitif")
    assert code == 1
    assert "Retenu : fiche-action/f" in output
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["manifeste.json"]


@pytest.mark.parametrize("kind", ["convocation", "dossier-seance"])
@pytest.mark.parametrize("definitive", [True, False])
def test_nothing_is_definitive_when_a_paper_or_the_pack_cannot_be_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, definitive: bool
) -> None:
    def draw(_: Engines, document: Document, *_args: object, **_named: object) -> LaidOut:
        found = Finding("MEP-01", Severity.BLOQUANT, "Le moteur de mise en page n’a pas tout dessiné.", "Dites-le.")
        return LaidOut(b"%PDF-", "pdf", 1, (found,) if document.kind == kind else ())

    monkeypatch.setattr(Engines, "draw", draw)
    order = Order(tmp_path, (Format.PDF,), definitive, source=False)
    outcome, whole = hold(meeting(*load(ATLAS), "copil-2022-02"), order, Engines(templates_folder()))
    assert "MEP-01" in {one.code for one in outcome.report}
    assert (outcome.blocked, whole is None) == ((("reunion/copil-2022-02",), True) if definitive else ((), False))
    assert ([path.name for path in tmp_path.iterdir()] == ["manifeste.json"]) is definitive


def test_an_unknown_meeting_lists_those_there_are(folder: Path) -> None:
    code, output = call("seance", "zz", folder)
    assert code != 0
    assert "Réunions présentes : r." in output


def test_the_limits_of_a_year_are_printed_counted_and_written(folder: Path, tmp_path: Path) -> None:
    agenda = tmp_path / "a.ics"
    code, output = call("calendrier", folder, "--annee", 2022, "--au", "2022-06-15", "--ics", agenda)
    assert code == 0
    assert output.splitlines()[1].startswith("EN RETARD")
    assert "(zones A, B et C)" in output
    assert "vacances scolaires" not in output
    assert agenda.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert agenda.read_bytes().count(b"\r\n") == agenda.read_bytes().count(b"\n")


def test_school_holidays_that_no_order_has_set_are_asked_for(folder: Path) -> None:
    _, output = call("calendrier", folder, "--annee", 2035)
    assert "vacances scolaires de 2035 ne sont pas toutes connues" in output


def test_the_limits_of_a_year_are_json_on_demand(folder: Path) -> None:
    _, output = call("calendrier", folder, "--annee", 2022, "-f", "json")
    keys = {"date", "fait_le", "titre", "document", "fait", "en_retard", "etat", "remarques"}
    assert set(json.loads(output)[0]) == keys


def test_a_file_that_cannot_be_read_holds_the_meeting_and_the_calendar_back_and_is_named(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "fiche-g.yaml").write_text("document: fiche-action\nid: g\nporteur:OPCO\n", encoding="utf-8")
    code, output = call("seance", "r", folder, "-s", tmp_path / "out", "--definitif")
    assert code == 1
    assert output.startswith("fiche-g.yaml, ligne 3, colonne 8 : bloquant SAI-06")
    assert "Retenu : reunion/r" in output
    code, output = call("calendrier", folder, "--annee", "2021")
    assert code == 1
    assert "fiche-g.yaml, ligne 3" in output
