"""AVN-08: the words of an operation that say a named value, however the signed text writes it."""

import pytest

from docgen.checks.avenant_values import old_values
from docgen.model.convention import Convention
from docgen.model.operations import OperationSaisie
from tests.text.dossiers import CONVENTION, dossier

COMMITTEE = "comite: {delai_envoi: 8 jours, reunions_avant: [31/05, 30/10], nom: comité"


@pytest.mark.parametrize(
    ("mots", "key"),
    [
        ("huit jours", "delai_envoi"),
        ("Au 31 mai", "reunions_avant"),
        ("0.885%", "plafond_frais_gestion"),
        ("0,885 % des fonds", "plafond_frais_gestion"),
        ("trois ans", "duree"),
    ],
)
def test_the_key_of_the_value_is_named(mots: str, key: str) -> None:
    convention = dossier(CONVENTION.replace("comite: {nom: comité", COMMITTEE)).all(Convention)[0]
    said = [remedy for _, remedy in old_values(OperationSaisie(mots=mots), convention)]
    assert said == [f"Donnez sa nouvelle valeur : « valeur: » puis « {key}: »."]


@pytest.mark.parametrize("mots", ["10,885 %", "vingt-huit jours", "deux fois"])
def test_a_longer_number_is_no_named_value(mots: str) -> None:
    convention = dossier(CONVENTION.replace("comite: {nom: comité", COMMITTEE)).all(Convention)[0]
    assert not list(old_values(OperationSaisie(mots=mots), convention))
