"""The Atlas convention, and what an avenant makes of it: a rate, a date, a word, an item, an alinéa, an article."""

from functools import cache

from docgen.model.convention import Convention
from docgen.pipeline import load
from docgen.resources import samples_folder
from docgen.text.convention import write_convention
from docgen.text.words import words
from docgen.tree import (
    Article,
    Block,
    BulletList,
    Document,
    Heading,
    HeadingRole,
    Inlines,
    ListItem,
    Paragraph,
    ParagraphRole,
    Part,
    Run,
    Signatures,
    rebuilt,
)
from docgen.values import replace

WORDS = {
    "0,885": "1,2",
    "au moins deux fois": "au moins trois fois",
    "30\u00a0octobre": "15\u00a0novembre",
}
"""The words that the avenant replaces."""


@cache
def atlas() -> Document:
    """Return the convention as it was signed."""
    dossier, _ = load(samples_folder() / "atlas")
    convention = next(one for one in dossier.all(Convention) if one.id and "signer" not in one.id)
    return write_convention(convention, dossier)


@cache
def amended() -> Document:
    """Return the convention with other words, two new alinéas, an alinéa less, an article more, and no signature."""
    paper = rebuilt(atlas(), _other_words, _other_blocks)
    note = Paragraph(words("Convention signée le 12 mai 2021."))
    return replace(paper, sections=tuple(replace(one, blocks=_closed(one.blocks, note)) for one in paper.sections))


def _other_words(content: Inlines) -> Inlines:
    for old, new in WORDS.items():
        content = tuple(
            replace(one, text=one.text.replace(old, new)) if isinstance(one, Run) else one for one in content
        )
    return content


def _other_blocks(node: object) -> object:
    match node:
        case Article(number="14"):
            note = Paragraph(
                words("(Article modifié par l’article 1er de l’avenant n° 1.)"), ParagraphRole.NOTE_ARTICLE
            )
            return replace(node, body=(note, *map(_longer, node.body[:-1])))
        case Article(number="16"):
            return replace(node, body=(*node.body, Paragraph(words("Un état des dépenses est transmis."))))
        case Part() if any(isinstance(block, Article) and block.number == "18" for block in node.body):
            return replace(node, body=(*node.body, _one_more()))
    return node


def _longer(block: Block) -> Block:
    if not isinstance(block, BulletList):
        return block
    return replace(block, items=(ListItem(words("Au mois de février pour examiner l’exécution ;")), *block.items))


def _closed(blocks: tuple[Block, ...], note: Paragraph) -> tuple[Block, ...]:
    if not any(isinstance(block, Signatures) for block in blocks):
        return blocks
    return (*(block for block in blocks if not isinstance(block, Signatures)), note)


def _one_more() -> Article:
    head = Heading(HeadingRole.ARTICLE, 3, words("Article 19 – Transmission"))
    return Article("19", head, (Paragraph(words("L’OPCO Atlas transmet l’état des dépenses.")),))
