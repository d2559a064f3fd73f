"""Each rule speaks where it must, and holds its tongue elsewhere."""

import pytest

from docgen.checks.rules import RULES
from tests.checks.cases import Case, cases, findings, line

CASES = tuple(cases())


def test_a_sound_dossier_has_no_finding() -> None:
    assert [line(finding) for finding in findings({})] == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_gives_its_findings_and_no_other(case: Case) -> None:
    found = findings(case.changes)
    assert sorted(line(finding) for finding in found) == sorted(case.expected)


@pytest.mark.parametrize("case", [case for case in CASES if case.said], ids=str)
def test_a_finding_says_what_was_read_and_what_to_do(case: Case) -> None:
    words = " ".join(f"{finding.message} {finding.remedy}" for finding in findings(case.changes))
    plain = words.replace("\u00a0", " ").replace("\u202f", " ")
    assert [part for part in case.said if part not in plain] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.check.__name__}")
def test_every_rule_speaks_in_some_case(rule: object) -> None:
    assert any(findings(case.changes, (rule,)) for case in CASES)  # type: ignore[arg-type]
