"""Words that an avenant replaces in one place and leaves in others, though they name no figure, date or person."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from docgen.amend.addresses import TextTree
from docgen.amend.operations import DeleteWords, Operation, ReplaceWords
from docgen.amend.places import places_of
from docgen.french import cardinal, joined
from docgen.tree import text_of
from docgen.values import Struct

_TELLING = 5
"""Letters of a word that tells what a text speaks of: `paritaire`, not `deux` or `dans`."""
_COUNTED = 100


class Remaining(Struct, frozen=True):
    """Words replaced or taken out elsewhere, and where the text after the avenant still has them."""

    words: str
    where: tuple[str, ...]

    @property
    def at(self) -> str:
        """Those places after a verb: « au préambule, à l’article 3 et à l’annexe »."""
        return joined([f"à {where}".replace("à le ", "au ") for where in self.where])


def remaining(after: TextTree, operations: Iterable[Operation]) -> tuple[Remaining, ...]:
    """Return what is left in `after` of the words that `operations` replace in one place, those in small letters.

    Figures, dates and names are not looked for here: they are consequences of the avenant.
    """
    sought = dict.fromkeys(words for one in operations for words in _changed(one))
    found = (Remaining(words, tuple(dict.fromkeys(places_of(words, after)))) for words in sought)
    return tuple(one for one in found if one.where)


def _changed(operation: Operation) -> Iterator[str]:
    """Yield the words that the operation drops: without those that the new words keep, where what is left tells."""
    if not isinstance(operation, ReplaceWords | DeleteWords) or operation.throughout:
        return
    old = operation.old.split()
    new = text_of(operation.new).split() if isinstance(operation, ReplaceWords) else []
    start = _alike(old, new)
    kept = _alike(old[start:][::-1], new[start:][::-1])
    core = old[start : len(old) - kept]
    told = next((words for words in (core, old) if core and any(_tells(word) for word in words)), [])
    text = " ".join(told)
    if text and text == text.lower() and not any(sign.isdigit() for sign in text):
        yield text


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words both have first."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _tells(word: str) -> bool:
    return len(word.strip(",;:.()")) >= _TELLING and word not in _counts()


@cache
def _counts() -> frozenset[str]:
    return frozenset(word for number in range(_COUNTED) for word in cardinal(number).split())
