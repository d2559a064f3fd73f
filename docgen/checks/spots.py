"""Where the words of a paper were typed: the field that holds them, or the line of the text of one's own."""

import re
from collections.abc import Iterator, Sequence

from docgen.checks.blocking import rests_on
from docgen.checks.fields import text_field, typed_in
from docgen.checks.rule import Subject
from docgen.checks.wording import passages, plain
from docgen.dossier import Dossier, resolve
from docgen.findings import FieldPath, Place
from docgen.model.base import Piece
from docgen.model.convention import Convention
from docgen.text.convention_text import modified, source_of
from docgen.text.markdown import nodes
from docgen.text.numbering import numbered
from docgen.text.papers import write

_TEXT = ("texte",)
_BETWEEN = r"[\s*_>]*"
_LOOSE = {"’": "['’]", "…": r"(?:…|\.\.\.)"}


def spots(subject: Subject, words: str, *places: str) -> Iterator[tuple[FieldPath, Place | None]]:
    """Yield each field whose text holds `words`; with it the place of the words where that text is a file of its own.

    `places` are those of the passages that print them (`l’article 3`): the words are looked for there first. Words that
    were typed in another piece, whose own papers print them, are no spot of this one: they are said there, once.
    """
    typed = typed_in(subject.piece, subject.dossier, words)
    held = () if typed else tuple(_elsewhere(subject, words))
    if any(plain(words) in _printed(one, subject.dossier) for one, _ in held):
        return
    for path in typed or (text_field(subject.piece),):
        yield path, text_place(subject, words, *places) if path == _TEXT else _place(subject, held)


def _elsewhere(subject: Subject, words: str) -> Iterator[tuple[Piece, FieldPath]]:
    """Yield each piece on which the papers of the subject rest and that holds `words`, with the first field that does.

    The text of a convention is no field; a piece that is met on two ways counts once.
    """
    others = {one.cle: one for one in rests_on(subject.piece, subject.dossier)}
    for one in others.values():
        yield from ((one, path) for path in typed_in(one, subject.dossier, words)[:1])


def _printed(piece: Piece, dossier: Dossier) -> str:
    """Return what the papers of `piece` itself say, a passage a line."""

    def said() -> str:
        return "\n".join(passage.text for paper in write(piece, dossier) for passage in passages(paper))

    return dossier.once("printed", (piece,), said)


def _place(subject: Subject, held: Sequence[tuple[Piece, FieldPath]]) -> Place | None:
    return next((subject.dossier.entree(one).place(path) for one, path in held), None)


def text_place(subject: Subject, words: str, *places: str) -> Place | None:
    """Return where `words` stand in the own text of a convention; the head of the article where they come of a value.

    None for a convention that has no text of its own, or where nothing of it is found.
    """
    convention = subject.piece
    source = source_of(convention, subject.dossier) if isinstance(convention, Convention) else None
    if not isinstance(convention, Convention) or convention.texte is None or source is None:
        return None
    file = resolve(subject.dossier.entree(convention).file, convention.texte)
    spans = [span for place in places if (span := _span(convention, source, place))]
    for start, end in (*spans, (0, len(source))):
        for found in _loosely(words).finditer(source, start, end):
            if not _quoted(source, found.start()):
                return place_at(source, found.start(), file)
    return place_at(source, spans[0][0], file) if spans else None


def place_at(source: str, offset: int, file: str) -> Place:
    """Return the place of `offset` in the text of `file`."""
    return Place(file, source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset))


def _span(convention: Convention, source: str, place: str) -> tuple[int, int] | None:
    """Return where the article that `place` names begins and ends in `source`; None where it does not stand there."""
    cut = modified(nodes(source), convention.articles)
    numbers = numbered(cut, first_as_1er=bool(convention.article_1er))
    heads = sorted(node.line for node in nodes(source) if node.line)
    for node, number in zip(cut, numbers, strict=True):
        if node.line and number and place == f"l’article {number}":
            after = next((line for line in heads if line > node.line), 0)
            return _offset(source, node.line), _offset(source, after) if after else len(source)
    return None


def _offset(source: str, line: int) -> int:
    return sum(map(len, source.splitlines(keepends=True)[: line - 1]))


def _loosely(words: str) -> re.Pattern[str]:
    """Return the pattern of `words` as they may be typed: other spaces, line ends, straight apostrophes, marks."""
    pieces = ("".join(_LOOSE.get(char, re.escape(char)) for char in word) for word in words.split())
    return re.compile(_BETWEEN.join(pieces))


def _quoted(source: str, offset: int) -> bool:
    return source[source.rfind("\n", 0, offset) + 1 :].lstrip().startswith(">")
