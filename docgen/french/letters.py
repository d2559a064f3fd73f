"""Letters as they are drawn: capitals, and the endings that are raised."""

import re
import unicodedata
from functools import lru_cache

_WITHOUT_ACCENT = str.maketrans("ÀÁÂÃÄÅÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸ", "AAAAAAEEEEIIIINOOOOOUUUUYY")

# The first set is what the engine jumps to: 0-9, I, V, X and, lest it look up every letter for \d, all beyond Latin-1.
# Roman numbers are read up to 39 only: "De", "Me" and "Ce" are words.
_ORDINAL = re.compile(
    r"""[^\x00-/:-HJ-UWY-ÿ’](?<![\w/:.@°-].)
    (?:(?<=\d)\d*+(?P<after_figures>(?:er|re|es?|nde?|ER|RE|E|NDE?)s?)
      |(?:(?<=I)(?P<first>er|re)|(?<=[VX])[IVX]*+(?P<after_roman>es?)|(?<=I)[IVX]++(?P<after_one>es?)))
    (?![\w/:@-]|\.\w)""",
    re.VERBOSE,
)


def capitalised(text: str) -> str:
    """Return `text` with a capital at its head, the rest as it is."""
    return text[:1].upper() + text[1:]


def capitals(text: str, *, accented: bool = True) -> str:
    """Return `text` in capitals, "DU 1ER MAI 2021", "ŒUVRE"; `accented=False` drops accents but keeps the cedilla."""
    upper = text.upper()
    return upper if accented else upper.translate(_WITHOUT_ACCENT)


@lru_cache(1024)
def folded(word: str) -> str:
    """Return `word` as it is looked up: in lower case, without accents, with plain apostrophes ("academie")."""
    lower = word.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    return "".join(char for char in unicodedata.normalize("NFD", lower) if not unicodedata.combining(char))


def superscripts(text: str) -> tuple[tuple[str, bool], ...]:
    """Return `text` as pieces, each with whether it is raised: "1er" is `(("1", False), ("er", True))`.

    Raised are the endings of ordinals in figures (1er, 1re, 2e, 2nd) and in Roman numbers (Ier, XXe); never the sign
    of "n°", nor what stands in an address or a name of file. An empty text has no piece. The pieces joined are `text`.
    """
    if not _ORDINAL.search(text):
        return ((text, False),) if text else ()
    pieces: list[tuple[str, bool]] = []
    done = 0
    for match in _ORDINAL.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        pieces += ((text[done:start], False), (text[start:end], True))
        done = end
    if done < len(text):
        pieces.append((text[done:], False))
    return tuple(pieces)
