"""What stands around the package holds together: the lock, the scripts."""

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
SCRIPTS = [*(ROOT / "scripts").glob("*.sh"), ROOT / "scripts" / "docx2txt", ROOT / ".ci" / "run"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked() -> dict[str, str]:
    """Return the version of each package of the lock."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", LOCK, re.MULTILINE))


def declared() -> list[Requirement]:
    """Return what the project asks for: to run, to build, to develop."""
    groups = (item for group in PROJECT["dependency-groups"].values() for item in group if isinstance(item, str))
    return [Requirement(line) for line in (*PROJECT["project"]["dependencies"], *groups)]


@pytest.mark.parametrize("requirement", declared(), ids=str)
def test_what_the_project_asks_for_is_locked_at_a_version_that_it_accepts(requirement: Requirement) -> None:
    assert requirement.specifier.contains(locked()[canonicalize_name(requirement.name)])


def imported(path: Path) -> Iterator[str]:
    """Yield the top name of every module that the file at `path` imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                yield from (alias.name.partition(".")[0] for alias in node.names)
            case ast.ImportFrom(module=str(module)):
                yield module.partition(".")[0]


def test_what_the_tests_and_benchmarks_import_is_asked_for() -> None:
    own = {"benchmarks", "docgen", "tests", *sys.stdlib_module_names}
    rival = {"python_redlines"}  # what benchmarks/compare.py is measured against: scripts/bench.sh brings it, once
    names = {
        name
        for top in ("tests", "benchmarks", "scripts")
        for path in (ROOT / top).rglob("*.py")
        if "judges" not in path.parts  # they have an environment of their own
        for name in imported(path)
    }
    distributions = importlib.metadata.packages_distributions()
    needed = {canonicalize_name(distributions[name][0]) for name in names - own - rival}
    assert needed <= {canonicalize_name(requirement.name) for requirement in declared()}


def test_every_locked_file_is_known_by_its_hash() -> None:
    entries = re.split(r"^(?=[a-z])", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(locked())
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)


def test_the_lock_names_no_address() -> None:
    assert not re.search(r"://|index|find-links|\.(org|com|io|net)\b|^ *-[^-]", LOCK, re.MULTILINE)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_can_be_run(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env ")


def test_a_word_template_can_be_read_as_text() -> None:
    command = [sys.executable, str(ROOT / "scripts/docx2txt"), str(ROOT / "templates/charte.docx")]
    lines = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout.splitlines()
    assert any(re.match(r"word/document\.xml: \[\w+\] \w", line) for line in lines)
    assert any(line.startswith("word/styles.xml: Alinéa: style ") for line in lines)
