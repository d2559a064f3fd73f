"""The characters that Word or PDF cannot hold, or that hide in a text: found, named, taken out."""

import re
from collections.abc import Iterator
from itertools import islice

from docgen.findings import Finding, Place
from docgen.read.faults import fault

PLACEHOLDER = "\ufffd"
"""Stands for a forbidden character while the YAML is parsed, so that the places after it stay right."""

_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffd"
    + _NONCHARACTERS
    + "]"
)
"""Controls but tab and line ends, line separators, changes of direction, surrogates, non-characters, letters lost."""

_NAMES = {
    "\x00": "caractère nul",
    "\x08": "retour arrière",
    "\x0b": "tabulation verticale, le saut de ligne manuel de Word",
    "\x0c": "saut de page",
    "\x1b": "échappement",
    "\x1e": "trait d’union insécable de Word",
    "\x1f": "trait d’union conditionnel de Word",
    "\x7f": "suppression",
    "\x85": "saut de ligne NEL",
    "\u2028": "séparateur de lignes",
    "\u2029": "séparateur de paragraphes",
    "\ufeff": "marque d’ordre des octets au milieu du texte",
    "\ufffd": "caractère de remplacement, mis là où une lettre s’est perdue",
}
_RANGES = (
    ("\ud800", "\udfff", "demi-codet isolé"),
    ("\u202a", "\u202e", "changement caché du sens d’écriture"),
    ("\u2066", "\u2069", "changement caché du sens d’écriture"),
    ("\x00", "\x9f", "caractère de commande"),
)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "v": "\v",
    "f": "\f",
    "e": "\x1b",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}
_LINE_END = re.compile(r"\r\n|\r|\n")
_MOST_FINDINGS = 100


def name_of(char: str) -> str:
    """Return the French name and the code point of a forbidden `char`: `saut de page, U+000C`."""
    named = _NAMES.get(char) or next((name for low, high, name in _RANGES if low <= char <= high), "non-caractère")
    return f"{named}, U+{ord(char):04X}"


def forbidden_in(text: str, file: str) -> Iterator[Finding]:
    """Yield a finding (SAI-05) for each forbidden character that stands in `text`, the first hundred at most."""
    line, start, seen = 1, 0, 0
    for match in islice(FORBIDDEN.finditer(text), _MOST_FINDINGS):
        for end in _LINE_END.finditer(text, seen, match.start()):
            line, start = line + 1, end.end()
        seen = match.start()
        yield forbidden(match[0], Place(file, line, match.start() - start + 1))


def forbidden_escapes(source: str, place: Place) -> Iterator[Finding]:
    r"""Yield a finding for each forbidden character that `source`, a double-quoted scalar, writes as `\x0b`.

    `place` is where the scalar begins.
    """
    for match in _ESCAPE.finditer(source):
        char = _escaped(match)
        if char is not None and FORBIDDEN.match(char):
            before = source[: match.start()]
            ends = [end.end() for end in _LINE_END.finditer(before)]
            column = match.start() - ends[-1] + 1 if ends else place.column + match.start()
            yield forbidden(char, Place(place.file, place.line + len(ends), column))


def _escaped(match: re.Match[str]) -> str | None:
    """Return the character that an escape stands for, None where it stands for one that is always fine."""
    digits = match[1] or match[2] or match[3]
    if digits is None:
        return _SHORT_ESCAPES.get(match[4])
    code = int(digits, 16)
    return chr(code) if code <= 0x10FFFF else None


def forbidden(char: str, place: Place) -> Finding:
    """Return the finding that the forbidden `char` stands at `place`."""
    return fault(
        "SAI-05",
        place,
        read=name_of(char),
        expected="un caractère que Word et le PDF savent porter",
        remedy="Retapez la lettre perdue." if char == PLACEHOLDER else "Effacez ce caractère invisible, ou retapez-le.",
    )


def without_forbidden(text: str) -> str:
    """Return `text` with a plain space in the place of each forbidden character, so that a draft can be drawn."""
    return FORBIDDEN.sub(" ", text)
