"""What is proposed in the place of an unknown id is one that its list has not yet."""

import pytest

from tests.checks.cases import spoken

SENT = {"document": "bordereau", "id": "b", "date": "02/05/2021"}


@pytest.mark.parametrize(
    ("changes", "taken"),
    [
        ({"fiche": {"logos": ["men", "menn"]}}, "men"),
        ({"de plus": [{**SENT, "documents": ["convention/c", "convention/d"]}]}, "convention/c"),
        ({"fiche": {"secteurs": ["Banque", "Banques"]}}, "Banque"),
        ({"annexe": {"postes.1.financement": {"branche": "240,00", "branches": "0,00"}}}, "branche"),
        ({"realisation": {"indicateurs.1.libelle": "jeunes rencontrées"}}, "jeunes rencontrés"),
    ],
)
def test_an_id_that_the_list_has_already_is_not_proposed_again(changes: dict[str, object], taken: str) -> None:
    said = [one for _, one in spoken(changes) if "attendu : " in one.message]
    assert said
    assert [one.remedy for one in said if f"« {taken} »" in one.remedy] == []


def test_the_nearest_of_those_that_the_list_has_not_is_proposed() -> None:
    (said,) = [one for _, one in spoken({"fiche": {"logos": ["men", "mess"]}}) if "« mess »" in one.message]
    assert said.remedy == "Écrivez « mes »."
