"""Texts and valid operations on them, drawn at random."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from hypothesis import strategies as st

from docgen.amend.addresses import Address, TextTree, articles_of
from docgen.amend.lines import Line, alineas, blocks_of, lines_of, only_table
from docgen.amend.operations import (
    CompleteArticle,
    DeleteArticles,
    DeleteLines,
    DeleteRows,
    InsertArticles,
    InsertLines,
    InsertRows,
    Operation,
    Place,
    ReplaceArticles,
    ReplaceLines,
    ReplaceRows,
    ReplaceTitle,
    ReplaceWords,
)
from docgen.model.convention import Convention
from docgen.pipeline import load
from docgen.resources import samples_folder
from docgen.text.consolidation import signed_state
from docgen.tree import (
    Article,
    Block,
    BulletList,
    Heading,
    HeadingRole,
    Inlines,
    ListItem,
    Mark,
    Paragraph,
    Part,
    Quote,
    Row,
    Run,
    Table,
    text_of,
)
from docgen.tree.blocks import Column

WORDS = st.sampled_from("les parties comité avis 0,885 % l’article bilan 1er mai 2021 œuvre ; fonds d’État".split(" "))


@cache
def atlas_tree() -> TextTree:
    """Return the text of the Atlas convention, as signed."""
    dossier, _ = load(samples_folder() / "atlas")
    convention = next(one for one in dossier.all(Convention) if one.signee_le)
    return signed_state(convention, dossier).tree


def contents() -> st.SearchStrategy[Inlines]:
    """Draw words, plain or strong."""
    runs = st.builds(
        lambda words, strong: Run(" ".join(words) + " ", frozenset({Mark.STRONG}) if strong else frozenset()),
        st.lists(WORDS, min_size=1, max_size=6),
        st.booleans(),
    )
    return st.lists(runs, min_size=1, max_size=3).map(tuple)


def lists(depth: int = 1) -> st.SearchStrategy[BulletList]:
    """Draw a list, with lists under some of its items."""
    below: st.SearchStrategy[tuple[Block, ...]] = st.just(())
    if depth:
        below = st.one_of(below, lists(depth - 1).map(lambda one: (one,)))
    items = st.builds(ListItem, contents(), below)
    return st.lists(items, min_size=1, max_size=3).map(lambda found: BulletList(tuple(found)))


_COLUMNS = (Column((Run("Collège"),), 2.0), Column((Run("Voix"),), 1.0))


def rows() -> st.SearchStrategy[tuple[Inlines, ...]]:
    """Draw the cells of a row."""
    return st.tuples(contents(), contents())


def article_bodies() -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw the body of an article: paragraphs, lists, quoted law, a table."""
    paragraphs = st.builds(Paragraph, contents())
    quotes = st.lists(paragraphs, min_size=1, max_size=2).map(lambda found: Quote(tuple(found)))
    tables = st.lists(rows(), min_size=1, max_size=3).map(lambda found: Table((), _COLUMNS, tuple(map(Row, found))))
    return st.lists(st.one_of(paragraphs, paragraphs, lists(), quotes, tables), min_size=1, max_size=5).map(tuple)


def article(number: str, body: tuple[Block, ...]) -> Article:
    """Return an article of that number."""
    return Article(number, Heading(HeadingRole.ARTICLE, 3, (Run(f"Article {number} – Titre"),)), body)


@st.composite
def trees(draw: st.DrawFn) -> TextTree:
    """Draw a text of some articles in two divisions."""
    bodies = draw(st.lists(article_bodies(), min_size=2, max_size=5))
    articles = [article(str(number), body) for number, body in enumerate(bodies, 1)]
    cut = draw(st.integers(1, len(articles)))
    parts = (
        Part(Heading(HeadingRole.PARTIE, 2, (Run("I – ACTIONS"),)), tuple(articles[:cut])),
        Part(Heading(HeadingRole.PARTIE, 2, (Run("II – PILOTAGE"),)), tuple(articles[cut:])),
    )
    return TextTree((Run("convention"),), (Paragraph((Run("Vu le code,"),)), *parts))


@st.composite
def operations_on(draw: st.DrawFn, tree: TextTree) -> tuple[Operation, ...]:
    """Draw operations that aim at places which the text has, at most one an article, so that they never overlap."""
    chosen = draw(st.lists(st.sampled_from(list(articles_of(tree.body))), unique=True, max_size=4))
    return tuple(draw(_operation(one)) for one in chosen)


@st.composite
def _operation(draw: st.DrawFn, one: Article) -> Operation:
    lines = lines_of(one.body)
    rank = draw(st.integers(1, len(alineas(lines))))
    at = Address(one.number, alineas=(rank,))
    new = tuple(Line(Paragraph(content)) for content in draw(st.lists(contents(), min_size=1, max_size=2)))
    old = text_of(lines[alineas(lines)[rank - 1]].content).split()
    makers: list[st.SearchStrategy[Operation]] = [
        *_on_rows(one.number, lines),
        st.just(ReplaceLines(at, new)),
        st.just(InsertLines(at, new)),
        st.just(InsertLines(Address(one.number), new)),
        st.just(CompleteArticle(Address(one.number), new)),
        st.just(DeleteLines(at)),
        st.just(ReplaceTitle(Address(one.number), (Run("Autre titre"),))),
        st.just(ReplaceArticles((article(one.number, blocks_of(new)),))),
        st.just(InsertArticles(Place.AFTER, one.number, (article(f"{one.number}-1", ()),))),
        st.just(DeleteArticles((one.number,))),
    ]
    if old and not lines[alineas(lines)[rank - 1]].quoted:
        word = draw(st.sampled_from(old))
        makers.append(st.just(ReplaceWords((at,), word, (Run("nouveau"),), everywhere=True)))
    return draw(st.one_of(makers))


def _on_rows(number: str, lines: Sequence[Line]) -> Iterator[st.SearchStrategy[Operation]]:
    at = only_table(lines)
    table = lines[at].block if at is not None else None
    if isinstance(table, Table):
        aimed = st.integers(1, len(table.rows)).map(lambda rank: Address(number, rows=(rank,)))
        new = st.lists(rows(), min_size=1, max_size=2).map(tuple)
        yield st.builds(ReplaceRows, aimed, st.tuples(rows()))
        yield st.builds(InsertRows, aimed, new)
        yield st.builds(DeleteRows, aimed)
