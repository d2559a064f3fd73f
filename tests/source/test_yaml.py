"""What the YAML of a source says is what was to be said: the same keys, the same texts."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Place
from docgen.read.characters import without_forbidden
from docgen.read.nodes import Entry, Mapping, Node, Scalar, Sequence
from docgen.read.yaml import read_yaml
from docgen.source.yaml import yaml_of

_HERE = Place("")
_TEXTS = st.text(max_size=40).map(without_forbidden) | st.sampled_from(
    [
        "",
        "non",
        "012",
        "12/03/2021",
        "a: b",
        "# rien",
        "- item",
        "«\u00a0Oui\u00a0»",
        "un\n\n- deux\n  trois\n",
        "|\n>",
        "~",
    ]
)
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(
            st.sampled_from(["titre", "prénom", "clé à part", "12 bis", "# x"]), inner, min_size=1, max_size=3
        )
    ),
    max_leaves=8,
)


def node_of(value: Any) -> Node:
    if isinstance(value, str):
        return Scalar(value, _HERE, quoted=True)
    if isinstance(value, list):
        return Sequence(tuple(map(node_of, value)), _HERE)
    return Mapping(tuple(Entry(key, _HERE, node_of(one), key) for key, one in value.items()), _HERE)


def value_of(node: Node | None) -> Any:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [value_of(item) for item in node.items]
        case Mapping():
            return {entry.raw: value_of(entry.value) for entry in node.entries}
        case None:
            return None


@given(st.dictionaries(st.sampled_from(["document", "titre", "objet"]), _VALUES, min_size=1))
def test_what_is_written_is_read_back(said: dict[str, Any]) -> None:
    mapping = node_of(said)
    assert isinstance(mapping, Mapping)
    read, findings = read_yaml(yaml_of(mapping).encode(), "essai.yaml")
    assert (value_of(read), findings) == (said, ())


def test_prose_is_written_as_a_person_writes_it() -> None:
    said = node_of({"titre": "Un salon", "presentation": "Deux\n\nalinéas.\n", "publics": ["Lycéens", "Apprentis"]})
    assert isinstance(said, Mapping)
    assert yaml_of(said) == (
        'titre: "Un salon"\npresentation: |\n  Deux\n\n  alinéas.\npublics:\n  - "Lycéens"\n  - "Apprentis"\n'
    )
