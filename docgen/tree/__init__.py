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

from docgen.tree.blocks import (
    Align,
    Article,
    Band,
    Block,
    Box,
    BulletList,
    Choices,
    Column,
    FieldGrid,
    Heading,
    HeadingRole,
    Labelled,
    LabelledText,
    ListItem,
    Paragraph,
    ParagraphRole,
    Part,
    Quote,
    Row,
    RowKind,
    Table,
    TickLine,
    TickPanel,
)
from docgen.tree.changes import Change
from docgen.tree.chart import Bar, BarGroup, Chart
from docgen.tree.contents import Contents, Entry
from docgen.tree.document import Document, Family, PageKind, Revision, Section
from docgen.tree.inlines import Blank, Break, FormField, Hole, Inline, Inlines, Mark, PageCount, Run, Tick
from docgen.tree.reading import labelled, labelled_paragraphs, leaves, paragraphs_of, text_of, tick_line
from docgen.tree.signs import Logo, NameStack, Sender, Sign, Signature, SignatureLine, SignatureRole, Signatures, Signs
from docgen.tree.walk import rebuilt

__all__ = [
    "Align",
    "Article",
    "Band",
    "Bar",
    "BarGroup",
    "Blank",
    "Block",
    "Box",
    "Break",
    "BulletList",
    "Change",
    "Chart",
    "Choices",
    "Column",
    "Contents",
    "Document",
    "Entry",
    "Family",
    "FieldGrid",
    "FormField",
    "Heading",
    "HeadingRole",
    "Hole",
    "Inline",
    "Inlines",
    "Labelled",
    "LabelledText",
    "ListItem",
    "Logo",
    "Mark",
    "NameStack",
    "PageCount",
    "PageKind",
    "Paragraph",
    "ParagraphRole",
    "Part",
    "Quote",
    "Revision",
    "Row",
    "RowKind",
    "Run",
    "Section",
    "Sender",
    "Sign",
    "Signature",
    "SignatureLine",
    "SignatureRole",
    "Signatures",
    "Signs",
    "Table",
    "Tick",
    "TickLine",
    "TickPanel",
    "labelled",
    "labelled_paragraphs",
    "leaves",
    "paragraphs_of",
    "rebuilt",
    "text_of",
    "tick_line",
]
