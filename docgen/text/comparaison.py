"""The comparison of two states of a text: what it is called, whose changes it shows, how to read them on paper."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from docgen.amend.compare import compare
from docgen.amend.words import changed
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

GENRE = "comparaison"


@dataclass(frozen=True, slots=True)
class Modifiant:
    """What changed the text: its id, its number ("1"), its day, who bears its changes, the name of the convention."""

    id: str
    numero: str
    date: date | None
    auteur: str
    convention: str


def write_comparaison(before: Document, after: Document, avenant: Modifiant) -> Document:
    """Return `after` with the changes since `before`, as those of `avenant`; it has no field to sign."""
    marked = compare(rebuilt(before, _as_is, _unsigned), rebuilt(after, _as_is, _unsigned))
    name = f"avenant n° {avenant.numero}"
    return replace(
        marked,
        kind=GENRE,
        id=avenant.id,
        title=f"Comparaison – {avenant.convention} et {name}",
        short_title=f"Comparaison – {avenant.convention} et {name}",
        dated=avenant.date,
        revision=Revision(f"Avenant n° {avenant.numero} – {avenant.auteur}", avenant.date, tuple(_legend(name))),
    )


def _as_is(content: Inlines) -> Inlines:
    return content


def _unsigned(node: Any) -> Any:
    return replace(node, name_of_field="", spoken="") if isinstance(node, Signature) else node


def _legend(name: str) -> tuple[Block, ...]:
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
