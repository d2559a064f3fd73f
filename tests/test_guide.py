"""The guide does not rot: its commands run, its examples are read, its links and pictures are there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from docgen.checks.catalogue import FAMILLES, catalogue, markdown
from docgen.model.build import Built, build_piece
from docgen.read.yaml import read_yaml
from docgen.resources import samples_folder

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted(DOCS.glob("*.md"))
README = DOCS.parent / "README.md"
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"# code (\d)")
LINK = re.compile(r"\]\(([^)#:]+)\)")
PICTURE = 60_000


def blocks(page: Path, language: str) -> list[str]:
    """Return the fenced blocks of `page` in `language`, in their order."""
    return [text for found, text in BLOCK.findall(page.read_text(encoding="utf-8")) if found == language]


def commands(page: Path) -> list[tuple[str, int]]:
    """Return each command of `page`, and the exit code that the page says of it."""
    lines = (line.strip() for text in blocks(page, "sh") for line in text.splitlines())
    return [(line, int(said[1]) if (said := CODE.search(line)) else 0) for line in lines if line]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A working folder as the guide has it: copies of samples, and a house template."""
    for name, sample in (("atlas", "atlas"), ("avenants", "avenants"), ("denonciation", "cas/denonciation")):
        shutil.copytree(samples_folder() / sample, tmp_path / name)
    (tmp_path / "maison").mkdir()
    own = docx.Document(str(samples_folder().parent / "templates" / "formulaire.docx"))
    own.paragraphs[0].text = "Action : {{ fiche.titre }} ; budget : {{ fiche.budget }}"
    own.save(str(tmp_path / "maison" / "fiche-action.docx"))
    return tmp_path


@pytest.mark.parametrize("page", [page for page in (*PAGES, README) if commands(page)], ids=lambda page: page.name)
def test_the_commands_of_a_page_do_what_it_says(page: Path, desk: Path) -> None:
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    for line, code in commands(page):
        run = subprocess.run(["bash", "-c", line], cwd=desk, env={"PATH": path}, capture_output=True, check=False)
        assert run.returncode == code, f"{line}\n{run.stdout.decode()}{run.stderr.decode()}"


def test_the_first_lines_of_the_readme_are_commands_that_are_run() -> None:
    assert [line.split()[1] for line, _ in commands(README) if line.startswith("docgen ")][-1] == "docteur"
    assert "seance" in str(commands(README))


def test_the_program_of_the_guide_checks_and_draws_what_it_brings(desk: Path) -> None:
    program = "\n".join(blocks(DOCS / "programme.md", "python"))
    run = subprocess.run([sys.executable, "-c", program], cwd=desk, capture_output=True, text=True, check=True)
    assert "un montant en euros" in run.stdout
    assert "\nFIC-06 La fiche n’a pas d’annexe financière" in run.stdout
    assert "Rencontres de l’alternance" in docx.Document(str(desk / "fiche-action-2022-09-projet.docx")).element.xml


@pytest.mark.parametrize(
    ("page", "text"), [(page.name, text) for page in PAGES for text in blocks(page, "yaml")], ids=lambda one: one[:40]
)
def test_an_example_of_the_guide_has_no_fault_but_what_it_leaves_out(page: str, text: str) -> None:
    mapping, faults = read_yaml(text.encode(), page)
    assert mapping, faults
    made = build_piece(mapping)
    assert isinstance(made, Built)
    assert [finding for finding in (*faults, *made.findings) if finding.code != "SAI-02"] == []


@pytest.mark.parametrize("page", [*PAGES, README], ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_picture_is_shown_and_light() -> None:
    shown = {target for page in PAGES for target in LINK.findall(page.read_text(encoding="utf-8"))}
    there = sorted((DOCS / "images").glob("*.png"))
    assert there
    assert [path.name for path in there if f"images/{path.name}" not in shown] == []
    assert [path.name for path in there if path.stat().st_size > PICTURE] == []


def test_every_page_can_be_reached_from_the_first() -> None:
    first = (DOCS / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if page.name != "README.md" and f"({page.name})" not in first] == []


def test_the_page_of_the_rules_is_what_the_code_says() -> None:
    assert (DOCS / "regles.md").read_text(encoding="utf-8") == markdown()


def test_every_rule_has_its_family() -> None:
    assert {one.code[:3] for one in catalogue()} == FAMILLES.keys()
