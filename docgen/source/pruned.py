"""What of a dossier a paper prints: the values and passages without which it would not be the same paper."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set

from docgen.dossier import Dossier
from docgen.progress import Stage, Tell, untold
from docgen.source.cut import Cut
from docgen.source.groups import Group
from docgen.source.names import with_names_typed
from docgen.source.needed import needed
from docgen.source.observed import Observed, Reads
from docgen.source.papers import Name, paper, parts_of
from docgen.source.siblings import of_siblings
from docgen.source.sorting import is_number, printed, read_units, speaking, words_of
from docgen.source.units import Unit, line_end, passages_of, values_of
from docgen.source.usual import FIELD, PIECE, VALUE, Things
from docgen.tree import Document


class Pruner:
    """Prunes one dossier to what each of its papers prints; what all papers share is read once."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier = with_names_typed(dossier)
        self.cut = Cut(dossier)
        self._observed = Observed(dossier)
        self._values = tuple(values_of(entree, rank) for rank, entree in enumerate(dossier.entrees))

    def printed_by(self, name: Name, document: Document, tell: Tell = untold) -> Group | None:
        """Return the units that give `document`, the paper called `name`; None where docgen cannot say which.

        `tell` is told how far a paper that holds others has come.
        """
        held = tuple(parts_of(name, self._dossier))
        parts = (self._told(rank, len(held), one, tell) for rank, one in enumerate(held, 1))
        return (self._of_parts(parts, name, document) if held else None) or self._alone(name, document)

    def _told(self, rank: int, count: int, part: tuple[Name, Document], tell: Tell) -> Group | None:
        """Return what a part prints, once it is told of."""
        tell(Stage.DONNEES, rank, count)
        return self._alone(*part)

    def _of_parts(self, parts: Iterable[Group | None], name: Name, document: Document) -> Group | None:
        """Return what the papers that `document` holds print, and what it says beside of the piece that gives it.

        To write a pack of a hundred fiches again for each of its values would take minutes; for each fiche, its own.
        """
        own = self._own(name)
        units = dict.fromkeys([*own, *(unit for group in parts if group for unit in group.units)])
        sure = frozenset({Group.of(units)})
        ranks = {unit[0] for unit in own}
        read = self._read(name, self._observed.reads(name))
        beside = self._by_field(unit for unit in read if unit[0] in ranks and unit not in units)

        def holds(groups: Iterable[Group]) -> bool:
            return self._gives(groups, name, document)

        self.cut.forget()
        kept = sure | set(needed(beside, sure, holds))
        return Group.of(unit for group in kept for unit in group.units) if holds(kept) else None

    def _alone(self, name: Name, document: Document) -> Group | None:
        """Return the same, for a paper that is written by itself."""
        reads = self._observed.reads(name)
        self.cut.forget()
        read = self._read(name, reads)
        for candidates in (self._near(read, reads, name, document), read, self._all()):
            if self._gives((Group.of(candidates),), name, document):
                return self._fewest(candidates, reads, name, document)
        return None

    def _near(self, read: Mapping[Unit, str], reads: Reads, name: Name, document: Document) -> Mapping[Unit, str]:
        """Return what was read of the pieces of which something is printed: mostly enough, and few of a hundred."""
        words = words_of(document)
        near = {unit[0] for unit in (*self._own(name), *printed(read, words, reads))} | speaking(read, words)
        return {unit: text for unit, text in read.items() if unit[0] in near}

    def text(self, unit: Unit) -> str:
        """Return the text of a plain value, as typed; empty for a passage or an image."""
        return self._values[unit[0]].get(unit, "") if isinstance(unit[0], int) else ""

    def _fewest(self, candidates: Mapping[Unit, str], reads: Reads, name: Name, document: Document) -> Group:
        """Return the fewest of `candidates` that give `document`: of pieces, then of fields, then of values."""

        def holds(groups: Iterable[Group]) -> bool:
            return self._gives(groups, name, document)

        words = words_of(document)
        left = self._pieces(candidates, speaking(candidates, words), name, holds)
        units = {unit: candidates[unit] for group in left for unit in group.units}
        said = {*printed(units, words, reads), *filter(self._names, units)} - of_siblings(units, name, self._dossier)
        sure = frozenset({Group.of(said)})
        fields = self.needed(self._by_field(unit for unit in units if unit not in said), sure, holds, name, FIELD)
        single = sure | {field for field in fields if len(field.units) == 1}
        values = self._by_value([unit for field in fields if field not in single for unit in field.units], units)
        kept = single | set(self.needed(values, single, holds, name, VALUE))
        return Group.of(unit for group in kept for unit in group.units) if holds(kept) else Group.of(candidates)

    def _pieces(
        self, units: Iterable[Unit], near: Set[str | int], name: Name, holds: Callable[[Set[Group]], bool]
    ) -> list[Group]:
        """Return the pieces and files that are needed, whole; those that are `near` the paper are tried last."""
        groups = {first: Group(held) for first, held in Group.of(units).parts.items()}
        own = {groups.pop(first) for first in {unit[0] for unit in self._own(name)}}
        closest = [group for first, group in groups.items() if first in near]
        far = [group for first, group in groups.items() if first not in near]
        others = self.needed(far, own | {*closest}, holds, name, PIECE)
        return [*own, *others, *self.needed(closest, own | {*others}, holds, name, PIECE)]

    def needed(
        self, doubtful: Sequence[Group], sure: Set[Group], holds: Callable[[Set[Group]], bool], name: Name, what: str
    ) -> tuple[Group, ...]:
        """Return which of `doubtful` are needed beside those that are `sure`.

        `what` is looked for: of that, what papers of this kind usually need is tried one by one.
        """
        things = Things(self._dossier, name)
        return needed(doubtful, sure, holds, {one for one in doubtful if things.is_usual(one, what)})

    def _by_field(self, units: Iterable[Unit]) -> list[Group]:
        """Return `units` by kind of piece and by field: the amounts of all lines of all annexes together."""
        groups: dict[tuple[str | int, ...], list[Unit]] = {}
        for unit in units:
            first = self._dossier.entrees[unit[0]].piece.genre if isinstance(unit[0], int) else unit[0]
            groups.setdefault((first, *(step for step in unit[1:] if isinstance(step, str))), []).append(unit)
        return [Group.of(group) for group in groups.values()]

    def _by_value(self, units: Sequence[Unit], texts: Mapping[Unit, str]) -> list[Group]:
        """Return each of `units` by itself, but the numbers of a list together: they make figures together.

        In a list that names other pieces, the numbers of each line are apart: they are figures of that piece.
        """
        ids = {entree.piece.id for entree in self._dossier.entrees}
        naming = {unit[: line_end(unit) - 1] for unit, text in texts.items() if text in ids}
        groups: dict[Unit, list[Unit]] = {}
        for unit in units:
            end = line_end(unit)
            together = unit[:end] if unit[: end - 1] in naming else unit[: end - 1]
            groups.setdefault(together if is_number(texts[unit]) else unit, []).append(unit)
        return [Group.of(group) for group in groups.values()]

    def _read(self, name: Name, reads: Reads) -> Mapping[Unit, str]:
        ranks = sorted({int(unit[0]) for unit in reads.values | reads.blocks})
        texts = {unit: self._values[rank][unit] for rank in ranks for unit in read_units(self._values[rank], reads)}
        own = {unit: self._values[int(unit[0])][unit] for unit in self._own(name)}
        return {**own, **texts, **self._passages(reads.files)}

    def _passages(self, files: Set[str]) -> dict[Unit, str]:
        names = sorted(files & self._dossier.files.keys())
        return {unit: text for name in names for unit, text in passages_of(name, self._dossier.files[name]).items()}

    def _all(self) -> Mapping[Unit, str]:
        every = {unit: text for values in self._values for unit, text in values.items()}
        return every | self._passages(self._dossier.files.keys())

    def _own(self, name: Name) -> frozenset[Unit]:
        """Return the id of the piece that gives the paper: it names the paper."""
        return frozenset(_ids(self._dossier, name, self._values))

    def _names(self, unit: Unit) -> bool:
        """Return whether `unit` is the id of its piece, or that of the convention or the fiche that it belongs to."""
        rank, field, *deeper = unit if len(unit) > 1 else (*unit, "")
        if not isinstance(rank, int) or deeper:
            return False
        return field == "id" or field in self._dossier.entrees[rank].piece.citations

    def _gives(self, groups: Iterable[Group], name: Name, document: Document) -> bool:
        return paper(name, self.cut.dossier(groups)) == document


def _ids(dossier: Dossier, name: Name, values: Collection[Mapping[Unit, str]]) -> Iterator[Unit]:
    for rank, (entree, own) in enumerate(zip(dossier.entrees, values, strict=True)):
        if entree.piece.cle == name.piece and (rank, "id") in own:
            yield (rank, "id")
