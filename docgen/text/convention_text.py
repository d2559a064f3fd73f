"""The text of a convention, from its visas to its last article."""

from collections.abc import Iterator, Sequence
from datetime import date

from docgen.amend.lines import by_returns
from docgen.dossier import Dossier
from docgen.model.convention import Action, ArticleModifie, Convention
from docgen.read.cited import text_of_file
from docgen.text.convention_values import MANQUANT, values_at
from docgen.text.markdown import Node, blocks, nodes
from docgen.text.models import text_model
from docgen.text.numbering import article_head, numbered
from docgen.text.values import Values, substitute
from docgen.text.words import hole, words
from docgen.tree import Article, Block, Heading, HeadingRole, Paragraph, Part
from docgen.values import replace

MODELE = "convention-cooperation"
"""The text model of a convention that has no text of its own."""


def source_of(convention: Convention, dossier: Dossier) -> str | None:
    """Return the Markdown of the convention's text, its own or the model's; None where its own is not there.

    A character that no paper can hold is a space, as in the files of the dossier.
    """
    if convention.texte is None:
        return text_model(MODELE)
    content = dossier.file(convention, convention.texte)
    return text_of_file(content, convention.texte) if content is not None else None


def text_blocks(convention: Convention, dossier: Dossier, jour: date | None) -> Iterator[Block]:
    """Yield the blocks of the text: visas, divisions with their articles."""
    source = source_of(convention, dossier)
    if source is None:
        yield Paragraph(hole(f"texte de la convention ({convention.texte})"))
        return
    cut = modified(nodes(source), convention.articles)
    numbers = numbered(cut, first_as_1er=bool(convention.article_1er))
    values = values_at(convention, jour, dossier)
    cited = {f"article.{key}": number for key, number in articles_of(convention, dossier).items()}
    yield from _assembled(convention, cut, numbers, replace(values, words={**values.words, **cited}))


def articles_of(convention: Convention | None, dossier: Dossier) -> dict[str, str]:
    """Return the numbers of the articles of the text by their names (`communication`); those without a name are left.

    Empty where the text is not there.
    """
    source = source_of(convention, dossier) if convention else None
    if convention is None or source is None:
        return {}
    cut = modified(nodes(source), convention.articles)
    numbers = numbered(cut, first_as_1er=bool(convention.article_1er))
    return {node.key: number for node, number in zip(cut, numbers, strict=True) if node.key and number}


def modified(cut: Sequence[Node], changes: Sequence[ArticleModifie]) -> tuple[Node, ...]:
    """Return the nodes with the articles that this convention replaces, adds or leaves out."""
    result = list(cut)
    for change in changes:
        aimed = change.apres if change.action is Action.AJOUTER else change.article
        index = next((rank for rank, node in enumerate(result) if aimed and node.key == aimed), None)
        if index is None or change.article is None:
            continue
        if change.action is Action.RETIRER:
            del result[index]
        elif change.action is Action.REMPLACER:
            result[index] = _typed(change, result[index].head)
        elif change.action is Action.AJOUTER:
            result.insert(index + 1, _typed(change, ""))
    return tuple(result)


def _typed(change: ArticleModifie, head: str) -> Node:
    body = nodes(change.texte or f"{{{{{MANQUANT}}}}}")
    return Node(2, change.titre or head, change.article or "", tuple(child for node in body for child in node.body))


def _assembled(convention: Convention, cut: Sequence[Node], numbers: Sequence[str], values: Values) -> Iterator[Block]:
    hinge = (Paragraph(words(convention.charniere)),) if convention.charniere else ()
    first_article = next((rank for rank, node in enumerate(cut) if node.level == 2), len(cut))
    start = first_article - 1 if first_article and cut[first_article - 1].level == 1 else first_article
    index = 0
    while index < len(cut):
        node = cut[index]
        if index == start:
            yield from hinge
        end = next((rank for rank in range(index + 1, len(cut)) if cut[rank].level == 1), len(cut))
        if node.level == 1:
            articles = [_article(cut[rank], numbers[rank], values, 3) for rank in range(index + 1, end)]
            head = Heading(HeadingRole.PARTIE, 2, substitute(node.head, values))
            yield Part(head, (*by_returns(blocks(node.body, values)), *articles))
            index = end
            continue
        if node.level == 2:
            yield _article(node, numbers[index], values, 2)
        else:
            yield from by_returns(blocks(node.body, values))
        index += 1


def _article(node: Node, number: str, values: Values, level: int) -> Article:
    head = Heading(HeadingRole.ARTICLE, level, substitute(article_head(node, number), values))
    return Article(number, head, tuple(by_returns(blocks(node.body, values, level + 1))))
