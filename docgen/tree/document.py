"""The document: sections of pages, and what names the paper."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from docgen.tree.blocks import Block
from docgen.tree.changes import Change
from docgen.values import Struct


class PageKind(StrEnum):
    """The pages of the house, whose margins and furniture the style sheets own."""

    GARDE = "garde"
    TEXTE = "texte"
    FORMULAIRE = "formulaire"
    PAYSAGE = "paysage"


class Family(StrEnum):
    """The four page families: which template draws a document."""

    ACTE = "acte"
    FORMULAIRE = "formulaire"
    LETTRE = "lettre"
    RAPPORT = "rapport"


class Section(Struct, frozen=True):
    """A run of pages of one kind; it starts on a new page.

    In a pack, `anchor` is what its contents lead to, `bookmark` its name in the outline, and `short_title` the words
    at the foot of its pages; each is empty elsewhere.
    """

    page: PageKind
    blocks: tuple[Block, ...]
    anchor: str = ""
    bookmark: str = ""
    short_title: str = ""
    change: Change = Change.KEPT


class Revision(Struct, frozen=True):
    """Whose changes a comparison shows, and of what day (None for a project).

    `preface` says how to read them where the format has no tracked changes of its own; Word, which has, leaves it out,
    so that what is left once all changes are accepted, or rejected, is the text and nothing else.
    """

    author: str
    moment: date | None
    preface: tuple[Block, ...] = ()


class Document(Struct, frozen=True):
    """One paper.

    `kind` and `id` name it (`fiche-action`, `2021-03`); `stem` is the name of its files without suffix.
    `title` is the metadata title, `short_title` the words at the foot of each page, `author` the metadata author.
    `dated` is the day on which the metadata rest, None where the document has no date yet.
    `revision` is whose changes the tree bears, None where it is no comparison.
    """

    kind: str
    id: str
    title: str
    short_title: str
    author: str
    family: Family
    sections: tuple[Section, ...]
    dated: date | None = None
    draft: bool = False
    language: str = "fr-FR"
    revision: Revision | None = None

    @property
    def stem(self) -> str:
        """The name of the files, without suffix: `fiche-action-2021-03`, `…-projet` for a draft."""
        return f"{self.kind}-{self.id}" + ("-projet" if self.draft else "")

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks of all sections, outermost only."""
        return (block for section in self.sections for block in section.blocks)
