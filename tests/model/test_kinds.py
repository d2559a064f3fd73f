"""The kinds of input, and how they cite each other."""

from graphlib import TopologicalSorter

from docgen.model.base import champs
from docgen.model.kinds import KINDS


def test_a_kind_is_known_by_its_own_name() -> None:
    assert all(kind.genre == name for name, kind in KINDS.items())


def test_kinds_cite_known_kinds_through_fields_that_they_have() -> None:
    for kind in KINDS.values():
        for field, cited in kind.citations.items():
            assert field in champs(kind)
            assert cited in KINDS


def test_kinds_never_cite_each_other_in_a_circle() -> None:
    graph = {name: set(kind.citations.values()) for name, kind in KINDS.items()}
    assert list(TopologicalSorter(graph).static_order())
