"""A YAML file becomes nodes with their places; all that is refused is said at once."""

import json
import unicodedata

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.findings import Finding, Place
from docgen.read.characters import FORBIDDEN
from docgen.read.keys import normalised_key
from docgen.read.nodes import Mapping, Node, Scalar, Sequence
from docgen.read.yaml import MAX_BYTES, MAX_DEPTH, Loader, nodes_of, read_yaml

PARSERS: list[Loader] = [yaml.CSafeLoader, yaml.SafeLoader]


def read(text: str) -> Mapping:
    mapping, findings = read_yaml(text.encode(), "f.yaml")
    assert not findings
    assert mapping is not None
    return mapping


def refused(text: str) -> list[tuple[str, int, int]]:
    _, findings = read_yaml(text.encode(), "f.yaml")
    return [where(finding) for finding in findings]


def where(finding: Finding) -> tuple[str, int, int]:
    assert finding.place is not None
    return (finding.code, finding.place.line, finding.place.column)


def plain(node: Node | None) -> object:
    """Return what the node says, without places, its keys as typed."""
    match node:
        case Mapping():
            return {entry.raw: plain(entry.value) for entry in node.entries}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text
    return None


@pytest.mark.parametrize(
    "typed",
    [
        "00012345678901",
        "1_000",
        "14:30",
        "no",
        "oui",
        "12 000,50 €",
        "31/05/2026",
        "2026-05-31",
        "0,885 %",
        "0x1F",
        "1e3",
        ".inf",
        "Néant",
        "=",
        "Dupont & fils",
        "N°1",
    ],
)
def test_a_plain_value_stays_the_text_that_was_typed(typed: str) -> None:
    assert read(f"valeur: {typed}\n").get("valeur") == Scalar(typed, Place("f.yaml", 1, 9))


@pytest.mark.parametrize("typed", ["", "~", "null", "NULL", "Null"])
def test_nothing_typed_reads_as_no_text(typed: str) -> None:
    value = read(f"valeur: {typed}\nautre: a\n").get("valeur")
    assert isinstance(value, Scalar)
    assert (value.text, value.quoted) == ("", False)


def test_what_stands_between_quotes_is_kept_whatever_it_is() -> None:
    assert read('valeur: "null"\n').get("valeur") == Scalar("null", Place("f.yaml", 1, 9), quoted=True)


def test_each_node_knows_its_line_and_column() -> None:
    mapping = read("a: é\n\nParties:\n  - Nom: 😀 b\n    rôle: |\n      c\n")
    parties = mapping.get("parties")
    assert isinstance(parties, Sequence)
    (partie,) = parties.items
    assert isinstance(partie, Mapping)
    nom, role = partie.entries
    assert [str(entry.place) for entry in mapping.entries] == [
        "f.yaml, ligne 1, colonne 1",
        "f.yaml, ligne 3, colonne 1",
    ]
    assert (parties.place.line, parties.place.column) == (4, 3)
    assert (nom.key, nom.raw, nom.place.column, nom.value.place.column) == ("nom", "Nom", 5, 10)
    assert (role.key, role.raw, role.value) == ("role", "rôle", Scalar("c\n", Place("f.yaml", 5, 11), quoted=True))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    assert refused(f"a: 1{end}b: 2{end}a: 3{end}") == [("SAI-04", 3, 1)]


def test_a_byte_order_mark_moves_no_column() -> None:
    mapping, findings = read_yaml("\ufeffa: 1\na: 2\n".encode(), "f.yaml")
    assert mapping is not None
    assert [where(finding) for finding in findings] == [("SAI-04", 2, 1)]


def test_a_key_that_the_file_lacks_has_no_value() -> None:
    assert read("a: 1\n").get("b") is None


def test_all_duplicates_are_found_and_the_first_value_is_kept() -> None:
    text = "prénom: a\nnom: b\nPrenom: c\nliste:\n  - x: 1\n    x: 2\nnom: d\n"
    mapping, findings = read_yaml(text.encode(), "f.yaml")
    assert mapping is not None
    assert plain(mapping) == {"prénom": "a", "nom": "b", "liste": [{"x": "1"}]}
    assert [where(finding) for finding in findings] == [("SAI-04", 3, 1), ("SAI-04", 6, 5), ("SAI-04", 7, 1)]
    assert findings[0].message == (
        "lu « Prenom, comme prénom » ; attendu : chaque clé une seule fois (elle est déjà ligne 1)."
    )


def test_all_anchors_aliases_merges_and_tags_are_found_and_their_text_is_kept() -> None:
    text = "a: &x un\nb: *x\nc: !important deux\n<<: *x\nd: *inconnu\ne: !!str 3\nf: &x [un]\n*x : g\n"
    mapping, findings = read_yaml(text.encode(), "f.yaml")
    assert plain(mapping) == {"a": "un", "b": "*x", "c": "deux", "d": "*inconnu", "e": "3", "f": ["un"]}
    assert {finding.code for finding in findings} == {"SAI-06"}
    assert [where(finding)[1:] for finding in findings] == [
        (1, 4),
        (2, 4),
        (3, 4),
        (4, 5),
        (4, 1),
        (5, 4),
        (6, 4),
        (7, 4),
        (8, 1),
    ]


def test_a_key_must_be_a_word() -> None:
    mapping, findings = read_yaml(b'? [a, b]\n: c\n"": d\ne: {{ titre }}\n', "f.yaml")
    assert plain(mapping) == {"e": {}}
    assert [where(finding)[1:] for finding in findings] == [(1, 3), (3, 1), (4, 5)]


def test_a_second_document_is_refused_and_the_first_is_read() -> None:
    mapping, findings = read_yaml(b"---\na: 1\n---\nb: 2\n", "f.yaml")
    assert plain(mapping) == {"a": "1"}
    assert [where(finding) for finding in findings] == [("SAI-06", 3, 1)]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("", "un fichier vide"),
        ("# note\n", "un fichier vide"),
        ("- a\n", "une liste"),
        ("titre Salon\n", "titre Salon"),
    ],
)
def test_the_top_of_a_file_must_be_keys_and_values(text: str, read_as: str) -> None:
    mapping, (finding,) = read_yaml(text.encode(), "f.yaml")
    assert mapping is None
    assert finding.message == f"lu « {read_as} » ; attendu : des lignes « clé: valeur »."
    assert where(finding) == ("SAI-06", 1, 1)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_the_first_level_too_deep_ends_the_reading(opening: str, parser: Loader) -> None:
    text = "a:\n  " + opening * 100_000
    mapping, (finding,) = nodes_of(text, "f.yaml", parser)
    assert mapping is None
    assert where(finding) == ("SAI-06", 2, 3 + (MAX_DEPTH - 1) * len(opening))


def test_the_last_level_allowed_is_read() -> None:
    depth = MAX_DEPTH - 1
    assert not refused("a: " + "[" * depth + "]" * depth)
    assert refused("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH)


def test_a_file_too_large_is_not_parsed() -> None:
    mapping, (finding,) = read_yaml(b"a" * (MAX_BYTES + 1), "f.yaml")
    assert mapping is None
    plain = finding.message.replace("\u202f", " ")
    assert plain == "lu « 1 000 001 octets » ; attendu : 1 000 000 octets au plus."


def test_a_forbidden_character_is_found_and_a_space_takes_its_place() -> None:
    mapping, findings = read_yaml(b'titre: une\x0bligne\nb: "deux\\x0bmots"\n', "f.yaml")
    assert plain(mapping) == {"titre": "une ligne", "b": "deux mots"}
    assert [where(finding) for finding in findings] == [("SAI-05", 1, 11), ("SAI-05", 2, 9)]


def test_faults_of_encoding_characters_and_structure_are_said_together() -> None:
    _, findings = read_yaml("é: 1\nb: \x01\nÉ: 2\n".encode("cp1252").replace(b"\x01", b"\x85"), "f.yaml")
    assert [where(finding) for finding in findings] == [("SAI-07", 1, 1), ("SAI-04", 3, 1)]
    _, findings = read_yaml("\ufeffa: \x01\nb: &c d\na: 2\n".encode("utf-16-le"), "f.yaml")
    assert [where(finding) for finding in findings] == [
        ("SAI-07", 1, 1),
        ("SAI-05", 1, 4),
        ("SAI-06", 2, 4),
        ("SAI-04", 3, 1),
    ]


def test_what_was_found_before_a_slip_is_said_too_but_nothing_after_it() -> None:
    mapping, findings = read_yaml(b"a: 1\na: 2\nb: c : d\na: 3\n", "f.yaml")
    assert mapping is None
    assert [where(finding) for finding in findings] == [("SAI-04", 2, 1), ("SAI-06", 3, 6)]


def test_a_file_full_of_faults_gives_a_hundred_findings() -> None:
    assert len(refused("a:\n" * 10_000)) == 100
    assert len(refused('- "\\x01\\x01"\n' * 10_000)) == 100


def texts_of(node: Node) -> list[str]:
    match node:
        case Scalar():
            return [node.text]
        case Sequence():
            return [text for item in node.items for text in texts_of(item)]
        case Mapping():
            return [text for entry in node.entries for text in (entry.raw, *texts_of(entry.value))]


def assert_sound(content: bytes) -> None:
    mapping, findings = read_yaml(content, "f.yaml")
    assert mapping is not None or any(finding.blocks for finding in findings)
    assert {finding.code for finding in findings if not finding.blocks} <= {"SAI-05", "SAI-06"}
    assert all(finding.place and finding.place.line >= 1 for finding in findings)
    assert all(finding.place and finding.place.column >= 1 for finding in findings)
    assert not any(FORBIDDEN.search(finding.message + finding.remedy) for finding in findings)
    assert mapping is None or not any(FORBIDDEN.search(text) for text in texts_of(mapping))


@given(st.binary())
def test_no_bytes_make_the_reading_fail(content: bytes) -> None:
    assert_sound(content)


@given(st.text())
def test_no_text_makes_the_reading_fail(text: str) -> None:
    assert_sound(text.encode("utf-8", "surrogatepass"))


@given(
    st.text(st.sampled_from("ab:é -?[]{},&*!|>'\"%@`#\t\n\\xu0~<.\ufeff\x0b\u2028")),
    st.sampled_from(["utf-8", "utf-16"]),
)
@example("0\t#\u2028", "utf-8")
def test_no_text_of_signs_that_yaml_knows_makes_the_reading_fail(text: str, codec: str) -> None:
    assert_sound(text.encode(codec))


LETTERS = st.text(
    st.characters(
        exclude_categories=["Cc", "Cf", "Cn", "Cs", "Zl", "Zp"],
        exclude_characters="\ufffd\u034f",
        include_characters="\t\n",
    )
).map(lambda text: unicodedata.normalize("NFC", text))
"""What is read back as it was typed: no hidden character, which is taken out, and letters composed."""
TREES = st.recursive(
    LETTERS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z]{1,4}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,4}", fullmatch=True), TREES))
def test_what_is_written_between_quotes_is_read_back(tree: dict[str, object]) -> None:
    content = json.dumps(tree, ensure_ascii=False, indent=2).encode()
    mapping, findings = read_yaml(content, "f.yaml")
    assert not findings
    assert plain(mapping) == tree


@given(st.lists(LETTERS.filter(normalised_key), min_size=1, unique_by=normalised_key))
def test_keys_are_found_by_their_one_spelling(keys: list[str]) -> None:
    mapping = read("".join(f"{json.dumps(key, ensure_ascii=False)}: {index}\n" for index, key in enumerate(keys)))
    assert [plain(mapping.get(normalised_key(key))) for key in keys] == [str(index) for index in range(len(keys))]


@pytest.mark.parametrize(
    "typed",
    ["{akto: 6 000,75}", "{akto: 10 240,00, branche: 2 000,00}", "{annee: 2026, montant: 12 000,50}", "{taux: 0,50 %}"],
)
def test_a_number_that_a_comma_cuts_between_braces_is_refused_with_its_remedy(typed: str) -> None:
    mapping, findings = read_yaml(f"document: essai\na: {typed}\n".encode(), "essai.yaml")
    assert mapping is not None
    assert findings
    assert all("guillemets" in one.remedy and one.place and one.place.line == 2 for one in findings)
