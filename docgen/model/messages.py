"""How a message shows what was read, and the word that was meant."""

from difflib import get_close_matches

_LU_MAX = 60


def lu(text: str) -> str:
    """Return what was read, shortened to one line, between guillemets."""
    line = " ".join(text.split())
    return f"« {line if len(line) <= _LU_MAX else line[: _LU_MAX - 1] + '…'} »"


def proche(word: str, known: list[str]) -> str | None:
    """Return the known word nearest to `word`, None where none is near."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)
