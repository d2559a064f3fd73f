"""The document tree: what a paper says, before any file format.

Everything that knows the law and the form makes a tree; everything that knows a file format draws one.
Word and PDF say the same words because they draw the same tree.

Three levels:

    Document   one paper: its titles, metadata and sections
    Section    a run of pages of one size and furniture
    Block      what stands one below the other; some blocks hold blocks
    Inline     what stands one after the other inside a block

Texts arrive here finished: French spaces are set, values agreed, numbers of articles and sections written out.
Only list markers, page numbers and fillable fields are left to the writers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

# ---------------------------------------------------------------- inlines


class Mark(StrEnum):
    """How a run differs from the text around it; the value is the name of the Word style, where there is one."""

    STRONG = "Fort"
    EMPHASIS = "Italique"
    SUPERSCRIPT = "Exposant"
    LABEL = "Étiquette"
    GUIDANCE = "Aide"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    text: str
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Hole:
    """A value that is missing or could not be read; printed `[à compléter : label]`."""

    label: str

    @property
    def text(self) -> str:
        """The words printed in place of the value."""
        return f"[à compléter\u00a0: {self.label}]"


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a block."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A ruled space that is left to be written in by hand; `width` in millimetres."""

    width: float = 42.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A drawn tick box followed by its label; `name` makes it fillable on a blank form.

    Its spoken alternative is "case cochée" or "case non cochée"; `text` is the label alone.
    """

    label: str
    ticked: bool = False
    name: str = ""

    @property
    def text(self) -> str:
        """The words printed beside the box."""
        return self.label


@dataclass(frozen=True, slots=True)
class FormField:
    """An empty, named field of a blank form: a content control in Word, room to write in PDF.

    `title` is its spoken name; `guidance` the grey words shown until it is filled, empty for none.
    """

    name: str
    title: str
    guidance: str = ""
    multiline: bool = False

    @property
    def text(self) -> str:
        """The words printed in the empty field."""
        return self.guidance


Inline = Run | Hole | Break | Blank | Tick | FormField
Inlines = tuple[Inline, ...]

# ---------------------------------------------------------------- blocks


class HeadingRole(StrEnum):
    """The headings of the house; the value is the name of the Word style."""

    TITRE_DOCUMENT = "Titre document"
    TITRE_PAPIER = "Titre papier"
    PARTIE = "Partie"
    ARTICLE = "Article titre"
    RUBRIQUE = "Rubrique"


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


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; `level` (1–6) never skips one in a document."""

    role: HeadingRole
    level: int
    content: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: an alinéa, a visa, a mention…"""

    content: Inlines
    role: ParagraphRole = ParagraphRole.ALINEA


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a dash list, with the blocks (lists) that stand under it."""

    content: Inlines
    below: "tuple[Block, ...]" = ()


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list whose markers (dashes) the writers draw."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted law: paragraphs of role REFERENCE (its first line) and CITATION."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its number as written ("12-1", "1er"), its head as printed, its alinéas."""

    number: str
    head: Heading
    body: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Part:
    """A division of the text (PRÉAMBULE, I – AXES DE COOPÉRATION): its head and what stands under it."""

    head: Heading
    body: "tuple[Block, ...]"


class Align(StrEnum):
    """How the cells of a column are set."""

    LEFT = "left"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Column:
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


@dataclass(frozen=True, slots=True)
class Row:
    """A row; as many cells as the table has columns, the first one being the row's head."""

    cells: tuple[Inlines, ...]
    kind: RowKind = RowKind.BODY


@dataclass(frozen=True, slots=True)
class Table:
    """A data table, with a caption and one head row that is repeated on each page."""

    caption: Inlines
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The title band of a form: a label on the accent colour, the title below. It is the document's level-1 heading."""

    label: Inlines
    value: Inlines


@dataclass(frozen=True, slots=True)
class Labelled:
    """`label` in the colour of labels, then the value, on one line."""

    label: Inlines
    value: Inlines


@dataclass(frozen=True, slots=True)
class FieldGrid:
    """The head of a form: columns of labelled values, read column after column."""

    columns: tuple[tuple[Labelled, ...], ...]


@dataclass(frozen=True, slots=True)
class TickLine:
    """A label, its tick boxes on one line, then what must be said of the choice."""

    label: Inlines
    ticks: tuple[Tick, ...]
    below: "tuple[Paragraph | LabelledText, ...]" = ()
    room: float = 0.0
    """Millimetres left free under the line on a blank form."""


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A run-in label followed by one or more paragraphs of text."""

    label: Inlines
    content: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class TickPanel:
    """A framed panel of tick lines, parted by hairlines (the opinions of a fiche)."""

    lines: tuple[TickLine, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Tick boxes in a grid of four columns, read line after line (the sectors of a fiche).

    A choice is a tick, followed by what was written beside its label ("Autre : …").
    """

    choices: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a form: a tinted head (a heading of level 2) and its body, which may flow over pages.

    `room` is the height of the body, in millimetres, on a blank form; 0 elsewhere.
    """

    title: Inlines
    body: "tuple[Block, ...]"
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class Logo:
    """A mark to draw: the bytes of a vector (SVG) or raster (PNG, JPEG) file and its spoken alternative.

    `width` is in millimetres.
    """

    content: bytes = field(repr=False)
    media_type: str
    alternative: str
    width: float


@dataclass(frozen=True, slots=True)
class NameStack:
    """A name in text at the place of a mark: lines set as a stack, and a motto below it, in italics."""

    lines: tuple[str, ...]
    motto: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signs:
    """The zone of signs at the head of a page: State blocks leftmost, partners at the right."""

    state: tuple[Logo | NameStack, ...]
    partners: tuple[Logo | NameStack, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The block of one person who signs.

    `above` names the delegating authority (quality, name) and the formula of delegation, empty for a personal signature.
    `name_of_field` is the technical name of the field, `spoken` its accessible name.
    """

    quality: Inlines
    name: Inlines
    above: "tuple[SignatureLine, ...]" = ()
    name_of_field: str = ""
    spoken: str = ""


class SignatureRole(StrEnum):
    """The lines of a signature block; the value is the name of the Word style."""

    QUALITE = "Signature qualité"
    NOM = "Signature nom"
    DELEGATION = "Signature délégation"


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One line of a signature block above the field."""

    role: SignatureRole
    content: Inlines


@dataclass(frozen=True, slots=True)
class Signatures:
    """The blocks, one row per side, two blocks abreast at most; kept together with the two paragraphs before them."""

    rows: tuple[tuple[Signature, ...], ...]


Block = (
    Heading
    | Paragraph
    | BulletList
    | Quote
    | Article
    | Part
    | Table
    | Band
    | FieldGrid
    | TickPanel
    | Choices
    | LabelledText
    | Box
    | Signs
    | Signatures
)

# ---------------------------------------------------------------- document


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


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one kind; it starts on a new page."""

    page: PageKind
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One paper.

    `kind` and `id` name it (`fiche-action`, `2021-03`); `stem` is the name of its files without suffix.
    `title` is the metadata title, `short_title` the words at the foot of each page, `author` the metadata author.
    `dated` is the day on which the metadata rest, None where the document has no date yet.
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

    @property
    def stem(self) -> str:
        """The name of the files, without suffix: `fiche-action-2021-03`, `…-projet` for a draft."""
        return f"{self.kind}-{self.id}" + ("-projet" if self.draft else "")

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks of all sections, outermost only."""
        return (block for section in self.sections for block in section.blocks)


# ---------------------------------------------------------------- reading a tree


def text_of(content: Iterable[Inline]) -> str:
    """Return the words of `content` as printed; a break is a space, a blank is nothing."""
    return "".join(_inline_text(inline) for inline in content)


def _inline_text(inline: Inline) -> str:
    match inline:
        case Break():
            return " "
        case Blank():
            return ""
        case _:
            return inline.text


def leaves(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield the content of each leaf block (paragraph, item, cell, label, line of a signature), in reading order.

    This is the order in which every writer must print them.
    """
    for block in blocks:
        yield from _leaves(block)


def _leaves(block: Block) -> Iterator[Inlines]:
    match block:
        case Heading() | Paragraph():
            yield block.content
        case BulletList():
            for item in block.items:
                yield item.content
                yield from leaves(item.below)
        case Quote():
            yield from leaves(block.paragraphs)
        case Article() | Part():
            yield block.head.content
            yield from leaves(block.body)
        case Box():
            yield block.title
            yield from leaves(block.body)
        case Table():
            yield block.caption
            yield from (column.head for column in block.columns)
            for row in block.rows:
                yield from row.cells
        case _:
            yield from _form_leaves(block)


def _form_leaves(block: Band | FieldGrid | TickPanel | Choices | LabelledText | Signs | Signatures) -> Iterator[Inlines]:
    match block:
        case Band():
            yield block.label
            yield block.value
        case FieldGrid():
            for column in block.columns:
                yield from (labelled(cell.label, cell.value) for cell in column)
        case TickPanel():
            for line in block.lines:
                yield tick_line(line.label, line.ticks)
                yield from leaves(line.below)
        case Choices():
            yield from block.choices
        case LabelledText():
            yield from labelled_paragraphs(block)
        case Signs():
            yield from (content for sign in (*block.state, *block.partners) for content in _sign_leaves(sign))
        case Signatures():
            yield from (content for row in block.rows for signature in row for content in _signature_leaves(signature))


def labelled(label: Inlines, value: Inlines) -> Inlines:
    """Return a label and its value as one line, a plain space between them."""
    return (*label, Run(" "), *value) if value else label


def tick_line(label: Inlines, ticks: Iterable[Tick]) -> Inlines:
    """Return a label and its tick boxes as one line, a plain space before each box."""
    return (*label, *(inline for tick in ticks for inline in (Run(" "), tick)))


def labelled_paragraphs(block: LabelledText) -> Iterator[Inlines]:
    """Yield the paragraphs of a run-in labelled text, the label leading the first one; the label alone if there is none."""
    first, *others = block.content or ((),)
    yield labelled(block.label, first)
    yield from others


def _sign_leaves(sign: Logo | NameStack) -> Iterator[Inlines]:
    if isinstance(sign, NameStack):
        yield from ((Run(line),) for line in (*sign.lines, *sign.motto))


def _signature_leaves(signature: Signature) -> Iterator[Inlines]:
    yield from (line.content for line in signature.above)
    yield signature.quality
    yield signature.name


def paragraphs_of(document: Document) -> list[str]:
    """Return the words of `document`, one string per leaf block that has any, in reading order."""
    texts = (text_of(content).strip() for content in leaves(document.blocks))
    return [text for text in texts if text]
