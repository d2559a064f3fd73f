"""What a value that cannot be read was most likely meant to be: said only where it can then be read."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from docgen.french import cardinal
from docgen.french.dates import MONTHS
from docgen.model.messages import proche
from docgen.model.refused import RefusedError
from docgen.read.keys import normalised_key

_SHORT_YEAR = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})", re.ASCII)
_POINTED = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "‐": "-", "‑": "-", "–": "-", "−": "-"})
"""Letters and dashes typed or pasted in the place of a figure or of a hyphen."""
_WORDS = {cardinal(number): str(number) for number in range(1, 21)}


def corrige(text: str, read: Callable[[Any], Any], known: Sequence[str] = ()) -> str | None:
    """Return `text` mended so that `read` takes it, None where nothing obvious does; `known` are the values allowed."""
    return next((one for one in _candidates(text, known) if reads(one, read)), None)


def reads(text: str, read: Callable[[Any], Any]) -> bool:
    """Return whether `read` takes `text`."""
    with suppress(RefusedError):
        read(text)
        return True
    return False


def days_of_month(text: str) -> str | None:
    """Return how many days the month of an impossible day has: `février 2026 a 28 jours`; None for any other text."""
    found = _SHORT_YEAR.fullmatch(text.strip())
    if not found or not 1 <= int(found[2]) <= 12 or len(found[3]) != 4 or int(found[3]) == 0:
        return None
    last = monthrange(int(found[3]), int(found[2]))[1]
    return f"{MONTHS[int(found[2]) - 1]} {found[3]} a {last} jours" if int(found[1]) > last else None


def _candidates(text: str, known: Sequence[str]) -> Iterator[str]:
    """Yield what may be meant: the nearest value allowed, a number in figures, another date or amount, a plain id."""
    yield from filter(None, (proche(text, list(known)),))
    yield _WORDS.get(text.lower(), text)
    if found := _SHORT_YEAR.fullmatch(text):
        day, month, year = found.groups()
        yield f"{day}/{month}/{year if len(year) > 2 else '20' + year}"
        yield f"{month}/{day}/{year}"
    yield _POINTED.sub(" ", text)
    if any(char.isdigit() for char in text):
        yield text.translate(_LOOKALIKES)
    yield normalised_key(text).replace("_", "-")
