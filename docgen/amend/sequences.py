"""What two sequences have in common, in order: the ground of every comparison.

Equal ends first, then the elements that stand once in each (Cohen's patience diff), then, in what is left, the longest
common subsequence where it is short enough to be reckoned. Time grows with the length, not with its square.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise

Pair = tuple[int, int]
_MOST_CELLS = 40_000
"""The product of two lengths below which every pair is looked at."""


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Return the places of equal elements in `old` and `new`, both growing; empty where nothing is shared."""
    numbers: dict[Hashable, int] = {}
    left = [numbers.setdefault(element, len(numbers)) for element in old]
    right = [numbers.setdefault(element, len(numbers)) for element in new]
    found: list[Pair] = []
    stretches = [(0, len(left), 0, len(right))]
    while stretches:
        start, end, other_start, other_end = stretches.pop()
        while start < end and other_start < other_end and left[start] == right[other_start]:
            found.append((start, other_start))
            start, other_start = start + 1, other_start + 1
        while start < end and other_start < other_end and left[end - 1] == right[other_end - 1]:
            end, other_end = end - 1, other_end - 1
            found.append((end, other_end))
        if start == end or other_start == other_end:
            continue
        anchors = _anchors(left[start:end], right[other_start:other_end])
        pairs = [(start + one, other_start + other) for one, other in anchors]
        if not pairs:
            found += _shortest(left, right, (start, end, other_start, other_end))
            continue
        found += pairs
        bounds = [(start - 1, other_start - 1), *pairs, (end, other_end)]
        stretches += [(a + 1, b, c + 1, d) for (a, c), (b, d) in pairwise(bounds)]
    return sorted(found)


def _anchors(left: Sequence[int], right: Sequence[int]) -> list[Pair]:
    """Return the elements that stand once on each side, the most of them that keep their order."""
    places = {element: place for place, element in enumerate(right)}
    once, once_there = Counter(left), Counter(right)
    pairs = [(n, places[e]) for n, e in enumerate(left) if once[e] == 1 and once_there.get(e) == 1]
    return _growing(pairs)


def _growing(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the longest part of `pairs` (in the order of their first place) whose second places grow too."""
    tops: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for rank, (_, other) in enumerate(pairs):
        height = bisect_left(tops, other)
        before.append(holders[height - 1] if height else -1)
        tops[height : height + 1] = [other]
        holders[height : height + 1] = [rank]
    chain: list[Pair] = []
    rank = holders[-1] if holders else -1
    while rank >= 0:
        chain.append(pairs[rank])
        rank = before[rank]
    return chain[::-1]


def _shortest(left: Sequence[int], right: Sequence[int], stretch: tuple[int, int, int, int]) -> Iterator[Pair]:
    start, end, other_start, other_end = stretch
    one, other = left[start:end], right[other_start:other_end]
    if len(one) * len(other) > _MOST_CELLS or not {*one} & {*other}:
        return
    chosen = best(len(one), len(other), lambda i, j: float(one[i] == other[j]))
    yield from ((start + i, other_start + j) for i, j in chosen)


def best(count: int, others: int, likeness: Callable[[int, int], float]) -> list[Pair]:
    """Return the pairs of places, both growing, whose likenesses add up to the most; a likeness of 0 makes no pair."""
    sums = [[0.0] * (others + 1) for _ in range(count + 1)]
    like = [[likeness(i, j) for j in range(others)] for i in range(count)]
    for i in range(count - 1, -1, -1):
        row, below = sums[i], sums[i + 1]
        for j in range(others - 1, -1, -1):
            row[j] = max(below[j], row[j + 1], like[i][j] + below[j + 1] if like[i][j] else 0.0)
    chosen: list[Pair] = []
    i = j = 0
    while i < count and j < others:
        if like[i][j] and sums[i][j] == like[i][j] + sums[i + 1][j + 1]:
            chosen.append((i, j))
            i, j = i + 1, j + 1
        elif sums[i][j] == sums[i + 1][j]:
            i += 1
        else:
            j += 1
    return chosen
