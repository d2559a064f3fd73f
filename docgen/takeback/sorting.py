"""Lines and tables → passages of a convention: divisions, articles, alinéas, items, quoted law.

In a file that docgen made, the styles tell; elsewhere the words and the outline do, and each guess is said.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from docgen.findings import Finding
from docgen.layout.word.charte import Style
from docgen.takeback.doubts import agreed, doubt, some
from docgen.takeback.lines import STRONG, Grid, Item, Line, Piece
from docgen.tree import Change, HeadingRole, ParagraphRole, SignatureRole
from docgen.values import Struct, replace


class Sorted(Struct, frozen=True):
    """The passages of a text, in order; the lines that are not of it; what was guessed."""

    passages: tuple["Passage", ...]
    left: tuple[str, ...]
    findings: tuple[Finding, ...]


class Kind(Enum):
    """What a passage is in the text of a convention."""

    DIVISION = "#"
    ARTICLE = "##"
    HEAD = "###"
    TEXT = ""
    ITEM = "-"
    REFERENCE = ">"
    QUOTED = "> "
    TABLE = "|"


class Passage(Struct, frozen=True):
    """One line or table of the text; `number` and `title` are those of an article."""

    kind: Kind
    item: Item
    number: str = ""
    title: str = ""

    @property
    def change(self) -> Change:
        """What became of the passage as such: one whose words all went, or all came, went or came with them."""
        if isinstance(self.item, Grid):
            changes = {row.change for row in self.item.rows}
            return changes.pop() if len(changes) == 1 else Change.KEPT
        if not self.item.before.strip():
            return Change.INSERTED
        return Change.DELETED if not self.item.text.strip() else Change.KEPT


OWN = {
    HeadingRole.PARTIE: Kind.DIVISION,
    HeadingRole.ARTICLE: Kind.ARTICLE,
    HeadingRole.RUBRIQUE: Kind.HEAD,
    ParagraphRole.ALINEA: Kind.TEXT,
    ParagraphRole.VISA: Kind.TEXT,
    ParagraphRole.REFERENCE: Kind.REFERENCE,
    ParagraphRole.CITATION: Kind.QUOTED,
    "Citation de loi fin": Kind.QUOTED,
    "Liste tiret": Kind.ITEM,
    "Liste tiret fin": Kind.ITEM,
    "Cadre données": Kind.TABLE,
}
"""What the styles of docgen say; what bears another of its styles is not of the text."""

_RETURNS = {Kind.TEXT: Kind.TEXT, Kind.ITEM: Kind.TEXT, Kind.REFERENCE: Kind.QUOTED, Kind.QUOTED: Kind.QUOTED}
"""What a return to the line opens in a passage of each kind."""

_STYLES = frozenset(str(name) for names in (HeadingRole, ParagraphRole, SignatureRole, Style) for name in names)
"""All the styles of docgen."""

_CALLED = {
    Kind.DIVISION: "le titre d’une division",
    Kind.ARTICLE: "la tête d’un article",
    Kind.HEAD: "un intertitre",
    Kind.ITEM: "un tiret",
}
"""What a line of another hand is said to be taken for; it is an alinéa elsewhere."""

_PARTIES = frozenset({ParagraphRole.COTE, ParagraphRole.PARTIE_NOMMEE, ParagraphRole.GARDE_PARTIE})
"""The styles of the cover and of the page of the parties, which stand before the text."""

_ARTICLE = re.compile(
    r"article\s+(1\s?er|premier|\d+(?:-\d+)*|[IVXL]+)\s*(?:[-–—:.]\s*(.*)|$)", re.IGNORECASE | re.DOTALL
)
_PREAMBLE = re.compile(r"pr[ée]ambule\s*:?$", re.IGNORECASE)
_DIVISION = re.compile(r"(?:(?:titre|chapitre|partie|section)\s+)?(?:[IVX]+|\d+)\s*[.–—:-]\s*\S", re.IGNORECASE)
_END = re.compile(r"fait\s+(?:à|en\s+\w+\s+exemplaires?)\b", re.IGNORECASE)
_DASH = re.compile(r"[-–—•▪◦·]\s+")
_MOST_OF_A_HEAD = 150


def sorted_passages(items: Sequence[Item]) -> Sorted:
    """Return the passages of the text of a convention in `items`, in order, with what was left or guessed."""
    found = _by_style(items) if any(item.style in OWN for item in items) else _by_words(items)
    return replace(found, passages=tuple(part for one in found.passages for part in _by_returns(one)))


def _by_returns(passage: Passage) -> Iterator[Passage]:
    """Yield a passage for each return to the line, which opens an alinéa; heads and changed returns are left whole."""
    item = passage.item
    pieces = item.pieces if isinstance(item, Line) and passage.kind in _RETURNS else ()
    parts = [part for piece in pieces for part in _parts(piece)]
    returns = [rank for rank, piece in enumerate(parts) if piece.text == "\n"]
    if not isinstance(item, Line) or not returns or any(parts[rank].change is not passage.change for rank in returns):
        yield passage
        return
    kind = passage.kind
    for start, end in zip([0, *(rank + 1 for rank in returns)], [*returns, len(parts)], strict=True):
        if any(piece.text.strip() for piece in parts[start:end]):
            yield replace(passage, kind=kind, item=replace(item, pieces=tuple(parts[start:end])))
            kind = _RETURNS[passage.kind]


def _parts(piece: Piece) -> Iterator[Piece]:
    """Yield a piece cut at its returns to the line, each of which is a piece of its own."""
    yield from (replace(piece, text=text) for text in re.split(r"(\n)", piece.text) if text)


def _by_style(items: Sequence[Item]) -> Sorted:
    passages: list[Passage] = []
    parties = max((n for n, item in enumerate(items) if item.style in _PARTIES), default=-1) + 1
    left = [words for item in items[:parties] for words in _said(item)]
    findings: list[Finding] = []
    closed = False
    for item in items[parties:]:
        closed = closed or (isinstance(item, Line) and item.style == ParagraphRole.FAIT)
        kind = None if closed else OWN.get(item.style)
        if not closed and passages and _is_foreign(item):
            kind, guessed = (Kind.TABLE, "") if isinstance(item, Grid) else _guess(item)
            findings += [] if isinstance(item, Grid) else [_taken_for(item, guessed or _CALLED.get(kind, "un alinéa"))]
        if kind is None or (isinstance(item, Line) and not (item.text + item.before).strip()):
            left += _said(item)
        elif kind is Kind.TEXT and isinstance(item, Line) and _is_head(item):
            findings.append(_taken_for(item, "la tête d’un article"))
            passages.append(_passage(Kind.ARTICLE, item))
        else:
            passages.append(_passage(kind, item))
    return Sorted(tuple(passages), tuple(left), (*_left(left), *findings))


def _is_foreign(item: Item) -> bool:
    """Whether what stands in a text of docgen was put there by another hand: its style is none of ours, or was lost."""
    said = isinstance(item, Grid) or (item.text + item.before).strip()
    return bool(said) and item.style not in _STYLES


def _is_head(line: Line) -> bool:
    """Whether a line says that it heads an article: LibreOffice gives it another style where the one before it went."""
    return _is_short(line) and _article_of(line) is not None


def _is_short(line: Line) -> bool:
    words = _words(line)
    return len(words) <= _MOST_OF_A_HEAD and not words.endswith((".", ";", ","))


def _taken_for(item: Item, what: str) -> Finding:
    return doubt("REP-02", f"« {some(_words(item))} » est pris pour {what}.", "Vérifiez-le.")


def _by_words(items: Sequence[Item]) -> Sorted:
    written = [_numbered(item) for item in items if isinstance(item, Grid) or (item.text + item.before).strip()]
    start = next((place for place, item in enumerate(written) if _opens(item)), 0)
    last = max((place for place, item in enumerate(written) if _article_of(item)), default=len(written))
    end = next((n for n in range(last, len(written)) if _END.match(_words(written[n]))), len(written))
    findings: list[Finding] = []
    passages = []
    for item in written[start:end]:
        kind, guessed = (Kind.TABLE, "") if isinstance(item, Grid) else _guess(item)
        if guessed:
            findings.append(_taken_for(item, guessed))
        passages.append(_passage(kind, item))
    around = tuple(words for item in (*written[:start], *written[end:]) for words in _said(item))
    return Sorted(tuple(passages), around, (*_left(around), *findings))


def _numbered(item: Item) -> Item:
    if isinstance(item, Grid) or not item.number:
        return item
    return replace(item, pieces=(Piece(f"{item.number} ", change=item.change), *item.pieces), depth=-1)


def _opens(item: Item) -> bool:
    words = _words(item)
    return words.startswith("Vu ") or bool(_PREAMBLE.match(words)) or _article_of(item) is not None


def _guess(line: Line) -> tuple[Kind, str]:
    """Return what a line is, and what it was taken for where nothing but its words tells; empty where its look does."""
    words = _words(line)
    if _is_short(line):
        if _article_of(line):
            return Kind.ARTICLE, "" if line.level else "la tête d’un article"
        if line.level:
            return (Kind.DIVISION if line.level == 1 or _looks_like_division(words) else Kind.HEAD), ""
        if _PREAMBLE.match(words) or (_is_strong(line) and _looks_like_division(words)):
            return Kind.DIVISION, "le titre d’une division"
        if _is_strong(line) and not _DASH.match(words):
            return Kind.HEAD, "un intertitre"
    return (Kind.ITEM, "") if line.depth >= 0 or _DASH.match(words) else (Kind.TEXT, "")


def _looks_like_division(words: str) -> bool:
    return bool(_DIVISION.match(words)) or (words.isupper() and len(words) > 3)


def _is_strong(line: Line) -> bool:
    spoken = [piece for piece in line.pieces if piece.text.strip()]
    return bool(spoken) and (all(STRONG in piece.marks for piece in spoken) or line.text.isupper())


def _article_of(item: Item) -> re.Match[str] | None:
    return _ARTICLE.fullmatch(_words(item)) if isinstance(item, Line) else None


def _words(item: Item) -> str:
    return (item.text.strip() or item.before.strip()) if isinstance(item, Line) else ""


def _passage(kind: Kind, item: Item) -> Passage:
    if kind is Kind.ITEM and isinstance(item, Line) and item.depth < 0:
        return Passage(kind, replace(item, pieces=_without_dash(item.pieces), depth=0))
    found = _article_of(item) if kind is Kind.ARTICLE else None
    if found is None:
        return Passage(kind, item)
    number = re.sub(r"\s", "", found[1])
    return Passage(kind, item, "1er" if number.lower() in {"premier", "1er"} else number, (found[2] or "").strip())


def _without_dash(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    first, *others = pieces
    return (replace(first, text=_DASH.sub("", first.text, count=1)), *others)


def _said(item: Item) -> Iterator[str]:
    if isinstance(item, Line):
        yield from [item.text.strip()] if item.text.strip() else []
        return
    for row in item.kept:
        yield from (line.text.strip() for cell in row.cells for line in cell if line.text.strip())


def _left(lines: Sequence[str]) -> list[Finding]:
    if not lines:
        return []
    ends = f"de « {some(lines[0])} » à « {some(lines[-1])} »"
    remedy = (
        "La page de garde, les parties, les signatures et les annexes se saisissent dans le fichier YAML ; « --reste » "
        "écrit ces lignes."
    )
    return [
        doubt(
            "REP-01",
            f"{len(lines)} {agreed(len(lines), 'ligne(s)')} hors du texte des articles, {ends}.",
            remedy,
        )
    ]
