"""A text of its own is read as the files of the dossier are: its encoding, its characters, all its words."""

import pytest

from docgen.checks.avenant import references_of_avenant
from docgen.checks.own_text import (
    characters_of_text,
    encoding_of_text,
    raw_markup_of_avenant,
    words_left_out_of_avenant,
)
from docgen.checks.rule import Check, Remark, Subject
from docgen.dossier import Dossier, Entree
from docgen.findings import Place
from docgen.model.avenant import Avenant
from docgen.model.convention import Convention
from docgen.pipeline import examine
from docgen.tree import leaves, text_of
from tests.checks.cases import subjects
from tests.text.dossiers import CONVENTION as WRITTEN
from tests.text.dossiers import dossier

CONVENTION = Convention(id="c", texte="textes/c.md")


def remarks(content: bytes, check: Check = encoding_of_text) -> list[Remark]:
    dossier = Dossier((Entree(CONVENTION, "actes/c.yaml"),), {"actes/textes/c.md": content})
    return list(check(Subject(CONVENTION, dossier)))


def test_a_text_in_utf_8_is_fine_with_or_without_a_mark() -> None:
    assert remarks("## Durée".encode()) == remarks("## Durée".encode("utf-8-sig")) == []


def test_a_text_in_windows_1252_is_said_with_the_place_of_the_first_letter_lost() -> None:
    (remark,) = remarks("# A\n## Durée".encode("cp1252"))
    assert remark.place == Place("actes/textes/c.md", 2, 7)
    assert "Windows-1252" in remark.message


def test_a_control_character_is_said_with_its_place() -> None:
    (remark,) = remarks("# A\n## Du\x0brée".encode(), characters_of_text)
    assert remark.place == Place("actes/textes/c.md", 2, 6)
    assert "U+000B" in remark.message


def examined(text: str) -> Dossier:
    """A convention whose own text is `text`."""
    made = dossier(WRITTEN + "texte: c.md\n")
    return Dossier(made.entrees, {"c.md": text.encode()})


def test_what_no_font_draws_in_an_own_text_is_said_before_any_paper_is_drawn() -> None:
    found = [one for one in examine(examined("## Durée\n\nTrois \U0001f600 ans.")).report if one.code == "SAI-05"]
    assert [one.place for one in found] == [Place("c.md", 3, 7)]


def test_a_control_character_of_an_own_text_never_reaches_a_paper() -> None:
    (subject,) = examine(examined("## Durée\n\nTrois\x0bans.")).subjects
    words = [text_of(line) for line in leaves(subject.documents[0].blocks)]
    assert "Trois ans." in words


def test_a_cell_beyond_the_head_of_its_table_is_said_at_its_line() -> None:
    text = "## Durée\n\n| a | b |\n|---|---|\n| 1 | 2 | trois |\n"
    found = [one for one in examine(examined(text)).report if one.code == "SAI-06"]
    assert [(one.place, "« trois »" in one.message) for one in found] == [(Place("c.md", 5), True)]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        ("Voir [le site](https://exemple.fr).", "un lien"),
        ("![Carte](carte.png)", "une image"),
        ("```python", "un bloc de code"),
        ("Trois ans[^1].", "un appel de note"),
        ("Trois `ans`.", "des mots entre accents graves"),
        ("Trois m^2^.", "un exposant"),
        ("Trois ~~quatre~~ ans.", "des mots barrés"),
        ("{% if oui %}", "une instruction de modèle"),
        ("Trois <b>ans", "une balise"),
        ("Trois<br/>ans", "une balise"),
        ("<!-- à revoir -->", "une balise"),
    ],
)
def test_markup_that_would_be_printed_as_typed_is_said_at_its_line(raw: str, what: str) -> None:
    found = [one for one in examine(examined(f"## Durée\n\n{raw}\n")).report if one.code == "SAI-06"]
    assert [(one.place.line if one.place else None, f": {what}," in one.message) for one in found] == [(3, True)]


def test_the_signs_of_a_text_and_words_in_brackets_are_no_raw_markup() -> None:
    signs = "**Trois** ans [sic] (a < b et c > d), {{duree.lettres}}, \\[a\\](b)."
    text = f"## Durée {{#duree}}\n\n{signs}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert [one for one in examine(examined(text)).report if one.code == "SAI-06"] == []


def test_what_an_avenant_gives_is_read_as_an_own_text_is() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 | trois |\n"
    operations = [
        {"verbe": "remplacer_article", "article": 1, "par": table},
        {"verbe": "remplacer_mots", "article": 1, "mots": "a", "par": "Trois m^2^."},
        {"verbe": "inserer_article", "apres": 1, "nouveaux_articles": [{"numero": "1-1", "texte": "Trois `ans`."}]},
        {"verbe": "ajouter_annexe", "annexe": "II", "fichier": "annexe.md"},
    ]
    found = [
        (remark.path, remark.message)
        for one in subjects({"avenants": [{"operations": operations}]}, {"annexe.md": b"Voir [a](b).\n"})
        if isinstance(one.piece, Avenant)
        for check in (words_left_out_of_avenant, raw_markup_of_avenant)
        for remark in check(one)
    ]
    assert [path[1:] for path, _ in found] == [
        (0, "par"),
        (1, "par"),
        (2, "nouveaux_articles", 0, "texte"),
        (3, "fichier"),
    ]
    said = ("« trois »", ": un exposant,", "entre accents graves", ": un lien,")
    assert all(words in message for (_, message), words in zip(found, said, strict=True))


def test_an_annex_of_an_avenant_that_is_no_text_is_said_where_it_is_cited() -> None:
    changes = {"avenants": [{"operations": [{"verbe": "ajouter_annexe", "annexe": "II", "fichier": "annexe.md"}]}]}
    found = [
        [*references_of_avenant(one)]
        for content in (b"\x00\xff\x01", "Un modèle.".encode())
        for one in subjects(changes, {"annexe.md": content})
        if isinstance(one.piece, Avenant)
    ]
    ((remark,), nothing) = found
    assert remark.path == ("operations", 0, "fichier")
    assert "« annexe.md » ne se lit pas" in remark.message
    assert nothing == []
