"""Write docgen/source/usual_table.py: what the papers of the samples need, beside what stands in their words.

Run it after adding a kind of paper, or fields to one: sources are then found as fast as those of the other kinds.
python scripts/usual_fields.py
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence, Set
from pathlib import Path

from docgen.dossier import Dossier
from docgen.pipeline import load
from docgen.resources import samples_folder
from docgen.source.groups import Group
from docgen.source.needed import needed
from docgen.source.papers import Name
from docgen.source.pruned import Pruner
from docgen.source.usual import Things
from docgen.text.papers import write

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docgen" / "source" / "usual_table.py"
_HEAD = '''"""What papers of each kind usually need, beside what they say; made by scripts/usual_fields.py."""

# fmt: off
USUAL: dict[str, frozenset[str]] = {
'''
_WIDTH = 118
_OFTEN = 1 / 3
"""To try in vain is one writing; to look for what was not thought of takes some five."""


class _Counting(Pruner):
    """Counts how often each thing was doubtful, and how often needed, by kind of paper."""

    def __init__(self, dossier: Dossier, doubted: dict[str, Counter[str]], kept: dict[str, Counter[str]]) -> None:
        super().__init__(dossier)
        self._doubted, self._kept = doubted, kept

    def needed(
        self, doubtful: Sequence[Group], sure: Set[Group], holds: Callable[[Set[Group]], bool], name: Name, what: str
    ) -> tuple[Group, ...]:
        found = needed(doubtful, sure, holds)
        things = Things(self._dossier, name)
        self._doubted[name.kind].update(things.name(one, what) for one in doubtful)
        self._kept[name.kind].update(things.name(one, what) for one in found)
        return found


def table() -> str:
    """Return the module."""
    doubted: dict[str, Counter[str]] = defaultdict(Counter)
    kept: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in sorted({path.parent for path in samples_folder().rglob("*.yaml")}):
        dossier, _ = load(folder)
        pruner = _Counting(dossier, doubted, kept)
        for entree in dossier.entrees:
            for document in write(entree.piece, dossier):
                pruner.printed_by(Name(entree.piece.cle, document.kind, document.id), document)
    usual = {
        kind: sorted(one for one, count in kept[kind].items() if count >= _OFTEN * doubted[kind][one])
        for kind in sorted(kept)
    }
    return (
        _HEAD + "".join(f'    "{kind}": frozenset((\n{_lines(names)}    )),\n' for kind, names in usual.items()) + "}\n"
    )


def _lines(names: Sequence[str]) -> str:
    lines, line = [], ""
    for name in names:
        item = f'"{name}",'
        if line and len(line) + len(item) + 9 > _WIDTH:
            lines.append(line)
            line = ""
        line += f" {item}" if line else item
    return "".join(f"        {one}\n" for one in (*lines, line) if one)


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
