"""French spaces and signs: what is typed, what is printed, and the laws that hold for any text."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docgen.french import typeset
from tests.french.cases import cases

SIGNS = frozenset(" \u00a0\u2009\u202f'‘´’.…,\"«»“”-–")
"""All that typesetting may add, take away or change."""

PIECES = [
    *" \u00a0\u202f\u2009\n\t'’‘´.…,:;!?«»\"“”()[]%€°-–/*_@+éAh5L",
    *(
        "  ",
        "...",
        "?!",
        "n°",
        "N°",
        "L.",
        "R",
        "D. ",
        "M.",
        "Mme",
        "Dupont",
        "1er",
        "ER",
        "janvier",
        "MAI",
        "qu",
        "art.",
    ),
    *("14", "30", "000", "500", "00014", "632", "2021", "2022", "2021-2022", "6332-14", "0.885", " 000", " h "),
    *(
        "mots",
        "nos",
        "km",
        "ans",
        "euros",
        "https://",
        "http://a.b/c",
        "www.",
        "x.fr",
        ".pdf",
        ".docx",
        "\u2028",
        "\ud800",
    ),
]
"""What the rules look at, and what they must not stumble on."""

hostile_text = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text()


@pytest.mark.parametrize(("typed", "printed"), cases("typography.txt"))
def test_a_text_is_set_as_french_print_wants_it(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


@given(hostile_text)
@settings(max_examples=800)
@example('"[ "L" ]"')
@example("14 h 30h")
@example("L.12 500")
def test_typesetting_twice_is_typesetting_once(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


@given(hostile_text)
@settings(max_examples=300)
def test_nothing_but_signs_is_ever_changed(text: str) -> None:
    assert [char for char in typeset(text) if char not in SIGNS] == [char for char in text if char not in SIGNS]


@given(st.text(alphabet=st.characters(categories=["L", "N", "M"])))
def test_letters_and_digits_alone_are_left_as_they_are(text: str) -> None:
    typed = "".join(char for char in typeset(text) if unicodedata.category(char)[0] in "LNM")
    assert typed == text


@given(st.from_regex(r"[a-z]{3,12}/[a-z0-9'.:;?!=-]{0,20}[a-z]", fullmatch=True))
def test_an_address_of_the_web_is_left_alone(path: str) -> None:
    address = f"https://exemple.fr/{path}"
    assert typeset(f"voir {address} ;") == f"voir {address}\u202f;"


@given(st.from_regex(r"[0-9a-f]{8}(?:[ :][0-9a-f]{8}){0,7}", fullmatch=True))
def test_a_fingerprint_is_left_alone(fingerprint: str) -> None:
    assert typeset(f"empreinte {fingerprint}") == f"empreinte {fingerprint}"


@given(st.lists(st.sampled_from(["01", "23", "45", "67", "89"]), min_size=5, max_size=5).map(" ".join))
def test_a_telephone_number_keeps_its_spaces(number: str) -> None:
    assert typeset(number) == number


@pytest.mark.parametrize("text", ["« ", " »", " :", " ;", " %"])
def test_a_run_that_begins_or_ends_with_its_space_keeps_it_unbreakable(text: str) -> None:
    assert not re.search(" ", typeset(text))
    assert len(typeset(text)) == 2


def test_a_run_that_ends_before_its_number_keeps_it() -> None:
    assert typeset("la fiche n° ") == "la fiche n°\u00a0"


def test_figures_of_any_script_are_figures() -> None:
    assert (
        typeset("١٢٣ ٤٥٦ ٧٨٩ ٠١٢٣٤, 𝟏𝟐𝟑 456 789 01234")
        == "١٢٣\u00a0٤٥٦\u00a0٧٨٩\u00a0٠١٢٣٤, 𝟏𝟐𝟑\u00a0456\u00a0789\u00a001234"
    )


def test_rules_hold_on_both_sides_of_an_address() -> None:
    typed = "Ecrire à : l'accueil a.b@ex.fr ; voir l'annexe 12-1 bis.pdf , ou www.ex.fr/a:b !"
    printed = "Ecrire à\u00a0: l’accueil a.b@ex.fr\u202f; voir l’annexe 12-1 bis.pdf, ou www.ex.fr/a:b\u202f!"
    assert typeset(typed) == printed
