"""Where in a text some words stand, named as an avenant names places; quoted law and visas are not looked into."""

from collections.abc import Iterator, Sequence

from docgen.amend.addresses import TextTree, articles_of
from docgen.amend.lines import lines_of
from docgen.amend.passages import leaf_contents, spans
from docgen.tree import Article, Block, Inlines, Paragraph, ParagraphRole, Part, text_of

PREAMBLE = "le préambule"
DIVISION = "la partie «"
"""How the place begins of what stands in a division, outside of its articles."""


def places_of(words: str, text: TextTree) -> Iterator[str]:
    """Yield the places of `text` that hold `words`: its title, what stands outside its articles, an article, an annex.

    None where they stand nowhere.
    """
    yield from places_of_any((words,), text)


def places_of_any(forms: Sequence[str], text: TextTree, but: Sequence[str] = ()) -> Iterator[str]:
    """Yield the places of `text` that hold some words in one of `forms`, where they are not part of words of `but`."""
    held = dict.fromkeys(where for where, content in _everything(text) if _holds(content, forms, but))
    yield from held


def _holds(content: Inlines, forms: Sequence[str], but: Sequence[str]) -> bool:
    found = [span for words in forms for span in spans(content, words)]
    wider = [span for words in but for span in spans(content, words)] if found else []
    return any(not any(low <= start and end <= high for low, high in wider) for start, end in found)


def _everything(text: TextTree) -> Iterator[tuple[str, Inlines]]:
    yield "l’intitulé", text.title
    yield from outside_articles(text)
    for article in articles_of(text.body):
        yield from ((f"l’article {article.number}", content) for content in contents_of(article))
    for annex in text.annexes:
        yield from ((f"l’annexe {annex.number}".rstrip(), content) for content in leaf_contents(annex.blocks))


def outside_articles(text: TextTree) -> Iterator[tuple[str, Inlines]]:
    """Yield what stands in no article and no annex, with its place: the preamble, the head of a division.

    No operation of an avenant reaches it; visas are left out.
    """
    begun = False
    for block in text.body:
        if isinstance(block, Article):
            begun = True
        elif isinstance(block, Part):
            begun = begun or any(articles_of((block,)))
            where = f"{DIVISION} {text_of(block.head.content)} »" if begun else PREAMBLE
            own = (block.head, *(one for one in block.body if not isinstance(one, Article)))
            yield from ((where, content) for content in _contents(own))
        else:
            yield from ((PREAMBLE, content) for content in _contents((block,)))


def contents_of(article: Article) -> Iterator[Inlines]:
    """Yield the contents of the title and of the lines of `article`, but for those that quote a law."""
    yield article.head.content
    yield from _contents(article.body)


def _contents(blocks: Sequence[Block]) -> Iterator[Inlines]:
    for line in lines_of(blocks):
        visa = isinstance(line.block, Paragraph) and line.block.role is ParagraphRole.VISA
        if not line.quoted and not visa:
            yield from leaf_contents(line.block)
