"""Numbers in figures."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.french import amount, euros, euros_in_prose, ordinal, percent, percents, price, quantity, roman, typeset
from docgen.french.signs import MINUS, NARROW, NO_BREAK
from tests.french.cases import SHOWN

sums = st.decimals(min_value=-(10**15), max_value=10**15, places=4)


@pytest.mark.parametrize(
    ("write", "value", "expected"),
    [
        (amount, "12500", "12^500,00"),
        (amount, "1234567.891", "1^234^567,89"),
        (amount, "0.005", "0,01"),
        (amount, "2.675", "2,68"),
        (amount, "-0.001", "0,00"),
        (amount, "-1500", "−1^500,00"),
        (amount, "1E+4", "10^000,00"),
        (euros, "999.5", "999,50~€"),
        (price, "850", "850,00"),
        (price, "0.0925", "0,0925"),
        (price, "3.100", "3,10"),
        (percent, "0.885", "0,885~%"),
        (percent, "20", "20~%"),
        (percent, "5.50", "5,50~%"),
        (quantity, "5000", "5^000"),
        (quantity, "2.50", "2,5"),
        (quantity, "100", "100"),
        (quantity, "-138", "−138"),
        (euros_in_prose, "999999.99", "999^999,99~€"),
        (euros_in_prose, "1000000", "1~million d’euros"),
        (euros_in_prose, "1500000", "1,5~million d’euros"),
        (euros_in_prose, "2000000", "2~millions d’euros"),
        (euros_in_prose, "7500000", "7,5~millions d’euros"),
        (euros_in_prose, "1234567.89", "1^234^567,89~€"),
        (euros_in_prose, "2500000000", "2,5~milliards d’euros"),
        (euros_in_prose, "-1500000", "−1,5~million d’euros"),
    ],
)
def test_a_number_is_written_as_french_has_it(write: Callable[[Decimal], str], value: str, expected: str) -> None:
    assert write(Decimal(value)) == expected.translate(SHOWN)


@given(sums)
def test_an_amount_read_back_is_the_amount_rounded_half_up(value: Decimal) -> None:
    read = Decimal(amount(value).replace(NARROW, "").replace(",", ".").replace(MINUS, "-"))
    assert read == value.quantize(Decimal("0.01"), ROUND_HALF_UP)


@given(sums)
def test_an_amount_never_shows_a_zero_with_a_sign(value: Decimal) -> None:
    assert amount(value) != f"{MINUS}0,00"


@given(sums)
def test_what_is_written_is_already_set(value: Decimal) -> None:
    for text in (euros(value), euros_in_prose(value), percent(value), quantity(value)):
        assert typeset(text) == text


@given(st.integers(min_value=10**6, max_value=10**12), st.sampled_from([Decimal(0), Decimal("0.01")]))
def test_millions_in_prose_say_the_sum_exactly(whole: int, cent: Decimal) -> None:
    text = euros_in_prose(Decimal(whole) + cent)
    count, _, unit = text.partition(NO_BREAK)
    size = {"€": 1, "million": 10**6, "milliard": 10**9}[unit.partition(" ")[0].removesuffix("s")]
    assert Decimal(count.replace(NARROW, "").replace(",", ".")) * size == whole + cent


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("write", [amount, price, euros, euros_in_prose, percent, quantity])
def test_what_is_no_number_is_refused(write: Callable[[Decimal], str], value: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        write(Decimal(value))


@pytest.mark.parametrize(
    ("side_by_side", "expected"),
    [
        (["0.800", "0.9"], ("0,8~%", "0,9~%")),
        (["0.800", "0.885"], ("0,800~%", "0,885~%")),
        (["0.769", "0.9"], ("0,769~%", "0,900~%")),
        (["12.50"], ("12,5~%",)),
        ([], ()),
    ],
)
def test_rates_side_by_side_have_as_many_decimals(side_by_side: list[str], expected: tuple[str, ...]) -> None:
    assert percents(*map(Decimal, side_by_side)) == tuple(one.replace("~", NO_BREAK) for one in expected)


def test_ranks_in_figures() -> None:
    assert [ordinal(1), ordinal(1, feminine=True), ordinal(2), ordinal(21)] == ["1er", "1re", "2e", "21e"]


def test_there_is_no_rank_nor_roman_number_below_one() -> None:
    with pytest.raises(ValueError, match="no rank"):
        ordinal(0)
    with pytest.raises(ValueError, match="no Roman figures"):
        roman(0)


@given(st.integers(min_value=1, max_value=3999))
def test_a_roman_number_reads_back(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    figures = [values[letter] for letter in roman(number)]
    following = [*figures[1:], 0]
    assert sum(-one if one < after else one for one, after in zip(figures, following, strict=True)) == number
    assert not any(letter * 4 in roman(number) for letter in values)
