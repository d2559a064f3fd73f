"""Where the words of a paper were typed: the field that holds them, or the line of the text of one's own."""

import re
from collections.abc import Iterator

from docgen.checks.fields import fields_with
from docgen.checks.rule import Subject
from docgen.dossier import resolve
from docgen.findings import FieldPath, Place
from docgen.model.convention import Convention
from docgen.text.convention_text import modified, source_of
from docgen.text.markdown import nodes
from docgen.text.numbering import numbered

_TEXT = ("texte",)
_BETWEEN = r"[\s*_>]*"
_LOOSE = {"’": "['’]", "…": r"(?:…|\.\.\.)"}


def spots(subject: Subject, words: str, *places: str) -> Iterator[tuple[FieldPath, Place | None]]:
    """Yield each field whose text holds `words`; with it the place of the words where that text is a file of its own.

    `places` are those of the passages that print them (`l’article 3`): the words are looked for there first.
    """
    for path in fields_with(subject.piece, words):
        yield path, text_place(subject, words, *places) if path == _TEXT else None


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
