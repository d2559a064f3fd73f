"""The passages of a file that are not those that are expected, each with where it stands."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from docgen.returned.passages import Passage
from docgen.values import Struct

_AROUND = 5
"""Words shown on each side of those that differ."""
_MOST = 40
"""Words of a passage that are shown, where none is common."""


class Difference(Struct, frozen=True):
    """Words that differ: under which title, what was read and what was expected, each empty where there is nothing."""

    where: str
    read: str
    expected: str


def differences(read: Sequence[Passage], expected: Sequence[Passage]) -> tuple[Difference, ...]:
    """Return where `read` does not say what is `expected`, in the order of the text; empty where it does."""
    texts = [one.text for one in read], [one.text for one in expected]
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    found: list[Difference] = []
    for tag, start, end, other, last in matcher.get_opcodes():
        if tag != "equal":
            found += _paired(read[start:end], expected[other:last])
    return tuple(found)


def _paired(read: Sequence[Passage], expected: Sequence[Passage]) -> Iterator[Difference]:
    """Yield what differs, passage by passage while both sides have one."""
    for place in range(max(len(read), len(expected))):
        one = read[place] if place < len(read) else None
        other = expected[place] if place < len(expected) else None
        where = (other or one or Passage("", "")).where
        if one and other:
            yield from _words(where, one.text.split(" "), other.text.split(" "))
        else:
            yield Difference(where, _shown(one), _shown(other))


def _words(where: str, read: list[str], expected: list[str]) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, read, expected, autojunk=False)
    changed = [codes for codes in matcher.get_opcodes() if codes[0] != "equal"]
    start, other = changed[0][1], changed[0][3]
    end, last = changed[-1][2], changed[-1][4]
    yield Difference(where, _cut(read, start, end), _cut(expected, other, last))


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(words))
    text = " ".join(words[first:last])
    return f"{'… ' if first else ''}{text}{' …' if last < len(words) else ''}"


def _shown(passage: Passage | None) -> str:
    words = passage.text.split(" ") if passage else []
    return " ".join(words[:_MOST]) + (" …" if len(words) > _MOST else "")
