"""Which of many things are needed: found by leaving out as many as possible at once."""

from collections.abc import Callable, Sequence, Set
from typing import TypeVar

T = TypeVar("T")


def needed(
    doubtful: Sequence[T], kept: Set[T], holds: Callable[[Set[T]], bool], likely: Set[T] = frozenset()
) -> tuple[T, ...]:
    """Return the fewest of `doubtful`, in their order, beside which `kept` holds; all of them where no fewer do.

    `holds` is asked about as often as what is needed has members, times the logarithm of `doubtful`; where just the
    `likely` ones are needed, as often as these have members.
    """
    guessed = [one for one in doubtful if one in likely]
    if not guessed:
        return () if not doubtful or holds(kept) else _needed(doubtful, kept, holds)
    others = set(needed([one for one in doubtful if one not in likely], kept | set(guessed), holds))
    found = others | set(_each(guessed, kept | others, holds))
    return tuple(one for one in doubtful if one in found)


def _each(guessed: Sequence[T], kept: Set[T], holds: Callable[[Set[T]], bool]) -> Sequence[T]:
    """Return those of `guessed` that are needed, where most are: each is left out in its turn."""
    left = list(guessed)
    for one in guessed:
        fewer = [other for other in left if other is not one]
        if holds(kept | set(fewer)):
            left = fewer
    return left


def _needed(doubtful: Sequence[T], kept: Set[T], holds: Callable[[Set[T]], bool]) -> tuple[T, ...]:
    """Return the same, where it is known that `kept` alone does not hold."""
    if len(doubtful) == 1:
        return tuple(doubtful)
    middle = len(doubtful) // 2
    first, last = doubtful[:middle], doubtful[middle:]
    of_last = needed(last, kept | set(first), holds)
    of_first = needed(first, kept | set(of_last), holds) if of_last else _needed(first, kept, holds)
    return (*of_first, *of_last)
