"""What is typed as a sentence loses its capital after a colon, where it is no name's."""

import pytest

from docgen.french import continued


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Le prestataire a tardé.", "le prestataire a tardé."),
        ("L’action commence en mars", "l’action commence en mars"),
        ("L'action commence en mars", "l'action commence en mars"),
        ("À la demande des lycées", "à la demande des lycées"),
        ("Le COPIL ne s’est pas réuni", "le COPIL ne s’est pas réuni"),
        ("Les 12 visites sont reportées", "les 12 visites sont reportées"),
        ("Retard du prestataire", "retard du prestataire"),
    ],
)
def test_a_common_word_goes_on_in_small_letters(typed: str, printed: str) -> None:
    assert continued(typed) == printed
    assert continued(printed) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "La Poste a tardé",
        "L’Oréal a tardé",
        "Paris a reporté la visite",
        "LE RETARD EST EXPLIQUÉ",
        "AKTO le finance",
        "",
        "A",
    ],
)
def test_a_name_and_words_in_capitals_stay_as_they_are_typed(typed: str) -> None:
    assert continued(typed) == typed
