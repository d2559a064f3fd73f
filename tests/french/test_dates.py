"""Dates, hours and durations."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.french import duration_figures, duration_words, hour, long_date, month_day, typeset, weekday_date
from docgen.french.dates import MONTHS, WEEKDAYS
from tests.french.cases import SHOWN


def test_a_date_is_written_out() -> None:
    assert long_date(date(2021, 5, 12)) == "12~mai 2021".translate(SHOWN)
    assert long_date(date(2021, 5, 1)) == "1er~mai 2021".translate(SHOWN)
    assert weekday_date(date(2021, 5, 12)) == "mercredi 12~mai 2021".translate(SHOWN)
    assert month_day(31, 5) == "31~mai".translate(SHOWN)
    assert month_day(1, 8) == "1er~août".translate(SHOWN)


def test_there_is_no_thirteenth_month() -> None:
    with pytest.raises(ValueError, match="no month"):
        month_day(1, 13)


@pytest.mark.parametrize(
    ("moment", "written"), [(time(14, 30), "14~h~30"), (time(9), "9~h"), (time(9, 5, 40), "9~h~05"), (time(0), "0~h")]
)
def test_an_hour_says_its_minutes_where_it_has_some(moment: time, written: str) -> None:
    assert hour(moment) == written.translate(SHOWN)


@pytest.mark.parametrize(
    ("number", "unit", "words", "figures"),
    [
        (3, "an", "trois ans", "3~ans"),
        (1, "an", "un an", "1~an"),
        (2, "mois", "deux mois", "2~mois"),
        (1, "semaine", "une semaine", "1~semaine"),
        (21, "semaine", "vingt et une semaines", "21~semaines"),
        (7, "jour", "sept jours", "7~jours"),
        (0, "jour", "zéro jour", "0~jour"),
    ],
)
def test_a_duration_is_said_in_words_or_in_figures(number: int, unit: str, words: str, figures: str) -> None:
    assert duration_words(number, unit) == words
    assert duration_figures(number, unit) == figures.translate(SHOWN)


@given(st.dates(), st.times())
def test_a_date_and_an_hour_are_already_set(day: date, moment: time) -> None:
    for text in (weekday_date(day), hour(moment)):
        assert typeset(text) == text


@given(st.dates())
def test_a_date_reads_back(day: date) -> None:
    weekday, number, month, year = weekday_date(day).replace("\u00a0", " ").split()
    assert date(int(year), MONTHS.index(month) + 1, int(number.removesuffix("er"))) == day
    assert WEEKDAYS.index(weekday) == day.weekday()
