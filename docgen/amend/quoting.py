"""New words between guillemets, as an avenant quotes them: reopened at the head of each alinéa, closed once."""

import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.amend.lines import Line, lines_of
from docgen.amend.passages import joined
from docgen.tree import Article, Block, Break, Inlines, ListItem, Paragraph, ParagraphRole, Run, Table, text_of
from docgen.values import replace

_OPENING, _CLOSING = "«\u00a0", "\u00a0»"
_INNER = ((re.compile(r"«[ \u00a0\u202f]*"), "“"), (re.compile(r"[ \u00a0\u202f]*»"), "”"))


def quoted_words(content: Inlines) -> Inlines:
    """Return words between guillemets, guillemets inside them turned into “ ”."""
    return joined((Run(_OPENING),), _inner(content), (Run(_CLOSING),))


def signed_words(text: str) -> Inlines:
    """Return words of the signed text between guillemets, its own signs kept."""
    return (Run(f"{_OPENING}{_with_inner_marks(text.strip())}{_CLOSING}"),)


def quoted_articles(articles: Iterable[Article], *, titles: bool) -> Iterator[Inlines]:
    """Yield the alinéas of articles to be quoted, each with its head first where `titles`."""
    for article in articles:
        if titles:
            yield article.head.content
        yield from alineas_of(lines_of(article.body))


def alineas_of(lines: Iterable[Line]) -> Iterator[Inlines]:
    """Yield the words of each line to be quoted; an item keeps its dash, a row of a table its cells."""
    for line in lines:
        match line.block:
            case ListItem():
                yield (Run("– "), *line.content)
            case Table():
                yield from ((Run(" | ".join(text_of(cell) for cell in row.cells)),) for row in line.block.rows)
            case _:
                yield line.content


def quotation(alineas: Sequence[Inlines], *, reopened: bool, end: str) -> tuple[Block, ...]:
    """Return the quoted alinéas, one paragraph each; `end` closes the sentence where the quoted text does not.

    A full stop that belongs to the quoted text is not followed by another; a semicolon is.
    """
    last = len(alineas) - 1
    result: list[Block] = []
    for rank, content in enumerate(alineas):
        opening = _OPENING if rank == 0 or reopened else ""
        closing = _CLOSING + _ending(content, end) if rank == last else ""
        words = joined((Run(opening),), _inner(content), (Run(closing),))
        result.append(Paragraph(words, ParagraphRole.ALINEA))
    return tuple(result)


def _ending(content: Inlines, end: str) -> str:
    stopped = text_of(content).rstrip().endswith((".", "!", "?", "…"))
    return "" if end == "." and stopped else end


def _inner(content: Inlines) -> Inlines:
    spaced = (Run(" ") if isinstance(one, Break) else one for one in content)
    return tuple(_inline(one) if isinstance(one, Run) else one for one in spaced)


def _inline(run: Run) -> Run:
    return replace(run, text=_with_inner_marks(run.text))


def _with_inner_marks(text: str) -> str:
    for outer, mark in _INNER:
        text = outer.sub(mark, text)
    return text
