"""Lines of inlines, compared word by word.

A word, a figure with its unit ("0,885 %", "12 000,00 €"), a date ("30 octobre 2022") and a reference ("L. 6332-1") are
replaced whole.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from docgen.amend.sequences import common
from docgen.tree import Change, Inline, Inlines, Run
from docgen.values import Struct, replace

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_PIECES = re.compile(
    rf"\d{{1,2}}(?:er)?\s(?:{_MONTHS})(?:\s\d{{4}})?(?!\w)"
    r"|\d{1,2}/\d{1,2}/\d{2,4}(?!\w)"
    r"|[+−-]?\d+(?:[\s.]\d{3})*(?:[.,]\d+)?(?:\s?[%€]|\s(?:euros|millions|heures|jours|mois|ans)\b)?(?![\w-])"
    r"|[LRD]\.?\s?(?=\d)[\d-]+"
    r"|\w+(?:[-+.]\w+)*[’']?"
    r"|\s+|[^\w\s]",
    re.IGNORECASE,
)
"""What is kept or replaced whole."""

Token = tuple[Inline, ...]
"""One piece: the runs of a word, or another inline alone."""


class Step(Struct):
    """A stretch of a comparison: what stands in both texts, or what left the old one and came into the new one."""

    kept: list[Token]
    deleted: list[Token]
    inserted: list[Token]


def tokens(content: Inlines) -> list[Token]:
    """Return `content` cut into what is kept or replaced whole."""
    found: list[Token] = []
    runs: list[Run] = []
    for inline in content:
        if isinstance(inline, Run):
            runs.append(inline)
            continue
        found += _words(runs)
        runs = []
        found.append((inline,))
    return [*found, *_words(runs)]


def _words(runs: Sequence[Run]) -> Iterator[Token]:
    """A word may look in two ways ("1er"), so that words are cut out of the text of all the runs."""
    ends: list[int] = []
    for run in runs:
        ends.append((ends[-1] if ends else 0) + len(run.text))
    rank = 0
    for found in _PIECES.finditer("".join(run.text for run in runs)):
        start, end = found.span()
        parts: list[Inline] = []
        while start < end:
            while ends[rank] <= start:
                rank += 1
            cut = min(end, ends[rank])
            parts.append(Run(found.string[start:cut], runs[rank].marks))
            start = cut
        yield tuple(parts)


def compared(old: Inlines, new: Inlines) -> Inlines:
    """Return the words of both lines in one, each kept, deleted or inserted."""
    if old == new:
        return new
    steps = _smoothed(_steps(tokens(old), tokens(new)))
    return joined(tuple(_marked(steps)))


def _steps(old: Sequence[Token], new: Sequence[Token]) -> list[Step]:
    steps = [Step([], [], [])]
    place = other = 0
    for i, j in (*common(old, new), (len(old), len(new))):
        if i > place or j > other:
            steps.append(Step([], list(old[place:i]), list(new[other:j])))
            steps.append(Step([], [], []))
        if i < len(old):
            steps[-1].kept.append(old[i])
        place, other = i + 1, j + 1
    return steps


def _smoothed(steps: list[Step]) -> list[Step]:
    """Join two replacements that only a space or a sign parts, and have what is added or left out begin with a word."""
    smooth: list[Step] = []
    for step in steps:
        if step.kept or not (step.deleted or step.inserted):
            smooth.append(step)
            continue
        gap = smooth[-1] if smooth else None
        before = smooth[-2] if len(smooth) > 1 else None
        if gap and before and _parts_nothing(gap, before, step):
            before.deleted += gap.kept + step.deleted
            before.inserted += gap.kept + step.inserted
            smooth.pop()
        else:
            smooth.append(step)
    for change, after in pairwise(smooth):
        _slide(change, after)
    return smooth


def _parts_nothing(gap: Step, before: Step, after: Step) -> bool:
    """Whether `gap` holds no word, and stands between two stretches that both lost and gained words."""
    both = all((before.deleted, before.inserted, after.deleted, after.inserted))
    return both and not any(map(_is_word, gap.kept))


def _is_word(token: Token) -> bool:
    return any(not isinstance(one, Run) or any(char.isalnum() for char in one.text) for one in token)


def _is_space(token: Token) -> bool:
    return all(isinstance(one, Run) and one.text.isspace() for one in token)


def _slide(change: Step, after: Step) -> None:
    """Turn "+( two) three" into " +(two )three": the same words, said so that a change opens with a word."""
    for one, other in ((change.inserted, change.deleted), (change.deleted, change.inserted)):
        if not other and len(one) > 1 and after.kept and _is_space(one[0]) and one[0] == after.kept[0]:
            change.kept.append(one[0])
            one[:] = [*one[1:], one[0]]
            del after.kept[0]


def _marked(steps: Sequence[Step]) -> Iterator[Inline]:
    for step in steps:
        yield from (inline for token in step.kept for inline in token)
        yield from changed(tuple(inline for token in step.deleted for inline in token), Change.DELETED)
        yield from changed(tuple(inline for token in step.inserted for inline in token), Change.INSERTED)


def changed(content: Iterable[Inline], change: Change) -> Inlines:
    """Return `content` with each of its inlines marked."""
    return tuple(replace(inline, change=change) for inline in content)


def joined(content: Inlines) -> Inlines:
    """Return `content` with runs that look alike made one, and runs without words left out."""
    line: list[Inline] = []
    for inline in content:
        last = line[-1] if line else None
        if isinstance(inline, Run) and not inline.text:
            continue
        if (
            isinstance(inline, Run)
            and isinstance(last, Run)
            and (last.marks, last.change) == (inline.marks, inline.change)
        ):
            line[-1] = replace(last, text=last.text + inline.text)
        else:
            line.append(inline)
    return tuple(line)
