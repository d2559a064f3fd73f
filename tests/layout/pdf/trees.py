"""Trees to draw: one with every block and inline, and any tree that hypothesis can think of."""

from datetime import date
from itertools import cycle

from hypothesis import strategies as st

from docgen.tree import (
    Align,
    Article,
    Band,
    Blank,
    Block,
    Box,
    Break,
    BulletList,
    Choices,
    Column,
    Document,
    Family,
    FieldGrid,
    FormField,
    Heading,
    HeadingRole,
    Hole,
    Inline,
    Inlines,
    Labelled,
    LabelledText,
    ListItem,
    Logo,
    Mark,
    NameStack,
    PageKind,
    Paragraph,
    ParagraphRole,
    Part,
    Quote,
    Row,
    RowKind,
    Run,
    Section,
    Sender,
    Signature,
    SignatureLine,
    SignatureRole,
    Signatures,
    Signs,
    Table,
    Tick,
    TickLine,
    TickPanel,
    rebuilt,
)
from docgen.values import replace

SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#1b365d"/></svg>'
)


def document(*blocks: Block, page: PageKind = PageKind.TEXTE, draft: bool = False) -> Document:
    """Return a paper of one section that holds `blocks`."""
    return of_sections(Section(page, blocks), draft=draft)


def of_sections(*sections: Section, draft: bool = False, family: Family = Family.ACTE) -> Document:
    """Return a paper of `sections`."""
    return Document(
        kind="essai",
        id="2021-01",
        title="Papier d’essai",
        short_title="Essai – papier du 12 mai 2021",
        author="OPCO Atlas",
        family=family,
        sections=sections,
        dated=date(2021, 5, 12),
        draft=draft,
    )


def words(text: str) -> Inlines:
    """Return `text` as one run."""
    return (Run(text),)


def title(text: str = "Titre du papier") -> Heading:
    """Return a heading of level 1."""
    return Heading(HeadingRole.TITRE_PAPIER, 1, words(text))


def alinea(text: str) -> Paragraph:
    """Return an alinéa."""
    return Paragraph(words(text))


def prose(sentences: int) -> str:
    """Return that many sentences, each with its number."""
    return " ".join(
        f"Phrase {n} : les signataires s’engagent à développer la mixité, la diversité et l’inclusion."
        for n in range(1, sentences + 1)
    )


def signature(name: str = "Claire DELMAS", field: str = "signature-delmas") -> Signature:
    """Return the block of a person who signs, with its field unless `field` is empty."""
    return Signature(words("La présidente"), words(name), (), field, f"Signature de {name}" if field else "")


def every_block() -> tuple[Block, ...]:
    """Return one block of each kind, which hold an inline of each kind."""
    inlines: Inlines = (
        Run("Du 1"),
        Run("er", frozenset({Mark.SUPERSCRIPT})),
        Run(" mars, "),
        Run("en gras", frozenset({Mark.STRONG})),
        Run(" "),
        Run("en italique", frozenset({Mark.EMPHASIS})),
        Run(" : 12\u202f000,00\u00a0€"),
        Break(),
        Hole("date de fin"),
        Blank(),
        Run(" puis "),
        Tick("oui", ticked=True),
        Run(" "),
        Tick("non", name="non"),
        Run(" "),
        FormField("suite", "Suite", "À préciser", multiline=True),
    )
    articles = (
        Article("1er", Heading(HeadingRole.ARTICLE, 3, words("Article 1er – Objet")), (Paragraph(inlines),)),
        Article("12-1", Heading(HeadingRole.ARTICLE, 3, words("Article 12-1 – Suites")), (_list(), _quote())),
    )
    boxes = (Box(words("PUBLICS VISÉS"), (Paragraph(inlines), _list())), Box(words("VIDE"), (), room=12))
    return (
        Signs((NameStack(("MINISTÈRES", "SPORTS"), ("Liberté",)),), (Logo(SQUARE, "image/svg+xml", "Carré", 20),)),
        Band(words("TITRE DE L’ACTION"), words("Parcours « Ingénierie & numérique »")),
        Part(Heading(HeadingRole.PARTIE, 2, words("I – AXES")), articles),
        _table(),
        FieldGrid(((Labelled(words("Fiche n° :"), words("2021-03")),), (Labelled(words("Date :"), ()),))),
        TickPanel((_opinion(), TickLine(words("AVIS MENJS :"), (Tick("Réservé"),), (), room=9))),
        LabelledText(words("Suite :"), (words("premier alinéa"), words("second alinéa"))),
        *boxes,
        Box(words("SECTEUR"), (Choices(((Tick("Banque"),), (Tick("Autre :", ticked=True), Run(" conseil")))),)),
        Paragraph(words("Fait à Paris, le 12 mai 2021."), ParagraphRole.FAIT),
        Signatures(((_delegate(), signature()), (signature("Paul VERNET", ""),))),
    )


def _list() -> BulletList:
    nested = BulletList((ListItem(words("sous-point 1 ;")), ListItem(words("sous-point 2."))))
    return BulletList(
        (ListItem(words("premier point ;")), ListItem(words("deuxième point :"), (nested, alinea("fin."))))
    )


def _quote() -> Quote:
    reference = Paragraph(words("« Art. L. 6332-1"), ParagraphRole.REFERENCE)
    return Quote((reference, Paragraph(words("Les opérateurs peuvent conclure. »"), ParagraphRole.CITATION)))


def _table() -> Table:
    columns = (Column(words("Poste"), 3), Column((Run("Montant"), Break(), Run("TTC")), 1, Align.AMOUNT))
    kinds = (RowKind.BODY, RowKind.SUBTOTAL, RowKind.TOTAL, RowKind.SHARE)
    rows = (Row((words(f"Ligne {kind.value}"), words("1\u202f000,00")), kind) for kind in kinds)
    return Table(words("1. Dépenses"), columns, (*rows, Row((words("Sans montant"), ()))))


def _opinion() -> TickLine:
    ticks = (Tick("Favorable", ticked=True), Tick("Réservé"))
    below = (LabelledText(words("Si réservé :"), (words("néant"),)), alinea("Avis du 18 mai 2022."))
    return TickLine(words("AVIS COPIL :"), ticks, below)


def _delegate() -> Signature:
    above = (
        SignatureLine(SignatureRole.QUALITE, words("La ministre de l’enseignement supérieur")),
        SignatureLine(SignatureRole.NOM, words("Frédérique VIDAL")),
        SignatureLine(SignatureRole.DELEGATION, words("Pour la ministre et par délégation")),
    )
    return Signature(words("La directrice générale"), words("Anne BARTHEZ"), above, "signature-barthez", "Signature")


# ---------------------------------------------------------------- any tree

_LETTERS = "abcdefgh éàçœÉŒÆ’«»…–—&<>\"'§%°€0123456789.,;:!?/()[]- \u00a0\u202f"
_TEXTS = st.text(_LETTERS, max_size=80)
_MARKS = st.frozensets(st.sampled_from(Mark), max_size=2)
_TICKS = st.builds(Tick, _TEXTS, st.booleans())
_INLINES: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Run, _TEXTS),
    st.builds(Run, _TEXTS, _MARKS),
    st.builds(Hole, _TEXTS),
    st.builds(Break),
    st.builds(Blank, st.floats(5, 60)),
    _TICKS,
    st.builds(FormField, st.just("champ"), st.just("Champ"), _TEXTS),
)
_CONTENTS = st.lists(_INLINES, max_size=6).map(tuple)
_PARAGRAPHS = st.builds(Paragraph, _CONTENTS, st.sampled_from(ParagraphRole))
_HEADINGS = st.builds(Heading, st.sampled_from(HeadingRole), st.integers(1, 6), _CONTENTS)
_LABELLED_TEXTS = st.builds(LabelledText, _CONTENTS, st.lists(_CONTENTS, max_size=2).map(tuple))
_LABELLED = st.builds(Labelled, _CONTENTS, _CONTENTS)
_TICK_LINES = st.builds(
    TickLine,
    _CONTENTS,
    st.lists(_TICKS, max_size=3).map(tuple),
    st.lists(st.one_of(_PARAGRAPHS, _LABELLED_TEXTS), max_size=2).map(tuple),
)
_STACKS = st.builds(NameStack, st.lists(_TEXTS, max_size=3).map(tuple), st.lists(_TEXTS, max_size=2).map(tuple))
_NAMED = st.one_of(_STACKS, st.builds(Sender, st.lists(_CONTENTS, max_size=3).map(tuple)))
_SIGNATURES = st.builds(
    Signature,
    _CONTENTS,
    _CONTENTS,
    st.lists(st.builds(SignatureLine, st.sampled_from(SignatureRole), _CONTENTS), max_size=2).map(tuple),
)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    columns = draw(st.lists(st.builds(Column, _CONTENTS, st.floats(1, 9)), min_size=width, max_size=width))
    cells = st.lists(_CONTENTS, min_size=width, max_size=width).map(tuple)
    rows = draw(st.lists(st.builds(Row, cells, st.sampled_from(RowKind)), max_size=3))
    return Table(draw(_CONTENTS), tuple(columns), tuple(rows))


_FLAT_LISTS = st.builds(BulletList, st.lists(st.builds(ListItem, _CONTENTS), max_size=3).map(tuple))
_ITEMS = st.builds(ListItem, _CONTENTS, st.lists(_FLAT_LISTS, max_size=1).map(tuple))

_LEAVES: st.SearchStrategy[Block] = st.one_of(
    _PARAGRAPHS,
    _HEADINGS,
    _LABELLED_TEXTS,
    _tables(),
    st.builds(BulletList, st.lists(_ITEMS, max_size=3).map(tuple)),
    st.builds(Quote, st.lists(_PARAGRAPHS, max_size=2).map(tuple)),
    st.builds(Band, _CONTENTS, _CONTENTS),
    st.builds(FieldGrid, st.lists(st.lists(_LABELLED, max_size=2).map(tuple), max_size=2).map(tuple)),
    st.builds(TickPanel, st.lists(_TICK_LINES, max_size=2).map(tuple)),
    st.builds(Choices, st.lists(_CONTENTS, max_size=5).map(tuple)),
    st.builds(Signs, st.lists(_NAMED, max_size=2).map(tuple), st.lists(_STACKS, max_size=2).map(tuple)),
    st.builds(Signatures, st.lists(st.lists(_SIGNATURES, max_size=2).map(tuple), max_size=2).map(tuple)),
)


def _around(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    bodies = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Article, st.just("1"), _HEADINGS, bodies),
        st.builds(Part, _HEADINGS, bodies),
        st.builds(Box, _CONTENTS, bodies, st.floats(0, 30)),
    )


BLOCKS: st.SearchStrategy[Block] = st.recursive(_LEAVES, _around, max_leaves=6)
"""Any block."""

DOCUMENTS = st.builds(
    lambda blocks, page, draft: document(*blocks, page=page, draft=draft),
    st.lists(BLOCKS, min_size=1, max_size=4),
    st.sampled_from(PageKind),
    st.booleans(),
)
"""Any paper of one section."""


@st.composite
def edited(draw: st.DrawFn) -> tuple[Document, Document]:
    """Draw two papers of the same blocks, each of every kind, in which some lines have other words."""
    changes = draw(
        st.lists(st.sampled_from((None, "", " de plus", " et 12\u202f000,00\u00a0€")), min_size=6, max_size=9)
    )
    line_by_line = cycle(changes)

    def line(content: Inlines) -> Inlines:
        added = next(line_by_line)
        return content if added is None else tuple(_changed(inline, added) for inline in content)

    before = document(*every_block())
    return before, rebuilt(before, line)


def _changed(inline: Inline, added: str) -> Inline:
    match inline:
        case Run():
            return replace(inline, text=inline.text + added)
        case Tick():
            return replace(inline, ticked=not inline.ticked)
        case _:
            return inline
