"""Functions of persons: agreement, article, delegation, calls of letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.french import (
    Gender,
    agree_function,
    call,
    de_function,
    delegation_formula,
    function_gender,
    function_known,
    function_name,
    joined_functions,
    joint_delegation_formula,
    lower_function,
    with_article,
)
from docgen.french.function_words import FEMININE_OF, MASCULINE_OF
from docgen.french.letters import folded
from tests.french.cases import cases


@pytest.mark.parametrize(("typed", "forms"), cases("functions.txt"))
def test_a_function_agrees_with_who_holds_it(typed: str, forms: str) -> None:
    masculine, feminine = forms.split(" → ")
    assert agree_function(typed, feminine=False) == masculine
    assert agree_function(typed, feminine=True) == feminine
    assert agree_function(feminine, feminine=False) == masculine
    assert agree_function(masculine, feminine=True) == feminine


@pytest.mark.parametrize(
    ("qualite", "feminine", "named"),
    [
        ("directeur général de l’enseignement scolaire", False, "le directeur général de l’enseignement scolaire"),
        ("Ministre des sports", True, "la Ministre des sports"),
        ("inspecteur d’académie", True, "l’inspectrice d’académie"),
        ("haut-commissaire à l’emploi", False, "le haut-commissaire à l’emploi"),
        ("huissier de justice", False, "l’huissier de justice"),
        ("Le directeur général", True, "la directrice générale"),
    ],
)
def test_a_function_takes_its_article(qualite: str, feminine: bool, named: str) -> None:
    assert with_article(qualite, feminine) == named


def test_a_function_at_the_head_of_a_line_has_a_capital() -> None:
    assert with_article("ministre des sports", True, capital=True) == "La ministre des sports"
    assert with_article("inspecteur", False, capital=True) == "L’inspecteur"


def test_a_function_is_contracted_with_its_preposition() -> None:
    assert de_function("ministre des sports", False) == "du ministre des sports"
    assert de_function("ministre des sports", True) == "de la ministre des sports"
    assert de_function("inspecteur", True) == "de l’inspectrice"
    assert function_name("recteur", False).a == "au recteur"


def test_the_gender_in_which_a_function_was_typed() -> None:
    assert function_gender("directrice générale") is Gender.FEMININE
    assert function_gender("Vice-Président de l’OPCO") is Gender.MASCULINE
    assert function_gender("ministre déléguée chargée du travail") is Gender.FEMININE
    assert function_gender("ministre de la présidente") is None
    assert function_gender("coach agile") is None


@pytest.mark.parametrize(
    "qualite", ["ministre", "Sous-directrice des X", "la rectrice", "PRESIDENT", "chargé de mission"]
)
def test_a_function_is_known_by_its_first_word(qualite: str) -> None:
    assert function_known(qualite)


@pytest.mark.parametrize("qualite", ["", "coach agile", "régional", "de la ministre"])
def test_another_function_is_not_known(qualite: str) -> None:
    assert not function_known(qualite)


def test_a_complement_that_all_share_is_said_once() -> None:
    held = [
        ("Président de l’Opérateur de compétences Atlas", False),
        ("Vice-Présidente de l'Opérateur de compétences Atlas", True),
    ]
    both = "Le Président et la Vice-Présidente de l’Opérateur de compétences Atlas"
    assert joined_functions(held, capital=True).replace("'", "’") == both


def test_complements_that_differ_are_each_said() -> None:
    held = [("ministre du travail", True), ("ministre des sports", False), ("recteur", True)]
    assert joined_functions(held) == "la ministre du travail, le ministre des sports et la rectrice"
    assert joined_functions([("président de l’OPCO", False)]) == "le président de l’OPCO"
    assert joined_functions([]) == ""


@pytest.mark.parametrize(
    ("qualite", "feminine", "formula"),
    [
        (
            "Ministre de l’éducation nationale, de la jeunesse et des sports",
            False,
            "Pour le ministre et par délégation",
        ),
        ("Ministre de l’enseignement supérieur", True, "Pour la ministre et par délégation"),
        ("Ministre délégué chargé du travail", True, "Pour la ministre déléguée et par délégation"),
        ("Directeur Général de l’OPCO", False, "Pour le directeur général et par délégation"),
        ("Inspecteur d’académie", True, "Pour l’inspectrice et par délégation"),
        ("Premier ministre", False, "Pour le Premier ministre et par délégation"),
        ("Garde des sceaux, ministre de la justice", False, "Pour le garde des sceaux et par délégation"),
        ("Directrice OPCO Atlas", True, "Pour la directrice OPCO Atlas et par délégation"),
    ],
)
def test_the_formula_of_delegation_names_the_authority(qualite: str, feminine: bool, formula: str) -> None:
    assert delegation_formula(qualite, feminine) == formula


def test_the_formula_of_a_joint_delegation_is_plural_where_the_function_is_the_same() -> None:
    ministers = [("Ministre du travail", True), ("ministre des sports", False)]
    assert joint_delegation_formula(ministers) == "Pour les ministres et par délégation"
    directors = [("directeur général A", True), ("directeur général B", True)]
    assert joint_delegation_formula([(one.rsplit(" ", 1)[0], held) for one, held in directors]) == (
        "Pour les directrices générales et par délégation"
    )
    mixed = [("directeur général de A", True), ("directeur général de B", False)]
    assert joint_delegation_formula(mixed) == "Pour les directeurs généraux et par délégation"
    others = [("président", False), ("vice-président", True)]
    assert joint_delegation_formula(others) == "Pour le président et la vice-présidente et par délégation"


@pytest.mark.parametrize(
    ("qualite", "feminine", "called"),
    [
        ("ministre de l’éducation nationale", True, "Madame la Ministre"),
        ("président de l’OPCO", False, "Monsieur le Président"),
        ("vice-président", True, "Madame la Vice-Présidente"),
        ("Directeur Général", False, "Monsieur le Directeur général"),
        ("recteur de région académique", True, "Madame la Rectrice"),
        ("inspecteur général", True, "Madame l’Inspectrice générale"),
        ("Premier ministre", False, "Monsieur le Premier ministre"),
        ("secrétaire d’État chargé du travail", True, "Madame la Secrétaire d’État"),
        ("garde des sceaux, ministre de la justice", False, "Monsieur le Garde des sceaux"),
        ("gérant", True, "Madame"),
        ("chargé de mission", False, "Monsieur"),
        ("coach agile", True, "Madame"),
        ("", False, "Monsieur"),
    ],
)
def test_a_letter_calls_its_addressee_by_title(qualite: str, feminine: bool, called: str) -> None:
    assert call(qualite, feminine) == called


def test_a_function_in_lower_case_keeps_the_capitals_of_its_complement() -> None:
    assert lower_function("Vice-Présidente de l’OPCO Atlas") == "vice-présidente de l’OPCO Atlas"
    assert lower_function("Ministre d’État, Ministre du Travail") == "ministre d’État, ministre du Travail"
    assert lower_function("premier ministre") == "Premier ministre"


@given(st.sampled_from(sorted(FEMININE_OF)), st.booleans())
def test_each_word_of_a_function_goes_to_one_gender_and_back(word: str, feminine: bool) -> None:
    there = agree_function(word, feminine)
    assert folded(agree_function(agree_function(there, not feminine), feminine)) == folded(there)
    assert folded(there) in {folded(FEMININE_OF[word]), folded(MASCULINE_OF[word])}


@given(
    st.text()
    | st.lists(st.sampled_from(["directeur", "général", " ", "de", ",", "et", "d’", "-", "Vice"])).map("".join)
)
def test_any_text_is_taken_and_agreeing_twice_is_agreeing_once(text: str) -> None:
    once = agree_function(text, True)
    assert agree_function(once, True) == once
    assert function_name(text, True).le.endswith(function_name(text, True).bare)
    assert call(text, True).startswith("Madame")
    assert delegation_formula(text, False).endswith(" et par délégation")
