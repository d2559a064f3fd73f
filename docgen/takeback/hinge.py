"""The hinge of a convention ("Il est convenu ce qui suit :"), which the data give and the Markdown does not repeat."""

import re
from collections.abc import Sequence

from docgen.findings import Finding
from docgen.takeback.doubts import doubt
from docgen.takeback.lines import Line
from docgen.takeback.sorting import Kind, Passage

_HINGE = re.compile(
    r"(?:(?:ceci|cela) (?:étant )?exposé, )?"
    r"(?:il (?:est|a été)|les parties (?:sont convenues|ont convenu)|(?:sont|ont) convenus?).{0,60}\bce qui suit\s*:?",
    re.IGNORECASE,
)


def without_hinge(passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
    """Return `passages` without the hinge that stands before the first article, and what to type instead of it."""
    first = next((rank for rank, one in enumerate(passages) if one.kind is Kind.ARTICLE), 0)
    for rank, passage in enumerate(passages[:first]):
        if passage.kind is Kind.TEXT and isinstance(passage.item, Line) and _HINGE.fullmatch(passage.item.text.strip()):
            words = passage.item.text.strip()
            message = f"« {words} » est pris pour la charnière : elle se donne dans le fichier YAML, pas dans le texte."
            found = doubt("REP-09", message, f'Écrivez dans la convention : charniere: "{words}"')
            return (*passages[:rank], *passages[rank + 1 :]), (found,)
    return tuple(passages), ()
