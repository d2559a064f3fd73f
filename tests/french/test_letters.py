"""Capitals, and the endings that are raised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.french import capitalised, capitals, superscripts


def raised(text: str) -> list[str]:
    return [piece for piece, high in superscripts(text) if high]


@pytest.mark.parametrize(
    ("text", "endings"),
    [
        ("le 1er mai, la 1re fois, les 1ers jours", ["er", "re", "ers"]),
        ("le 2e alinéa, élèves de 3e.", ["e", "e"]),
        ("le 2nd et la 2nde", ["nd", "nde"]),
        ("XXe siècle, Ve République, Ier, IIe", ["e", "e", "er", "e"]),
        ("DU 1ER MAI", ["ER"]),
        ("٣e, 𝟑e", ["e", "e"]),
    ],
)
def test_the_endings_of_ordinals_are_raised(text: str, endings: list[str]) -> None:
    assert raised(text) == endings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "n° 12",
        "2ème",
        "De Me Ce Ver",
        "premier",
        "https://exemple.fr/2e-avenant",
        "fiche-2e.pdf",
        "ab:4e:12",
        "12 e",
        "4e5",
    ],
)
def test_nothing_else_is_raised(text: str) -> None:
    assert raised(text) == []


@given(st.text() | st.lists(st.sampled_from(["1", "er", "e", "X", "I", " ", "-", "n°", "2"])).map("".join))
def test_the_pieces_put_end_to_end_are_the_text(text: str) -> None:
    pieces = superscripts(text)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)


def test_capitals_keep_accents_ligatures_and_apostrophes() -> None:
    assert capitals("du 1er mai : l’œuvre d’été, à Alès") == "DU 1ER MAI : L’ŒUVRE D’ÉTÉ, À ALÈS"


def test_a_house_may_drop_the_accents_of_capitals_but_not_the_cedilla() -> None:
    assert capitals("coopération française, à l’État", accented=False) == "COOPERATION FRANÇAISE, A L’ETAT"


def test_a_capital_at_the_head_leaves_the_rest() -> None:
    assert capitalised("élèves de l’OPCO") == "Élèves de l’OPCO"
    assert capitalised("") == ""
