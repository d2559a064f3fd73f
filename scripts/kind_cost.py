"""Print what each kind of paper cost, as the table of docs/kinds.md: files and lines of its own, stage by stage.

python scripts/kind_cost.py
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.model.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
STAGES = ("model", "text", "checks")

OWN = {
    "convention": (
        "convention",
        "convention_*",
        "cover",
        "party_page",
        "visas",
        "names",
        "internal_references",
        "completeness",
        "own_*",
    ),
    "avenant": (
        "avenant",
        "avenant_*",
        "operations",
        "in_force",
        "comparaison",
        "consolid*",
        "declarations",
        "former_names",
        "lasting",
        "tableau_*",
        "new_text",
    ),
    "fiche-action": ("fiche_action", "fiche_action_*", "avis", "opinions", "publics"),
    "annexe-financiere": ("annexe_financiere", "annexe_ressources", "budget", "fees", "financing", "remuneration"),
    "autorisation-logo": ("autorisation_logo", "logo", "logos"),
    "convention-application": ("convention_application", "application"),
    "conformite-numerique": ("conformite_numerique", "conformite"),
    "contacts": ("contacts",),
    "denonciation": ("denonciation", "denonciation_*"),
    "fiche-realisation": ("fiche_realisation", "fiche_realisation_*", "realisation", "deliverables"),
    "bilan-annuel": ("bilan_annuel", "bilan", "bilan_*", "yearly"),
    "plan-actions": ("plan_actions", "plan"),
    "maison": ("maison",),
    "reunion": ("reunion", "reunion_*", "reunion/*", "avis_rendus", "seance"),
    "bordereau": ("bordereau", "a_signer", "note_signataire"),
}
"""The modules of each kind, as patterns that are looked for in each stage."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Files, and lines that are not blank."""

    files: int
    lines: int

    def __str__(self) -> str:
        return f"{self.lines} ({self.files})" if self.files else "–"


def cost_of(paths: Sequence[Path]) -> Cost:
    """Return what `paths` weigh."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return Cost(len(paths), sum(bool(line.strip()) for line in lines))


def modules_of(kind: str, stage: str) -> tuple[Path, ...]:
    """Return the modules that `kind` has for itself in `stage`, without those of a kind whose name begins with it."""
    claimed = {path for other in KINDS if other != kind and other.startswith(kind) for path in _matching(other, stage)}
    return tuple(sorted(set(_matching(kind, stage)) - claimed))


def _matching(kind: str, stage: str) -> Iterator[Path]:
    folder = ROOT / "docgen" / stage
    for pattern in OWN[kind]:
        yield from (path for path in folder.glob(f"{pattern}.py") if path.name != "__init__.py")


def samples_of(kind: str) -> tuple[Path, ...]:
    """Return the inputs of `kind` in the samples that stand for something of their own, refused ones left out."""
    heads = ((path, path.read_bytes()) for path in sorted((ROOT / "samples").rglob("*.yaml")))
    wanted = f"document: {kind}\n".encode()
    return tuple(path for path, head in heads if wanted in head and "refuses" not in path.parts)


def table() -> str:
    """Return the table, in Markdown: lines that are not blank, and files in brackets."""
    rows = [f"| {' | '.join(('kind', *STAGES, 'samples'))} |", f"|---|{'---:|' * 4}"]
    for kind in KINDS:
        costs = (*(cost_of(modules_of(kind, stage)) for stage in STAGES), cost_of(samples_of(kind)))
        rows.append(f"| `{kind}` | {' | '.join(map(str, costs))} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(table())
