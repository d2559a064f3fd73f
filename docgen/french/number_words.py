"""Numbers in letters: counts, ranks, amounts, in the spelling before 1990 that the papers have ("vingt et un")."""

import re
from decimal import Decimal
from functools import cache

from docgen.french.numbers import in_cents

_PLURAL_OF_ROUND = re.compile(r"(?<=vingt|.cent)s$|(?<=illion|lliard)s$")
_UNITS = (
    *"zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(),
    *("dix-sept", "dix-huit", "dix-neuf"),
)
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
_LARGE = ((10**12, "billion"), (10**9, "milliard"), (10**6, "million"))


def cardinal(number: int, *, feminine: bool = False) -> str:
    """Return "vingt et un", "quatre-vingts", "deux cents"; "vingt et une" in the feminine; "moins deux" below zero."""
    words = ("moins " if number < 0 else "") + _counted(abs(number))
    return f"{words}e" if feminine and words.endswith("un") else words


def number_named(word: str) -> int | None:
    """Return the number that `word` writes in figures, or from 1 to 99 in letters of either gender; None for none."""
    return int(word) if word.isdecimal() else _named().get(word.lower())


@cache
def _named() -> dict[str, int]:
    return {cardinal(number, feminine=feminine): number for number in range(1, 100) for feminine in (False, True)}


def _counted(number: int) -> str:
    for size, name in _LARGE:
        if number >= size:
            count, rest = divmod(number, size)
            return _with(f"{_counted(count)} {name}{'s' if count > 1 else ''}", rest)
    thousands, rest = divmod(number, 1000)
    if thousands:
        return _with(f"{_PLURAL_OF_ROUND.sub('', _counted(thousands))} mille" if thousands > 1 else "mille", rest)
    hundreds, rest = divmod(number, 100)
    if hundreds:
        head = f"{_UNITS[hundreds]} cent" if hundreds > 1 else "cent"
        return _with(head, rest) if rest else f"{head}{'s' if hundreds > 1 else ''}"
    return _below_hundred(number)


def _with(head: str, rest: int) -> str:
    return f"{head} {_counted(rest)}" if rest else head


def _below_hundred(number: int) -> str:
    """Seventy is said sixty-ten, eighty four twenties, ninety four twenties and ten."""
    if number < len(_UNITS):
        return _UNITS[number]
    if number >= 80:
        return f"quatre-vingt-{_UNITS[number - 80]}" if number > 80 else "quatre-vingts"
    tens = min(number // 10, 6)
    rest = number - 10 * tens
    if not rest:
        return _TENS[tens]
    return f"{_TENS[tens]}{' et ' if rest in (1, 11) else '-'}{_UNITS[rest]}"


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
