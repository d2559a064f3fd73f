"""A fault in the text of one's own is shown where it stands: the line and the column of the Markdown file."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from docgen.checks.rule import Subject
from docgen.checks.spots import place_at, spots, text_place
from docgen.findings import Place
from docgen.pipeline import examine, load
from docgen.resources import samples_folder
from tests.checks.cases import subjects
from tests.text.dossiers import CONVENTION, dossier

TEXT = """Vu le code du travail :

> Art. L. 6332-1
>
> Les mots du texte.

## Objet

Les mots d'une
autre ligne, et **les mots** du texte.

## Durée

Les mots du texte, pour {{organe.le}}.
"""


def subject(text: str = TEXT) -> Subject:
    """A convention in `sous/c.yaml` whose own text is `sous/texte.md`."""
    made = dossier(CONVENTION + "texte: texte.md\n")
    (entree,) = made.entrees
    moved = type(entree)(entree.piece, "sous/c.yaml", entree.places)
    return Subject(entree.piece, type(made)((moved,), {"sous/texte.md": text.encode()}))


def test_words_are_found_in_the_file_and_not_in_the_law_that_it_quotes() -> None:
    assert text_place(subject(), "mots du texte") == Place("sous/texte.md", 10, 23)


def test_words_are_found_in_the_article_that_prints_them() -> None:
    assert text_place(subject(), "mots du texte", "l’article 2") == Place("sous/texte.md", 14, 5)


def test_words_are_found_across_the_end_of_a_line_and_with_another_apostrophe() -> None:
    assert text_place(subject(), "d’une autre ligne") == Place("sous/texte.md", 9, 10)


def test_words_that_come_of_a_value_are_shown_at_the_head_of_their_article() -> None:
    assert text_place(subject(), "le comité de pilotage", "l’article 2") == Place("sous/texte.md", 12, 1)


def test_words_that_stand_nowhere_have_no_place_in_the_file() -> None:
    assert text_place(subject(), "rien de tel") is None


def test_lines_are_counted_whatever_ends_them() -> None:
    assert text_place(subject(TEXT.replace("\n", "\r\n")), "mots du texte", "l’article 2") == Place(
        "sous/texte.md", 14, 5
    )


def test_words_of_a_field_are_shown_at_the_field() -> None:
    assert list(spots(subject(), "comité de pilotage")) == [(("comite", "nom"), None)]


def test_a_text_model_has_no_place_of_its_own() -> None:
    made = dossier(CONVENTION)
    assert text_place(Subject(made.entrees[0].piece, made), "la présente convention") is None


def test_every_rule_that_reads_a_text_shows_the_place_in_it() -> None:
    report = examine(*load(samples_folder() / "avenants")).report
    of_text = [one for one in report if one.path == ("texte",)]
    assert of_text
    assert {one.place.file for one in of_text if one.place} == {"texte.md"}


def test_an_unknown_value_is_shown_where_it_is_named() -> None:
    examined = subjects({"texte": {"# PRÉAMBULE": "# PRÉAMBULE de {{opco.nom}}"}})
    (found,) = [one for one in examine(examined[0].dossier).report if "opco.nom" in one.message]
    assert found.place
    assert found.place.file == "convention.md"
    assert found.place.column == len("# PRÉAMBULE de ") + 1


@given(st.text(alphabet="ab \n", max_size=40), st.integers(0, 39))
def test_a_place_leads_back_to_its_offset(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    place = place_at(text, offset, "f")
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1 == offset


def test_a_draft_word_of_an_annex_is_said_there_and_not_where_another_paper_prints_it(tmp_path: Path) -> None:
    for file in (samples_folder() / "exemple").glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("Conception du kit", "Conception xxx du kit")
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    dossier, found = load(tmp_path)
    said = {one.place.file for one in examine(dossier, found).report if one.code == "TYP-02" and one.place}
    assert "annexe-financiere.yaml" in said
