"""What cannot be read is mended in the remedy, where the mended value can be read."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.annexe_financiere import Categorie, Exercice, Poste
from docgen.model.common import Partie, Personne
from docgen.model.fiche_action import Avis, FicheAction
from docgen.model.likely import corrige, days_of_month
from docgen.model.reunion import Membre
from docgen.model.shapes import Leaf, field_shapes


def reader(model: Any, field: str) -> Any:
    """What reads the plain value of a field."""
    shape = field_shapes(model)[field]
    assert isinstance(shape, Leaf)
    return shape.read


@pytest.mark.parametrize(
    ("model", "field", "typed", "meant"),
    [
        (FicheAction, "budget", "10.000 €", "10 000 €"),
        (FicheAction, "budget", "1.234.567,89", "1 234 567,89"),
        (FicheAction, "date_demande", "15/03/26", "15/03/2026"),
        (FicheAction, "date_demande", "15-03-2026", "15/03/2026"),
        (FicheAction, "date_demande", "32/03/26", None),
        (FicheAction, "date_demande", "10/19/2026", "19/10/2026"),
        (FicheAction, "date_demande", "31/02/2026", None),
        (Partie, "cote", "d’autre part", None),
        (Partie, "cote", "4", None),
        (FicheAction, "convention", "AKTO-2026", "akto-2026"),
        (FicheAction, "convention", "Atlas 2021", "atlas-2021"),
        (Poste, "quantite", "Deux", "2"),
        (Exercice, "annee", "vingt", None),
        (FicheAction, "budget", "beaucoup", None),
        (FicheAction, "budget", "12 0OO", "12 000"),
        (FicheAction, "date_demande", "31/O5/2026", "31/05/2026"),
        (FicheAction, "date_demande", "2026–05–31", "2026-05-31"),
        (FicheAction, "budget", "Oo", None),
    ],
)
def test_a_value_is_mended_where_what_was_meant_is_plain(model: Any, field: str, typed: str, meant: str | None) -> None:
    assert corrige(typed, reader(model, field)) == meant


def test_the_nearest_value_allowed_is_proposed() -> None:
    read = reader(Poste, "categorie")
    assert corrige("directe", read, [one.value for one in Categorie]) == "direct"
    assert corrige("zzz", read, [one.value for one in Categorie]) is None


@given(st.text(max_size=20), st.sampled_from(["budget", "date_demande", "convention", "debut"]))
def test_what_is_proposed_can_be_read(text: str, field: str) -> None:
    proposed = corrige(text, reader(FicheAction, field))
    assert proposed is None or reader(FicheAction, field)(proposed) is not None


IMPOSSIBLE = [("31/02/2026", "février 2026 a 28 jours"), ("31/03/2026", None), ("x", None)]


@pytest.mark.parametrize(("typed", "said"), IMPOSSIBLE)
def test_a_day_that_a_month_has_not_is_said(typed: str, said: str | None) -> None:
    assert days_of_month(typed) == said


@pytest.mark.parametrize(
    ("model", "field", "typed", "meant"),
    [
        (Avis, "sens", "réservée", "réservé"),
        (Personne, "civilite", "M", "M."),
        (Personne, "civilite", "Madame", "Mme"),
        (Membre, "presence", "présente", "présent"),
    ],
)
def test_a_choice_is_read_in_the_feminine_and_in_full(model: Any, field: str, typed: str, meant: str) -> None:
    assert reader(model, field)(typed) == meant
