"""Numbers in figures: amounts, rates, quantities, ranks.

Every amount of money is rounded here for the eye only; the data are rounded where the rules say.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

from docgen.french.signs import MINUS, NARROW, NO_BREAK

_LARGE_UNITS = ((10**9, "milliard"), (10**6, "million"))
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def amount(value: Decimal) -> str:
    """Return "12 500,00": two decimals, halves up, never "-0,00". Raises ValueError for NaN and infinity."""
    return figures(rounded(value, 2))


def price(value: Decimal) -> str:
    """Return a unit price with all its decimals, two at least: "850,00", "0,0925". Raises ValueError as `amount`."""
    decimals = figures(value).partition(",")[2].rstrip("0")
    return figures(rounded(value, max(2, len(decimals))))


def euros(value: Decimal) -> str:
    """Return "12 500,00 €". Raises ValueError as `amount`."""
    return f"{amount(value)}{NO_BREAK}€"


def euros_in_prose(value: Decimal) -> str:
    """Return "7,5 millions d’euros" where three decimals of a million or milliard say it exactly, else as `euros`.

    Singular below two: "1,5 million d’euros". Raises ValueError as `amount`.
    """
    cents = in_cents(value)
    for size, unit in _LARGE_UNITS:
        thousandths, rest = divmod(abs(cents), size // 10)
        if thousandths >= 1000 and not rest:
            plural = "s" if thousandths >= 2000 else ""
            count = Decimal(thousandths if cents > 0 else -thousandths).scaleb(-3)
            return f"{quantity(count)}{NO_BREAK}{unit}{plural} d’euros"
    return euros(value)


def percent(value: Decimal) -> str:
    """Return "0,885 %", with the decimals that `value` was given. Raises ValueError as `amount`."""
    return f"{figures(value)}{NO_BREAK}%"


def percents(*values: Decimal) -> tuple[str, ...]:
    """Return rates that stand side by side, all with the decimals that the longest needs: "0,8 %" and "0,9 %",
    "0,800 %" and "0,885 %". Raises ValueError as `amount`."""
    most = max((len(quantity(value).partition(",")[2]) for value in values), default=0)
    return tuple(percent(rounded(value, most)) for value in values)


def quantity(value: Decimal) -> str:
    """Return "5 000", "2,5", without useless decimals. Raises ValueError as `amount`."""
    text = figures(value)
    return text.rstrip("0").rstrip(",") if "," in text else text


def ordinal(number: int, *, feminine: bool = False) -> str:
    """Return "1er", "1re", "2e". Raises ValueError below one."""
    if number < 1:
        raise ValueError(f"no rank is {number}")
    if number == 1:
        return "1re" if feminine else "1er"
    return f"{number}e"


def roman(number: int) -> str:
    """Return `number` in Roman figures, "XIV". Raises ValueError outside 1 to 3999."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman figures for {number}")
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def figures(value: Decimal) -> str:
    """Return `value` with its own decimals, a comma, and thousands apart; zero has no sign.

    Raises ValueError for NaN and infinity.
    """
    if not value.is_finite():
        raise ValueError(f"{value} is not a number to print")
    sign = MINUS if value < 0 else ""
    return sign + f"{value.copy_abs():,f}".replace(",", NARROW).replace(".", ",")


def rounded(value: Decimal, places: int) -> Decimal:
    """Return `value` to that many decimals, halves away from zero. Raises ValueError as `amount`."""
    if not value.is_finite():
        raise ValueError(f"{value} is not a number to print")
    room = max(1, value.adjusted() + places + 2)
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=room))


def in_cents(value: Decimal) -> int:
    """Return an amount as a whole number of cents, halves away from zero. Raises ValueError as `amount`."""
    return int(f"{rounded(value, 2):f}".replace(".", ""))
