"""The public holidays of France."""

from datetime import date

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.jours_feries import jours_feries, non_ouvre, paques


@pytest.mark.parametrize(
    "easter",
    [date(2000, 4, 23), date(2008, 3, 23), date(2021, 4, 4), date(2024, 3, 31), date(2038, 4, 25), date(2285, 3, 22)],
)
def test_easter_is_where_the_tables_have_it(easter: date) -> None:
    assert paques(easter.year) == easter


@given(st.integers(1900, 2200))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    easter = paques(year)
    assert easter.isoweekday() == 7
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


@given(st.integers(1900, 2200))
def test_a_year_has_its_holidays_in_order(year: int) -> None:
    days = list(jours_feries(year))
    assert days == sorted(days)
    assert 10 <= len(days) <= 11  # Ascension Day may be a fixed one too


@given(st.integers(2008, 2100))
def test_a_library_of_public_holidays_has_the_same_days(year: int) -> None:
    assert set(jours_feries(year)) == set(holidays.country_holidays("FR", years=year))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2021, 5, 24), "un jour férié, le lundi de Pentecôte"),
        (date(2021, 5, 13), "un jour férié, l’Ascension"),
        (date(2021, 8, 15), "un jour férié, l’Assomption"),
        (date(2021, 10, 16), "un samedi"),
        (date(2021, 10, 17), "un dimanche"),
        (date(2021, 10, 13), None),
    ],
)
def test_a_day_off_is_said(day: date, said: str | None) -> None:
    assert non_ouvre(day) == said
