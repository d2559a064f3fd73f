"""Alinéas are counted as the law counts them, and an article taken apart is put together again."""

from hypothesis import given

from docgen.amend.addresses import articles_of
from docgen.amend.lines import alineas, blocks_of, lines_of
from docgen.text.avenant import write_avenant
from docgen.text.consolidation import signed_state, step_of
from docgen.tree import Heading, HeadingRole, Paragraph, ParagraphRole, Run, text_of
from tests.amend.dossiers import amended, avenant, avenant_of, convention_of
from tests.amend.texts import article_bodies, atlas_tree
from tests.text.dossiers import words_of

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


def test_a_return_to_the_line_opens_an_alinea_in_the_text_and_in_new_wording() -> None:
    text = "## Article 1er – Objet\n\nUn  \ndeux.\n\n- trois\\\n  quatre ;\n- cinq.\n\n> Art. L. 1\n> six  \n> sept\n"
    operation = {"verbe": "completer", "article": 1, "texte": "Huit  \nneuf."}
    dossier = amended(avenant(1, operation), text=text)
    step = step_of(avenant_of(dossier), dossier)
    assert step
    (before,), (after,) = (list(articles_of(state.tree.body)) for state in (step.before, step.after))
    said = [text_of(line.content).replace("\u202f", " ") for line in lines_of(before.body)]
    assert said == ["Un", "deux.", "trois", "quatre ;", "cinq.", "Art. L. 1 six", "sept"]
    assert len(alineas(lines_of(after.body))) == len(said) + 2
    said = words_of(write_avenant(avenant_of(dossier), dossier))
    assert "L’article 1er est complété par deux alinéas ainsi rédigés :" in said


@given(article_bodies())
def test_lines_put_together_are_the_article(body: tuple[Paragraph, ...]) -> None:
    assert blocks_of(lines_of(body)) == body


def test_the_atlas_articles_are_put_together_again() -> None:
    for article in articles_of(atlas_tree().body):
        assert blocks_of(lines_of(article.body)) == article.body
