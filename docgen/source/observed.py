"""Which values a paper reads while it is written: the same pieces, made of models that note what is asked of them.

What is noted is a guess, good enough to begin with: it tells nothing of values that are compared or counted behind the
back of a model. What is kept in the end is proved by writing the paper again.
"""

import types
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, cast

from docgen.dossier import Dossier, Entree
from docgen.findings import FieldPath
from docgen.model.avis_rendus import avec_avis
from docgen.model.base import Modele
from docgen.model.build import Built, build_piece
from docgen.model.fiche_action import FicheAction
from docgen.model.shapes import Block, Many, Shape, field_shapes
from docgen.source.papers import Name, paper
from docgen.source.units import Unit
from docgen.values import Struct, replace

_TRAIL = "trail of what is read"


class Reads(Struct, frozen=True, dict=True):
    """What was read: plain fields, fields that hold blocks of keys, cited files by name.

    `chosen` are the plain fields whose value is one of a few: a choice, yes or no. `favorable` stands in many papers.
    """

    values: frozenset[Unit] = frozenset()
    chosen: frozenset[Unit] = frozenset()
    blocks: frozenset[Unit] = frozenset()
    files: frozenset[str] = frozenset()

    def field_of(self, unit: Unit) -> Unit | None:
        """Return the field that was read and that `unit` is, or is a part of; None where none was.

        A plain value that stands for a block of keys is the one field of that block.
        """
        for end in range(2, len(unit) + 1):
            if unit[:end] in self.values:
                return unit[:end]
        return unit if unit in self._beginnings else None

    def with_other(self, other: "Reads") -> "Reads":
        """Return what either read."""
        return Reads(*(one | more for one, more in zip(self._sets, other._sets, strict=True)))

    @property
    def _sets(self) -> tuple[frozenset[Any], ...]:
        return self.values, self.chosen, self.blocks, self.files

    @cached_property
    def _beginnings(self) -> frozenset[Unit]:
        return frozenset(unit[:end] for unit in self.values for end in range(2, len(unit)))


class _Trail:
    """Where the models note what is read of them, until it is taken."""

    def __init__(self) -> None:
        self.values: set[Unit] = set()
        self.chosen: set[Unit] = set()
        self.blocks: set[Unit] = set()
        self.files: set[str] = set()

    def taken(self) -> Reads:
        """Return what was read so far, and begin again."""
        reads = Reads(frozenset(self.values), frozenset(self.chosen), frozenset(self.blocks), frozenset(self.files))
        for noted in (self.values, self.chosen, self.blocks, self.files):
            noted.clear()
        return reads


class Observed:
    """A dossier whose pieces note what is read of them."""

    def __init__(self, dossier: Dossier) -> None:
        self._trail = _Trail()
        self._files = _NotedFiles(dossier.files, self._trail)
        self._carried: dict[int, Reads] = {}
        entrees = tuple(self._observed(entree, rank) for rank, entree in enumerate(dossier.entrees))
        plain = Dossier(entrees, self._files)
        self._entrees = tuple(self._with_opinions(entree, rank, plain) for rank, entree in enumerate(entrees))

    def reads(self, name: Name) -> Reads:
        """Return what is read to write the paper called `name`."""
        self._trail.taken()
        paper(name, Dossier(self._entrees, self._files))
        read = self._trail.taken()
        for rank in {unit[0] for unit in read.values} & self._carried.keys():
            read = read.with_other(self._carried[int(rank)])
        return read

    def _observed(self, entree: Entree, rank: int) -> Entree:
        if entree.mapping is None:
            return entree

        def make(model: type[Modele], values: Mapping[str, Any], path: FieldPath) -> Modele:
            return _on_trail(_class(model)(**values), (self._trail, (rank, *path)))

        built = build_piece(entree.mapping, make)
        return replace(entree, piece=built.piece) if isinstance(built, Built) else entree

    def _with_opinions(self, entree: Entree, rank: int, dossier: Dossier) -> Entree:
        """Carry the opinions of the meetings, as `gather` does; what that reads is read by who reads the fiche."""
        if not isinstance(entree.piece, FicheAction):
            return entree
        self._trail.taken()
        fiche = avec_avis(entree.piece, dossier.avis_de(entree.piece))
        self._carried[rank] = self._trail.taken()
        return replace(entree, piece=fiche)


@cache
def _class(model: type[Modele]) -> type[Modele]:
    """Return `model` as a class whose values note which of their fields are read."""
    shapes = field_shapes(model)
    nested = frozenset(name for name, shape in shapes.items() if _holds_blocks(shape))

    def noting(self: Modele, name: str) -> Any:
        value = object.__getattribute__(self, name)
        if name in shapes:
            trail, path = object.__getattribute__(self, "__dict__")[_TRAIL]
            (trail.blocks if name in nested else trail.values).add((*path, name))
            if isinstance(value, StrEnum | bool):
                trail.chosen.add((*path, name))
        return value

    def avec(self: Modele, **valeurs: Any) -> Modele:
        return _on_trail(replace(self, **valeurs), object.__getattribute__(self, "__dict__")[_TRAIL])

    namespace = {"__module__": model.__module__, "__getattribute__": noting, "avec": avec}
    made = types.new_class(model.__name__, (model,), {"dict": True}, lambda body: body.update(namespace))
    return cast("type[Modele]", made)


def _on_trail(made: Modele, trail: tuple[_Trail, Unit]) -> Modele:
    made.__dict__[_TRAIL] = trail
    return made


def _holds_blocks(shape: Shape) -> bool:
    return isinstance(shape, Block) or (isinstance(shape, Many) and _holds_blocks(shape.item))


class _NotedFiles(Mapping[str, bytes]):
    def __init__(self, files: Mapping[str, bytes], trail: _Trail) -> None:
        self._files, self._trail = files, trail

    def __getitem__(self, name: str) -> bytes:
        self._trail.files.add(name)
        return self._files[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
