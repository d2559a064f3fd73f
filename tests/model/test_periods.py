"""Dates counted as the law counts them."""

from datetime import date

import pytest

from docgen.model.periods import ajouter, derniere_journee
from docgen.model.scalars import Duree, Unite


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
