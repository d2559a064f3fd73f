"""Names of institutions: article, elision, contraction, agreement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.french import Gender, Number, all_a, all_de, all_le, joined, name_known, name_of
from tests.french.cases import cases


@pytest.mark.parametrize(("bare", "forms"), cases("names.txt"))
def test_a_name_takes_article_and_prepositions_and_agrees(bare: str, forms: str) -> None:
    name = name_of(bare)
    assert [name.le, name.de, name.a, name.denomme.removeprefix("ci-après ")] == forms.split(" → ")


def test_a_name_at_the_head_of_a_sentence_has_a_capital() -> None:
    assert name_of("OPCO Atlas").Le == "L’OPCO Atlas"
    assert name_of("académies de Lyon et de Grenoble").Le == "Les académies de Lyon et de Grenoble"
    assert name_of("école 42").Le == "L’école 42"


def test_words_around_a_name_agree_with_it() -> None:
    academies = name_of("académies de Lyon et de Grenoble")
    assert academies.represente == "représentées par"
    assert name_of("société Ferralys").immatricule == "immatriculée"
    assert name_of("réseaux d’écoles").accord("lié", "liée", "liés", "liées") == "liés"


def test_the_paper_itself_is_named_with_its_own_agreement() -> None:
    assert name_of("accord-cadre").present.le == "le présent accord-cadre"
    assert name_of("convention").present.de == "de la présente convention"
    assert name_of("annexes").present.a == "aux présentes annexes"


@pytest.mark.parametrize(
    ("text", "article", "after_de"),
    [
        ("AKTO", "l’", "de l’AKTO"),
        ("AKTO", "le", "de l’AKTO"),
        ("OPCO Atlas", "aucun", "d’OPCO Atlas"),
        ("OPCO Atlas", "", "d’OPCO Atlas"),
        ("HCERES", "le", "du HCERES"),
        ("Constructys", "La", "de la Constructys"),
        ("Pays de la Loire", "les", "des Pays de la Loire"),
        ("OPCO Atlas", "du", "de l’OPCO Atlas"),
    ],
)
def test_a_typed_article_wins(text: str, article: str, after_de: str) -> None:
    assert name_of(text, article=article).de == after_de


def test_a_typed_article_tells_gender_and_number() -> None:
    assert name_of("Constructys", article="la").denomme == "ci-après dénommée"
    assert name_of("Pays de la Loire", article="les").denomme == "ci-après dénommés"


def test_typed_gender_and_number_win_and_give_a_proper_noun_no_article() -> None:
    akto = name_of("AKTO", gender=Gender.FEMININE)
    assert (akto.le, akto.denomme) == ("AKTO", "ci-après dénommée")
    ateliers = name_of("tiers-lieu", gender=Gender.MASCULINE, number=Number.PLURAL)
    assert (ateliers.le, ateliers.denomme) == ("les tiers-lieu", "ci-après dénommés")


@pytest.mark.parametrize(
    ("bare", "after_de"),
    [
        ("onze", "de onze"),
        ("yaourt", "de yaourt"),
        ("Yvelines", "d’Yvelines"),
        ("Œuvre", "d’Œuvre"),
        ("Île", "d’Île"),
        ("Hérault", "d’Hérault"),
        ("Hongrie", "de Hongrie"),
        ("8 mai", "de 8 mai"),
        ("« Ateliers »", "d’« Ateliers »"),
    ],
)
def test_de_is_elided_before_a_vowel_and_a_mute_h(bare: str, after_de: str) -> None:
    assert name_of(bare, article="aucun").de == after_de


def test_a_head_is_known_or_not() -> None:
    assert name_known("Ministère du travail")
    assert name_known("l’académie de Lyon")
    assert not name_known("AKTO")
    assert not name_known("")


def test_names_are_joined_in_a_sentence() -> None:
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b"]) == "a et b"
    assert joined(["a", "b", "c"]) == "a, b et c"
    ministries = [name_of("ministère A"), name_of("ministère B")]
    assert all_le(ministries) == "le ministère A et le ministère B"
    assert all_de(ministries) == "du ministère A et du ministère B"
    assert all_a(ministries) == "au ministère A et au ministère B"


@given(st.text(), st.none() | st.sampled_from(["le", "la", "l'", "les", "aucun", "?"]))
def test_any_text_makes_a_name_that_ends_with_what_was_typed(text: str, article: str | None) -> None:
    name = name_of(text, article=article)
    assert text.strip().endswith(name.bare)
    assert all(form.endswith(name.bare) for form in (name.le, name.de, name.a))


@given(st.from_regex(r"[a-zA-Zéèàôœ]{1,10}( [a-zA-Z]{1,8})?", fullmatch=True))
def test_de_and_a_are_contracted_with_le_and_les(text: str) -> None:
    name = name_of(text)
    for form in (name.de, name.a):
        assert not form.startswith(("de le ", "de les ", "à le ", "à les "))


@pytest.mark.parametrize(
    ("typed", "le", "after_de"),
    [
        ("l’Afpa", "l’Afpa", "de l’Afpa"),
        ("l'Afpa", "l’Afpa", "de l’Afpa"),
        ("les Compagnons", "les Compagnons", "des Compagnons"),
        ("La Poste", "La Poste", "de La Poste"),
        ("L’OPCO Atlas", "l’OPCO Atlas", "de l’OPCO Atlas"),
    ],
)
def test_an_article_typed_in_the_name_is_not_doubled(typed: str, le: str, after_de: str) -> None:
    assert (name_of(typed).le, name_of(typed).de) == (le, after_de)
