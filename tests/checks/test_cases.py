"""Each rule speaks where it must, and holds its tongue elsewhere."""

from functools import cache

import pytest

from docgen.checks.rule import Rule
from docgen.checks.rules import RULES
from docgen.findings import Finding
from tests.checks.cases import Case, built, cases, line, spoken

CASES = {case.name: case for case in cases()}


@cache
def found(name: str) -> tuple[tuple[Rule, Finding], ...]:
    return tuple(spoken(CASES[name].changes))


def test_no_two_cases_have_the_same_name() -> None:
    assert len(CASES) == len(tuple(cases()))


def test_a_sound_dossier_has_no_finding() -> None:
    assert [line(finding) for _, finding in spoken({})] == []


@pytest.mark.parametrize("case", CASES.values(), ids=str)
def test_a_case_gives_its_findings_and_no_other(case: Case) -> None:
    assert sorted(line(finding) for _, finding in found(case.name)) == sorted(case.expected)


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.read is not None], ids=str)
def test_a_case_gives_what_is_found_in_reading_it(case: Case) -> None:
    met = [finding for _, made in built(case.changes) for finding in made.findings]
    assert sorted(map(line, met)) == sorted(case.read or ())
    assert all(finding.place for finding in met)


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.expected], ids=str)
def test_every_finding_has_its_place_in_a_file(case: Case) -> None:
    places = [finding.place for _, finding in found(case.name)]
    assert [place for place in places if place is None or place.line < 1 or place.column < 1] == []


@pytest.mark.parametrize("case", [case for case in CASES.values() if case.said], ids=str)
def test_a_finding_says_what_was_read_and_what_to_do(case: Case) -> None:
    words = " ".join(f"{finding.message} {finding.remedy}" for _, finding in found(case.name))
    plain = words.replace("\u00a0", " ").replace("\u202f", " ")
    assert [part for part in case.said if part not in plain] == []


UNWRITABLE = {"control_characters", "encoding_of_text"}
"""What no case can write, being text in UTF-8 itself: test_glyphs and test_own_text see to these."""


@pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if rule.check.__name__ not in UNWRITABLE],
    ids=lambda rule: f"{rule.code}-{rule.check.__name__}",
)
def test_every_rule_speaks_in_some_case(rule: Rule) -> None:
    assert any(rule is one for name in CASES for one, _ in found(name))
