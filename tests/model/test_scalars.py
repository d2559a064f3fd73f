"""What a user may type for a plain value, and what is refused."""

import string
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from docgen.model import scalars
from docgen.model.refused import RefusedError
from docgen.model.shapes import Leaf, shape_of
from docgen.model.temps import Duree, JourMois, Unite

TYPED = [
    (scalars.Date, "31/05/2026", date(2026, 5, 31)),
    (scalars.Date, "2026-05-31", date(2026, 5, 31)),
    (scalars.Date, "1er mai 2021", date(2021, 5, 1)),
    (scalars.Date, "12 août 2021", date(2021, 8, 12)),
    (scalars.Jour, "31 mai", JourMois(31, 5)),
    (scalars.Jour, "30/10", JourMois(30, 10)),
    (scalars.Heure, "14 h 30", time(14, 30)),
    (scalars.Heure, "14:30", time(14, 30)),
    (scalars.Heure, "9 h", time(9, 0)),
    (scalars.Euros, "12 000,50 €", Decimal("12000.50")),
    (scalars.Euros, "12\u202f000,50", Decimal("12000.50")),
    (scalars.Euros, "-0", Decimal("0")),
    (scalars.Prix, "0,0925", Decimal("0.0925")),
    (scalars.Prix, "8.9545", Decimal("8.9545")),
    (scalars.Taux, "0,885 %", Decimal("0.885")),
    (scalars.Taux, "0.885%", Decimal("0.885")),
    (scalars.Taux, "0", Decimal(0)),
    (scalars.Taux, "100 %", Decimal(100)),
    (scalars.Quantite, "5 000", Decimal("5000")),
    (scalars.OuiNon, "oui", True),
    (scalars.OuiNon, "Non", False),
    (scalars.DureeLegale, "3 ans", Duree(3, Unite.AN)),
    (scalars.DureeLegale, "deux mois", Duree(2, Unite.MOIS)),
    (scalars.DureeLegale, "une semaine", Duree(1, Unite.SEMAINE)),
    (scalars.Siret, "130 025 265 00013", "13002526500013"),
    (scalars.Identifiant, "2021-03", "2021-03"),
    (scalars.Ligne, "  Salon :\n  les  métiers ", "Salon : les métiers"),
    (scalars.Annee, "2022", 2022),
]

REFUSED = [
    (scalars.Date, "31/02/2026", "date"),
    (scalars.Date, "2026", "date"),
    (scalars.Date, "٣١/05/2026", "date"),
    (scalars.Jour, "31 juin", "jour_mois"),
    (scalars.Heure, "25:00", "heure"),
    (scalars.Euros, "12,345", "montant"),
    (scalars.Euros, "1_000", "montant"),
    (scalars.Euros, "NaN", "montant"),
    (scalars.Euros, "١٢", "montant"),
    (scalars.Euros, "1e5", "montant"),
    (scalars.Prix, "1 20", "prix"),
    (scalars.Prix, "1.200", "prix"),
    (scalars.Quantite, "1 2000", "quantite"),
    (scalars.Taux, "vingt", "taux"),
    (scalars.Taux, "-0,001 %", "taux"),
    (scalars.Taux, "100,001 %", "taux"),
    (scalars.OuiNon, "peut-être", "oui_non"),
    (scalars.DureeLegale, "longtemps", "duree"),
    (scalars.Siret, "130 025 265 00014", "siret"),
    (scalars.Identifiant, "Atlas 2021", "identifiant"),
    (scalars.Identifiant, "../secret", "identifiant"),
    (scalars.Chemin, "/etc/passwd", "chemin"),
    (scalars.Courriel, "sans-arobase", "courriel"),
    (scalars.Empreinte, "abc", "empreinte"),
    (scalars.Ligne, "   ", "texte"),
    (scalars.Annee, "21", "annee"),
]

LEAVES = [
    getattr(scalars, name)
    for name in "Ligne Prose Identifiant Date Jour Heure Euros Prix Quantite Taux Entier Annee OuiNon DureeLegale Siret"
    " Courriel Empreinte Chemin".split()
]


def read(kind: Any, value: object) -> object:
    """Return what an input that says `value` gives; where it cannot be read, the type and what was expected."""
    leaf = shape_of(kind)
    assert isinstance(leaf, Leaf)
    try:
        return leaf.read(value)
    except RefusedError as refused:
        return refused.genre, refused.attendu


def read_by_pydantic(kind: Any, value: object) -> object:
    """Return the same, where a model of pydantic reads `value`."""
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError as refused:
        (error,) = refused.errors()
        return error["type"], error["ctx"]["attendu"]


@pytest.mark.parametrize(("kind", "typed", "value"), TYPED)
def test_a_value_is_read_as_the_french_type_it(kind: Any, typed: str, value: object) -> None:
    assert read(kind, typed) == value


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, _, value in TYPED if not isinstance(value, str)])
def test_a_python_value_is_taken_as_it_is(kind: Any, value: object) -> None:
    assert read(kind, value) == value


@pytest.mark.parametrize(("kind", "typed", "error"), REFUSED)
def test_another_value_is_refused_and_what_was_expected_is_said(kind: Any, typed: str, error: str) -> None:
    assert read(kind, typed) == (error, scalars.ATTENDUS[error])


@given(
    st.one_of(
        st.sampled_from([typed for _, typed, _ in (*TYPED, *REFUSED)]),
        st.text(),
        st.text(string.digits + " ,./-€%h"),
        st.none(),
        st.integers(),
        st.lists(st.text()),
    )
)
def test_pydantic_reads_whatever_is_typed_as_an_input_does(value: object) -> None:
    for kind in LEAVES:
        assert read_by_pydantic(kind, value) == read(kind, value)


def test_a_text_that_is_too_long_says_the_limit() -> None:
    assert read(scalars.Ligne, "a" * 200_001) == ("texte_court", "un texte de 200 000 caractères au plus")
