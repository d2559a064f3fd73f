"""The numbers of the articles that other papers cite: those of their convention's own text, found by name."""

from functools import lru_cache

from docgen.dossier import Dossier
from docgen.model.convention import ArticleModifie, Convention
from docgen.text.convention_text import modified, source_of
from docgen.text.markdown import nodes
from docgen.text.numbering import numbered

COMMUNICATION = "communication"
COMITE = "comite"
ENVIRONNEMENTS_NUMERIQUES = "environnements-numeriques"
FINANCEMENT = "financement"


def article_cited(convention: Convention | None, dossier: Dossier, key: str) -> str | None:
    """Return `article 16`: the number, in the text of `convention`, of the article named `key`.

    None where the text has no article of that name, so that no paper cites an article that does not exist.
    """
    source = source_of(convention, dossier) if convention else None
    if convention is None or source is None:
        return None
    number = _numbers(source, convention.articles, bool(convention.article_1er)).get(key)
    return f"article\u00a0{number}" if number else None


@lru_cache(maxsize=64)
def _numbers(source: str, changes: tuple[ArticleModifie, ...], first_as_1er: bool) -> dict[str, str]:
    cut = modified(nodes(source), changes)
    numbers = numbered(cut, first_as_1er=first_as_1er)
    return {node.key: number for node, number in zip(cut, numbers, strict=True) if node.key}
