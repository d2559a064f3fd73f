"""A rule never raises, whatever the dossier lacks: what is missing has its own finding."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.findings import Severity
from tests.checks.cases import FILES, REMOVE, base, spoken

Spot = tuple[str, str]
"""A value of the base: its file, and its path."""


def _spots(name: str, data: Any, path: tuple[str, ...] = ()) -> Iterator[Spot]:
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, child in children:
        here = (*path, str(key))
        yield name, ".".join(here)
        yield from _spots(name, child, here)


SPOTS = [spot for name in FILES for spot in _spots(name, base(name)) if spot[1] != "document"]
JUNK = ("???", "0", "-1", "(", "12/05/2021", "’", "Article 99", "L.", "XXX")


def _apart(spots: list[Spot]) -> list[Spot]:
    """Keep the spots that no other one holds, the last items of a list first: each path still leads somewhere."""
    kept = [one for one in spots if not any(name == one[0] and one[1].startswith(f"{path}.") for name, path in spots)]
    return sorted(kept, reverse=True)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SPOTS), min_size=1, max_size=8, unique=True), st.data())
def test_a_dossier_with_holes_and_junk_is_examined_to_its_end(spots: list[Spot], data: st.DataObject) -> None:
    changes: dict[str, dict[str, str]] = {}
    for name, path in _apart(spots):
        changes.setdefault(name, {})[path] = data.draw(st.sampled_from((REMOVE, *JUNK)))
    for _, finding in spoken(changes):
        assert finding.severity in Severity
        assert finding.message
        assert finding.remedy
