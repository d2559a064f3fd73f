"""Numbers in letters, read back by a reader that knows only the spelling."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from docgen.french import amount_in_words, cardinal, number_named, ordinal_words
from tests.french.cases import cases

UNITS = dict(
    zip(
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(),
        range(1, 17),
        strict=True,
    )
)
TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
LARGE = {"mille": 10**3, "million": 10**6, "milliard": 10**9}


def number_of(words: str) -> int:
    """Read a cardinal in letters; the plural of vingt, cent, million and milliard is read like the singular."""
    total = group = 0
    for word in re.split(r"[ -]", words.replace("quatre-vingt", "octante").replace(" et ", " ")):
        singular = word.removesuffix("s") if word not in UNITS else word
        if singular in LARGE:
            total += (group or 1) * LARGE[singular]
            group = 0
        elif singular == "cent":
            group = (group or 1) * 100
        else:
            group += 80 if singular == "octante" else TENS.get(singular) or UNITS[singular]
    return total + group


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_a_cardinal_reads_back(number: int) -> None:
    assert number_of(cardinal(number)) == number


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_vingt_and_cent_take_an_s_only_where_they_end_a_count(number: int) -> None:
    words = cardinal(number)
    assert not re.search(r"(?:vingts|cents)(?!$| million| milliard)", words)
    counted = r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf) cent"
    assert not re.search(rf"(?:quatre-vingt|{counted})(?=$| million| milliard)", words)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_nobody_says_one_hundred_or_one_thousand_with_un(number: int) -> None:
    assert not re.search(r"(?:^|lliards? |llions? |mille )un cent|(?:^|lliards? |llions? )un mille", cardinal(number))


@pytest.mark.parametrize(("figures", "words"), cases("words.txt"))
def test_an_amount_is_said_in_words(figures: str, words: str) -> None:
    assert amount_in_words(Decimal(figures)) == words


@given(st.decimals(min_value=0, max_value=10**11, places=2))
def test_an_amount_in_words_reads_back_and_never_says_zero_centime(value: Decimal) -> None:
    words = amount_in_words(value)
    found = re.fullmatch(r"(?:(.+?) (?:d’)?euros?)?(?: et )?(?:(.+?) centimes?)?", words)
    assert found
    whole, cents = (number_of(part) if part and part != "zéro" else 0 for part in found.groups())
    assert Decimal(whole) + Decimal(cents) / 100 == value
    assert "zéro centime" not in words


@given(st.decimals(min_value=1, max_value=10**11, places=2))
def test_only_a_round_million_or_milliard_is_of_euros(value: Decimal) -> None:
    words = amount_in_words(value)
    assert ("d’euros" in words) == bool(re.search(r"(?:million|milliard)s? (?:d’)?euros", words))


def test_the_feminine_of_a_count() -> None:
    assert [cardinal(one, feminine=True) for one in (1, 2, 21, 81, 101)] == [
        "une",
        "deux",
        "vingt et une",
        "quatre-vingt-une",
        "cent une",
    ]


@pytest.mark.parametrize(("figures", "words"), cases("ordinals.txt"))
def test_a_rank_is_said_in_words(figures: str, words: str) -> None:
    assert ordinal_words(int(figures)) == words


def test_the_first_and_the_second_of_two_agree() -> None:
    assert ordinal_words(1, feminine=True) == "première"
    assert ordinal_words(2, of=2) == "second"
    assert ordinal_words(2, feminine=True, of=2) == "seconde"
    assert ordinal_words(2, of=3) == "deuxième"


def test_there_is_no_rank_below_one() -> None:
    with pytest.raises(ValueError, match="no rank"):
        ordinal_words(0)


@given(st.integers(min_value=-(10**6), max_value=10**15 - 1))
def test_a_cardinal_is_that_of_a_library_of_its_own(number: int) -> None:
    assert cardinal(number) == num2words(number, lang="fr")


@pytest.mark.parametrize("start", range(0, 2000, 100))
def test_the_small_cardinals_are_those_of_the_library_one_by_one(start: int) -> None:
    for number in range(start, start + 100):
        assert cardinal(number) == num2words(number, lang="fr")


@pytest.mark.parametrize("number", range(1, 100))
def test_a_number_is_read_in_figures_and_in_letters_of_either_gender(number: int) -> None:
    for word in (str(number), cardinal(number), cardinal(number, feminine=True), cardinal(number).capitalize()):
        assert number_named(word) == number


@pytest.mark.parametrize("word", ["", "nombreux", "cent deux", "²"])
def test_what_names_no_number_gives_none(word: str) -> None:
    assert number_named(word) is None
