"""The words of a block → text, emphasis, ends of lines, as CommonMark reads them (0.31, §§2.4, 6.2, 6.7 to 6.9)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from docgen.text.syntax import Syntax
from docgen.values import Struct

SPACES = "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""What CommonMark takes for a space."""
_ESCAPED = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_SIGN = re.compile(r"\\\n[ \t]*|\\(?P<escaped>.)|(?P<end>\n)[ \t]*|\*+|_+")


class _Delimiter(Struct):
    """A star or a low line, by its rank; `first` is the rank of the first one of its run, `length` that of the run.

    `place` is its place among the pieces. `closed_by` is the rank of the one that closes what it opens, -1 for none;
    `said` is what becomes of it: `em` and `strong` open or close, an empty one is swallowed by its neighbour, the sign
    itself is text.
    """

    sign: str
    rank: int
    first: int
    length: int
    place: int
    opens: bool
    closes: bool
    said: str
    closed_by: int = -1


def inlines(text: str) -> tuple[Syntax, ...]:
    """Return the pieces of `text`; pieces of text that touch are one."""
    pieces = list(_pieces(text))
    delimiters = [one for one in pieces if isinstance(one, _Delimiter)]
    _pair(delimiters)
    _merge(delimiters)
    return _nested(pieces)


def _pieces(text: str) -> Iterator[Syntax | _Delimiter]:
    done = place = rank = 0
    for sign in _SIGN.finditer(text):
        before = text[done : sign.start()]
        done = sign.end()
        if sign["end"]:
            words = before.rstrip(" ")
            kind = "hardbreak" if len(before) - len(words) > 1 else "softbreak"
            found: list[Syntax | _Delimiter] = [Syntax("text", content=words), Syntax(kind)]
        elif sign["escaped"]:
            words = sign["escaped"] if sign["escaped"] in _ESCAPED else sign[0]
            found = [Syntax("text", content=before + words)]
        elif sign[0][0] == "\\":
            found = [Syntax("text", content=before), Syntax("hardbreak")]
        else:
            char, length = sign[0][0], len(sign[0])
            flanks = _flanks(text[sign.start() - 1 : sign.start()] or " ", char, text[done : done + 1] or " ")
            found = [Syntax("text", content=before)]
            found += [
                _Delimiter(char, rank + one, rank, length, place + 1 + one, *flanks, char) for one in range(length)
            ]
            rank += length
        place += len(found)
        yield from found
    yield Syntax("text", content=text[done:])


def _flanks(before: str, sign: str, after: str) -> tuple[bool, bool]:
    """Tell whether a run of `sign` between two letters can open, and close; a low line does neither inside a word."""
    left = after not in SPACES and (not _is_mark(after) or before in SPACES or _is_mark(before))
    right = before not in SPACES and (not _is_mark(before) or after in SPACES or _is_mark(after))
    within = sign == "*"
    return left and (within or not right or _is_mark(before)), right and (within or not left or _is_mark(after))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _pair(delimiters: Sequence[_Delimiter]) -> None:
    """Give each delimiter that closes the nearest one that it can close; what stood open between is text."""
    opened: list[_Delimiter] = []
    floor: dict[tuple[str, bool, int], int] = {}
    for one in delimiters:
        if one.closes:
            key = (one.sign, one.opens, one.length % 3)
            at = _opener_of(one, opened, floor.get(key, 0))
            if at is None:
                floor[key] = one.first
            else:
                opened[at].closed_by = one.rank
                opened[at].closes = one.opens = False
                del opened[at:]
        if one.opens:
            opened.append(one)


def _opener_of(closer: _Delimiter, opened: Sequence[_Delimiter], floor: int) -> int | None:
    """Return the place among `opened` of what `closer` closes; None for none from the rank `floor` on."""
    for at in range(len(opened) - 1, -1, -1):
        opener = opened[at]
        if opener.rank < floor:
            return None
        both = opener.length + closer.length
        uneven = (opener.closes or closer.opens) and both % 3 == 0 and closer.length % 3 != 0
        if opener.sign == closer.sign and opener.first != closer.first and not uneven:
            return at
    return None


def _merge(delimiters: Sequence[_Delimiter]) -> None:
    """Say what becomes of each pair: two that hold the same words, with nothing between their signs, are one strong."""
    rank = len(delimiters) - 1
    while rank >= 0:
        opener = delimiters[rank]
        if opener.closed_by >= 0:
            closer, outer = delimiters[opener.closed_by], delimiters[rank - 1] if rank else opener
            strong = (
                outer.closed_by == closer.rank + 1
                and outer.sign == opener.sign
                and outer.place == opener.place - 1
                and delimiters[closer.rank + 1].place == closer.place + 1
            )
            opener.said = closer.said = "strong" if strong else "em"
            if strong:
                outer.said = delimiters[closer.rank + 1].said = ""
                rank -= 1
        rank -= 1


def _nested(pieces: Sequence[Syntax | _Delimiter]) -> tuple[Syntax, ...]:
    open_: list[list[Syntax]] = [[]]
    for one in pieces:
        if isinstance(one, Syntax):
            _add(open_[-1], one)
        elif one.said not in ("em", "strong"):
            _add(open_[-1], Syntax("text", content=one.said))
        elif one.closed_by >= 0:
            open_.append([])
        else:
            inner = tuple(open_.pop())
            open_[-1].append(Syntax(one.said, inner))
    return tuple(open_[0])


def _add(pieces: list[Syntax], one: Syntax) -> None:
    if one.type != "text":
        pieces.append(one)
    elif one.content and pieces and pieces[-1].type == "text":
        pieces[-1] = Syntax("text", content=pieces[-1].content + one.content)
    elif one.content:
        pieces.append(one)
