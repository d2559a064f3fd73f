"""Words as they are compared: without capitals, accents, or the separators that people type."""

import re
from functools import lru_cache

_ACCENTS = str.maketrans("àâäçéèêëîïôöùûüÿ", "aaaceeeeiioouuuy")


def sans_accents(text: str) -> str:
    """Return `text` in lower case, without accents."""
    return text.lower().translate(_ACCENTS)


@lru_cache(maxsize=2048)
def normalise(text: str) -> str:
    """Return `text` in lower case, without accents, every separator a plain hyphen."""
    return re.sub(r"[\s_\u00a0\u202f’'-]+", "-", sans_accents(text.strip()))
