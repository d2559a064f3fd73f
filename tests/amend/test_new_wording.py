"""What an avenant gives to be put into the text stands in the act as it was typed: its words, its tables, its heads."""

import re
from typing import Any

import pytest

from docgen.dossier import Dossier
from docgen.text.avenant import operation_sentences, write_avenant
from docgen.text.consolidated import write_consolidated
from docgen.text.consolidation import step_of
from docgen.text.tableau_modifications import write_tableau
from docgen.tree import Article, Block, Document, Heading, Table, leaves, paragraphs_of, text_of
from docgen.values import replace
from tests.amend.dossiers import amended, avenant, avenant_of

TABLE = "| Région | Référents |\n|---|--:|\n| Bretagne | 1 |\n| Pays « basque » | 2 |\n"
LISTED = {"article": 4, "par": f"Les régions sont :\n\n{TABLE}"}


def act(dossier: Dossier) -> Document:
    """Return the avenant of a dossier that has one."""
    return write_avenant(avenant_of(dossier), dossier)


def first_article(paper: Document) -> tuple[Block, ...]:
    """Return what the first article of an avenant says."""
    return next(block.body for block in paper.blocks if isinstance(block, Article))


def cells(table: Block) -> list[list[str]]:
    """Return the words of a table, its head first."""
    assert isinstance(table, Table)
    rows = ([column.head for column in table.columns], *(row.cells for row in table.rows))
    return [[text_of(cell).replace("\u00a0", " ") for cell in row] for row in rows]


@pytest.mark.parametrize(
    "operation",
    [
        {"verbe": "remplacer_article", **LISTED},
        {"verbe": "inserer_article", "apres": 4, "numero": "4-1", "titre": "Régions", "texte": TABLE},
        {"verbe": "completer", "article": 5, "texte": TABLE},
        {"verbe": "remplacer_alinea", "article": 4, "alineas": [3], "par": TABLE},
        {"verbe": "inserer_alinea", "article": 4, "alineas": [1], "texte": TABLE},
    ],
    ids=lambda operation: operation["verbe"],
)
def test_a_table_is_quoted_as_a_table_with_its_head(operation: dict[str, Any]) -> None:
    *_, table = first_article(act(amended(avenant(1, operation))))
    assert cells(table) == [["« Région", "Référents"], ["Bretagne", "1"], ["Pays “basque”", "2 »."]]


def test_a_table_in_the_midst_of_a_quotation_does_not_close_it() -> None:
    text = f"Les régions sont :\n\n{TABLE}\nElles siègent."
    _, before, table, after = first_article(
        act(amended(avenant(1, {"verbe": "completer", "article": 5, "texte": text})))
    )
    assert cells(table)[0] == ["« Région", "Référents"]
    assert cells(table)[-1] == ["Pays “basque”", "2"]
    said = [text_of(content).replace("\u00a0", " ") for content in leaves((before, after))]
    assert said == ["« Les régions sont :", "« Elles siègent. »"]


def test_a_table_in_the_midst_opens_no_guillemet_where_the_house_writes_them_once() -> None:
    house = {"document": "maison", "id": "maison", "guillemets": "une-fois"}
    dossier = amended(avenant(1, {"verbe": "remplacer_article", **LISTED}), house)
    *_, table = first_article(act(dossier))
    assert cells(table) == [["Région", "Référents"], ["Bretagne", "1"], ["Pays “basque”", "2 »."]]


def test_a_table_without_rows_closes_in_its_head() -> None:
    operation = {"verbe": "completer", "article": 5, "texte": "| Région | Référents |\n|---|---|\n"}
    *_, table = first_article(act(amended(avenant(1, operation))))
    assert cells(table) == [["« Région", "Référents »."]]


def test_the_tableau_des_modifications_and_the_sentences_have_the_head_of_a_table() -> None:
    dossier = amended(avenant(1, {"verbe": "remplacer_article", **LISTED}))
    tableau = write_tableau(avenant_of(dossier), dossier)
    assert tableau
    assert "Région | Référents" in text_of_blocks(tableau)
    assert "Bretagne | 1" in text_of_blocks(tableau)
    ((_, whole),) = operation_sentences(avenant_of(dossier), dossier)
    assert "Région | Référents Bretagne | 1" in whole


def text_of_blocks(paper: Document) -> str:
    """Return all the words of a paper."""
    return " ".join(paragraphs_of(paper))


RICH = f"""# Une division

Un alinéa, *souligné*.

## Un titre interne {{#cle}}

1° Un point ;

- un tiret ;
  - un sous-tiret.

### Un intertitre

> Art. L. 1 – Une loi citée.

{TABLE}
## Second titre

Fin.
"""


@pytest.mark.parametrize(
    "operation",
    [
        {"verbe": "remplacer_article", "article": 4, "par": RICH},
        {"verbe": "inserer_article", "apres": 4, "numero": "4-1", "titre": "Suivi", "texte": RICH},
        {"verbe": "completer", "article": 5, "texte": RICH},
        {"verbe": "remplacer_alinea", "article": 4, "alineas": [3], "par": RICH},
        {"verbe": "inserer_alinea", "article": 4, "alineas": [1], "texte": RICH},
        {"verbe": "ajouter_annexe", "annexe": "II", "texte": RICH},
        {"verbe": "ajouter_annexe", "annexe": "II", "fichier": "charte.md"},
    ],
    ids=lambda operation: f"{operation['verbe']}-{'fichier' if 'fichier' in operation else 'texte'}",
)
def test_all_the_words_of_new_wording_are_in_the_act_and_in_the_consolidated_text(operation: dict[str, Any]) -> None:
    made = amended(avenant(1, operation))
    dossier = replace(made, files={**made.files, "charte.md": RICH.encode()})
    consolidated = write_consolidated(avenant_of(dossier), dossier)
    assert consolidated
    for paper in (act(dossier), consolidated):
        assert in_order(RICH.replace("{#cle}", ""), text_of_blocks(paper))


def in_order(typed: str, printed: str) -> bool:
    """Return whether the words of `typed` stand one after the other in `printed`."""
    return " ".join(re.findall(r"\w+", typed)) in " ".join(re.findall(r"\w+", printed))


def annex(text: str) -> list[tuple[str, int, str]]:
    """Return the heads of an annex II given by an avenant: role, level, words."""
    paper = act(amended(avenant(1, {"verbe": "ajouter_annexe", "annexe": "II", "texte": text})))
    heads = (block for block in paper.sections[-1].blocks if isinstance(block, Heading))
    return [(head.role.value, head.level, text_of(head.content)) for head in heads]


def test_the_heads_of_an_annex_stand_under_its_own() -> None:
    own = ("Partie", 2, "ANNEXE II")
    first, second = ("Article titre", 3, "Charte"), ("Rubrique", 4, "Titre")
    assert annex("# Charte\n\nUn.\n\n## Titre\n\nDeux.") == [own, first, second]
    assert annex("## Charte\n\nUn.\n\n### Titre\n\nDeux.") == [own, first, second]
    assert annex("### Charte\n\nUn.") == [own, ("Rubrique", 3, "Charte")]


def test_an_annex_that_has_its_head_typed_has_it_once() -> None:
    assert annex("# Annexe II – Charte\n\nUn.") == [("Partie", 2, "Annexe II – Charte")]


@pytest.mark.parametrize("verbe", ["inserer_ligne", "remplacer_ligne"])
@pytest.mark.parametrize("given", [["Un"], ["Un", "2", "trois"]], ids=len)
def test_a_row_that_does_not_fit_its_table_is_said_and_the_draft_shows_it(verbe: str, given: list[str]) -> None:
    dossier = amended(avenant(1, {"verbe": verbe, "article": 4, "lignes": [2], "cellules": given}))
    step = step_of(avenant_of(dossier), dossier)
    assert step is not None
    (fault,) = step.faults
    assert fault.message == f"Le tableau a 2 colonnes ; la ligne donnée en a {len(given)}."
    (table,) = (block for block in first_article(act(dossier)) if isinstance(block, Table))
    assert [len(row.cells) for row in table.rows] == [len(table.columns)]
    assert [cell.strip("«» ") for cell in cells(table)[1] if cell.strip("«» ")] == given
