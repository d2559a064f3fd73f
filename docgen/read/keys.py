"""The one spelling of a key, so that `Prénom`, `prenom` and `PRÉNOM` are the same key."""

import re
import unicodedata
from functools import lru_cache

_PLAIN = re.compile(r"[a-z0-9_]+")
_SEPARATORS = re.compile(r"[\s\-\u2010\u2011_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


@lru_cache(maxsize=1024)
def normalised_key(raw: str) -> str:
    """Return `raw` in lower case without accents, its spaces and hyphens as `_`; empty where nothing is left."""
    if _PLAIN.fullmatch(raw):
        return raw
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", raw).casefold().translate(_LIGATURES))
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SEPARATORS.sub("_", letters.strip())
