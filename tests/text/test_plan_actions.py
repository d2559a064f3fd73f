"""The action plan: the fiches of the year by axis, with calendar, budget and opinions."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.tree import Document, Heading, Table, text_of
from tests.bilan.years import ANNEXE, ANNEXE_LONGUE, FICHE, LONGUE, PLAN
from tests.text.dossiers import CONVENTION, papers, words_of
from tests.text.test_bilan_annuel import figure, table

DATED = CONVENTION.replace(
    "comite: {nom: comité de pilotage,",
    "bilan_avant: 30 avril\ncomite: {nom: comité de pilotage, reunions_avant: [31 mai, 30 octobre],",
)


def paper(*texts: str) -> Document:
    return papers(*texts)["plan-actions-p"]


def whole(plan: str = PLAN, longue: str = LONGUE) -> Document:
    return paper(DATED, FICHE, ANNEXE, longue, ANNEXE_LONGUE, plan)


def test_the_budget_is_that_of_the_annexes_and_of_the_year() -> None:
    assert table(whole(), "Budget prévisionnel") == [
        ["2021-01", "Semaine des métiers", "1 000,00", "1 000,00"],
        ["2021-02", "Parcours", "900,00", "300,00"],
        ["Total", "", "1 900,00", "1 300,00"],
    ]
    assert "L’action n° 2021-02 s’étend sur 2021 et 2022 ; seule la part de 2021 est retenue ici." in words_of(whole())


def test_one_amount_changed_in_one_annex_changes_the_plan() -> None:
    dearer = ANNEXE.replace("prix_unitaire: 600", "prix_unitaire: 610")
    changed = paper(DATED, FICHE, dearer, PLAN)
    assert table(changed, "Budget prévisionnel")[-1][2:] == ["1 010,00", "1 010,00"]


def test_the_actions_stand_by_axis_in_the_order_of_the_articles() -> None:
    heads = [text for text in words_of(whole()) if text.startswith("3.")]
    assert [head.split(" – ")[0] for head in heads] == [
        "3. Actions par axe de coopération",
        "3.1. Article 3",
        "3.2. Article 8",
    ]


def test_the_limits_of_the_convention_are_in_the_calendar() -> None:
    assert [row[0] for row in table(whole(), "Calendrier")] == ["29 avril 2021", "30 mai 2021", "29 octobre 2021"]
    dated = whole(PLAN + "echeances: [{date: 01/06/2021, libelle: Clôture des projets}]\n")
    assert ["1er juin 2021", "Clôture des projets"] in table(dated, "Calendrier")


def test_an_action_asked_for_after_the_plan_is_not_in_it() -> None:
    late = whole(longue=LONGUE.replace("date_demande: 02/09/2021", "date_demande: 01/10/2021"))
    assert [row[0] for row in table(late, "Budget prévisionnel")] == ["2021-01", "Total"]
    assert "Il comprend les actions de 2021 demandées jusqu’au 30 septembre 2021." in words_of(late)


def test_an_action_that_the_committee_refused_is_told_and_left_out() -> None:
    refused = whole(longue=LONGUE.replace("avis_copil: {sens: favorable", "avis_copil: {sens: défavorable"))
    assert [row[0] for row in table(refused, "Budget prévisionnel")] == ["2021-01", "Total"]
    assert [row[0] for row in table(refused, "État des avis")] == ["2021-01", "2021-02"]
    assert (
        "L’action n° 2021-02 a reçu un avis défavorable du comité de pilotage : elle n’est pas comprise dans le plan."
        in words_of(refused)
    )


def test_a_reserve_to_lift_is_told_until_it_is_lifted() -> None:
    assert "Action n° 2021-02 : réserve à lever (MEN)." in words_of(whole())
    lifted = LONGUE.replace("recommandations: préciser", "recommandations: préciser, levee: {date: 01/10/2021}")
    text = words_of(whole(longue=lifted))
    assert "réserve levée le 1er octobre 2021" in text
    assert not [one for one in text if "réserve à lever (MEN)" in one]


def test_the_plan_says_whether_it_is_agreed() -> None:
    assert "Projet de plan d’actions, soumis à l’accord des représentants du ministère." in words_of(whole())
    agreed = " ".join(words_of(whole(PLAN + "accord_le: 30/09/2021\n")))
    assert "Accord recueilli le 30 septembre 2021." in agreed


def test_a_plan_of_nothing_still_comes_out() -> None:
    assert "Aucune action n’est prévue en 2021." in words_of(paper(CONVENTION, PLAN))
    assert "PLAN D’ACTIONS …" in words_of(paper("document: plan-actions\nid: p\n"))


@settings(max_examples=30)
@given(st.decimals("0.01", "900.00", places=2))
def test_what_the_funders_pay_is_the_budget_of_the_year(part: Decimal) -> None:
    shared = ANNEXE_LONGUE.replace('"300,00"', f'"{part}"').replace('"600,00"', f'"{900 - part}"')
    document = paper(DATED, FICHE, ANNEXE, LONGUE, shared, PLAN)
    *lines, total = (figure(row[1]) for row in table(document, "Financements"))
    assert sum(lines) == total == figure(table(document, "Budget prévisionnel")[-1][3]) == 1000 + part


def test_a_table_by_axis_stands_under_the_name_of_its_axis() -> None:
    blocks = list(whole().blocks)
    above = [blocks[rank - 1] for rank, block in enumerate(blocks) if isinstance(block, Table) and not block.caption]
    heads = [text_of(block.content) for block in above if isinstance(block, Heading)]
    assert [head.split(" – ")[0] for head in heads] == ["3.1. Article 3", "3.2. Article 8"]
    assert len(heads) == len(above)


TOOL = FICHE + "outil_numerique: {nom: Carte, en_ligne_le: 01/12/2021}\n"
AGREED = """
document: conformite-numerique
id: n
fiche: f1
accords: [{ministere: a, date: 20/09/2021}]
"""


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("", "mise en ligne prévue le 1er décembre 2021, après l’accord préalable du ministère."),
        (AGREED, "l’accord préalable du ministère est recueilli depuis le 20 septembre 2021."),
    ],
)
def test_the_agreement_to_a_tool_is_to_come_until_it_is_given(sheet: str, said: str) -> None:
    document = paper(DATED, TOOL, ANNEXE, LONGUE, ANNEXE_LONGUE, PLAN, *filter(None, [sheet]))
    assert said in " ".join(words_of(document))
