"""An avenant with some retroactive articles: these have effect before its signature, it has not."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docgen.dossier import Dossier
from docgen.model.avenant import Avenant
from docgen.model.convention import Convention
from docgen.text.consolidated import write_consolidated
from docgen.text.consultation import consulted
from docgen.text.papers import write
from tests.checks.cases import subjects
from tests.text.dossiers import words_of

CHANGES: Mapping[str, Any] = {
    "avenants": [
        {
            "operations": [
                {"verbe": "completer", "article": "2", "texte": "Elle est publique."},
                {"verbe": "completer", "article": "3", "texte": "Le taux est affiché."},
            ],
            "prise_effet": {"mode": "date", "date": "01/01/2022", "retroactif": "oui", "articles_retroactifs": ["3"]},
        }
    ]
}


def dossier() -> Dossier:
    return subjects(CHANGES)[0].dossier


def text_on(day: date) -> list[str]:
    made = dossier()
    return list(consulted(made.all(Convention)[0], made, None, day))


def has(lines: list[str], words: str) -> bool:
    return any(words in line for line in lines)


def test_the_text_before_the_signature_has_the_retroactive_article_alone() -> None:
    lines = text_on(date(2022, 3, 1))
    assert has(lines, "n° 1, pour l’article 3 seulement")
    assert has(lines, "Le taux est affiché.")
    assert not has(lines, "Elle est publique.")
    assert sum("Article modifié" in line for line in lines) == 1


def test_the_text_has_all_of_it_once_signed_and_nothing_before_its_effect() -> None:
    assert has(text_on(date(2022, 6, 1)), "Elle est publique.")
    assert not has(text_on(date(2021, 12, 31)), "Le taux est affiché.")


def test_the_avenant_takes_effect_when_signed_but_for_that_article() -> None:
    made = dossier()
    act = words_of(write(made.all(Avenant)[0], made)[0])
    assert "Le présent avenant prend effet à compter de sa date de signature par la dernière des parties." in act
    assert not has(act, "prend effet le")
    assert has(
        act, "de l’article 3, dans leur rédaction issue du présent avenant, s’appliquent à compter du 1er janvier"
    )


def test_the_notes_give_each_article_its_own_day() -> None:
    made = dossier()
    paper = write_consolidated(made.all(Avenant)[0], made)
    assert paper
    notes = [line for line in words_of(paper) if line.startswith("(Article modifié")]
    assert [line.rpartition("effet au ")[2] for line in notes] == ["1er juin 2022.)", "1er janvier 2022.)"]
