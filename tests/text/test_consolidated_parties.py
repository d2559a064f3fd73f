"""The consolidated convention, and its comparison, name the parties as the avenants leave them."""

import pytest

from tests.text.dossiers import CONVENTION, papers, words_of

AVENANT = """
document: avenant
id: a1
convention: c
numero: 1
etat: signe
objet: relatif à l’OPCO
demande: {partie: o, date: 01/03/2022}
motif: L’OPCO change de nom.
signature: {date: 01/06/2022, lieu: Paris}
operations:
  - {verbe: proroger, duree: 1 an, article: 17}
  - {verbe: renommer_partie, partie: o, nom: Opérateur de compétences Altaïr, nom_court: OPCO Altaïr}
  - verbe: changer_signataire
    partie: o
    signataire: {civilite: Mme, prenom: Ève, nom: Kerdoncuff, qualite: présidente de l’OPCO Altaïr}
"""


@pytest.fixture(scope="module")
def said() -> dict[str, list[str]]:
    """The words of the papers of the avenant, by their stem."""
    made = papers(CONVENTION.replace("designation: organes", "designation: institutions"), AVENANT)
    return {stem: words_of(paper) for stem, paper in made.items()}


def note(what: str, article: int | str) -> str:
    return f"({what} par l’article {article} de l’avenant n° 1 du 1er juin 2022, avec effet au 1er juin 2022.)"


def test_a_party_has_its_new_name_and_signatory_with_what_changed_them(said: dict[str, list[str]]) -> None:
    words = said["version-consolidee-a1"]
    place = next(rank for rank, line in enumerate(words) if line.startswith("L’Opérateur de compétences Altaïr"))
    assert "Mme Ève Kerdoncuff, présidente de l’OPCO Altaïr" in words[place]
    assert words[place].endswith("« OPCO Altaïr »,")
    assert words[place + 1 : place + 3] == [note("Dénomination changée", 2), note("Signataire changé", 3)]


def test_the_note_of_a_prorogation_gives_the_new_term(said: dict[str, list[str]]) -> None:
    assert note("Durée prorogée jusqu’au 11 mai 2025", "1er") in said["version-consolidee-a1"]


def test_the_comparison_shows_the_party_before_and_after(said: dict[str, list[str]]) -> None:
    line = next(line for line in said["comparaison-a1"] if "Kerdoncuff" in line)
    assert "Paul Roux" in line
    assert "OPCO Atlas" in line


def test_the_tableau_gives_the_old_name_of_a_party_and_where_the_text_still_has_it(said: dict[str, list[str]]) -> None:
    words = said["tableau-modifications-a1"]
    assert "Opérateur de compétences Atlas" in words
    assert "le nom « OPCO Atlas », que l’avenant change, figure encore au préambule" in words[-1]
