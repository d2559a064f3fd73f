"""What cannot be read is mended in the remedy, where the mended value can be read."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.annexe_financiere import Categorie, Exercice, Poste
from docgen.model.fiche_action import FicheAction
from docgen.model.likely import corrige
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
        (FicheAction, "convention", "AKTO-2026", "akto-2026"),
        (FicheAction, "convention", "Atlas 2021", "atlas-2021"),
        (Poste, "quantite", "Deux", "2"),
        (Exercice, "annee", "vingt", None),
        (FicheAction, "budget", "beaucoup", None),
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
