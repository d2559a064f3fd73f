"""How a command ends: at once, its code and its last word right."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

ENDS = """
import atexit, sys
import docgen.__main__, docgen.cli

class Held:
    def __del__(self):
        print("démonté")

def main():
    print("l’été" * 50_000)
    sys.exit(3)

held = Held()
docgen.cli.main = main
atexit.register(lambda: print("rangé"))
docgen.__main__.run()
"""
"""A command that prints much, leaves with code 3, has something to put away, and holds what Python would take apart."""


def end_of(program: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": ""}
    return subprocess.run(
        [sys.executable, "-c", program], stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        cwd=ROOT, env=environment,
    )  # fmt: skip


def test_all_that_was_printed_comes_out_and_nothing_is_taken_apart() -> None:
    done = end_of(ENDS)
    assert (done.returncode, done.stderr) == (3, "")
    assert done.stdout == "l’été" * 50_000 + "\nrangé\n"


def test_what_is_put_away_at_the_end_waits_for_a_thread_that_is_still_at_work() -> None:
    at_work = "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.3), print('fini'))).start()\n"
    done = end_of(ENDS.replace("50_000", "1").replace("docgen.__main__.run()", at_work + "docgen.__main__.run()"))
    assert (done.returncode, done.stderr) == (3, "")
    assert done.stdout == "l’été\nfini\nrangé\ndémonté\n"


def test_a_pipe_that_no_one_reads_is_said() -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = end_of(ENDS.replace("50_000", "1"), write)
    finally:
        os.close(write)
    assert done.returncode == 120  # Python's code for output that could not be written out
    assert "BrokenPipeError" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no disk that is always full")
def test_a_full_disk_is_said() -> None:
    with open("/dev/full", "wb") as full:
        done = end_of(ENDS.replace("50_000", "1"), full.fileno())
    assert done.returncode == 120
    assert "OSError" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no disk that is always full")
def test_findings_that_a_full_disk_does_not_take_are_said_in_one_sentence() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "docgen", "regles"], stdout=full, stderr=subprocess.PIPE, encoding="utf-8",
            check=False, cwd=ROOT,
        )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr == "docgen : ce qui devait être affiché ne l’a pas été en entier : le disque est plein.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("regles", "SAI-01"), 0, "SAI-01"),
        (("verifier", "samples/atlas"), 1, "bloquants."),
        (("verifier", "nulle-part"), 2, "nulle-part"),
        (("verifiez",), 2, "« verifier »"),
    ],
)
def test_a_command_leaves_with_its_code(arguments: tuple[str, ...], code: int, said: str) -> None:
    command = [sys.executable, "-m", "docgen", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=ROOT)
    assert done.returncode == code
    assert said in done.stdout + done.stderr
