"""What is typed amiss on the command line is said in French, with the nearest word; so is the help."""

import re

import pytest

from docgen.cli.commands import app
from docgen.cli.usage import said
from tests.test_cli import call

ENGLISH = re.compile(
    r"\b(?:Usage:|Error|Try|Missing|Invalid|No such|Got|default|required|Show|Did you|Commands:|requires)\b"
)

AMISS = {
    "verifer": "Aucune commande « verifer ». Vouliez-vous dire « verifier » ?",
    "zzz": "Aucune commande « zzz ». Sont connues : authentifier,",
    "verifier --seulment a": "Aucune option « --seulment ». Vouliez-vous dire « --seulement » ?",
    "verifier -x": "Aucune option « -x ». Sont connues : --aide,",
    "seance": "Il manque l’argument « reunion ».",
    "calendrier": "Il manque l’option « --annee ».",
    "calendrier --annee": "L’option « --annee » demande une valeur.",
    "calendrier --annee abc": "Valeur refusée pour « --annee » ; attendu : un nombre entier.",
    "calendrier --annee 3": "Valeur refusée pour « --annee » ; attendu : 1900 au moins.",
    "calendrier --annee 3000": "Valeur refusée pour « --annee » ; attendu : 2200 au plus.",
    "verifier --format xml": "Valeur refusée pour « --format » ou « -f » : lu « xml » ; attendu : texte ou json.",
    "verifier a b": "Argument de trop : « b ».",
    "generer --forcer=oui": "L’option « --forcer » ne prend pas de valeur.",
}


@pytest.mark.parametrize(("line", "french"), AMISS.items(), ids=list(AMISS))
def test_a_line_typed_amiss_is_said_in_french(line: str, french: str) -> None:
    code, output = call(*line.split())
    assert code == 2
    assert french in output
    assert ENGLISH.findall(output) == []


def test_a_line_typed_amiss_shows_how_the_command_is_used() -> None:
    assert "Usage : docgen seance [OPTIONS]" in call("seance")[1].replace("root", "docgen")


@pytest.mark.parametrize(
    "line", ["--help", "", "verifier -h", "generer --aide", "seance -h", "calendrier -h", "nouveau -h", "reprendre -h"]
)
def test_the_help_is_in_french(line: str) -> None:
    _, output = call(*line.split())
    assert "Usage : " in output
    assert "Options :" in output
    assert "Afficher cette aide." in output
    assert ENGLISH.findall(output) == []


@pytest.mark.parametrize("command", ["", *(one.name or "" for one in app.registered_commands)])
def test_no_help_shows_how_the_program_is_written(command: str) -> None:
    _, output = call(*command.split(), "--aide")
    assert re.findall(r"<\w+[^>]*>|\bx[<>]=|<=x|\[[^\[\]]*\w;[^\[\]]*\]", output) == []


def test_a_bound_is_told_in_french() -> None:
    assert "[de 1900 à 2200 ; obligatoire]" in " ".join(call("calendrier", "--aide")[1].split())


def test_what_the_library_may_yet_say_is_not_lost() -> None:
    assert said("Something new.", (), ()) == "Ligne mal comprise (Something new)."
