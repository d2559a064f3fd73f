"""A dossier as it was when the papers of a meeting were sent: values, and what the files say, of that day.

Both are changed in the same places, so that the pack, the rules and the data that its file carries agree.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docgen.dossier import Dossier, Entree, with_opinions
from docgen.findings import FieldPath, Place
from docgen.model.avant_seance import inconnus
from docgen.model.base import Modele, champs
from docgen.model.build import Built, build_piece
from docgen.model.fiche_action import FicheAction, Sens
from docgen.model.reunion import Reunion
from docgen.read import nodes
from docgen.text.cited_names import with_names
from docgen.values import replace

Changes = Mapping[FieldPath, Sens | None]
Places = Mapping[FieldPath, Place]


def as_sent(dossier: Dossier, reunion: Reunion) -> Dossier:
    """Return `dossier` without what came after the papers of `reunion` were sent; itself where nothing did."""
    if not any(True for entree in dossier.entrees for _ in inconnus(entree.piece, reunion)):
        return dossier
    made = (_as_sent(_as_typed(entree), reunion) for entree in dossier.entrees)
    return with_names(with_opinions(replace(dossier, entrees=tuple(filter(None, made)))))


def _as_typed(entree: Entree) -> Entree:
    """A fiche without the opinions that were carried to it."""
    if not isinstance(entree.piece, FicheAction) or entree.mapping is None:
        return entree
    built = build_piece(entree.mapping)
    return replace(entree, piece=built.piece) if isinstance(built, Built) else entree


def _as_sent(entree: Entree, reunion: Reunion) -> Entree | None:
    changes = dict(inconnus(entree.piece, reunion))
    if not changes:
        return entree
    if () in changes:
        return None
    mapping = _mapping(entree.mapping, changes, entree.places, ()) if entree.mapping else None
    return replace(entree, piece=_value(entree.piece, changes), mapping=mapping)


def _value(value: Any, changes: Changes, path: FieldPath = ()) -> Any:
    """Return a value of a model with `changes`: what is left out is what it is by default."""
    match value:
        case Modele():
            return value.avec(**dict(_fields(value, changes, path)))
        case tuple():
            return tuple(_value(one, changes, (*path, rank)) for rank, one in enumerate(value))
        case _:
            return value


def _fields(value: Modele, changes: Changes, path: FieldPath) -> Iterator[tuple[str, Any]]:
    for name, champ in champs(type(value)).items():
        at = (*path, name)
        yield name, (changes[at] or champ.defaut) if at in changes else _value(getattr(value, name), changes, at)


def _mapping(mapping: nodes.Mapping, changes: Changes, places: Places, path: FieldPath) -> nodes.Mapping:
    """Return what a block of a file says with `changes`; `places` are those of the values that were read of it."""
    entries = (_entry(entry, changes, places, (*path, entry.key)) for entry in mapping.entries)
    return replace(mapping, entries=tuple(entry for entry in entries if entry))


def _entry(entry: nodes.Entry, changes: Changes, places: Places, path: FieldPath) -> nodes.Entry | None:
    if path not in changes:
        return replace(entry, value=_node(entry.value, changes, places, path))
    said = changes[path]
    return replace(entry, value=replace(entry.value, text=said.value)) if said else None


def _node(node: nodes.Node, changes: Changes, places: Places, path: FieldPath) -> nodes.Node:
    """A plain value may stand for a block of which it is the `sens`, and a block for a list of one."""
    match node:
        case nodes.Scalar():
            said = changes.get((*path, "sens"))
            return replace(node, text=said.value) if said else node
        case nodes.Sequence():
            return replace(node, items=tuple(_items(node.items, changes, places, path)))
        case nodes.Mapping():
            only = (*path, 0)
            one = only if any(at[: len(only)] == only for at in changes) else path
            return _mapping(node, changes, places, one)


def _items(items: Sequence[nodes.Node], changes: Changes, places: Places, path: FieldPath) -> Iterator[nodes.Node]:
    """An item that gave no value (an empty one) has no rank in the model: the next one has taken its place."""
    rank = 0
    for one in items:
        at = (*path, rank)
        read = places.get(at, one.place) == one.place
        yield _node(one, changes, places, at) if read else one
        rank += read
