"""The text models of papers other than the convention: blocks made of a model and of its values."""

from collections.abc import Iterator
from datetime import date

from docgen.model.convention import Convention
from docgen.text.citations import convention_courte, convention_longue
from docgen.text.convention_values import convention_values
from docgen.text.markdown import blocks, nodes
from docgen.text.models import text_model
from docgen.text.names import forms
from docgen.text.numbering import article_head, numbered
from docgen.text.values import Values, substitute
from docgen.tree import Article, Block, Heading, HeadingRole
from docgen.values import replace

_CITED = ("convention.citee", "convention.courte")
_MISSING = {f"{name}.{form}": "convention" for name in (*_CITED, "opco") for form in ("le", "Le", "de", "a")}


def values_of(convention: Convention | None, jour: date | None) -> Values:
    """Return the values that every paper of a convention may name, with the names of `jour`.

    They are the values of its text, and the convention itself as `convention.citee` (date and parties) and
    `convention.courte` (date). While the convention is missing, naming one leaves a hole.
    """
    if convention is None:
        return Values(words=dict.fromkeys(_MISSING), titles=_MISSING)
    values = convention_values(convention, jour)
    cited = forms("convention.citee", convention_longue(convention, jour))
    short = forms("convention.courte", convention_courte(convention))
    return replace(values, words={**values.words, **cited, **short})


def written(name: str, values: Values, level: int = 2) -> Iterator[Block]:
    """Yield the blocks of the text model `name`, its articles numbered by their place, headed at `level`.

    Raises TemplateError where docgen has no such model.
    """
    cut = nodes(text_model(name))
    numbers = numbered(cut, first_as_1er=True)
    cited = {f"article.{node.key}": number for node, number in zip(cut, numbers, strict=True) if node.key and number}
    known = replace(values, words={**values.words, **cited})
    for node, number in zip(cut, numbers, strict=True):
        body = tuple(blocks(node.body, known, level + 1))
        if number:
            head = substitute(article_head(node, number), known)
            yield Article(number, Heading(HeadingRole.ARTICLE, level, head), body)
        else:
            yield from body
