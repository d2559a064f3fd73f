"""Each formula of modification is said as legistics has it, to the last sign."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.text.avenant import write_avenant
from docgen.text.consolidation import step_of
from docgen.tree import Article
from tests.amend.dossiers import amended, avenant, avenant_of
from tests.text.dossiers import words_of

FORMULAS = yaml.load((Path(__file__).parent / "formules.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def said(case: dict[str, Any]) -> list[str]:
    """Return the words of the articles of the avenant, those of its last two clauses left out."""
    house = [{"document": "maison", "id": "maison", **case["maison"]}] if "maison" in case else []
    dossier = amended(avenant(1, *case["operations"]), *house)
    piece = avenant_of(dossier)
    step = step_of(piece, dossier)
    assert step
    assert not step.faults
    words = words_of(write_avenant(piece, dossier))
    end = next(index for index, text in enumerate(words) if text.endswith("inchangées"))
    return words[words.index("Ceci étant exposé, il est convenu ce qui suit :") + 1 : end]


@pytest.mark.parametrize("case", FORMULAS, ids=lambda case: case["formule"])
def test_an_operation_is_said_as_its_formula(case: dict[str, Any]) -> None:
    assert said(case) == case["dit"]


def test_an_avenant_has_one_article_for_each_article_that_it_changes() -> None:
    operations: list[dict[str, Any]] = [
        {"verbe": "remplacer_mots", "article": "1er", "mots": "communes", "par": "partagées"},
        {"verbe": "supprimer_phrase", "article": 1, "phrases": [2]},
    ]
    dossier = amended(avenant(1, *operations))
    paper = write_avenant(avenant_of(dossier), dossier)
    heads = [block.number for block in paper.blocks if isinstance(block, Article)]
    assert heads == ["1er", "2", "3"]
