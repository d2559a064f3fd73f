"""A kind is a model, a text, its rules and a sample: the tree, the layouts and the templates know of none."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from docgen.checks.rules import RULES
from docgen.model.base import Piece
from docgen.model.kinds import KINDS
from docgen.text.papers import WRITERS

ROOT = Path(__file__).parents[1]
KINDS_OF_PAPER = [kind for kind, model in KINDS.items() if model in WRITERS]
WORDS = re.compile("|".join(rf"\b{word}" for word in (*KINDS, "fiche", "annexe", "bilan", "copil", "releve", "convoc")))
CODE = [path for folder in ("tree", "layout") for path in sorted((ROOT / "docgen" / folder).rglob("*.py"))]
FURNITURE = [*sorted((ROOT / "templates").glob("*.html")), *sorted((ROOT / "templates").glob("*.css"))]


def loaded(path: Path) -> ModuleType:
    """Return the script at `path` as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


COST = loaded(ROOT / "scripts" / "kind_cost.py")


def texts_of(path: Path) -> Iterator[str]:
    """Yield the texts that the code at `path` works with, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told:
            yield node.value


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_draws_names_no_kind(path: Path) -> None:
    assert [text for text in texts_of(path) if WORDS.search(text.lower())] == []


@pytest.mark.parametrize("path", FURNITURE, ids=lambda path: path.name)
def test_a_template_names_no_kind(path: Path) -> None:
    assert WORDS.findall(path.read_text(encoding="utf-8").lower()) == []


@pytest.mark.parametrize("kind", KINDS_OF_PAPER)
def test_a_kind_has_its_model_its_text_and_its_sample(kind: str) -> None:
    assert COST.modules_of(kind, "model")
    assert COST.modules_of(kind, "text")
    assert COST.samples_of(kind)


def test_the_rules_of_one_kind_alone_are_part_of_its_cost() -> None:
    concerned: dict[str, set[type[Piece]]] = {}
    for rule in RULES:
        concerned.setdefault(rule.check.__module__, set()).update(rule.kinds)
    alone = {(module, KINDS[kind]) for kind in KINDS for module, kinds in concerned.items() if kinds == {KINDS[kind]}}
    counted = {
        (f"docgen.checks.{path.stem}", KINDS[kind]) for kind in KINDS for path in COST.modules_of(kind, "checks")
    }
    assert alone - counted == set()


def test_the_guide_tells_what_each_kind_cost() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "docs" / "kinds.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == list(KINDS)
    assert re.findall(r"^\| `([a-z-]+)` \|", COST.table(), re.MULTILINE) == list(KINDS)
