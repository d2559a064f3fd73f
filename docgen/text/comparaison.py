"""The comparison of two states of a text: what it is called, whose changes it shows, how to read them on paper."""

from typing import Any

from docgen.amend.compare import compare
from docgen.amend.words import changed
from docgen.dossier import Dossier
from docgen.french import typeset
from docgen.model.avenant import Avenant
from docgen.text.citations import auteur, convention_courte
from docgen.text.consolidated import trees_of
from docgen.text.consolidation import step_of
from docgen.text.words import words
from docgen.tree import (
    Block,
    Change,
    Document,
    Heading,
    HeadingRole,
    Inlines,
    Paragraph,
    ParagraphRole,
    Revision,
    Signature,
    rebuilt,
)
from docgen.values import replace

KIND = "comparaison"


def write_comparaison(avenant: Avenant, dossier: Dossier) -> Document | None:
    """Return the convention before and after `avenant` in one; None where the dossier lacks the convention."""
    trees = trees_of(avenant, dossier)
    step = step_of(avenant, dossier)
    if trees is None or step is None:
        return None
    origin = step.before.origin
    convention = convention_courte(origin).bare
    name = f"avenant n° {avenant.numero or '…'}"
    title = typeset(f"Comparaison – {convention[:1].upper()}{convention[1:]} et {name}")
    marked = replace(compared_texts(*trees), kind=KIND, id=avenant.id or "sans-id", title=title, short_title=title)
    author = f"{name[:1].upper()}{name[1:]} – {auteur(origin, dossier.maison.auteur)}"
    day = avenant.datee_du
    return replace(marked, dated=day, revision=Revision(author, day, legend(name)))


def compared_texts(before: Document, after: Document) -> Document:
    """Return `after` with its changes since `before`, and no field to sign."""
    return compare(rebuilt(before, _as_is, _unsigned), rebuilt(after, _as_is, _unsigned))


def _as_is(content: Inlines) -> Inlines:
    return content


def _unsigned(node: Any) -> Any:
    return replace(node, name_of_field="", spoken="", signed=()) if isinstance(node, Signature) else node


def legend(name: str) -> tuple[Block, ...]:
    """Return how to read, on paper, the changes of the avenant called `name` ("avenant n° 1")."""
    subtitle = words(f"texte en vigueur avant l’{name} / texte résultant de l’{name}")
    said = (
        *words("Les mots ajoutés sont "),
        *changed(words("soulignés et précédés du signe [+]"), Change.INSERTED),
        *words(" ; les mots supprimés sont "),
        *changed(words("barrés et précédés du signe [−]"), Change.DELETED),
        *words(". Un trait vertical dans la marge signale chaque alinéa modifié."),
    )
    return (
        Heading(HeadingRole.TITRE_PAPIER, 1, words("COMPARAISON")),
        Paragraph(subtitle, ParagraphRole.SOUS_TITRE),
        Paragraph(said, ParagraphRole.MENTION_TEXTE),
    )
