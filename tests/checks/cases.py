"""The cases of `cases/*.yaml`: a dossier without fault (`base/`), changed one value at a time, and what is then found.

    - cas: ce que le cas montre
      convention, fiche, annexe, autorisation: {chemin.de.la.valeur: nouvelle valeur}
      realisation, bilan, plan, reunion, application, denonciation, conformite, contacts : de même, si le cas les nomme
      avenants: [{clé: nouvelle valeur}], un pour chaque avenant ajouté au dossier
      texte: {mots du texte: mots à leur place}
      de plus: [pièces entières]
      illisibles: [{fichier, ligne, genre, id}], des fichiers du dossier que l’on n’a pas pu lire
      au: le jour donné à --au
      attendu: [CODE sévérité genre/id chemin]
      à la lecture: de même, ce que la lecture des fichiers trouve avant toute règle
      dit: [mots d’un message ou d’un remède]

`(retirer)` in the place of a value takes the value out, or the whole file; a path that ends with `+` adds an item.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from docgen.checks.rule import Rule, Subject, run
from docgen.checks.rules import RULES
from docgen.dossier import gather
from docgen.findings import Finding, Place
from docgen.model.build import Built, build_piece
from docgen.model.illisible import Illisible
from docgen.read.yaml import read_yaml
from docgen.text.cited_names import with_names

FOLDER = Path(__file__).parent
BASE = FOLDER / "base"
FILES = ("convention", "fiche", "annexe", "autorisation")
ON_DEMAND = (
    *("realisation", "bilan", "plan", "reunion-mai", "reunion", "autre-fiche", "autre-annexe"),
    *("application", "conformite", "contacts", "denonciation"),
)
WITH = {"reunion": ("reunion-mai", "autre-fiche", "autre-annexe")}
"""What a file on demand brings with it."""
REMOVE = "(retirer)"
READ = "à la lecture"


@dataclass(frozen=True)
class Case:
    """A change of the base, and the findings that it must give: no more, no less."""

    name: str
    changes: Mapping[str, Any]
    expected: tuple[str, ...]
    read: tuple[str, ...] | None
    said: tuple[str, ...]

    def __str__(self) -> str:
        return self.name


def cases() -> Iterator[Case]:
    """Yield every case, file by file."""
    for path in sorted((FOLDER / "cases").glob("*.yaml")):
        for one in _loaded(path):
            known = {
                "cas",
                "texte",
                "avenants",
                "de plus",
                "illisibles",
                "au",
                "attendu",
                READ,
                "dit",
                *FILES,
                *ON_DEMAND,
            }
            assert one.keys() <= known, f"{path.name} : {one.keys() - known}"
            name = f"{path.stem} : {one['cas']}"
            read = tuple(one[READ]) if READ in one else None
            yield Case(name, one, tuple(one.get("attendu") or ()), read, tuple(one.get("dit", ())))


def _loaded(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@cache
def base(name: str) -> Any:
    """Return a file of the base as plain data, to be read only."""
    return _loaded(BASE / f"{name}.yaml")


def _inputs(changes: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the files of the changed dossier, as plain data."""
    asked = {name for key in changes for name in (key, *WITH.get(key, ()))}
    for name in (*FILES, *(one for one in ON_DEMAND if one in asked)):
        change = changes.get(name, {})
        if change != REMOVE:
            data = deepcopy(base(name))
            for path, value in change.items():
                _set(data, path.split("."), value)
            yield f"{name}.yaml", data
    for rank, change in enumerate(changes.get("avenants", ())):
        yield f"avenant-{rank}.yaml", deepcopy({**base("avenant"), **change})
    for rank, data in enumerate(changes.get("de plus", ())):
        yield f"plus-{rank}.yaml", data


def _set(data: Any, path: list[str], value: Any) -> None:
    *parents, last = path
    for key in parents:
        data = data[int(key)] if isinstance(data, list) else data.setdefault(key, {})
    if isinstance(data, list):
        data.append(value) if last == "+" else data.__setitem__(int(last), value)
    else:
        data[last] = value
    if value == REMOVE:
        del data[int(last) if isinstance(data, list) else last]


def _files(changes: Mapping[str, Any]) -> dict[str, bytes]:
    text = (BASE / "convention.md").read_text(encoding="utf-8")
    for old, new in changes.get("texte", {}).items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    logos = {f"logos/{path.name}": path.read_bytes() for path in (BASE / "logos").iterdir()}
    return {"convention.md": text.encode(), **logos}


def built(changes: Mapping[str, Any]) -> list[tuple[str, Built]]:
    """Return the files of the base so changed, read."""
    pieces = []
    for file, data in _inputs(changes):
        mapping, faults = read_yaml(yaml.safe_dump(data, allow_unicode=True).encode(), file)
        assert mapping, faults
        made = build_piece(mapping)
        assert isinstance(made, Built), made
        pieces.append((file, made))
    return pieces


def _unread(changes: Mapping[str, Any]) -> Iterator[Illisible]:
    for one in changes.get("illisibles", ()):
        yield Illisible(Place(one["fichier"], int(one["ligne"])), one.get("genre", ""), one.get("id", ""))


def subjects(changes: Mapping[str, Any], images: Mapping[str, bytes] | None = None) -> list[Subject]:
    """Return what the rules examine in the base so changed, with `images` beside its own."""
    dossier = with_names(gather(built(changes), {**_files(changes), **(images or {})}, _unread(changes))[0])
    au = date.fromisoformat(changes["au"]) if "au" in changes else None
    return [Subject(one.piece, dossier, au) for one in dossier.entrees]


def spoken(changes: Mapping[str, Any]) -> list[tuple[Rule, Finding]]:
    """Return every finding on the base so changed, with the rule that makes it."""
    examined = subjects(changes)
    return [(rule, finding) for rule in RULES for finding in run((rule,), examined)]


def line(finding: Finding) -> str:
    """Return a finding as a case writes it."""
    path = ".".join(str(part) for part in finding.path)
    return f"{finding.code} {finding.severity} {finding.document} {path}".rstrip()
