"""The rules read a paper by passages: what is printed, where, without holes nor the fields of a form."""

import re

from hypothesis import given
from hypothesis import strategies as st

from docgen.checks import convention, french
from docgen.checks.fields import text_field, texts_of, typed_in
from docgen.checks.wording import (
    Passage,
    Rare,
    Sought,
    any_case,
    articles,
    at,
    holding,
    leading,
    own_words,
    passages,
    plain,
)
from docgen.dossier import Dossier
from docgen.model.convention import Comite, Convention, Etat
from docgen.model.fiche_action import FicheAction
from tests.specimens.convention import convention_specimen
from tests.specimens.fiche import fiche_specimen


def test_a_passage_knows_its_article() -> None:
    found = {
        one.where for one in own_words(passages(convention_specimen())) if "pour une durée de trois ans" in one.text
    }
    assert found == {"l’article 17"}


def test_quoted_law_is_a_passage_but_not_words_of_the_text() -> None:
    every, own = passages(convention_specimen()), own_words(passages(convention_specimen()))
    quoted = [one for one in every if one.quoted]
    assert any("L. 6332-1" in one.text for one in quoted)
    assert [one for one in every if one not in quoted] == list(own)


def test_a_passage_of_a_form_knows_its_box() -> None:
    assert "la rubrique « LIVRABLES DE L’ACTION »" in {one.where for one in passages(fiche_specimen())}


def test_holes_and_guidance_are_no_words() -> None:
    words = " ".join(one.text for state in ("draft", "blank") for one in passages(fiche_specimen(state)))
    assert "à compléter" not in words
    assert "Collégiens" not in words


def test_spaces_apostrophes_and_ellipses_are_plain() -> None:
    assert plain("l'article\u00a01er\u202f;\n etc...") == "l’article 1er ; etc…"


def test_places_are_said_up_to_three() -> None:
    assert at("", "") == "Dans le texte"
    assert at("l’article 1", "", "l’article 1", "l’article 2") == "À l’article 1 et à l’article 2"
    assert at("a", "b", "c", "d") == "À a et à b et à c et ailleurs"


def test_articles_are_found_in_the_divisions_too() -> None:
    numbers = [article.number for article in articles(convention_specimen().blocks)]
    assert numbers[0] == "1"
    assert numbers[-1] == "18"


def test_the_texts_of_a_piece_come_with_their_paths() -> None:
    convention = Convention(id="c", etat=Etat.SIGNE, secteurs=("Banque", "Conseil"), comite=Comite(nom="comité"))
    texts = dict(texts_of(convention))
    assert texts[("secteurs", 1)] == "Conseil"
    assert texts[("comite", "nom")] == "comité"
    assert ("etat",) not in texts


def test_printed_words_lead_back_to_the_fields_that_hold_them() -> None:
    fiche = FicheAction(id="f", titre="Salon de l'emploi", porteur="Le salon de  l’emploi")
    assert typed_in(fiche, Dossier(), "de l’emploi") == (("titre",), ("porteur",))


def test_words_that_no_field_holds_are_of_the_text() -> None:
    assert typed_in(Convention(id="c"), Dossier(), "mots") == ()
    assert text_field(Convention(id="c")) == ()
    assert text_field(Convention(id="c", texte="c.md")) == ("texte",)


WORDS = st.sampled_from(
    (
        "partenaire(s)|signé(e)|le|le le|la lampe|composée de|composé d’ |trois|collèges|deux Collège|au travers|"
        "Convention|conventions d’objectif et de moyens|pallier|aux|annexé|(e)|É|’|.|XX|x|été|tété"
    ).split("|")
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from((" ", " ", "", "\u00a0", ", ")))).map(
    lambda words: "".join(word + gap for word, gap in words)
)


@given(TEXTS)
def test_what_is_looked_for_by_its_signs_is_what_its_pattern_finds(text: str) -> None:
    for rare in (french._INCLUSIVE, convention._COLLEGES, french._sought(french._DOUBLED)):
        assert isinstance(rare, Rare)
        assert [found.span() for found in rare.finditer(text)] == [one.span() for one in rare.pattern.finditer(text)]


@given(
    st.lists(TEXTS, max_size=4),
    st.sampled_from([french._INCLUSIVE, convention._COLLEGES, *map(re.compile, french.SLIPS)]),
)
def test_one_look_in_all_the_passages_finds_those_that_hold_something(texts: list[str], sought: Sought) -> None:
    words = [Passage(text, "") for text in texts]
    pattern = sought.pattern if isinstance(sought, Rare) else sought
    held = [passage for passage in words if pattern.search(passage.text)]
    assert [passage for passage in holding(words, sought) if pattern.search(passage.text)] == held


@given(TEXTS, st.sampled_from(("au travers", "pallier", "convention")))
def test_words_that_lead_a_word_are_found_as_by_a_limit_of_words(text: str, words: str) -> None:
    found = [one.span() for one in re.finditer(leading(words), text)]
    assert found == [one.span() for one in re.finditer(rf"\b{words}", text)]


@given(TEXTS, st.sampled_from(("composé", "été", "le")))
def test_words_in_any_case_are_found_as_where_case_is_ignored(text: str, words: str) -> None:
    found = [one.span() for one in re.finditer(any_case(words), text)]
    assert found == [one.span() for one in re.finditer(re.escape(words), text, re.IGNORECASE)]
