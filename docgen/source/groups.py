"""Units that are kept or left out together."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from docgen.source.units import Unit
from docgen.values import Struct


class Group(Struct, frozen=True, eq=False, dict=True):
    """Some units; a group is equal to itself alone, so that sets of groups are made at no cost."""

    units: tuple[Unit, ...]

    @classmethod
    def of(cls, units: Iterable[Unit]) -> "Group":
        """Return the group of `units`."""
        return cls(tuple(units))

    @cached_property
    def parts(self) -> Mapping[str | int, tuple[Unit, ...]]:
        """The units by piece, and by cited file."""
        parts: dict[str | int, list[Unit]] = {}
        for unit in self.units:
            parts.setdefault(unit[0], []).append(unit)
        return {first: tuple(units) for first, units in parts.items()}


def by_first(groups: Iterable[Group]) -> Mapping[str | int, list[Group]]:
    """Return the groups that hold something of each piece, and of each cited file."""
    held: dict[str | int, list[Group]] = {}
    for group in groups:
        for first in group.parts:
            held.setdefault(first, []).append(group)
    return held
