"""The operations of an avenant on a text, as values (model-sentences §2.2)."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.amend.addresses import Address, Annex
from docgen.amend.lines import Line
from docgen.tree import Article, Inlines


class Noun(StrEnum):
    """What the words aimed at are called in the sentence that changes them."""

    MOT = "mot"
    TAUX = "taux"
    SOMME = "somme"
    NOMBRE = "nombre"
    DATE = "date"
    ANNEE = "année"
    REFERENCE = "référence"


@dataclass(frozen=True, slots=True)
class ReplaceWords:
    """Put `new` in the place of the words `old`; once at each address, everywhere in it where `everywhere`."""

    addresses: tuple[Address, ...]
    old: str
    new: Inlines
    noun: Noun = Noun.MOT
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class InsertWords:
    """Put `new` after the words `after`."""

    address: Address
    after: str
    new: Inlines


@dataclass(frozen=True, slots=True)
class DeleteWords:
    """Take the words `old` out."""

    addresses: tuple[Address, ...]
    old: str
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class ReplaceSentences:
    """Put `new` in the place of the sentences of an alinéa."""

    address: Address
    new: Inlines


@dataclass(frozen=True, slots=True)
class DeleteSentences:
    """Take sentences of an alinéa out."""

    address: Address


@dataclass(frozen=True, slots=True)
class CompleteAlinea:
    """Add `new` at the end of an alinéa: a sentence, or words put before its last sign."""

    address: Address
    new: Inlines
    sentence: bool = True


@dataclass(frozen=True, slots=True)
class ReplaceLines:
    """Put `new` in the place of alinéas or of an item."""

    address: Address
    new: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class InsertLines:
    """Put alinéas after the one of `address`; at the head of the article where it names none."""

    address: Address
    new: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CompleteArticle:
    """Add alinéas at the end of an article."""

    address: Address
    new: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DeleteLines:
    """Take alinéas or an item out."""

    address: Address


@dataclass(frozen=True, slots=True)
class ReplaceTitle:
    """Give an article, or the text where none is named, another title."""

    address: Address
    new: Inlines


@dataclass(frozen=True, slots=True)
class ReplaceRows:
    """Put rows in the place of rows of the article's table; a row is its cells."""

    address: Address
    new: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class InsertRows:
    """Put rows after the row of `address`."""

    address: Address
    new: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class DeleteRows:
    """Take rows of the article's table out."""

    address: Address


@dataclass(frozen=True, slots=True)
class ReplaceArticles:
    """Write articles anew; their numbers stay. `with_titles` where their titles change as well."""

    articles: tuple[Article, ...]
    with_titles: bool = True


class Place(StrEnum):
    """Where new articles go."""

    AFTER = "après"
    START = "début"
    END = "fin"


@dataclass(frozen=True, slots=True)
class InsertArticles:
    """Put articles after the article `where`, or at the start or end of the division `where`."""

    place: Place
    where: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class DeleteArticles:
    """Take articles out; no number changes."""

    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RestoreArticle:
    """Give a number that is free an article again, at its rank."""

    article: Article


@dataclass(frozen=True, slots=True)
class ReplaceAnnex:
    """Put the annex joined to the avenant in the place of the one of its number."""

    annex: Annex


@dataclass(frozen=True, slots=True)
class AddAnnex:
    """Add the annex joined to the avenant."""

    annex: Annex


@dataclass(frozen=True, slots=True)
class DeleteAnnex:
    """Take an annex out."""

    number: str


@dataclass(frozen=True, slots=True)
class Declare:
    """Say what changes no word of the text (a longer duration, another name, a new party).

    `article` is the one under which the consolidated text notes it, empty for none; `title` heads its article in the
    avenant, `note` is what the consolidated text says: `Durée prorogée`.
    """

    sentences: tuple[Inlines, ...]
    title: str
    article: str = ""
    note: str = ""


Operation = (
    ReplaceWords
    | InsertWords
    | DeleteWords
    | ReplaceSentences
    | DeleteSentences
    | CompleteAlinea
    | ReplaceLines
    | InsertLines
    | CompleteArticle
    | DeleteLines
    | ReplaceTitle
    | ReplaceRows
    | InsertRows
    | DeleteRows
    | ReplaceArticles
    | InsertArticles
    | DeleteArticles
    | RestoreArticle
    | ReplaceAnnex
    | AddAnnex
    | DeleteAnnex
    | Declare
)
