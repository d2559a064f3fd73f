"""Each formula of modification is said as legistics has it, to the last sign."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.french import typeset
from docgen.model.convention import Correction
from docgen.model.operations import Verbe
from docgen.text.avenant import write_avenant
from docgen.text.consolidated import write_consolidated
from docgen.text.consolidation import step_of
from docgen.text.signed_words import SignedCopy
from docgen.text.tableau_modifications import write_tableau
from docgen.tree import Article, Table, leaves, text_of
from tests.amend.dossiers import amended, avenant, avenant_of
from tests.text.dossiers import words_of

GUIDE = Path(__file__).parents[2] / "docs" / "avenant.md"
FORMULAS = yaml.load((Path(__file__).parent / "formules.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def said(case: dict[str, Any]) -> list[str]:
    """Return the words of the articles of the avenant, those of its last two clauses left out."""
    house = [{"document": "maison", "id": "maison", **case["maison"]}] if "maison" in case else []
    number = 2 if "avant" in case else 1
    earlier = [avenant(1, *case["avant"], prise_effet=case.get("effet_avant", {}))] if number == 2 else []
    dossier = amended(*earlier, avenant(number, *case["operations"], signed="02/06/2022"), *house)
    piece = avenant_of(dossier, number)
    step = step_of(piece, dossier)
    assert step
    assert not step.faults
    words = words_of(write_avenant(piece, dossier))
    end = next(index for index, text in enumerate(words) if text.endswith("inchangées"))
    return words[words.index("Ceci étant exposé, il est convenu ce qui suit :") + 1 : end]


@pytest.mark.parametrize("case", FORMULAS, ids=lambda case: case["formule"])
def test_an_operation_is_said_as_its_formula(case: dict[str, Any]) -> None:
    assert said(case) == case["dit"]


def test_each_verb_has_its_formulas_and_its_row_in_the_guide() -> None:
    verbs = {typed["verbe"].replace("_", "-") for case in FORMULAS for typed in case["operations"]}
    assert verbs == set(Verbe)
    rows = re.findall(r"^\| `([a-z_]+)` \|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [one.replace("_", "-") for one in rows] == list(Verbe)


def test_old_words_are_quoted_as_the_signed_copy_has_them() -> None:
    slips = (
        Correction(lieu="article 3, dernier alinéa", lu="0.885%", imprime="0,885 %"),
        Correction(lieu="article 3", lu="articles L6332-14 et R6332-17", imprime="articles L. 6332-14 et R. 6332-17"),
    )
    known = SignedCopy(slips)
    assert known.words("0,885 % des fonds", "3") == "0.885% des fonds"
    assert known.words("L. 6332-14", "3") == "L6332-14"
    assert known.words("0,885 %", "13") == typeset("0,885 %")
    assert SignedCopy((), "limités à 0.885% des fonds").words("0.885%", "3") == "0.885%"
    assert SignedCopy((), "limités à 0,885 % des fonds").words("0.885%", "3") == typeset("0,885 %")


def test_an_avenant_has_one_article_for_each_article_that_it_changes() -> None:
    operations: list[dict[str, Any]] = [
        {"verbe": "remplacer_mots", "article": "1er", "mots": "communes", "par": "partagées"},
        {"verbe": "supprimer_phrase", "article": 1, "phrases": [2]},
    ]
    dossier = amended(avenant(1, *operations))
    paper = write_avenant(avenant_of(dossier), dossier)
    heads = [block.number for block in paper.blocks if isinstance(block, Article)]
    assert heads == ["1er", "2", "3"]


def test_what_is_said_of_an_article_stands_at_its_place_and_an_annex_has_its_note_under_its_head() -> None:
    operations: list[dict[str, Any]] = [
        {"verbe": "ajouter_annexe", "annexe": "II", "texte": "Le modèle est joint."},
        {"verbe": "inserer_article", "apres": 6, "numero": "6-1", "titre": "Bilan", "texte": "Un bilan est fait."},
        {"verbe": "proroger", "article": 6, "duree": "1 an"},
        {"verbe": "remplacer_mots", "article": 6, "mots": "par avenant", "par": "par accord"},
    ]
    dossier = amended(avenant(1, *operations))
    piece = avenant_of(dossier)
    heads = [
        text_of(block.head.content) for block in write_avenant(piece, dossier).blocks if isinstance(block, Article)
    ]
    assert [head.replace("\u00a0", " ").partition(" – ")[2] for head in heads[:4]] == [
        "Modification de l’article 6",
        "Prorogation de la convention",
        "Insertion d’un article 6-1",
        "Ajout d’une annexe II",
    ]
    tableau, consolidated = write_tableau(piece, dossier), write_consolidated(piece, dossier)
    assert tableau
    assert consolidated
    (table,) = (block for block in tableau.blocks if isinstance(block, Table))
    assert [text_of(row.cells[0]).replace("\u00a0", " ") for row in table.rows] == [
        "Article 6",
        "Article 6",
        "Article 6-1",
        "Annexe II",
    ]
    head, note, *_ = (text_of(content) for content in leaves(consolidated.sections[-1].blocks))
    assert head.replace("\u00a0", " ") == "ANNEXE II"
    assert note.replace("\u00a0", " ").startswith("(Annexe ajoutée par l’article 4 ")
