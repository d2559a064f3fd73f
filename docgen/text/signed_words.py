"""Words as the signed copy has them, which docgen prints otherwise: « 0.885% » where it prints « 0,885 % »."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from docgen.french import typeset
from docgen.model.convention import Correction
from docgen.values import Struct

_SUPERSCRIPT = re.compile(r"\^\{?(\w+)\}?")
_LOOSE = str.maketrans("'‘´", "’’’", " \u00a0\u202f\u2009")


class SignedCopy(Struct, frozen=True):
    """What is known of the signed copy: the slips that docgen prints corrected, and the text as it was typed."""

    slips: tuple[Correction, ...] = ()
    source: str = ""

    def words(self, typed: str, article: str) -> str:
        """Return words of `article` as the signed copy has them; as docgen prints them where nothing else is known.

        A recorded slip is believed whatever was typed. Without one, signs that docgen would print otherwise ("0.885%")
        are kept where they stand so in the text of the convention.
        """
        printed = typeset(typed)
        for slip in self.slips:
            if slip.lu and slip.imprime and _speaks_of(slip, article):
                signed = _slipped(printed, _SUPERSCRIPT.sub(r"\1", slip.lu), typeset(slip.imprime))
                if signed:
                    return signed
        other_signs = _loose(typed) != _loose(printed)
        return typed if other_signs and _loose(typed) in _loose(self.source) else printed


def _speaks_of(slip: Correction, article: str) -> bool:
    return bool(re.match(rf"article {re.escape(article)}(?![\w-])", slip.lieu or ""))


def _slipped(printed: str, read: str, corrected: str) -> str:
    """Return `printed` with the slip in it; empty where it has none."""
    if _loose(read) == _loose(corrected):
        return ""
    if corrected in printed:
        return printed.replace(corrected, read)
    if printed in corrected:
        return next((part for part in _parts(read.split()) if typeset(part) == printed), "")
    return ""


def _parts(tokens: Sequence[str]) -> Iterator[str]:
    yield from (" ".join(tokens[start:end]) for start, end in combinations(range(len(tokens) + 1), 2))


def _loose(text: str) -> str:
    return text.translate(_LOOSE)
