"""What the parser chokes on is said in French, at the place where a person made the slip."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Finding
from docgen.read.nodes import Scalar
from docgen.read.yaml import Loader, nodes_of, read_yaml

SLIPS = {
    "a second colon": (
        "titre: Salon : les métiers\n",
        (1, 14),
        "lu « titre: Salon : les métiers » ; attendu : un seul « : » par ligne, sauf entre guillemets.",
        'Mettez la valeur entre guillemets : « titre: "Salon : les métiers" ».',
    ),
    "no space after the colon": (
        "document: fiche\nporteur:AKTO\ntitre: A\n",
        (2, 8),
        "une espace ordinaire après « : » (il n’y en a pas)",
        "Écrivez « porteur: AKTO ».",
    ),
    "no space after the colon of the first line": (
        "document:fiche\nid: a\n",
        (1, 9),
        "une espace ordinaire après « : » (il n’y en a pas)",
        "Écrivez « document: fiche ».",
    ),
    "a no-break space after the colon": (
        "a: b\ntitre:\u00a0Salon\nc: d\n",
        (2, 6),
        "(lu espace insécable, U+00A0)",
        "Écrivez « titre: Salon ».",
    ),
    "a tab": ("a:\n\tb: c\n", (2, 1), "pas de tabulation", "Remplacez la tabulation par des espaces."),
    "a tab after a dash": ("a:\n  -\n\t- c\n", (3, 1), "pas de tabulation", "Remplacez la tabulation par des espaces."),
    "a quote never closed": ('titre: "Salon\nporteur: X\n', (1, 8), "un guillemet fermant", "Fermez le guillemet"),
    "a quote closed by the next one": (
        'titre: "Salon\nporteur: "X"\n',
        (2, 11),
        "rien après le guillemet qui ferme le texte ouvert ligne 1",
        "Fermez le guillemet ouvert ligne 1, colonne 8.",
    ),
    "an apostrophe between simple quotes": (
        "titre: 'L'action'\n",
        (1, 11),
        "rien après le guillemet ou le crochet fermant",
        '« titre: "L\'action" ».',
    ),
    "words after a bracket": (
        "- titre: [Projet] salon\n",
        (1, 19),
        "crochet fermant",
        '« - titre: "[Projet] salon" ».',
    ),
    "less indented than its neighbours": (
        "a:\n  b: 1\n c: 2\n",
        (3, 2),
        "une ligne de même retrait que ses voisines (colonne 1, comme ligne 1)",
        "Alignez cette ligne",
    ),
    "more indented than its neighbours": (
        "a:\n  - b: 1\n     c: 2\n",
        (3, 6),
        "une clé alignée sur ses voisines",
        "alignez-la sur les autres clés",
    ),
    "a list item out of line": ("a:\n  - b\n - c\n", (3, 2), "même retrait que ses voisines", "« - » compris."),
    "a key without its colon": (
        "a: 1\nporteur X\nb: 2\n",
        (2, 1),
        "une clé suivie de « : »",
        "Ajoutez « : » après la clé",
    ),
    "a list on the line of its key": ("a: - b\n", (1, 4), "une liste qui commence à la ligne", '« a: "- b" ».'),
    "a bracket never closed": (
        "a: [b, c\nd: e\n",
        (1, 4),
        "un crochet ou une accolade qui se ferme",
        '« a: "[b, c" ».',
    ),
    "a Windows path": ('a: "C:\\Users"\n', (1, 9), "après une barre oblique inverse (\\)", "« a: 'C:\\Users' »."),
    "words after a bar": ("a: |texte\n", (1, 4), "rien après « | » ou « > »", '« a: "|texte" ».'),
    "a Markdown item": ("- * item\n", (1, 3), "ne commence pas par « * » ou « & »", '« - "* item" ».'),
    "an at sign": ("a: @b\n", (1, 4), "une lettre ou un chiffre au début de la valeur", '« a: "@b" ».'),
    "an exclamation of two parts": ("a: !b!c d\n", (1, 4), "ne commence pas par « ! »", '« a: "!b!c d" ».'),
    "text after the end": (
        "a: b\n...\nc\n",
        (3, 1),
        "des lignes « clé: valeur » et rien d’autre",
        "dans un autre fichier.",
    ),
}
PARSERS: list[Loader] = [yaml.CSafeLoader, yaml.SafeLoader]


def only_finding(text: str, parser: Loader) -> Finding:
    mapping, (finding,) = nodes_of(text, "f.yaml", parser)
    assert mapping is None
    return finding


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_explained_whichever_parser_reads(slip: str, parser: Loader) -> None:
    text, place, expected, remedy = SLIPS[slip]
    finding = only_finding(text, parser)
    assert finding.code == "SAI-06"
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == place
    assert expected in finding.message
    assert remedy in finding.remedy


@pytest.mark.parametrize("text", ['a: "\\U00110000"\n', "%YAML " + "9" * 5000 + ".1\n---\na: b\n"])
def test_numbers_that_python_cannot_convert_are_a_slip_too(text: str) -> None:
    assert {only_finding(text, parser).code for parser in PARSERS} == {"SAI-06"}


def test_a_surrogate_written_as_an_escape_is_a_character_that_cannot_be_held() -> None:
    assert only_finding('titre: "a\\ud800"\n', yaml.CSafeLoader).message.startswith("lu « demi-codet isolé, U+D800 »")


def test_a_long_line_is_quoted_in_part_and_not_mended() -> None:
    finding = only_finding(f"titre: {'Salon' * 40} : fin\n", yaml.CSafeLoader)
    assert "lu « titre: SalonSalon" in finding.message
    assert "… »" in finding.message
    assert finding.remedy == "Mettez la valeur entre guillemets."


def test_a_line_with_a_comment_is_not_mended() -> None:
    assert only_finding("titre: Salon : b # note\n", yaml.CSafeLoader).remedy == "Mettez la valeur entre guillemets."


@given(st.text(st.sampled_from("abé :'\"\\[]{}@!&*|>-,%#"), min_size=1, max_size=12))
def test_a_line_that_docgen_mends_reads_as_it_was_meant(value: str) -> None:
    _, findings = read_yaml(f"titre: {value}".encode(), "f.yaml")
    for finding in findings:
        _, found, mended = finding.remedy.rpartition(": « titre: ")
        if found:
            mapping, left = read_yaml(f"titre: {mended.removesuffix(' ».')}".encode(), "f.yaml")
            assert not left
            assert mapping is not None
            scalar = mapping.get("titre")
            assert isinstance(scalar, Scalar)
            assert scalar.quoted
            assert scalar.text.strip("'\" ") == value.strip("'\" ")
