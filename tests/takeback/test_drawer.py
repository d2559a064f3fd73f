"""Of a file that holds all that a word processor can put beside words, each thing is taken, or said with its place."""

from docgen.takeback import take_back
from tests.takeback.drawer import drawer

MARKDOWN = """## Article 1 – Objet {#objet}

Les parties [note 1 : Arrêté du 3 mai.] coopèrent à leur site, selon l’article 2 [note de fin 1 : Voir le bilan.].

Elles se réunissent **chaque année.**

Un référent est nommé.

Un passage masqué.

Le total est .

## Article 2 – Moyens

| Poste | Montants |  |
| --- | --- | --- |
| Étude | dix | onze hors taxes |
|  | douze | treize |

Fin des moyens, page 4.
"""
LEFT = {
    "Article 1 – Objet 3",
    "Article 2 – Moyens 4",
    "https://exemple.test/page",
    "Note orpheline.",
    "À revoir.",
    "Cliquez ici pour taper du texte.",
    "Choisissez.",
    "a+b",
    "Préfecture",
}
SAID = {
    "REP-03": (
        "2 lignes de table des matières, près de « Article 1 – Objet 3 »",
        "1 adresse de lien, près de « Les parties coopèrent à leur site, selon l’article 2. »",
        "1 commentaire, près de « Elles se réunissent chaque année. »",
        "2 champs à remplir, près de ",
        "1 équation, près de « Le total est . »",
        "1 note que rien n’appelle : hors du Markdown.",
    ),
    "REP-04": ("1 opération proposée",),
    "REP-06": ("Le tableau « Poste » a des cellules fusionnées",),
    "REP-11": (
        "1 note de bas de page, mise entre crochets dans le texte, près de « Les parties coopèrent",
        "1 note de fin, mise entre crochets dans le texte, près de « Les parties coopèrent",
        "1 champ REF, pris pour ce qu’il affiche, près de « Les parties coopèrent",
        "1 champ PAGE, pris pour ce qu’il affiche, près de « Fin des moyens, page 4. »",
        "1 passage masqué, pris comme les autres, près de « Un passage masqué. »",
        "1 tableau dans un tableau, mis à plat, près de ",
        "1 changement de mise en forme suivi, pris comme accepté.",
    ),
}


def test_the_words_of_the_text_are_taken_and_its_notes_stand_where_they_are_called() -> None:
    assert take_back(drawer(), "c.docx").markdown == MARKDOWN


def test_what_is_no_word_of_the_text_is_kept_apart() -> None:
    assert set(take_back(drawer(), "c.docx").left) >= LEFT


def test_each_thing_is_said_with_its_place() -> None:
    found = take_back(drawer(), "c.docx").findings
    for code, sentences in SAID.items():
        messages = [one.message for one in found if one.code == code]
        for sentence in sentences:
            assert any(sentence in message for message in messages), (sentence, messages)
