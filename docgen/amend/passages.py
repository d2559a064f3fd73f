"""Words inside a leaf of the tree: found loosely on spaces and apostrophes, strictly on letters, digits and signs."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, TypeVar

from docgen.tree import Blank, Break, FormField, Hole, Inline, Inlines, PageCount, Run, Tick, text_of
from docgen.values import Struct, field_names, replace

T = TypeVar("T")
Span = tuple[int, int]

_INLINES = (Run, Hole, Break, Blank, PageCount, Tick, FormField)
_SPACE = r"[ \u00a0\u202f\u2009\n\t]"
_OPAQUE = "\ufffc"
_SIGNS = ":;!?%»€"
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?<!\b[A-ZLRD]\.)(?<!\bart\.)[ \n]+(?=[A-ZÀ-Þ«“])")


# ---------------------------------------------------------------- leaves


def leaf_contents(value: object) -> Iterator[Inlines]:
    """Yield each run of inlines that `value` (a block, or blocks) holds, in a fixed order."""
    if _is_leaf(value):
        yield value  # type: ignore[misc]  # the test above says so
    elif isinstance(value, tuple):
        for one in value:
            yield from leaf_contents(one)
    elif isinstance(value, Struct) and not isinstance(value, _INLINES):
        for name in field_names(type(value)):
            yield from leaf_contents(getattr(value, name))


def with_leaves(value: T, change: Callable[[Inlines], Inlines]) -> T:
    """Return `value` with `change` made on each of its leaves, called in the order of `leaf_contents`."""
    return _with_leaves(value, change)  # type: ignore[no-any-return]  # each value is rebuilt as what it was


def _with_leaves(value: Any, change: Callable[[Inlines], Inlines]) -> Any:
    if _is_leaf(value):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_with_leaves(one, change) for one in value)
    if isinstance(value, Struct) and not isinstance(value, _INLINES):
        names = field_names(type(value))
        return replace(value, **{name: _with_leaves(getattr(value, name), change) for name in names})
    return value


def _is_leaf(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(one, _INLINES) for one in value)


# ---------------------------------------------------------------- searching


def flat(content: Inlines) -> str:
    """Return the words of `content`, one sign for each inline that is no run, so that places can be counted."""
    return "".join(one.text if isinstance(one, Run) else "\n" if isinstance(one, Break) else _OPAQUE for one in content)


def spans(content: Inlines, words: str) -> tuple[Span, ...]:
    """Return where `words` stand in `content`; never inside a word or a number."""
    return tuple(found.span() for found in _pattern(words).finditer(flat(content)))


@lru_cache(maxsize=512)
def _pattern(words: str) -> re.Pattern[str]:
    parts = re.split(rf"{_SPACE}+", words.strip(" \u00a0\u202f\u2009\n\t"))
    body = f"{_SPACE}+".join("".join(map(_sign, part)) for part in parts)
    body = re.sub(rf"{re.escape(_SPACE)}\+(?={re.escape(_SPACE)}\*)", "", body)
    body = body.replace(f"«{_SPACE}+", f"«{_SPACE}*")
    # Spaces before a sign are loose between words; before the first one, they are not of what is sought.
    body = body.removeprefix(f"{_SPACE}*")
    before = r"(?<!\w)" if re.match(r"\w", words.strip()) else ""
    after = r"(?!\w)" if re.search(r"\w$", words.strip()) else ""
    if re.match(r"\d", words.strip()):
        before += r"(?<!\d[.,\u202f])"
    if re.search(r"\d$", words.strip()):
        after += r"(?![.,\u202f]\d)"
    return re.compile(before + body + after)


def _sign(sign: str) -> str:
    if sign in "'’‘´":
        return "['’‘´]"
    if sign == "«":
        return f"«{_SPACE}*"
    return (f"{_SPACE}*" if sign in _SIGNS else "") + re.escape(sign)


def nearest(contents: Sequence[Inlines], words: str) -> str | None:
    """Return the words that stand in `contents` and look most like `words`; None where nothing does."""
    wanted = words.split()
    best, ratio = None, 0.5
    for content in contents:
        there = text_of(content).split()
        for start in range(max(1, len(there) - len(wanted) + 1)):
            candidate = " ".join(there[start : start + len(wanted)])
            alike = SequenceMatcher(None, words, candidate, autojunk=False)
            if alike.quick_ratio() > ratio and alike.ratio() > ratio:
                best, ratio = candidate, alike.ratio()
    return best


def sentences(content: Inlines) -> tuple[Span, ...]:
    """Return where each sentence of `content` stands, the space after it left out."""
    text = flat(content)
    starts = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
    ends = [*(found.start() for found in _SENTENCE_END.finditer(text)), len(text)]
    return tuple(zip(starts, ends, strict=True)) if text.strip() else ()


# ---------------------------------------------------------------- changing


def part(content: Inlines, start: int, end: int) -> Inlines:
    """Return what stands from `start` to `end`, places of `flat`."""
    kept: list[Inline] = []
    place = 0
    for one in content:
        size = len(one.text) if isinstance(one, Run) else 1
        low, high = max(start - place, 0), min(end - place, size)
        if low < high:
            kept.append(Run(one.text[low:high], one.marks) if isinstance(one, Run) else one)
        place += size
    return tuple(kept)


def joined(*parts: Inlines) -> Inlines:
    """Return `parts` one after the other; runs that look alike and touch are one run."""
    result: list[Inline] = []
    for one in (inline for part in parts for inline in part):
        last = result[-1] if result else None
        if isinstance(one, Run) and isinstance(last, Run) and one.marks == last.marks:
            result[-1] = Run(last.text + one.text, one.marks)
        elif not (isinstance(one, Run) and not one.text):
            result.append(one)
    return tuple(result)


def replaced(content: Inlines, changes: Sequence[tuple[Span, Inlines]]) -> Inlines:
    """Return `content` with what stands at each span replaced; the spans do not overlap, and keep their order."""
    pieces: list[Inlines] = []
    place = 0
    for (start, end), new in sorted(changes, key=lambda change: change[0]):
        pieces += [part(content, place, start), new]
        place = end
    return joined(*pieces, part(content, place, len(flat(content))))


def with_space(content: Inlines, span: Span) -> Span:
    """Return `span` with the space that its words would leave behind if they were taken out."""
    text, (start, end) = flat(content), span
    before = start > 0 and re.fullmatch(_SPACE, text[start - 1])
    closes = end == len(text) or text[end] in ".,)]" or re.fullmatch(_SPACE, text[end])
    if before and closes:
        return start - 1, end
    return (start, end + 1) if start == 0 and end < len(text) and re.fullmatch(_SPACE, text[end]) else span
