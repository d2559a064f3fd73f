"""The rules read a paper by passages: what is printed, where, without holes nor the fields of a form."""

from hypothesis import given
from hypothesis import strategies as st

from docgen.checks import french
from docgen.checks.fields import text_field, texts_of, typed_in
from docgen.checks.wording import Passage, articles, at, occurrences, own_words, passages, plain
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


WORDS = st.sampled_from(["au", "de", "(e)", "XXX", "à définir", "à", "définir", "[", "…]", "{{", "}}", "??", "."])
PATTERNS = [french._DRAFT, french._INCLUSIVE, *(pattern for pattern, _ in french._SLIPS)]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=5))
def test_one_search_in_all_the_words_finds_what_a_search_in_each_passage_finds(texts: list[str]) -> None:
    words = [Passage(text, str(rank)) for rank, text in enumerate(texts)]
    each: dict[str, tuple[str, ...]] = {}
    for passage in words:
        for match in (match for pattern in PATTERNS for match in pattern.finditer(passage.text)):
            each[match[0]] = (*each.get(match[0], ()), passage.where)
    assert occurrences(words, *PATTERNS) == each
