"""The command line: what it prints, what it writes, and its exit codes."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docgen.cli.commands import app
from docgen.errors import UsageError
from docgen.model.kinds import KINDS
from docgen.resources import samples_folder
from tests.text.dossiers import CONVENTION

FICHE = "document: fiche-action\nid: a\nconvention: absente\ntitre: Salon\n"


def run(*arguments: str | Path) -> tuple[int, str]:
    """Return the exit code and the output of the command, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "docgen", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def call(*arguments: str | Path) -> tuple[int, str]:
    """Return the exit code and the output of the command, in this process."""
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "fiche.yaml").write_text(FICHE)
    return tmp_path / "dossier"


def test_findings_are_printed_with_place_code_and_remedy(folder: Path) -> None:
    code, output = call("verifier", folder)
    assert code == 1
    assert "fiche.yaml, ligne 3, colonne 13 : bloquant SAI-04" in output
    assert "bloquants." in output


def test_what_several_documents_await_is_printed_once(tmp_path: Path) -> None:
    shutil.copytree(samples_folder() / "cas" / "bilan-d-une-annee", tmp_path / "dossier")
    (tmp_path / "dossier" / "note.yaml").write_text("")
    _, output = call("verifier", tmp_path / "dossier")
    told = [line for line in output.splitlines() if "le fichier note.yaml, qui n’a pas pu être lu" in line]
    assert len(told) == 1
    assert all(key in told[0] for key in ("bilan-annuel/", "plan-actions/", " attendent le fichier"))


def test_two_conventions_of_one_text_say_its_slips_once() -> None:
    _, output = call("verifier", samples_folder() / "atlas")
    lines = output.splitlines()
    assert sum("lu « DRAFFPIC »" in line for line in lines) == 1
    assert len(lines) == len(set(lines))
    assert lines[-1].startswith(f"{len(lines) - 1} constats")


def test_findings_come_as_json_on_demand(folder: Path) -> None:
    _, output = call("verifier", folder, "--format", "json")
    data = json.loads(output)
    (found,) = [one for one in data if one["code"] == "SAI-04"]
    assert (found["fichier"], found["ligne"], found["colonne"]) == ("fiche.yaml", 3, 13)


def test_a_draft_always_comes_out(folder: Path, tmp_path: Path) -> None:
    code, _ = call("generer", folder, "--sortie", tmp_path / "out", "--format", "docx")
    assert (tmp_path / "out" / "fiche-action-a-projet.docx").is_file()
    assert code == 0


def test_the_examples_of_all_kinds_go_together_and_give_definitive_papers(tmp_path: Path) -> None:
    for kind in KINDS:
        assert call("nouveau", kind, "--sortie", tmp_path / "dossier" / f"{kind}.yaml")[0] == 0
    code, output = call("verifier", tmp_path / "dossier")
    assert (code, "0 bloquant" in output) == (0, True)
    out = tmp_path / "out"
    code, output = call("generer", tmp_path / "dossier", "--definitif", "--format", "docx", "--sortie", out)
    assert (code, "Retenu" in output) == (0, False)
    made = {path.name.removesuffix(".docx") for path in out.glob("*.docx")}
    assert {"convention-exemple-2025", "fiche-action-2025-01", "annexe-financiere-2025-01"} <= made
    assert not [name for name in made if name.endswith("-projet")]


def test_a_definitive_paper_of_an_earlier_run_is_said_out_of_date_when_its_paper_is_held_back(tmp_path: Path) -> None:
    dossier, out = tmp_path / "atlas", tmp_path / "out"
    shutil.copytree(samples_folder() / "atlas", dossier)
    asked = ("generer", dossier, "--definitif", "--format", "docx", "--sortie", out, "--seulement", "2021-01")
    call(*asked)
    fiche = dossier / "fiche-2021-01.yaml"
    fiche.write_text(fiche.read_text(encoding="utf-8").replace("porteur:", "porteurs:"), encoding="utf-8")
    code, output = call(*asked)
    assert code == 1
    assert f"Périmé : {out / 'fiche-action-2021-01.docx'}" in output
    assert (out / "fiche-action-2021-01.docx").is_file()


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("etat: a-signer\netablie_le: 01/06/2022", "la signature de l’avenant n° 1."),
        (
            "etat: signe\nprise_effet: {mode: condition, condition: la dotation est versée, limite: 31/12/2099}",
            "la réalisation de la condition de l’avenant n° 1 (« realisee_le: »).",
        ),
    ],
)
def test_what_an_avenant_without_effect_leaves_comes_later(tmp_path: Path, typed: str, after: str) -> None:
    dossier, out = tmp_path / "avenants", tmp_path / "out"
    shutil.copytree(samples_folder() / "avenants", dossier)
    text = (dossier / "avenant-1.yaml").read_text(encoding="utf-8")
    (dossier / "avenant-1.yaml").write_text(text.replace("etat: signe", typed), encoding="utf-8")
    asked = ("generer", dossier, "--definitif", "--format", "docx", "--sortie", out, "--seulement", "atlas-avenant-1")
    code, output = call(*asked)
    assert (code, "Retenu" in output, "Donnez cette valeur" in output) == (0, False, False)
    made = {path.name for path in out.glob("*.docx")}
    assert made == {"avenant-atlas-avenant-1.docx", "tableau-modifications-atlas-avenant-1.docx"}
    assert f"Plus tard : comparaison et version consolidée (avenant/atlas-avenant-1), après {after}" in output


def test_a_blocked_definitive_paper_is_not_written_and_the_others_are(tmp_path: Path) -> None:
    code, output = call(
        "generer", samples_folder() / "atlas", "--definitif", "--format", "docx", "--sortie", tmp_path,
        "--seulement", "2022-05", "--seulement", "fiche-action/2021-01",
    )  # fmt: skip
    assert code == 1
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == ["fiche-action-2021-01.docx"]
    assert "Retenu : fiche-action/2022-05" in output


@pytest.mark.parametrize("command", ["verifier", "generer"])
def test_what_holds_a_paper_back_is_shown_wherever_it_stands(tmp_path: Path, command: str) -> None:
    folder = samples_folder() / "cas" / "refuses" / "avis-defavorable-logo"
    asked = (command, folder, "--seulement", "autorisation-logo/mfm-2024-07")
    made = ("--definitif", "-f", "docx", "-s", tmp_path) if command == "generer" else ()
    code, output = call(*asked, *made)
    assert (code, "Retenu" in output) == (1, command == "generer")
    assert "fiche.yaml, ligne 43, colonne 9 : bloquant LOG-04" in output
    assert "FIC-05" not in output


def test_what_a_person_changed_is_kept_unless_forced(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call("generer", folder, "-s", out, "-f", "docx")
    path = out / "fiche-action-a-projet.docx"
    path.write_bytes(b"retouche")
    _, output = call("generer", folder, "-s", out, "-f", "docx")
    assert "Laissé tel quel" in output
    assert path.read_bytes() == b"retouche"
    call("generer", folder, "-s", out, "-f", "docx", "--forcer")
    assert path.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("verifier", "nulle-part"), 2, "nulle-part"),
        (("generer", "--format", "odt"), 2, "Format inconnu"),
        (("nouveau", "fiche-acton"), 2, "« fiche-action »"),
        (("schema", "facture"), 2, "Genre inconnu"),
        (("nouveau",), 2, "Donnez un genre de document : convention,"),
        (("verifier", "--fichier", "absent.pdf"), 2, "ne se lit pas : il n’existe pas"),
        (("regles", "ZZZ-99"), 2, "Aucune règle"),
        (("verifier", "--au", "demain"), 2, "Date illisible"),
    ],
)
def test_a_mistake_of_use_is_one_french_sentence(arguments: tuple[str, ...], code: int, said: str) -> None:
    exit_code, output = run(*arguments)
    assert exit_code == code
    assert said in output
    assert "Traceback" not in output


def test_a_folder_without_inputs_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="aucun fichier"):
        call("generer", tmp_path)


@pytest.mark.parametrize("command", ["generer", "verifier"])
def test_an_unknown_id_lists_those_there_are(folder: Path, command: str) -> None:
    code, output = run(command, folder, "--seulement", "zzz")
    assert code == 2
    assert "fiche-action/a" in output


def test_an_example_is_written_then_read_without_fault_of_form(tmp_path: Path) -> None:
    for kind in ("convention", "fiche-action", "annexe-financiere", "autorisation-logo"):
        assert call("nouveau", kind, "--sortie", tmp_path / f"{kind}.yaml")[0] == 0
    _, output = call("verifier", tmp_path)
    assert "SAI-01" not in output
    assert "SAI-03" not in output


def test_the_schema_of_a_kind_is_json_with_french_titles() -> None:
    _, output = call("schema", "fiche-action")
    schema = json.loads(output)
    assert schema["properties"]["titre"]["title"] == "Titre de l’action"
    assert "titre" in schema["required"]


def test_every_rule_is_listed_and_explained() -> None:
    _, listed = call("regles")
    codes = [line.split()[0] for line in listed.splitlines()]
    assert {"SAI-01", "SAI-06", "CON-02", "SIG-02", "FIC-06", "ANX-01", "LOG-02", "TYP-02"} <= set(codes)
    for code in sorted(set(codes)):
        _, explained = call("regles", code)
        assert len(explained.split()) > 15


def test_the_doctor_names_the_versions_that_the_bytes_depend_on() -> None:
    code, output = call("docteur")
    assert code == 0
    assert "weasyprint" in output


def test_the_templates_have_no_fault() -> None:
    assert call("modeles") == (0, "Aucun défaut.\n")
    with pytest.raises(UsageError, match="« nulle-part » n’est pas un dossier"):
        call("modeles", "nulle-part")


def test_a_house_template_takes_the_place_of_docgens_own(folder: Path, tmp_path: Path) -> None:
    house = tmp_path / "maison"
    house.mkdir()
    docx = pytest.importorskip("docx")
    own = docx.Document()
    own.add_paragraph("Action : {{ fiche.titre }} ; budget : {{ fiche.budget }}")
    own.save(str(house / "fiche-action.docx"))
    call("generer", folder, "-s", tmp_path / "out", "-f", "docx", "--modeles", house)
    drawn = docx.Document(str(tmp_path / "out" / "fiche-action-a-projet.docx"))
    assert drawn.paragraphs[0].text == "Action : Salon ; budget : [à compléter\u00a0: fiche.budget]"


def test_a_logo_whose_authorisation_is_blocked_holds_the_fiche_back(tmp_path: Path) -> None:
    folder = samples_folder() / "cas" / "refuses" / "delegation-precoce"
    code, output = call("generer", folder, "--definitif", "--format", "docx", "--sortie", tmp_path)
    assert code == 1
    assert "Retenu : fiche-action/2024-01" in output
    assert not list(tmp_path.glob("fiche-action-*.docx"))


def test_a_paper_that_one_engine_blocks_comes_out_in_no_format(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier"
    shutil.copytree(samples_folder() / "cas" / "ministere-et-association", dossier)
    text = dossier / "texte.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nUn signe \ufffd perdu.\n", encoding="utf-8")
    call("generer", dossier, "--definitif", "--sortie", tmp_path / "out")
    assert not list((tmp_path / "out").glob("convention-*"))


def test_a_definitive_paper_has_no_hole(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier"
    shutil.copytree(samples_folder() / "cas" / "ministere-et-association", dossier)
    text = dossier / "texte.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nVoir {{ministeres}}.\n", encoding="utf-8")
    code, output = call("generer", dossier, "--definitif", "--format", "docx", "--sortie", tmp_path / "out")
    assert code == 1
    assert "manque dans" in output


def test_the_demonstration_has_the_four_papers_of_each_avenant(tmp_path: Path) -> None:
    code, said = call("demo", "--sortie", tmp_path, "--format", "docx")
    assert code == 0
    kinds = ("avenant", "version-consolidee", "comparaison", "tableau-modifications")
    expected = {f"{kind}-atlas-avenant-{number}.docx" for kind in kinds for number in (1, 2, 3)}
    assert expected <= {file.name for file in tmp_path.iterdir()}
    assert said.count("AVN-06") == 1
    assert " convention.yaml" not in said.partition("Et trois avenants")[2]


def test_a_word_file_is_taken_back_as_markdown(tmp_path: Path) -> None:
    call("generer", samples_folder() / "atlas", "--sortie", tmp_path, "--format", "docx", "--seulement", "atlas-2021")
    source, target = tmp_path / "convention-atlas-2021-projet.docx", tmp_path / "convention.md"
    code, output = call("reprendre", source, "--sortie", target)
    assert code == 0
    assert "REP-01" in output
    assert target.read_text(encoding="utf-8").startswith("Vu le code de l’éducation,\n\nVu le code du travail")


def test_what_is_no_word_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "texte.docx").write_text("texte")
    code, output = run("reprendre", tmp_path / "texte.docx")
    assert (code, output.count("\n")) == (2, 1)
    assert run("reprendre", tmp_path / "absent.docx")[0] == 2


def test_a_person_sees_the_bar_move_and_end(tmp_path: Path) -> None:
    folder = samples_folder() / "cas" / "ministere-et-association"
    ours, theirs = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "docgen",
        "seance",
        "suivi-2024-10",
        str(folder),
        "-f",
        "docx",
        "-s",
        str(tmp_path),
    ]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    shown = [int(percent) for percent in re.findall(rb"(\d+)%", os.read(ours, 65536))]
    os.close(ours)
    assert done.returncode == 0
    assert shown == sorted(shown)
    assert (shown[0], shown[-1]) == (0, 100)
    assert len(set(shown)) > 2


def test_a_file_stands_for_its_own_document_and_its_folder_for_what_it_cites(folder: Path) -> None:
    (folder / "autre.yaml").write_text(FICHE.replace("id: a", "id: b"))
    _, of_one = call("verifier", folder / "fiche.yaml")
    assert "fiche.yaml, ligne" in of_one
    assert "autre.yaml" not in of_one
    _, made = call("generer", folder / "fiche.yaml", "--sortie", folder / "out", "--format", "docx")
    assert [path.name for path in (folder / "out").glob("*.docx")] == ["fiche-action-a-projet.docx"]
    assert "autre.yaml" not in made


def test_ids_may_be_given_in_one_go(folder: Path) -> None:
    for name in ("b", "c"):
        (folder / f"{name}.yaml").write_text(FICHE.replace("id: a", f"id: {name}"))
    _, output = call("verifier", folder, "--seulement", "a, c")
    assert "fiche.yaml, ligne" in output
    assert "c.yaml, ligne" in output
    assert "b.yaml, ligne" not in output


def test_a_convention_is_named_by_its_file_though_the_name_of_another_ends_like_it(tmp_path: Path) -> None:
    (tmp_path / "annexes").mkdir()
    for name, id in (("convention", "c"), ("ma-convention", "d"), ("annexes/convention", "e")):
        (tmp_path / f"{name}.yaml").write_text(CONVENTION.replace("id: c\n", f"id: {id}\n"), encoding="utf-8")
    code, output = call("consulter", tmp_path / "convention.yaml", "--dossier", tmp_path)
    assert (code, "Article" in output) == (0, True)
