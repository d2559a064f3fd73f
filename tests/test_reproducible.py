"""The same inputs give the same bytes, in another time zone, language, folder, with another seed of hashes, by one
process or by two.

Each build is a process of its own. Every kind of paper is made once, with a meeting (.ics, .eml, .zip) and a sending to
signature; `DOCGEN_REPRODUCE=all` makes all the samples, which takes some minutes.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from docgen.model.kinds import KINDS
from docgen.pipeline import load
from docgen.resources import samples_folder

SAMPLES = samples_folder()
WHOLE = os.environ.get("DOCGEN_REPRODUCE") == "all"
WORLDS = (
    ("a", 1, {"TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}),
    (
        "un dossier d’été/deuxième",
        2,
        {"TZ": "Pacific/Kiritimati", "LANG": "fr_FR.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "4242", "PYTHONUTF8": "0"},
    ),
)
"""The folder of each build, how many processes draw, and the surroundings of the first."""


def commands(samples: Path, out: Path, processes: int) -> Iterator[list[str]]:
    """Yield the commands of one build."""
    for folder in (samples, samples / "cas"):
        for dossier in sorted(path for path in folder.iterdir() if any(path.glob("*.yaml"))):
            target = ["--sortie", str(out / dossier.name), "--processus", str(processes)]
            if WHOLE:
                yield ["generer", str(dossier), *target]
            elif ids := first_of_each_kind(dossier.name):
                yield ["generer", str(dossier), *target, *(word for id in ids for word in ("--seulement", id))]
    yield ["seance", "copil-2021-05", str(samples / "atlas"), "--sortie", str(out / "seance")]
    yield ["bordereau", "2021-04", "--dossier", str(samples / "atlas"), "--sortie", str(out / "bordereau")]


def first_of_each_kind(name: str) -> list[str]:
    """Return the keys of the pieces to make of a sample, so that every kind comes once."""
    wanted = {"avenants": ["avenant"], "denonciation": ["denonciation"]}
    if name == "atlas":
        elsewhere = {kind for kinds in wanted.values() for kind in kinds}
        wanted[name] = [kind for kind in KINDS if kind not in {*elsewhere, "maison", "reunion", "bordereau"}]
    dossier, _ = load(next(path for path in (SAMPLES / name, SAMPLES / "cas" / name) if path.is_dir()))
    pieces = [entree.piece for entree in dossier.entrees]
    firsts = (next(piece.cle for piece in pieces if piece.genre == kind) for kind in wanted.get(name, ()))
    return list(firsts)


def built(place: Path, processes: int, surroundings: dict[str, str]) -> dict[str, str]:
    """Return the fingerprint of every file of a build in `place`, by its path there."""
    samples = shutil.copytree(SAMPLES, place / "entrées")
    out = place / "sorties"
    for command in commands(samples, out, processes):
        run = [sys.executable, "-m", "docgen", *command]
        done = subprocess.run(run, env={**os.environ, **surroundings}, capture_output=True, check=False, cwd=place)
        assert done.returncode in (0, 1), done.stderr.decode(errors="replace")
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    base = tmp_path_factory.mktemp("mondes")
    with ThreadPoolExecutor() as both:
        return list(both.map(lambda world: built(base / world[0], *world[1:]), WORLDS))


def test_two_builds_have_the_same_files_byte_for_byte(builds: list[dict[str, str]]) -> None:
    first, second = builds
    assert first == second


def test_every_kind_of_file_was_built(builds: list[dict[str, str]]) -> None:
    suffixes = {name.rpartition(".")[2] for name in builds[0]}
    assert suffixes == {"docx", "pdf", "json", "ics", "eml", "zip"}
    stems = {name.rpartition("/")[2] for name in builds[0]}
    papers = [kind for kind in KINDS if kind not in {"maison", "reunion", "bordereau"}]
    assert [kind for kind in papers if not any(stem.startswith(kind) for stem in stems)] == []
