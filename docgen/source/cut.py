"""The dossier that is left when only some values of its pieces, and some passages of its texts, are kept."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set

from docgen.dossier import Dossier, Entree, gather
from docgen.model.build import Built, build_piece
from docgen.read import nodes
from docgen.source.groups import Group, by_first
from docgen.source.units import Unit, passages_of

_BETWEEN = "\n\n"


class Cut:
    """Cuts one dossier; a piece that is cut twice the same way is made once, until `forget`."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._made: dict[tuple[int, frozenset[Group]], Built | None] = {}
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
            if rank in kept.parts and (left := _left_of(entree, rank, kept.parts[rank])) is not None:
                yield entree, left

    def forget(self) -> None:
        """Keep nothing that was made."""
        self._made.clear()
        self._contents.clear()

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
            left = _left_of(entree, rank, _units(groups, rank))
            built = build_piece(left) if left else None
            self._made[key] = built if isinstance(built, Built) else None
        return self._made[key]


def _units(groups: Iterable[Group], first: str | int) -> Set[Unit]:
    return {unit for group in groups for unit in group.parts[first]}


def _left_of(entree: Entree, rank: int, units: Collection[Unit]) -> nodes.Mapping | None:
    if entree.mapping is None:
        return None
    kept = {*units, (rank, "document")}
    left = _left(entree.mapping, (rank,), kept.__contains__)
    return left if isinstance(left, nodes.Mapping) else None


def _left(node: nodes.Node, path: Unit, keeps: Callable[[Unit], bool]) -> nodes.Node | None:
    match node:
        case nodes.Scalar():
            return node if keeps(path) else None
        case nodes.Sequence():
            items = (_left(item, (*path, place), keeps) for place, item in enumerate(node.items))
            held = tuple(item for item in items if item is not None)
            return nodes.Sequence(held, node.place) if held else None
        case nodes.Mapping():
            entries = tuple(_entries(node, path, keeps))
            return nodes.Mapping(entries, node.place) if entries else None


def _entries(node: nodes.Mapping, path: Unit, keeps: Callable[[Unit], bool]) -> Iterator[nodes.Entry]:
    for entry in node.entries:
        value = _left(entry.value, (*path, entry.key), keeps)
        if value is not None:
            yield nodes.Entry(entry.key, entry.place, value, entry.raw)


def _content(content: bytes, name: str, units: Collection[Unit]) -> bytes:
    if (name,) in units:
        return content
    passages = passages_of(name, content)
    return (_BETWEEN.join(text for unit, text in passages.items() if unit in units) + "\n").encode()
