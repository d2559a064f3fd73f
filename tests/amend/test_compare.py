"""A comparison shows both texts, marks no more than what changed, and gives both back."""

import re

import pytest
from hypothesis import HealthCheck, given, settings

from docgen.amend.compare import accepted, compare, normal, rejected
from docgen.text.words import words
from docgen.tree import (
    Article,
    Band,
    Block,
    BulletList,
    Change,
    Choices,
    Column,
    Document,
    FieldGrid,
    Heading,
    HeadingRole,
    Inlines,
    Labelled,
    LabelledText,
    ListItem,
    Paragraph,
    Row,
    Run,
    Signature,
    Signatures,
    Table,
    Tick,
    TickLine,
    TickPanel,
    leaves,
    text_of,
)
from docgen.values import replace
from tests.amend.atlas import amended, atlas
from tests.layout.pdf.trees import DOCUMENTS, document, edited

any_trees = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def shown(content: Inlines) -> str:
    """Return a line as a person would write it: [-old-]{+new+}."""
    signs = {Change.DELETED: ("[-", "-]"), Change.INSERTED: ("{+", "+}"), Change.KEPT: ("", "")}
    return "".join(signs[one.change][0] + text_of((one,)) + signs[one.change][1] for one in content)


def of_words(before: str, after: str) -> str:
    """Return two alinéas compared."""
    marked = compare(document(Paragraph(words(before))), document(Paragraph(words(after))))
    (block,) = marked.blocks
    assert isinstance(block, Paragraph)
    return shown(block.content).replace("\u00a0", " ").replace("\u202f", " ")


def of_blocks(before: tuple[Block, ...], after: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(compare(document(*before), document(*after)).blocks)


@any_trees
@given(before=DOCUMENTS, after=DOCUMENTS)
def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old_one(before: Document, after: Document) -> None:
    marked = compare(before, after)
    assert accepted(marked) == normal(after)
    assert rejected(marked).sections == normal(before).sections


@any_trees
@given(papers=edited())
def test_papers_of_the_same_blocks_give_both_states_back(papers: tuple[Document, Document]) -> None:
    before, after = papers
    marked = compare(before, after)
    assert accepted(marked) == normal(after)
    assert rejected(marked).sections == normal(before).sections


@any_trees
@given(paper=DOCUMENTS)
def test_a_text_compared_with_itself_bears_no_change(paper: Document) -> None:
    marked = compare(paper, paper)
    assert marked == normal(paper)
    assert accepted(marked) == rejected(marked)


CASES = [
    (
        "dans la limite de 0,885 % des fonds gérés par l’OPCO",
        "dans la limite de 1,2 % des fonds gérés par l’OPCO",
        "dans la limite de [-0,885 %-]{+1,2 %+} des fonds gérés par l’OPCO",
    ),
    ("un plafond de 12 000,00 €.", "un plafond de 12 500,00 €.", "un plafond de [-12 000,00 €-]{+12 500,00 €+}."),
    ("Avant le 30 octobre pour", "Avant le 15 novembre pour", "Avant le [-30 octobre-]{+15 novembre+} pour"),
    ("du 12 mai 2021 au", "du 12 mai 2022 au", "du [-12 mai 2021-]{+12 mai 2022+} au"),
    ("le 1er mai 2021,", "le 1er juin 2021,", "le [-1-][-er-][- mai 2021-]{+1+}{+er+}{+ juin 2021+},"),
    (
        "visé à l’article L. 6332-1 du code",
        "visé à l’article L. 6332-14 du code",
        "visé à l’article [-L. 6332-1-]{+L. 6332-14+} du code",
    ),
    (
        "se réunit deux fois par an",
        "se réunit au moins trois fois par an",
        "se réunit [-deux-]{+au moins trois+} fois par an",
    ),
    ("se réunit deux fois par an", "se réunit deux fois", "se réunit deux fois[- par an-]"),
    ("les actions et projets", "les actions communes et projets", "les actions {+communes +}et projets"),
]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_the_grain_is_the_word_and_no_figure_or_date_is_cut_in_two(before: str, after: str, expected: str) -> None:
    assert of_words(before, after) == expected


def test_two_replacements_that_a_space_parts_are_one() -> None:
    assert of_words("avis favorable écrit du comité", "avis conforme motivé du comité") == (
        "avis [-favorable écrit-]{+conforme motivé+} du comité"
    )


def test_an_alinea_without_a_like_is_added_or_taken_out_whole() -> None:
    first, second = Paragraph(words("Le comité se réunit.")), Paragraph(words("Un bilan annuel est publié."))
    other = Paragraph(words("Chaque partie nomme un référent."))
    assert of_blocks((first, second), (first, other)) == (
        first,
        replace(second, change=Change.DELETED),
        replace(other, change=Change.INSERTED),
    )


def article(number: str, *texts: str) -> Article:
    head = Heading(HeadingRole.ARTICLE, 2, words(f"Article {number} – Objet"))
    return Article(number, head, tuple(Paragraph(words(text)) for text in texts))


def test_an_article_is_compared_with_the_article_of_its_number_whatever_its_words() -> None:
    marked = of_blocks(
        (article("1", "Le présent texte."), article("2", "Une durée de deux ans.")),
        (article("1", "Rien de commun."), article("1-1", "Ajout."), article("2", "Une durée de trois ans.")),
    )
    assert [(one.number, one.change) for one in marked if isinstance(one, Article)] == [
        ("1", Change.KEPT),
        ("1-1", Change.INSERTED),
        ("2", Change.KEPT),
    ]


def test_what_moved_is_taken_out_here_and_added_there() -> None:
    one, two, three = article("1", "Un."), article("2", "Deux."), article("3", "Trois.")
    changes = [block.change for block in of_blocks((one, two, three), (two, three, one))]
    assert sorted(changes) == [Change.KEPT, Change.KEPT, Change.INSERTED, Change.DELETED]


def test_an_item_and_a_row_are_added_alone() -> None:
    items = [ListItem(words(text)) for text in ("au mois de mai ;", "avant le 31 mai ;", "en fin d’année.")]
    (marked,) = of_blocks((BulletList(tuple(items[1:])),), (BulletList(tuple(items)),))
    assert isinstance(marked, BulletList)
    assert [item.change for item in marked.items] == [Change.INSERTED, Change.KEPT, Change.KEPT]
    columns = (Column(words("Poste"), 3), Column(words("Montant"), 1))
    rows = [Row((words(head), words(amount))) for head, amount in (("Étude", "10,00"), ("Frais", "12,00"))]
    new = Row((words("Frais"), words("15,00")))
    (table,) = of_blocks((Table((), columns, tuple(rows)),), (Table((), columns, (new,)),))
    assert isinstance(table, Table)
    assert [row.change for row in table.rows] == [Change.DELETED, Change.KEPT]
    assert shown(table.rows[1].cells[1]) == "[-12,00-]{+15,00+}"


FORMS = [
    (
        Band(words("TITRE DE L’ACTION"), words("Parcours numérique")),
        Band(words("TITRE DE L’ACTION"), words("Parcours en ligne")),
        ["TITRE DE L’ACTION", "Parcours [-numérique-]{+en ligne+}"],
    ),
    (
        FieldGrid(((Labelled(words("Date :"), words("12 mai 2021")), Labelled(words("Fiche n° :"), words("3"))),)),
        FieldGrid(((Labelled(words("Date :"), words("13 mai 2021")), Labelled(words("Fiche n° :"), words("3"))),)),
        ["Date : [-12 mai 2021-]{+13 mai 2021+}", "Fiche n° : 3"],
    ),
    (
        TickPanel((TickLine(words("AVIS COPIL :"), (Tick("Favorable"), Tick("Réservé"))),)),
        TickPanel((TickLine(words("AVIS DU COMITÉ :"), (Tick("Favorable", ticked=True), Tick("Réservé"))),)),
        ["AVIS [-COPIL-]{+DU COMITÉ+} : [-Favorable-] {+Favorable+} Réservé"],
    ),
    (
        LabelledText(words("Si réservé :"), (words("néant"), words("Vu le 18 mai"))),
        LabelledText(words("Si réservé :"), (words("à revoir"), words("Vu le 18 mai"))),
        ["Si réservé : [-néant-]{+à revoir+}", "Vu le 18 mai"],
    ),
    (
        Choices((words("Banque"), words("Assurance"))),
        Choices((words("Banque"), words("Assurance"), words("Conseil"))),
        ["Banque", "Assurance", "{+Conseil+}"],
    ),
    (
        Signatures(((Signature(words("La présidente"), words("Claire DELMAS")),),)),
        Signatures(((Signature(words("La présidente"), words("Claire VERNET")),),)),
        ["La présidente", "Claire [-DELMAS-]{+VERNET+}"],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), FORMS)
def test_a_form_is_compared_cell_by_cell(before: Block, after: Block, expected: list[str]) -> None:
    lines = [shown(content) for content in leaves(of_blocks((before,), (after,)))]
    assert [line.replace("\u00a0", " ") for line in lines] == expected


def test_signature_blocks_are_taken_out_whole() -> None:
    block = Signatures(((Signature((Run("La présidente"),), (Run("Claire DELMAS"),)),),))
    assert of_blocks((block,), ()) == (replace(block, change=Change.DELETED),)


def test_of_the_atlas_convention_the_changed_words_alone_are_marked() -> None:
    marked = compare(atlas(), amended())
    assert accepted(marked) == normal(amended())
    assert rejected(marked).sections == normal(atlas()).sections
    lines: list[str] = []
    for content in leaves(marked.blocks):
        parts = re.findall(r"\[-.*?-\]|\{\+.*?\+\}", shown(content))
        lines += ["".join(parts)] if parts else []
    assert [line.replace("\u00a0", " ").replace("\u202f", " ") for line in lines] == [
        "[-deux-]{+trois+}",
        "[-30 octobre-]{+15 novembre+}",
        "[-0,885 %-]{+1,2 %+}",
    ]
