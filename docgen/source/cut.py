"""The dossier that is left when only some values of its pieces, and some passages of its texts, are kept."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from docgen.dossier import Dossier, Entree, gather
from docgen.model.build import Built, build_piece
from docgen.read import nodes
from docgen.source.units import Unit, passages_of, values_of
from docgen.text.cited_names import cited_in, named

_BETWEEN = "\n\n"


class Cut:
    """Cuts one dossier; a piece that is cut twice the same way is made once."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._built: dict[frozenset[Unit], Built | None] = {}
        self._citing = {entree.file for entree in dossier.entrees if any(map(cited_in, values_of(entree, 0).values()))}

    def dossier(self, kept: Collection[Unit]) -> Dossier:
        """Return the dossier of what is `kept`."""
        by_piece = by_first(kept)
        built = [
            (entree.file, one)
            for rank, entree in enumerate(self._dossier.entrees)
            if rank in by_piece and (one := self._piece(entree, rank, frozenset(by_piece[rank]))) is not None
        ]
        gathered, _ = gather(built, self.files(kept))
        # to look through the others for names to fill in would take longer than all the rest
        filled = (named(one, gathered) if one.file in self._citing else one for one in gathered.entrees)
        return replace(gathered, entrees=tuple(filled))

    def files(self, kept: Collection[Unit]) -> Mapping[str, bytes]:
        """Return what is left of each cited file; those of which nothing is kept are left out."""
        return {
            name: _content(self._dossier.files[name], name, units)
            for name, units in sorted(by_first(kept).items(), key=str)
            if isinstance(name, str)
        }

    def mappings(self, kept: Collection[Unit]) -> Iterator[tuple[Entree, nodes.Mapping]]:
        """Yield what is left of the file of each piece, in the order of the dossier."""
        by_piece = by_first(kept)
        for rank, entree in enumerate(self._dossier.entrees):
            if rank in by_piece and (left := _left_of(entree, rank, by_piece[rank])) is not None:
                yield entree, left

    def _piece(self, entree: Entree, rank: int, units: frozenset[Unit]) -> Built | None:
        if units not in self._built:
            left = _left_of(entree, rank, units)
            built = build_piece(left) if left else None
            self._built[units] = built if isinstance(built, Built) else None
        return self._built[units]


def by_first(kept: Iterable[Unit]) -> dict[str | int, list[Unit]]:
    """Return units by piece, and by cited file."""
    grouped: dict[str | int, list[Unit]] = {}
    for unit in kept:
        grouped.setdefault(unit[0], []).append(unit)
    return grouped


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
