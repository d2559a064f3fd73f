"""The fewest things that are needed, found by leaving out as many as possible at once."""

from collections.abc import Set

from hypothesis import given
from hypothesis import strategies as st

from docgen.source.needed import needed


@given(st.sets(st.integers(0, 60)), st.integers(0, 60), st.sets(st.integers(0, 60)))
def test_what_is_needed_is_found_and_nothing_else_whatever_was_guessed(
    wanted: set[int], count: int, likely: set[int]
) -> None:
    doubtful = range(count)
    there = wanted & set(doubtful)

    def holds(kept: Set[int]) -> bool:
        return there <= kept

    assert needed(doubtful, frozenset(), holds, likely) == tuple(sorted(there))


@given(st.lists(st.sets(st.integers(0, 20), min_size=1), min_size=1, max_size=4))
def test_one_of_several_ways_is_enough(ways: list[set[int]]) -> None:
    def holds(kept: Set[int]) -> bool:
        return any(way <= kept for way in ways)

    found = set(needed(range(21), frozenset(), holds))
    assert holds(found)
    assert not any(holds(found - {one}) for one in found)


def test_it_is_asked_about_seldom_where_little_is_needed() -> None:
    asked: list[int] = []

    def holds(kept: Set[int]) -> bool:
        asked.append(len(kept))
        return 700 in kept

    assert needed(range(1000), frozenset(), holds) == (700,)
    assert len(asked) < 25


def test_a_right_guess_is_asked_about_once_each() -> None:
    asked: list[int] = []
    wanted = {3, 200, 201, 650, 999}

    def holds(kept: Set[int]) -> bool:
        asked.append(len(kept))
        return wanted <= kept

    assert needed(range(1000), frozenset(), holds, wanted) == tuple(sorted(wanted))
    assert len(asked) == len(wanted) + 1
