"""The names of parties that a dossier cites, typed in their place: then no piece is needed for a name alone."""

from collections.abc import Callable

from docgen.dossier import Dossier, Entree
from docgen.read import nodes
from docgen.text.cited_names import filler
from docgen.values import replace


def with_names_typed(dossier: Dossier) -> Dossier:
    """Return `dossier`, whose pieces have these names already, with what its files say made over in the same way."""
    return replace(dossier, entrees=tuple(_typed(entree, dossier) for entree in dossier.entrees))


def _typed(entree: Entree, dossier: Dossier) -> Entree:
    if entree.mapping is None:
        return entree
    return replace(entree, mapping=_mapping(entree.mapping, filler(entree.piece, dossier)))


def _mapping(mapping: nodes.Mapping, fill: Callable[[str], str]) -> nodes.Mapping:
    return replace(
        mapping, entries=tuple(replace(entry, value=_filled(entry.value, fill)) for entry in mapping.entries)
    )


def _filled(node: nodes.Node, fill: Callable[[str], str]) -> nodes.Node:
    match node:
        case nodes.Scalar():
            return replace(node, text=fill(node.text)) if "{{" in node.text else node
        case nodes.Sequence():
            return replace(node, items=tuple(_filled(item, fill) for item in node.items))
        case nodes.Mapping():
            return _mapping(node, fill)
