"""The boundaries hold: imports go one way, and each engine is known to its own modules only.

Read from the source, imports inside functions and for type checkers included: what is deferred is still a dependency.
"""

import ast
import importlib.metadata
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PACKAGE = "docgen"

PURE = ("values", "errors", "findings", "tree", "french", "images", "soundness", "resources", "progress")
"""Value types and plain functions: all may import them, they import none of the stages."""

ORDER = (
    "read",
    "model",
    "dossier",
    "logos",
    "bilan",
    "amend",
    "text",
    "as_sent",
    "pack",
    "source",
    "ics",
    "invitation",
    "vacances",
    "calendrier",
    "bundle",
    "checks",
    "layout",
    "takeback",
    "doctor",
    "output",
    "batch",
    "drawing",
    "pipeline",
    "seance",
    "returned",
    "parapheur",
    "cli",
    "__main__",
)
"""The stages and what stands between them: each imports what stands before it, never what stands after."""

ENGINES = {
    "docx": ("docgen.layout.word",),
    "docxtpl": ("docgen.layout.word",),
    "holidays": ("docgen.vacances",),
    "jinja2": ("docgen.layout",),
    "lxml": ("docgen.layout.word", "docgen.takeback", "docgen.returned.word", "docgen.returned.inspect_word"),
    "markupsafe": ("docgen.layout",),
    "msgspec": ("docgen.values",),
    "pydantic": ("docgen.model",),
    "pydantic_core": ("docgen.model",),
    "pydyf": ("docgen.layout.pdf",),
    "pyhanko": ("docgen.returned.signatures",),
    "pyhanko_certvalidator": ("docgen.returned.signatures",),
    "pypdf": ("docgen.layout.pdf", "docgen.output", "docgen.returned.pdf"),
    "resvg_py": ("docgen.layout.word.raster",),
    "typer": ("docgen.cli",),
    "weasyprint": ("docgen.layout.pdf.engine",),
    "yaml": ("docgen.read.yaml",),
}
"""Each engine and where it may be imported: a module, or a package and all that it holds."""

HEAVY = frozenset(
    {
        "docx",
        "docxtpl",
        "holidays",
        "jinja2",
        "lxml",
        "pydyf",
        "pyhanko",
        "pyhanko_certvalidator",
        "pypdf",
        "resvg_py",
        "weasyprint",
    }
)
"""What no command may load before it draws: start-up time is a feature."""


@cache
def sources() -> Mapping[str, ast.Module]:
    """Return the parsed modules of the package by their dotted name; a package has the name of its folder."""
    trees = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        trees[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return trees


def imports_of(module: str) -> Iterator[str]:
    """Yield every module that `module` imports, wherever in the file, relative imports left to the linter."""
    for node in ast.walk(sources()[module]):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(module=str(base)):
                yield from (
                    f"{base}.{alias.name}" if f"{base}.{alias.name}" in sources() else base for alias in node.names
                )


def own_imports(module: str) -> set[str]:
    """Return the modules of docgen that `module` imports, itself left out."""
    return {name for name in imports_of(module) if is_within(name, PACKAGE)} - {module}


def foreign_imports(module: str) -> set[str]:
    """Return the top names of what `module` imports from neither docgen nor Python's own library."""
    tops = {name.partition(".")[0] for name in imports_of(module)}
    return tops - {PACKAGE} - sys.stdlib_module_names


def is_within(module: str, package: str) -> bool:
    """Tell whether `module` is `package` or stands in it."""
    return module == package or module.startswith(f"{package}.")


def stage_of(module: str) -> str:
    """Return the stage that `module` belongs to; empty for the package itself."""
    return f"{module}.".split(".")[1]


MODULES = sorted(sources())
STAGED = [module for module in MODULES if stage_of(module) in ORDER]


def test_the_package_was_found() -> None:
    assert {"docgen", "docgen.tree", "docgen.read.yaml"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_its_place_in_the_order(module: str) -> None:
    assert stage_of(module) in {"", *PURE, *ORDER}, "say in this test where it stands"


@pytest.mark.parametrize("module", STAGED)
def test_a_stage_imports_nothing_that_comes_after_it(module: str) -> None:
    before = {"", *PURE, *ORDER[: ORDER.index(stage_of(module)) + 1]}
    assert {name for name in own_imports(module) if stage_of(name) not in before} == set()


@pytest.mark.parametrize("module", [module for module in MODULES if stage_of(module) in {"", *PURE}])
def test_a_pure_module_imports_no_stage(module: str) -> None:
    assert {name for name in own_imports(module) if stage_of(name) not in PURE} == set()


def test_only_the_path_imports_all_the_stages() -> None:
    stages = {"read", "model", "text", "checks", "layout", "output"}
    everywhere = [module for module in MODULES if stages <= {stage_of(name) for name in own_imports(module)}]
    assert everywhere == ["docgen.pipeline"]


def test_word_and_pdf_know_nothing_of_each_other() -> None:
    crossing = [
        (module, name)
        for module in MODULES
        for name in own_imports(module)
        if (is_within(module, "docgen.layout.word") and is_within(name, "docgen.layout.pdf"))
        or (is_within(module, "docgen.layout.pdf") and is_within(name, "docgen.layout.word"))
    ]
    assert crossing == []


def test_there_is_no_cycle_of_imports() -> None:
    try:
        TopologicalSorter({module: own_imports(module) for module in MODULES}).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("module", MODULES)
def test_an_engine_is_imported_in_its_own_modules_only(module: str) -> None:
    strays = {
        engine
        for engine in foreign_imports(module)
        if not any(is_within(module, allowed) for allowed in ENGINES.get(engine, ()))
    }
    assert strays == set()


@pytest.mark.parametrize("engine", ["yaml", "weasyprint", "resvg_py", "docxtpl", "holidays"])
def test_an_engine_has_one_module(engine: str) -> None:
    assert len([module for module in MODULES if engine in foreign_imports(module)]) <= 1


def test_what_is_imported_is_declared_and_what_is_declared_has_its_module() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    distributions = importlib.metadata.packages_distributions()
    known = {canonicalize_name(distributions[engine][0]): engine for engine in ENGINES}
    imported = {engine for module in MODULES for engine in foreign_imports(module)}
    assert {name for name, engine in known.items() if engine in imported} - {"pydantic-core"} <= declared
    assert declared <= known.keys()


def loaded_by(program: str) -> set[str]:
    """Return the top names of the modules that a new Python has loaded once `program` has run."""
    report = "import sys; print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    command = [sys.executable, "-c", f"import atexit\natexit.register(lambda: exec({report!r}))\n{program}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert "Traceback" not in done.stderr
    return set(done.stderr.splitlines()[-1].split())


def run_docgen(*arguments: str) -> str:
    """Return the program that does what `python -m docgen` does with `arguments`."""
    return f"import runpy, sys\nsys.argv = {['docgen', *arguments]!r}\nrunpy.run_module('docgen', run_name='__main__')"


def test_to_import_docgen_loads_no_engine() -> None:
    loaded = loaded_by("import docgen")
    assert "docgen" in loaded
    assert loaded & ENGINES.keys() == set()


@pytest.mark.parametrize("arguments", [["--help"], ["verifier", "--help"], ["verifier", "samples/atlas"]])
def test_verifier_loads_no_engine_that_draws(arguments: list[str]) -> None:
    loaded = loaded_by(run_docgen(*arguments))
    assert {"docgen", "typer"} <= loaded
    assert loaded & HEAVY == set()


PLAIN = """
import typer
from docgen.cli.commands import app
line = ["samples/atlas", "--format", "json", "--seulement", "2021-01", "--au", "2022-01-01"]
typer.main.get_command(app).commands["verifier"].make_context("verifier", line)
"""


@pytest.mark.parametrize("program", [run_docgen("--help"), run_docgen("generer", "--help"), PLAIN])
def test_a_line_is_understood_without_what_reads_models(program: str) -> None:
    loaded = loaded_by(program)
    assert {"docgen", "typer"} <= loaded
    assert loaded & {"pydantic", "pydantic_core"} == set()
