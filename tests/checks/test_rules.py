"""The list of rules is what users read: each has its code, its title, its source, its explanation."""

import re

import pytest

from docgen.checks.catalogue import FAMILLES
from docgen.checks.elsewhere import NOTICES
from docgen.checks.notice import Notice
from docgen.checks.rule import Remark, Rule, Source, Subject, run
from docgen.checks.rules import RULES
from docgen.dossier import Dossier, Entree
from docgen.findings import Place, Severity
from docgen.model.convention import Convention, Etat
from docgen.model.fiche_action import FicheAction

CODE = re.compile(rf"({'|'.join(FAMILLES)})-\d\d")
TEXTUAL = {"CON-03", "CON-04", "CON-05", "CON-06", "CON-07", "SIG-02", "SIG-04", "TYP-02", "SAI-06"}
"""SAI-06: signs of Markdown that a signed text prints as they are; a file that cannot be read blocks all the same."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.check.__name__}")
def test_a_rule_explains_itself_in_one_french_paragraph(rule: Rule) -> None:
    assert CODE.fullmatch(rule.code)
    assert rule.title
    assert str(rule.source)
    assert rule.explanation.endswith(".") or rule.explanation.endswith("?")
    assert re.search(r"\b(?:le|la|les|l’|un|une|des|du)\b", rule.explanation.lower())
    assert "yield" not in rule.explanation.lower()


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.code)
def test_what_another_stage_sees_is_explained_too(notice: Notice) -> None:
    assert CODE.fullmatch(notice.code)
    assert notice.explanation.endswith(".")


def test_the_rules_stand_in_the_order_of_their_families() -> None:
    families = list(dict.fromkeys(rule.code[:3] for rule in RULES))
    assert families == ["SAI", "CON", "SIG", "AVN", "FIC", "ANX", "LOG", "REU", "REA", "BIL", "APP", "DEN", "TYP"]
    assert [rule.code for rule in RULES] == sorted(
        (rule.code for rule in RULES), key=lambda code: (families.index(code[:3]), code)
    )


def test_no_check_stands_twice() -> None:
    assert len({rule.check for rule in RULES}) == len(RULES)


def test_the_rules_that_only_report_on_a_signed_text_are_those_of_its_words() -> None:
    assert {rule.code for rule in RULES if rule.textual} == TEXTUAL


def test_typography_is_corrected_and_never_found() -> None:
    assert [notice.severity for notice in NOTICES if notice.code == "TYP-01"] == [None]
    assert "TYP-01" not in {rule.code for rule in RULES}


def _remark(subject: Subject) -> list[Remark]:
    return [Remark("lu.", "faire.", ("signature", "date"))]


def test_a_finding_has_the_place_of_its_field_and_the_severity_of_its_rule() -> None:
    convention = Convention(id="c", etat=Etat.SIGNE)
    place = Place("c.yaml", 4, 3)
    dossier = Dossier((Entree(convention, "c.yaml", {("signature",): place}),))
    rules = [
        Rule(
            "CON-01",
            Severity.BLOQUANT,
            Source("convention", "article 18"),
            "",
            (Convention,),
            lambda one: iter(_remark(one)),
        ),
        Rule(
            "CON-04",
            Severity.BLOQUANT,
            Source("docgen"),
            "",
            (Convention,),
            lambda one: iter(_remark(one)),
            textual=True,
        ),
        Rule("FIC-01", Severity.BLOQUANT, Source("docgen"), "", (FicheAction,), lambda one: iter(_remark(one))),
    ]
    found = list(run(rules, [Subject(convention, dossier)]))
    assert [(one.code, one.severity) for one in found] == [
        ("CON-01", Severity.BLOQUANT),
        ("CON-04", Severity.A_VERIFIER),
    ]
    assert {one.place for one in found} == {place}
    assert found[0].source == "convention, article 18"


def test_a_rule_asked_for_another_kind_says_so() -> None:
    convention = Convention(id="c")
    with pytest.raises(TypeError, match="convention/c is no FicheAction"):
        Subject(convention, Dossier((Entree(convention),))).piece_as(FicheAction)
