"""Blocks: what stands one below the other; some blocks hold blocks."""

from enum import StrEnum

from docgen.tree.changes import Change
from docgen.tree.chart import Chart
from docgen.tree.contents import Contents
from docgen.tree.inlines import Inlines, Tick
from docgen.tree.signs import Signatures, Signs
from docgen.values import Struct


class HeadingRole(StrEnum):
    """The headings of the house; the value is the name of the Word style."""

    TITRE_DOCUMENT = "Titre document"
    TITRE_PAPIER = "Titre papier"
    PARTIE = "Partie"
    ARTICLE = "Article titre"
    RUBRIQUE = "Rubrique"
    OBJET = "Objet"


class ParagraphRole(StrEnum):
    """The paragraphs of the house; the value is the name of the Word style."""

    ALINEA = "Alinéa"
    VISA = "Visa"
    SOUS_TITRE = "Sous-titre"
    CHARNIERE = "Charnière"
    GARDE_PARTIE = "Garde partie"
    PARTIE_NOMMEE = "Partie nommée"
    COTE = "Côté"
    REFERENCE = "Référence de loi"
    CITATION = "Citation de loi"
    FAIT = "Fait à"
    MENTION = "Mention"
    MENTION_TEXTE = "Mention texte"
    NOTE_ARTICLE = "Note d’article"
    ARRETE = "Arrêté"
    DESTINATAIRE = "Destinataire"
    LIEU_DATE = "Lieu et date"
    FORMULE = "Formule"
    SIGNATAIRE = "Signataire"
    AUTORITE = "Autorité"
    PIECES_JOINTES = "Pièces jointes"


class Heading(Struct, frozen=True):
    """A title; `level` (1–6) never skips one in a document."""

    role: HeadingRole
    level: int
    content: Inlines
    change: Change = Change.KEPT


class Paragraph(Struct, frozen=True):
    """One paragraph: an alinéa, a visa, a mention…"""

    content: Inlines
    role: ParagraphRole = ParagraphRole.ALINEA
    change: Change = Change.KEPT


class ListItem(Struct, frozen=True):
    """One item of a dash list, with the blocks (lists) that stand under it."""

    content: Inlines
    below: "tuple[Block, ...]" = ()
    change: Change = Change.KEPT


class BulletList(Struct, frozen=True):
    """A list whose markers (dashes) the writers draw."""

    items: tuple[ListItem, ...]
    change: Change = Change.KEPT


class Quote(Struct, frozen=True):
    """Quoted law: paragraphs of role REFERENCE (its first line) and CITATION."""

    paragraphs: tuple[Paragraph, ...]
    change: Change = Change.KEPT


class Article(Struct, frozen=True):
    """An article: its number as written ("12-1", "1er"), its head as printed, its alinéas."""

    number: str
    head: Heading
    body: "tuple[Block, ...]"
    change: Change = Change.KEPT


class Part(Struct, frozen=True):
    """A division of the text (PRÉAMBULE, I – AXES DE COOPÉRATION): its head and what stands under it."""

    head: Heading
    body: "tuple[Block, ...]"
    change: Change = Change.KEPT


class Align(StrEnum):
    """How the cells of a column are set."""

    LEFT = "left"
    AMOUNT = "amount"


class Column(Struct, frozen=True):
    """A column: its head, how it is set, and its share of the table's width (any unit; they are summed)."""

    head: Inlines
    width: float
    align: Align = Align.LEFT


class RowKind(StrEnum):
    """What a row of a table is."""

    BODY = "body"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    SHARE = "share"


class Row(Struct, frozen=True):
    """A row; as many cells as the table has columns, the first one being the row's head."""

    cells: tuple[Inlines, ...]
    kind: RowKind = RowKind.BODY
    change: Change = Change.KEPT


class Table(Struct, frozen=True):
    """A data table, with a caption and one head row that is repeated on each page.

    One `in_company` is never alone on a page: what it is to be read with comes before it.
    """

    caption: Inlines
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    change: Change = Change.KEPT
    in_company: bool = False


# ---------------------------------------------------------------- forms


class Band(Struct, frozen=True):
    """The title band of a form: a label on the accent colour, the title below. It is the document's level-1 heading."""

    label: Inlines
    value: Inlines
    change: Change = Change.KEPT


class Labelled(Struct, frozen=True):
    """`label` in the colour of labels, then the value, on one line."""

    label: Inlines
    value: Inlines


class FieldGrid(Struct, frozen=True):
    """The head of a form: columns of labelled values, read column after column."""

    columns: tuple[tuple[Labelled, ...], ...]
    change: Change = Change.KEPT


class TickLine(Struct, frozen=True):
    """A label, its tick boxes on one line, then what must be said of the choice."""

    label: Inlines
    ticks: tuple[Tick, ...]
    below: "tuple[Paragraph | LabelledText, ...]" = ()
    room: float = 0.0
    """Millimetres left free under the line on a blank form."""


class LabelledText(Struct, frozen=True):
    """A run-in label followed by one or more paragraphs of text."""

    label: Inlines
    content: tuple[Inlines, ...]
    change: Change = Change.KEPT


class TickPanel(Struct, frozen=True):
    """A framed panel of tick lines, parted by hairlines (the opinions of a fiche)."""

    lines: tuple[TickLine, ...]
    change: Change = Change.KEPT


class Choices(Struct, frozen=True):
    """Tick boxes in a grid of four columns, read line after line (the sectors of a fiche).

    A choice is a tick, followed by what was written beside its label ("Autre : …").
    """

    choices: tuple[Inlines, ...]
    change: Change = Change.KEPT


class Box(Struct, frozen=True):
    """A box of a form: a tinted head (a heading of level 2) and its body, which may flow over pages.

    `room` is the height of the body, in millimetres, on a blank form; 0 elsewhere.
    """

    title: Inlines
    body: "tuple[Block, ...]"
    room: float = 0.0
    change: Change = Change.KEPT


Block = (
    Heading
    | Paragraph
    | BulletList
    | Quote
    | Article
    | Part
    | Table
    | Chart
    | Contents
    | Band
    | FieldGrid
    | TickPanel
    | Choices
    | LabelledText
    | Box
    | Signs
    | Signatures
)
