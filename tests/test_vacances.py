"""The school holidays that are said of a day are those that the minister's orders set."""

from datetime import date

import pytest

from docgen.vacances import annee_connue, vacances


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2021, 10, 22), []),
        (date(2021, 10, 23), ["vacances de la Toussaint (zones A, B et C)"]),
        (date(2021, 11, 7), ["vacances de la Toussaint (zones A, B et C)"]),
        (date(2021, 11, 8), []),
        (date(2022, 2, 5), ["vacances d’hiver (zone B)"]),
        (date(2022, 2, 14), ["vacances d’hiver (zones A et B)"]),
        (date(2022, 3, 6), ["vacances d’hiver (zone C)"]),
        (date(2022, 4, 30), ["vacances de printemps (zones A et C)"]),
        (date(2023, 1, 2), ["vacances de Noël (zones A, B et C)"]),
        (date(2024, 5, 10), ["pont de l’Ascension (zones A, B et C)"]),
        (date(2021, 4, 12), ["vacances de printemps (zones A, B et C)"]),
        (date(2022, 7, 14), ["vacances d’été (zones A, B et C)"]),
    ],
)
def test_a_day_of_the_orders(day: date, said: list[str]) -> None:
    assert list(vacances(day)) == said


@pytest.mark.parametrize("day", [date(2017, 8, 1), date(2028, 10, 28), date(2040, 12, 25)])
def test_what_no_order_has_set_is_not_said(day: date) -> None:
    assert list(vacances(day)) == []


def test_a_year_is_known_when_orders_cover_all_of_it() -> None:
    assert [year for year in range(2010, 2035) if annee_connue(year)] == list(range(2018, 2028))
