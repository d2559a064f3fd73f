"""Whatever a dossier holds, docgen answers with findings and papers, never with a traceback."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.layout.engines import Engines, Format
from docgen.layout.word.package import read_package
from docgen.model.base import champs
from docgen.model.kinds import KINDS
from docgen.pipeline import examine, load
from docgen.resources import templates_folder

ENGINES = Engines(templates_folder())
_SCALARS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["{{ opco.le }}", "{% raw %}", "]]>", "<w:p/>", "&amp;", "\x0b", "\ufffe", "\u202egauche", "a\n\n- b", "''"]
    ),
    st.sampled_from(
        ["signe", "31/12/2021", "12 000,50", "-1", "0", "réservé", "M.", "ministère", "oui", "2 mois", "1"]
    ),
)


def yaml_of(value: object) -> str:
    """Return `value` as flow YAML, every text quoted so that it reaches the model as it is."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {yaml_of(one)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(yaml_of, value)) + "]"
        case _:
            escaped = "".join(
                f"\\U{ord(sign):08x}" if sign in '"\\' or not sign.isprintable() else sign for sign in str(value)
            )
            return f'"{escaped}"'


@st.composite
def pieces(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(sorted(KINDS)))
    fields = sorted(set(champs(KINDS[kind])) - {"document", "id"})
    values = st.recursive(_SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=3), blocks(inner)), max_leaves=6)
    chosen = draw(st.dictionaries(st.sampled_from(fields), values, max_size=len(fields)))
    lines = [f"{key}: {yaml_of(value)}" for key, value in chosen.items()]
    return "\n".join([f"document: {kind}", "id: a", *lines, ""])


_KEYS = sorted({name for model in KINDS.values() for name in champs(model)} | {"nom", "sens", "ministere", "taux"})


def blocks(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(pieces(), min_size=1, max_size=3))
def test_any_values_give_findings_and_a_word_draft_that_can_be_read(tmp_path: Path, texts: list[str]) -> None:
    for rank, text in enumerate(texts):
        (tmp_path / f"{rank}.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    examined = examine(*load(tmp_path))
    for _, documents in examined.papers:
        for document in documents:
            drawn = ENGINES.draw(document, Format.DOCX, dict)
            package = read_package(drawn.content, document.stem)
            etree.fromstring(package.parts[package.main])


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_in_a_file_give_findings(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    for finding in examine(*load(tmp_path)).report:
        assert finding.message
        assert finding.code


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_almost_empty_input_still_gives_its_drafts(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.yaml").write_text(f"document: {kind}\nid: a\n")
    examined = examine(*load(tmp_path))
    for _, documents in examined.papers:
        for document in documents:
            assert ENGINES.draw(document, Format.DOCX, dict).content[:2] == b"PK"
            assert ENGINES.draw(document, Format.PDF, dict).content[:5] == b"%PDF-"
