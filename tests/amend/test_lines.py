"""Alinéas are counted as the law counts them, and an article taken apart is put together again."""

from hypothesis import given

from docgen.amend.addresses import articles_of
from docgen.amend.lines import alineas, blocks_of, lines_of
from docgen.text.consolidation import signed_state
from docgen.tree import Heading, HeadingRole, Paragraph, ParagraphRole, Run
from tests.amend.dossiers import amended, convention_of
from tests.amend.texts import article_bodies, atlas_tree

ATLAS = [4, 7, 6, 6, 2, 1, 1, 3, 2, 5, 2, 1, 7, 7, 3, 2, 1, 3]
"""How many alinéas the circular of 20 October 2000 counts in each article of the Atlas convention."""


def test_the_articles_of_the_atlas_convention_count_their_alineas() -> None:
    assert [len(alineas(lines_of(article.body))) for article in articles_of(atlas_tree().body)] == ATLAS


def test_a_table_counts_one_and_each_item_one() -> None:
    dossier = amended()
    tree = signed_state(convention_of(dossier), dossier).tree
    assert [len(alineas(lines_of(article.body))) for article in articles_of(tree.body)] == [1, 7, 5, 4, 1, 1]


def test_heads_and_notes_are_no_alineas() -> None:
    head = Heading(HeadingRole.RUBRIQUE, 4, (Run("1. Moyens"),))
    note = Paragraph((Run("(Article modifié…)"),), ParagraphRole.NOTE_ARTICLE)
    body = (note, head, Paragraph((Run("Les moyens sont fixés."),)))
    assert alineas(lines_of(body)) == (2,)


@given(article_bodies())
def test_lines_put_together_are_the_article(body: tuple[Paragraph, ...]) -> None:
    assert blocks_of(lines_of(body)) == body


def test_the_atlas_articles_are_put_together_again() -> None:
    for article in articles_of(atlas_tree().body):
        assert blocks_of(lines_of(article.body)) == article.body
