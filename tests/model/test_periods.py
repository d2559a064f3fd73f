"""Dates counted as the law counts them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.denonciation import expiration
from docgen.model.periods import ajouter, derniere_journee, span
from docgen.model.temps import Duree, Unite


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (date(2021, 5, 12), Duree(3, Unite.AN), date(2024, 5, 12)),
        (date(2021, 12, 31), Duree(2, Unite.MOIS), date(2022, 2, 28)),
        (date(2023, 12, 31), Duree(2, Unite.MOIS), date(2024, 2, 29)),
        (date(2024, 2, 29), Duree(1, Unite.AN), date(2025, 2, 28)),
        (date(2021, 10, 20), Duree(1, Unite.SEMAINE), date(2021, 10, 27)),
        (date(2021, 12, 30), Duree(7, Unite.JOUR), date(2022, 1, 6)),
    ],
)
def test_a_duration_runs_from_date_to_date(start: date, duration: Duree, end: date) -> None:
    assert ajouter(start, duration) == end


def test_three_years_from_12_may_2021_end_on_11_may_2024() -> None:
    assert derniere_journee(date(2021, 5, 12), Duree(3, Unite.AN)) == date(2024, 5, 11)


@pytest.mark.parametrize(
    ("start", "end", "duration"),
    [
        (date(2021, 11, 3), date(2022, 11, 3), Duree(1, Unite.AN)),
        (date(2021, 6, 1), date(2021, 9, 1), Duree(3, Unite.MOIS)),
        (date(2021, 11, 3), date(2022, 7, 1), Duree(240, Unite.JOUR)),
        (date(2021, 6, 1), date(2021, 6, 2), Duree(1, Unite.JOUR)),
    ],
)
def test_a_span_is_said_in_whole_years_else_months_else_days(start: date, end: date, duration: Duree) -> None:
    assert span(start, end) == duration


@given(st.dates(date(1900, 1, 1), date(2190, 1, 1)), st.integers(1, 3000))
def test_a_span_added_to_its_start_gives_its_end(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    assert ajouter(start, span(start, end)) == end


@given(st.dates(date(1900, 1, 1), date(2190, 1, 1)), st.integers(1, 12))
def test_a_notice_in_months_ends_on_the_same_day_of_the_month_or_on_its_last(start: date, months: int) -> None:
    end = expiration(start, Duree(months, Unite.MOIS))
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)
