"""The XML that a file carries says the whole source, whatever its files hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import UsageError
from docgen.source.papers import Name
from docgen.source.source import Provenance, Source, source_in, xml_of

_NAMES = st.sampled_from(["1-convention.yaml", "2-fiche.yaml", "joint-1.png", "joint-2.md"])
_CONTENTS = st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))


def source(files: dict[str, bytes]) -> Source:
    return Source(Name("fiche-action/1", "fiche-action", "1"), True, files, Provenance("1.2", "jinja2 3", "a", "b"))


@given(st.dictionaries(_NAMES, _CONTENTS))
def test_the_xml_of_a_source_gives_it_back(files: dict[str, bytes]) -> None:
    assert source_in(xml_of(source(files))) == source(files)


@pytest.mark.parametrize(
    "xml",
    [b"", b"<source/>", b"<autre xmlns='urn:docgen:source:1'/>", b"\xff", b"<!DOCTYPE source []><source/>"],
)
def test_what_says_no_source_is_refused_in_a_sentence(xml: bytes) -> None:
    with pytest.raises(UsageError, match="Les données de ce fichier"):
        source_in(xml)
