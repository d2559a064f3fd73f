"""The dossier that is left when only some values of its pieces, and some passages of its texts, are kept."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from typing import Any

from docgen.dossier import Dossier, Entree, gather
from docgen.model.build import Built, Rebuilder
from docgen.read import nodes
from docgen.source.groups import Group, by_first
from docgen.source.units import Unit, passages_of

_BETWEEN = "\n\n"


class Cut:
    """Cuts one dossier; a piece that is cut twice the same way is made once, until `forget`."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._made: dict[tuple[int, frozenset[Group]], Built | None] = {}
        self._left = _Left()
        self._rebuilder = Rebuilder()
        self._contents: dict[tuple[str, frozenset[Group]], bytes] = {}

    def dossier(self, kept: Iterable[Group]) -> Dossier:
        """Return the dossier of what is `kept`."""
        held = by_first(kept)
        built = [
            (entree.file, one)
            for rank, entree in enumerate(self._dossier.entrees)
            if rank in held and (one := self._piece(entree, rank, frozenset(held[rank]))) is not None
        ]
        return gather(built, self._files(held))[0]

    def files(self, kept: Group) -> Mapping[str, bytes]:
        """Return what is left of each cited file; those of which nothing is kept are left out."""
        return self._files(by_first((kept,)))

    def mappings(self, kept: Group) -> Iterator[tuple[Entree, nodes.Mapping]]:
        """Yield what is left of the file of each piece, in the order of the dossier."""
        for rank, entree in enumerate(self._dossier.entrees):
            if rank in kept.parts and (left := self._left.of(entree, rank, kept.parts[rank])) is not None:
                yield entree, left

    def forget(self) -> None:
        """Keep nothing that was made."""
        self._made.clear()
        self._contents.clear()
        self._left = _Left()
        self._rebuilder = Rebuilder()

    def _files(self, held: Mapping[str | int, list[Group]]) -> Mapping[str, bytes]:
        return {name: self._content(name, frozenset(held[name])) for name in sorted(map(str, held)) if name in held}

    def _content(self, name: str, groups: frozenset[Group]) -> bytes:
        key = name, groups
        if key not in self._contents:
            self._contents[key] = _content(self._dossier.files[name], name, _units(groups, name))
        return self._contents[key]

    def _piece(self, entree: Entree, rank: int, groups: frozenset[Group]) -> Built | None:
        key = rank, groups
        if key not in self._made:
            left = self._left.of(entree, rank, _units(groups, rank))
            piece = self._rebuilder.piece(left) if left else None
            self._made[key] = Built(piece, {}, (), left) if left and piece else None
        return self._made[key]


def _units(groups: Iterable[Group], first: str | int) -> Set[Unit]:
    return {unit for group in groups for unit in group.parts[first]}


class _Left:
    """What is left of the nodes of a dossier: the same is the very same node, so that its model is made once."""

    def __init__(self) -> None:
        self._nodes: dict[tuple[int, ...], nodes.Sequence | nodes.Mapping] = {}
        self._entries: dict[tuple[int, int], nodes.Entry] = {}

    def of(self, entree: Entree, rank: int, units: Collection[Unit]) -> nodes.Mapping | None:
        """Return what is left of the file of `entree`; None where nothing is."""
        if entree.mapping is None:
            return None
        kept = {*units, (rank, "document")}
        left = self._node(entree.mapping, (rank,), kept.__contains__)
        return left if isinstance(left, nodes.Mapping) else None

    def _node(self, node: nodes.Node, path: Unit, keeps: Callable[[Unit], bool]) -> nodes.Node | None:
        if isinstance(node, nodes.Scalar):
            return node if keeps(path) else None
        if isinstance(node, nodes.Sequence):
            items = (self._node(item, (*path, place), keeps) for place, item in enumerate(node.items))
            return self._whole(node, tuple(item for item in items if item is not None))
        return self._whole(node, tuple(self._entries_of(node, path, keeps)))

    def _entries_of(self, node: nodes.Mapping, path: Unit, keeps: Callable[[Unit], bool]) -> Iterator[nodes.Entry]:
        for entry in node.entries:
            value = self._node(entry.value, (*path, entry.key), keeps)
            if value is entry.value:
                yield entry
            elif value is not None:
                key = id(entry), id(value)
                if key not in self._entries:
                    self._entries[key] = nodes.Entry(entry.key, entry.place, value, entry.raw)
                yield self._entries[key]

    def _whole(self, node: nodes.Sequence | nodes.Mapping, held: tuple[Any, ...]) -> nodes.Node | None:
        """Return `node` with the parts that are `held`, which it keeps alive: their identity stays theirs."""
        if not held:
            return None
        parts = node.items if isinstance(node, nodes.Sequence) else node.entries
        if len(held) == len(parts) and all(one is part for one, part in zip(held, parts, strict=True)):
            return node
        key = (id(node), *map(id, held))
        if key not in self._nodes:
            self._nodes[key] = type(node)(held, node.place)
        return self._nodes[key]


def _content(content: bytes, name: str, units: Collection[Unit]) -> bytes:
    if (name,) in units:
        return content
    passages = passages_of(name, content)
    return (_BETWEEN.join(text for unit, text in passages.items() if unit in units) + "\n").encode()
