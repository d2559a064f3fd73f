"""The operations of an avenant on a text, as values (model-sentences §2.2)."""

from enum import StrEnum

from docgen.amend.addresses import Address, Annex
from docgen.amend.lines import Line
from docgen.tree import Article, Inlines
from docgen.values import Struct


class Noun(StrEnum):
    """What the words aimed at are called in the sentence that changes them."""

    MOT = "mot"
    TAUX = "taux"
    SOMME = "somme"
    NOMBRE = "nombre"
    DATE = "date"
    ANNEE = "année"
    REFERENCE = "référence"


class ReplaceWords(Struct, frozen=True):
    """Put `new` in the place of the words `old`; once at each address, everywhere in it where `everywhere`.

    `unquoted` where the avenant says them without guillemets: « la date du 30 octobre ». `signed` is how the signed
    copy has the old words, empty where that is `old`. `throughout` where the whole text was meant. So in those below.
    """

    addresses: tuple[Address, ...]
    old: str
    new: Inlines
    noun: Noun = Noun.MOT
    everywhere: bool = False
    unquoted: bool = False
    signed: str = ""
    throughout: bool = False


class InsertWords(Struct, frozen=True):
    """Put `new` after the words `after`."""

    address: Address
    after: str
    new: Inlines
    signed: str = ""


class DeleteWords(Struct, frozen=True):
    """Take the words `old` out."""

    addresses: tuple[Address, ...]
    old: str
    everywhere: bool = False
    signed: str = ""
    throughout: bool = False


class ReplaceSentences(Struct, frozen=True):
    """Put `new` in the place of the sentences of an alinéa."""

    address: Address
    new: Inlines


class DeleteSentences(Struct, frozen=True):
    """Take sentences of an alinéa out."""

    address: Address


class CompleteAlinea(Struct, frozen=True):
    """Add `new` at the end of an alinéa: a sentence, or words put before its last sign."""

    address: Address
    new: Inlines
    sentence: bool = True


class ReplaceLines(Struct, frozen=True):
    """Put `new` in the place of alinéas or of an item."""

    address: Address
    new: tuple[Line, ...]


class InsertLines(Struct, frozen=True):
    """Put alinéas after the one of `address`; at the head of the article where it names none."""

    address: Address
    new: tuple[Line, ...]


class CompleteArticle(Struct, frozen=True):
    """Add alinéas at the end of an article."""

    address: Address
    new: tuple[Line, ...]


class DeleteLines(Struct, frozen=True):
    """Take alinéas or an item out."""

    address: Address


class ReplaceTitle(Struct, frozen=True):
    """Give an article, or the text where none is named, another title."""

    address: Address
    new: Inlines


class ReplaceRows(Struct, frozen=True):
    """Put rows in the place of rows of the article's table; a row is its cells."""

    address: Address
    new: tuple[tuple[Inlines, ...], ...]


class InsertRows(Struct, frozen=True):
    """Put rows after the row of `address`."""

    address: Address
    new: tuple[tuple[Inlines, ...], ...]


class DeleteRows(Struct, frozen=True):
    """Take rows of the article's table out."""

    address: Address


class ReplaceArticles(Struct, frozen=True):
    """Write articles anew; their numbers stay. `with_titles` where their titles change as well."""

    articles: tuple[Article, ...]
    with_titles: bool = True


class Place(StrEnum):
    """Where new articles go."""

    AFTER = "après"
    START = "début"
    END = "fin"


class InsertArticles(Struct, frozen=True):
    """Put articles after the article `where`, or at the start or end of the division `where`."""

    place: Place
    where: str
    articles: tuple[Article, ...]


class DeleteArticles(Struct, frozen=True):
    """Take articles out; no number changes."""

    numbers: tuple[str, ...]


class RestoreArticle(Struct, frozen=True):
    """Give a number that is free an article again, at its rank."""

    article: Article


class ReplaceAnnex(Struct, frozen=True):
    """Put the annex joined to the avenant in the place of the one of its number."""

    annex: Annex


class AddAnnex(Struct, frozen=True):
    """Add the annex joined to the avenant."""

    annex: Annex


class DeleteAnnex(Struct, frozen=True):
    """Take an annex out."""

    number: str


class Declare(Struct, frozen=True):
    """Say what changes no word of the text (a longer duration, another name, a new party).

    `article` is the one under which the consolidated text notes it, `partie` the party, by its id; both empty for
    none. `title` heads its article in the avenant, `note` is what the consolidated text says: `Durée prorogée`.
    """

    sentences: tuple[Inlines, ...]
    title: str
    article: str = ""
    note: str = ""
    partie: str = ""


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
