"""The same tree gives the same bytes, whatever the process, its hash seed, its time zone, locale and folder."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from docgen.layout.pdf.draw import PdfEngine
from tests.specimens import convention_specimen

TEMPLATES = Path(__file__).parents[3] / "templates"

ELSEWHERE = f"""
from hashlib import sha256
from pathlib import Path
from docgen.layout.pdf.draw import PdfEngine
from tests.specimens import convention_specimen
print(sha256(PdfEngine(Path({str(TEMPLATES)!r})).draw(convention_specimen()).content).hexdigest())
"""


def test_two_runs_give_the_same_bytes(engine: PdfEngine) -> None:
    assert engine.draw(convention_specimen()).content == engine.draw(convention_specimen()).content


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_gives_the_same_bytes(engine: PdfEngine, tmp_path: Path, seed: str) -> None:
    here = {"PYTHONPATH": str(TEMPLATES.parent), "PATH": os.environ["PATH"]}
    world = {"PYTHONHASHSEED": seed, "TZ": "Pacific/Noumea", "LC_ALL": "C", "HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], env=here | world, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == sha256(engine.draw(convention_specimen()).content).hexdigest()
