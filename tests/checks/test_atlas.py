"""What a lawyer would want to know of the signed convention is said, and nothing of it blocks (language.md §6)."""

from functools import cache

import pytest

from docgen.checks.rule import Subject, run
from docgen.checks.rules import RULES
from docgen.findings import Finding, Severity
from docgen.model.convention import Convention
from docgen.pipeline import load
from docgen.resources import samples_folder

SAID = {
    "CON-03": [
        "porte « convention de coopération » ; la version en vigueur aujourd’hui porte « convention-cadre",
        "L’article L. 6332-1 est cité mot à mot sans la date",
        "L’article L. 6332-14 est cité mot à mot sans la date",
        "L’article R. 6332-17 est cité mot à mot sans la date",
        "L’article D. 331-23 est cité mot à mot sans la date",
        "L’article D. 331-23, du code de l’éducation, est rangé sous le code du travail",
    ],
    "CON-05": ["ni quorum, ni majorité, ni règle de partage, pour 4 voix", "Le collège 1 n’a pas de nombre de voix"],
    "CON-06": ["À l’article 15, le texte annonce le modèle de fiche de réalisation"],
    "CON-07": [
        "lu « commissions paritaires transverses »",
        "À l’article 13, lu « commission paritaire transverse »",
        "À l’article 11, le texte s’appelle « convention cadre » ; sa nature est « convention de coopération »",
        "lu « ministère de l’Education nationale et de la jeunesse » (autre nom)",
        "lu « ministère de l’Enseignement supérieur de la Recherche et de… » (autres majuscules ou ponctuation)",
        "le sigle COPIL est employé sans être défini",
        "le sigle MENJS est employé sans être défini",
        "le sigle MESRI est employé sans être défini",
    ],
    "SIG-02": ["La délégation de M. Edouard Geffray", "La délégation de Mme Anne-Sophie Barthez"],
    "SIG-04": ["Le nombre d’exemplaires originaux n’est pas donné"],
    "TYP-02": [
        "À l’article 1, lu « DRAFFPIC »",
        "À l’article 1, lu « initiales et continue »",
        "À l’article 3, lu « au travers différentes »",
        "À l’article 16, lu « convention d’objectif et de moyens »",
    ],
}


@cache
def found() -> tuple[Finding, ...]:
    dossier, faults = load(samples_folder() / "atlas" / "convention.yaml")
    assert faults is not None
    convention = dossier.find(Convention, "atlas-2021")
    assert convention is not None
    return tuple(run(RULES, [Subject(convention, dossier)]))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("code", sorted(SAID))
def test_each_remark_of_the_list_is_made_once(code: str) -> None:
    messages = [plain(finding.message) for finding in found() if finding.code == code]
    assert [sum(said in message for message in messages) for said in SAID[code]] == [1] * len(SAID[code])
    assert len(messages) == len(SAID[code])


def test_no_other_remark_is_made() -> None:
    assert {finding.code for finding in found()} == SAID.keys()


def test_a_text_that_was_signed_is_not_blocked_for_what_was_agreed() -> None:
    assert {finding.severity for finding in found()} == {Severity.A_VERIFIER}
