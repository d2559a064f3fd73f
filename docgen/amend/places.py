"""Where in a text some words stand, named as an avenant names places; quoted law is not looked into."""

from collections.abc import Iterator

from docgen.amend.addresses import TextTree, articles_of
from docgen.amend.lines import lines_of
from docgen.amend.passages import leaf_contents, spans
from docgen.tree import Article, Inlines


def places_of(words: str, text: TextTree) -> Iterator[str]:
    """Yield the places of `text` that hold `words`: its title, an article, an annex; none where they stand nowhere."""
    if spans(text.title, words):
        yield "l’intitulé"
    for article in articles_of(text.body):
        if any(spans(one, words) for one in contents_of(article)):
            yield f"l’article {article.number}"
    for annex in text.annexes:
        if any(spans(one, words) for one in leaf_contents(annex.blocks)):
            yield f"l’annexe {annex.number}".rstrip()


def contents_of(article: Article) -> Iterator[Inlines]:
    """Yield the contents of the title and of the lines of `article`, but for those that quote a law."""
    yield article.head.content
    for line in lines_of(article.body):
        if not line.quoted:
            yield from leaf_contents(line.block)
