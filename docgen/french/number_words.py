"""Numbers in letters: counts, ranks, amounts.

A library gives the cardinals; what it says wrong in French (ranks, sums of money) is made here from them.
"""

import re
from decimal import Decimal

from docgen.french.numbers import in_cents

_PLURAL_OF_ROUND = re.compile(r"(?<=vingt|.cent)s$|(?<=illion|lliard)s$")


def cardinal(number: int, *, feminine: bool = False) -> str:
    """Return "vingt et un", "quatre-vingts", "deux cents"; "vingt et une" in the feminine; "moins deux" below zero."""
    # Only a paper that writes numbers out pays for loading the library.
    from num2words import num2words  # noqa: PLC0415

    words = str(num2words(number, lang="fr"))
    return f"{words}e" if feminine and words.endswith("un") else words


def ordinal_words(number: int, *, feminine: bool = False, of: int | None = None) -> str:
    """Return "premier", "première", "deuxième", "vingt et unième", "quatre-vingtième".

    `of` is the length of the series where it is known: of two, the second is "second", "seconde". Raises ValueError
    below one.
    """
    if number < 1:
        raise ValueError(f"no rank is {number}")
    if number == 1:
        return "première" if feminine else "premier"
    if number == of == 2:
        return "seconde" if feminine else "second"
    stem = _PLURAL_OF_ROUND.sub("", cardinal(number)).removesuffix("e")
    if stem.endswith("neuf"):
        return f"{stem[:-1]}vième"
    return f"{stem}uième" if stem.endswith("cinq") else f"{stem}ième"


def amount_in_words(value: Decimal) -> str:
    """Return "douze mille cinq cents euros", "un million d’euros", "douze euros et cinq centimes", "douze centimes".

    Rounded to the cent, halves up; zero is "zéro euro", and "zéro centime" is never said; below zero it begins with
    "moins". Raises ValueError for NaN and infinity.
    """
    cents = in_cents(value)
    whole, rest = divmod(abs(cents), 100)
    sums = [_sum(whole, "euro")] if whole or not rest else []
    if rest:
        sums.append(_sum(rest, "centime"))
    return ("moins " if cents < 0 else "") + " et ".join(sums)


def _sum(number: int, unit: str) -> str:
    words = cardinal(number)
    if number and number % 1_000_000 == 0:
        return f"{words} d’{unit}s"
    return f"{words} {unit}{'s' if number > 1 else ''}"
