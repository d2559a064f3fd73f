"""Tracked changes → the operations of an avenant that would make them, as a lawyer types them.

Alinéas and rows are counted in the text as it stood. What no operation says for sure (a preamble, the head of a table)
is left to a person, with a finding.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from docgen.findings import Finding
from docgen.takeback.lines import Grid, Line, Piece
from docgen.takeback.markdown import table
from docgen.takeback.operation import Operation, Value, unsaid
from docgen.takeback.rows import on_rows
from docgen.takeback.sorting import Kind, Passage
from docgen.tree import Change
from docgen.values import Struct


class _Article(Struct):
    """An article of the text as it stood (or as it will be, for a new one), with its passages."""

    head: Passage
    after: str
    body: list[Passage]


def operations_of(passages: Sequence[Passage]) -> tuple[list[Operation], list[Finding]]:
    """Return the operations that the changes of `passages` come to, and what could not be put as one."""
    outside, articles = _articles(passages)
    operations: list[Operation] = []
    findings = [unsaid(passage, "hors des articles") for passage in outside if _is_changed(passage)]
    for article in articles:
        for found in _of_article(article):
            if isinstance(found, Finding):
                findings.append(found)
            else:
                operations.append(found)
    return operations, findings


def _articles(passages: Sequence[Passage]) -> tuple[list[Passage], list[_Article]]:
    outside: list[Passage] = []
    articles: list[_Article] = []
    last = ""
    inside = False
    for passage in passages:
        if passage.kind is Kind.ARTICLE:
            articles.append(_Article(passage, last, []))
            inside = True
            last = passage.number if passage.number and passage.change is Change.KEPT else last
        elif passage.kind is Kind.DIVISION:
            inside = False
            outside.append(passage)
        else:
            (articles[-1].body if inside else outside).append(passage)
    return outside, articles


def _is_changed(passage: Passage) -> bool:
    if isinstance(passage.item, Grid):
        return passage.item.changed
    return any(piece.change is not Change.KEPT and piece.text.strip() for piece in passage.item.pieces)


def _of_article(article: _Article) -> Iterator[Operation | Finding]:
    head = article.head
    if not head.number:
        yield from (unsaid(one, "son article n’a pas de numéro") for one in (head, *article.body) if _is_changed(one))
    elif head.change is Change.INSERTED:
        yield _new_article(article)
    elif head.change is Change.DELETED or _emptied(article):
        yield (("verbe", "supprimer_article"), ("article", head.number))
    else:
        if _is_changed(head):
            yield (("verbe", "remplacer_intitule"), ("article", head.number), ("intitule", "oui"), ("par", head.title))
        yield from _of_body(head.number, article.body)


def _emptied(article: _Article) -> bool:
    """Whether nothing stays of an article but its number, kept in a consolidated text above « Article supprimé »."""
    untitled = _is_changed(article.head) and not article.head.title
    return untitled and bool(article.body) and all(one.change is Change.DELETED for one in article.body)


def _new_article(article: _Article) -> Operation:
    place = (("apres", article.after),) if article.after else ()
    title = (("titre", article.head.title),) if article.head.title else ()
    text = "\n\n".join(_typed(one) for one in article.body if one.change is not Change.DELETED)
    return (("verbe", "inserer_article"), *place, ("numero", article.head.number), *title, ("texte", text))


def _typed(passage: Passage) -> str:
    if isinstance(passage.item, Grid):
        return table(passage.item)
    words = passage.item.text.strip()
    return f"- {words}" if passage.kind is Kind.ITEM else words


def _of_body(number: str, body: Sequence[Passage]) -> Iterator[Operation | Finding]:
    rank = 0
    only = next((one for one in body if isinstance(one.item, Grid) and one.change is not Change.INSERTED), None)
    for kept, group in groupby(body, lambda one: one.change is Change.KEPT):
        passages = list(group)
        if kept:
            yield from _of_passages(number, rank, passages, only)
        else:
            yield from _of_alineas(number, rank, passages)
        rank += _count(one for one in passages if one.change is not Change.INSERTED)


def _count(passages: Iterable[Passage]) -> int:
    """Return how many of `passages` are alinéas: a head is none."""
    return sum(passage.kind is not Kind.HEAD for passage in passages)


def _of_alineas(number: str, rank: int, passages: Sequence[Passage]) -> Iterator[Operation | Finding]:
    """Yield the operation on alinéas that follow each other after the one of `rank`: all come, go, or are replaced."""
    new = [one for one in passages if one.change is Change.INSERTED]
    gone = _count(one for one in passages if one.change is Change.DELETED)
    article: Operation = (("article", number),)
    ranks = tuple(range(rank + 1, rank + gone + 1))
    text = "\n\n".join(map(_typed, new))
    if any(one.kind is Kind.HEAD for one in passages):
        yield from (unsaid(one, "un intertitre ne peut pas être visé") for one in passages if _is_changed(one))
    elif new and gone:
        yield (("verbe", "remplacer_alinea"), *article, ("alineas", ranks), ("par", text))
    elif new:
        place: Operation = (("alineas", (rank,)),) if rank else ()
        yield (("verbe", "inserer_alinea"), *article, *place, ("texte", text))
    else:
        yield (("verbe", "supprimer_alinea"), *article, ("alineas", ranks))


def _of_passages(
    number: str, rank: int, passages: Iterable[Passage], only: Passage | None
) -> Iterator[Operation | Finding]:
    """Yield the operations on lines that stay; rows are aimed at in the first table of an article, `only`."""
    for passage in passages:
        rank += passage.kind is not Kind.HEAD
        if not _is_changed(passage):
            continue
        if isinstance(passage.item, Grid) and passage is only:
            yield from on_rows(number, passage)
        elif isinstance(passage.item, Grid) or passage.kind is Kind.HEAD:
            yield unsaid(passage, "un intertitre, ou un tableau après le premier, ne peut pas être visé")
        else:
            address: Operation = (("article", number), ("alineas", (rank,)))
            yield from _of_words(address, passage.item)


def _of_words(address: Operation, line: Line) -> Iterator[Operation]:
    """Yield one operation per stretch of changed words; stretches that are aimed at through the same words are one."""
    changes = _merged(line.before, _changes(line.pieces))
    yield from (_aimed(address, line.before, (start, end), new) for start, end, new in changes)


_Change = tuple[int, int, str]
"""Where the words stand that go, and what comes in their place."""


def _changes(pieces: Sequence[Piece]) -> list[_Change]:
    found = []
    place = 0
    for old, new, kept in _stretches(pieces):
        if not kept:
            found.append((place, place + len(old), new))
        place += len(old)
    return found


def _merged(line: str, changes: list[_Change]) -> list[_Change]:
    """Return `changes` with those made one that operations would aim at through words that overlap."""
    reaches = [_reach(line, start, end) for start, end, _ in changes]
    for rank, (before, after) in enumerate(pairwise(reaches)):
        if before[1] > after[0]:
            (start, middle, new), (resumes, end, more) = changes[rank : rank + 2]
            one = (start, end, new + line[middle:resumes] + more)
            return _merged(line, [*changes[:rank], one, *changes[rank + 2 :]])
    return changes


def _reach(line: str, start: int, end: int) -> tuple[int, int]:
    """Return where the words stand by which an operation on a stretch of `line` aims."""
    if not line[start:end].strip() and (anchor := _anchor(line, start)):
        found = line.rindex(anchor, 0, end)
        return found, found + len(anchor)
    return _widened(line, start, end)


def _stretches(pieces: Sequence[Piece]) -> list[tuple[str, str, bool]]:
    """Return the line as stretches: the old words, the new ones, and whether they were kept."""
    found = []
    for kept, group in groupby(pieces, lambda piece: piece.change is Change.KEPT):
        parts = list(group)
        old = "".join(piece.text for piece in parts if piece.change is not Change.INSERTED)
        new = "".join(piece.text for piece in parts if piece.change is not Change.DELETED)
        found.append((old.replace("\n", " "), new.replace("\n", " "), kept))
    return found


def _aimed(address: Operation, line: str, span: tuple[int, int], new: str) -> Operation:
    """Return the operation that puts `new` in place of a stretch of `line`, with words enough to be found once."""
    start, end = span
    old = line[start:end]
    if not old.strip():
        before = _anchor(line, start)
        if before:
            return (("verbe", "inserer_mots"), *address, ("apres", before), ("texte", new.strip()))
    wide_start, wide_end = _widened(line, start, end)
    words, by = line[wide_start:wide_end], line[wide_start:start] + new + line[end:wide_end]
    if not new.strip() and (wide_start, wide_end) == span:
        return (("verbe", "supprimer_mots"), *address, ("mots", old.strip()))
    return (("verbe", "remplacer_mots"), *address, ("mots", words.strip()), ("par", " ".join(by.split(" ")).strip()))


def _anchor(line: str, end: int) -> str:
    """Return the last words before `end` that stand once in the line; empty where there are none."""
    start = end
    while start > 0:
        start = _word_before(line, start)
        words = line[start:end].strip()
        if _stands_once(words, line):
            return words
    return ""


def _widened(line: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch with as many words before it, then after it, as make it stand once in the line."""
    leftwards = True
    while (start, end) != (0, len(line)) and not _stands_once(line[start:end].strip(), line):
        if leftwards and start > 0:
            start = _word_before(line, start)
        else:
            following = line.find(" ", len(line) - len(line[end:].lstrip()))
            end = following if following >= 0 else len(line)
        leftwards = not leftwards or end == len(line)
    return start, end


def _stands_once(words: str, line: str) -> bool:
    return bool(words) and line.count(words) == 1


def _word_before(line: str, place: int) -> int:
    """Return where the word that ends before `place` begins."""
    return line.rfind(" ", 0, len(line[:place].rstrip())) + 1


def yaml_of(operations: Sequence[Operation]) -> str:
    """Return `operations` as the YAML of an avenant's `operations:`; empty for none."""
    if not operations:
        return ""
    lines = ["operations:"]
    for operation in operations:
        for place, (key, value) in enumerate(operation):
            lines.append(f"{'    ' if place else '  - '}{key}: {_scalar(key, value)}")
    return "\n".join(lines) + "\n"


def _scalar(key: str, value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_quoted(one) if isinstance(one, str) else str(one) for one in value)}]"
    if "\n" in value:
        return "|-\n" + "\n".join(f"      {line}" if line else "" for line in value.split("\n"))
    if key in {"verbe", "intitule"}:
        return value
    return _quoted(value)


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
