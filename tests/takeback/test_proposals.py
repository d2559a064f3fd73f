"""Tracked changes come back as the operations that make them."""

from datetime import date

import pytest
import yaml

from docgen.amend.compare import compare
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.resources import templates_folder
from docgen.takeback import TakenBack, take_back
from docgen.text.words import words
from docgen.tree import (
    Article,
    Block,
    BulletList,
    Column,
    Heading,
    HeadingRole,
    ListItem,
    Paragraph,
    Revision,
    Row,
    Table,
)
from docgen.values import replace
from tests.amend.atlas import amended, atlas
from tests.layout.pdf.trees import document


@pytest.fixture(scope="module")
def templates() -> WordTemplates:
    return WordTemplates(templates_folder())


def article(number: str, *lines: str | Block, title: str = "Objet") -> Article:
    head = Heading(HeadingRole.ARTICLE, 2, words(f"Article {number} – {title}"))
    return Article(number, head, tuple(Paragraph(words(one)) if isinstance(one, str) else one for one in lines))


def back(before: tuple[Block, ...], after: tuple[Block, ...], templates: WordTemplates) -> TakenBack:
    marked = compare(document(*before), document(*after))
    return take_back(draw_word(replace(marked, revision=Revision("Avenant", None)), templates).content, "a.docx")


def operations(before: Article, after: Article, templates: WordTemplates) -> list[dict[str, object]]:
    """Return the operations between two states of an article, with plain spaces."""
    text = back((before,), (after,), templates).operations.replace("\u00a0", " ").replace("\u202f", " ")
    found: list[dict[str, object]] = yaml.safe_load(text)["operations"]
    return found


def op(verb: str, **keys: object) -> dict[str, object]:
    return {"verbe": verb, "article": "16", **keys}


CASES = [
    (
        ["Un plafond de 0,885 % du total."],
        ["Un plafond de 1,2 % du total."],
        [op("remplacer_mots", alineas=[1], mots="0,885 %", par="1,2 %")],
    ),
    (
        ["A.", "De deux à deux fois par an."],
        ["A.", "De deux à trois fois par an."],
        [op("remplacer_mots", alineas=[2], mots="à deux", par="à trois")],
    ),
    (
        ["Les actions et projets."],
        ["Les actions communes et projets."],
        [op("inserer_mots", alineas=[1], apres="actions", texte="communes")],
    ),
    (
        ["Les actions communes et projets."],
        ["Les actions et projets."],
        [op("supprimer_mots", alineas=[1], mots="communes")],
    ),
    (
        ["Un.", "Deux."],
        ["Un.", "Ceci est tout nouveau.", "Deux."],
        [op("inserer_alinea", alineas=[1], texte="Ceci est tout nouveau.")],
    ),
    (["Un."], ["Ceci est tout nouveau.", "Un."], [op("inserer_alinea", texte="Ceci est tout nouveau.")]),
    (["Un.", "Deux.", "Trois."], ["Un."], [op("supprimer_alinea", alineas=[2, 3])]),
]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_a_change_is_one_operation(
    before: list[str], after: list[str], expected: list[dict[str, object]], templates: WordTemplates
) -> None:
    assert operations(article("16", *before), article("16", *after), templates) == expected


def test_an_item_counts_as_an_alinea(templates: WordTemplates) -> None:
    items = tuple(ListItem(words(text)) for text in ("avant mai ;", "avant juin."))
    new = (items[0], ListItem(words("avant juillet.")))
    found = operations(
        article("16", "Se réunit :", BulletList(items)), article("16", "Se réunit :", BulletList(new)), templates
    )
    assert found == [op("remplacer_mots", alineas=[3], mots="juin", par="juillet")]


def voices(*rows: tuple[str, str]) -> Table:
    columns = (Column(words("Collège"), 3), Column(words("Voix"), 1))
    return Table((), columns, tuple(Row((words(name), words(count))) for name, count in rows))


ROWS = (("Branches", "2"), ("Ministères", "2"), ("Opérateur", "1"))
TABLES = [
    ((ROWS[0], ("Ministères", "3"), ROWS[2]), [op("remplacer_ligne", lignes=[2], cellules=["Ministères", "3"])]),
    ((ROWS[0], ROWS[2]), [op("supprimer_ligne", lignes=[2])]),
    ((*ROWS, ("Régions", "4")), [op("inserer_ligne", lignes=[3], cellules=["Régions", "4"])]),
    (
        (ROWS[0], ("Régions", "4"), ("Départements", "5"), ROWS[2]),
        [
            op("remplacer_ligne", lignes=[2], cellules=["Régions", "4"]),
            op("inserer_ligne", lignes=[2], cellules=["Départements", "5"]),
        ],
    ),
    (
        (("Régions", "4"), ("Branches", "3"), *ROWS[1:]),
        [
            op("remplacer_ligne", lignes=[1], cellules=["Régions", "4"]),
            op("inserer_ligne", lignes=[1], cellules=["Branches", "3"]),
        ],
    ),
]


@pytest.mark.parametrize(("after", "expected"), TABLES)
def test_a_changed_row_is_one_operation(
    after: tuple[tuple[str, str], ...], expected: list[dict[str, object]], templates: WordTemplates
) -> None:
    found = operations(article("16", "Voix :", voices(*ROWS)), article("16", "Voix :", voices(*after)), templates)
    assert found == expected


def test_a_table_that_is_added_comes_as_an_alinea(templates: WordTemplates) -> None:
    found = operations(article("16", "Voix :"), article("16", "Voix :", voices(ROWS[0])), templates)
    text = "| Collège | Voix |\n| --- | --- |\n| Branches | 2 |"
    assert found == [op("inserer_alinea", alineas=[1], texte=text)]


def test_a_title_is_replaced(templates: WordTemplates) -> None:
    found = operations(article("16", "Un."), article("16", "Un.", title="Durée"), templates)
    assert found == [op("remplacer_intitule", intitule="oui", par="Durée")]


def test_articles_are_added_and_taken_out(templates: WordTemplates) -> None:
    before, after = (article("1", "Un."), article("2", "Deux.")), (article("1", "Un."), article("1-1", "Une.", "- a"))
    found = yaml.safe_load(back(before, after, templates).operations)["operations"]
    assert sorted(found, key=lambda one: str(one["verbe"])) == [
        {
            "verbe": "inserer_article",
            "apres": "1",
            "numero": "1-1",
            "titre": "Objet",
            "texte": "Une.\n\n- a",
        },
        {"verbe": "supprimer_article", "article": "2"},
    ]


def test_the_operations_of_the_atlas_avenant_come_back(templates: WordTemplates) -> None:
    marked = replace(compare(atlas(), amended()), revision=Revision("Avenant", date(2022, 6, 14)))
    found = yaml.safe_load(take_back(draw_word(marked, templates).content, "a.docx").operations)["operations"]
    assert [(one["verbe"], one.get("article")) for one in found] == [
        ("remplacer_mots", "14"),
        ("inserer_alinea", "14"),
        ("remplacer_mots", "14"),
        ("supprimer_alinea", "14"),
        ("remplacer_mots", "16"),
        ("inserer_alinea", "16"),
        ("inserer_article", None),
    ]


def test_a_change_outside_the_articles_is_said_and_not_proposed(templates: WordTemplates) -> None:
    common = article("1", "Un.")
    found = back(
        (Paragraph(words("Vu la loi du 12 mai 2021.")), common),
        (Paragraph(words("Vu la loi du 13 mai 2021.")), common),
        templates,
    )
    assert found.operations == ""
    assert "REP-08" in {finding.code for finding in found.findings}


def test_what_bears_no_change_proposes_nothing(templates: WordTemplates) -> None:
    assert back((article("1", "Un."),), (article("1", "Un."),), templates).operations == ""
