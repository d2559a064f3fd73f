"""One key, however it is spelled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.read.keys import normalised_key


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("prenom", "prenom"),
        ("Prénom", "prenom"),
        ("PRE\u0301NOM", "prenom"),
        ("convention-application", "convention_application"),
        ("établie le", "etablie_le"),
        ("établie\u00a0le", "etablie_le"),
        ("cœur", "coeur"),
        ("  siège ", "siege"),
        ("", ""),
    ],
)
def test_case_accents_hyphens_and_spaces_do_not_make_another_key(raw: str, key: str) -> None:
    assert normalised_key(raw) == key


@given(st.text())
def test_a_normalised_key_stays_as_it_is(raw: str) -> None:
    key = normalised_key(raw)
    assert normalised_key(key) == key
