"""How a message shows what was read, and the word that was meant."""

from difflib import get_close_matches

_LU_MAX = 60


def lu(text: str) -> str:
    """Return what was read, shortened to one line, between guillemets."""
    line = " ".join(text.split())
    return f"« {line if len(line) <= _LU_MAX else line[: _LU_MAX - 1] + '…'} »"


_NEAR, _NEARLY_THE_SAME = 0.6, 0.8


def proche(word: str, known: list[str], *, nearly_the_same: bool = False) -> str | None:
    """Return the known word nearest to `word`, None where none is near (or `nearly_the_same`, if asked for)."""
    asked = _NEARLY_THE_SAME if nearly_the_same else _NEAR
    return next(iter(get_close_matches(word, known, n=1, cutoff=asked)), None)
