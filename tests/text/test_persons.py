"""All the persons of a paper are named in one form: civility, first name, surname in capitals."""

import pytest

from docgen.text.persons import person_named
from docgen.tree import paragraphs_of
from tests.text.dossiers import papers, words_of
from tests.text.reunions import FICHE, HELD, MEETING, TWO


def test_all_the_names_of_a_releve_have_one_form() -> None:
    represented = MEETING.replace(
        "college: 2, presence: présent}", "college: 2, presence: représenté, represente_par: Mme Inès d’Oger}", 1
    )
    tasks = HELD.replace(
        "levee_a: 17 h,",
        "levee_a: 17 h, suites: [{decision: Relire, responsable: Mme Zoé Blanc, echeance: 01/12/2021}],",
    )
    text = " ".join(words_of(papers(TWO, FICHE, represented + tasks)["releve-avis-r"]))
    assert "Mme Inès LACOMBE, par Mme Inès d’OGER" in text
    assert "Mme Zoé BLANC" in text


@pytest.mark.parametrize(
    "typed", ["Mme Inès Oger", "Mme Inès OGER", "Madame Inès de la Tour", "M. Jean-Luc d'Hautpoul"]
)
def test_a_surname_typed_in_one_line_is_in_capitals(typed: str) -> None:
    assert person_named(typed).split()[-1].lstrip("d’'").isupper()


@pytest.mark.parametrize(
    "typed",
    [
        "Le secrétariat",
        "Mme Oger",
        "Mme Marie Claire Oger",
        "OPCO Atlas",
        "",
        "M. le préfet",
        "Mme la rectrice",
        "Mme La Rectrice",
        "M. Directeur général",
        "M. Directeur Général",
        "Monsieur le directeur",
        "M. van Gogh",
        "M. Le Goff",
    ],
)
def test_what_is_no_first_name_and_surname_stays_as_it_is_typed(typed: str) -> None:
    assert person_named(typed) == typed


def test_no_line_parts_a_sigle_from_its_name_nor_a_postcode_from_its_town() -> None:
    seated = TWO.replace("nom_court: OPCO Atlas,", "nom_court: OPCO Atlas, siege: '4 quai Sud, 33000 Bordeaux',")
    made = papers(seated.replace("designation: organes", "designation: institutions"), FICHE, MEETING)
    convention = " ".join(paragraphs_of(made["convention-c"]))
    assert "dont le siège est situé 4 quai Sud, 33000\u00a0Bordeaux" in convention
    assert "ci-après dénommé «\u00a0OPCO\u00a0Atlas\u00a0»" in convention
    assert "M.\u00a0Paul\u00a0Roux" in convention
    letter = " ".join(paragraphs_of(made["convocation-r"]))
    assert "l’OPCO\u00a0Atlas" in letter
    assert "l’OPCO Atlas" not in letter.replace("au siège de l’OPCO Atlas", "")  # typed so
    assert "COPIL OPCO\u00a0Atlas – MEN" in " ".join(paragraphs_of(made["fiche-action-f"]))
