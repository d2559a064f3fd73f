"""The characters that Word or PDF cannot hold, or that hide in a text: found, named, taken out."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from docgen.findings import Finding, Place, Severity
from docgen.read.faults import fault
from docgen.values import replace

PLACEHOLDER = "\ufffd"
"""Stands for a forbidden character while the YAML is parsed, so that the places after it stay right."""

_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffd"
    + _NONCHARACTERS
    + "]"
)
"""Controls but tab and line ends, line separators, changes of direction, surrogates, non-characters, letters lost."""

HIDDEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2064]")
"""Characters that no reader sees and that break words or searches: taken out, and said. The joiners U+200C and U+200D,
which some scripts need, are none of them."""
_SAID = f"{FORBIDDEN.pattern}|{HIDDEN.pattern}"

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
    "\u00a0": "espace insécable",
    "\u202f": "espace fine insécable",
    "\u3000": "espace idéographique",
    "\u00ad": "trait d’union conditionnel",
    "\u034f": "lien invisible entre lettres",
    "\u061c": "marque cachée du sens d’écriture",
    "\u180e": "espace sans largeur",
    "\u200b": "espace sans largeur",
    "\u200e": "marque cachée du sens d’écriture",
    "\u200f": "marque cachée du sens d’écriture",
    "\u2060": "lien invisible entre mots",
    "\u2028": "séparateur de lignes",
    "\u2029": "séparateur de paragraphes",
    "\ufeff": "marque d’ordre des octets au milieu du texte",
    "\ufffd": "caractère de remplacement, mis là où une lettre s’est perdue",
}
_RANGES = (
    ("\u2061", "\u2064", "opérateur invisible"),
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
_FINE = "\n\t\r\u00a0\u202f"
"""What Python does not call printable and is neither forbidden nor hidden, as far as it is often typed."""
_MOST_FINDINGS = 100


def name_of(char: str) -> str:
    """Return the French name and the code point of a forbidden or hidden `char`: `saut de page, U+000C`."""
    named = _NAMES.get(char) or next((name for low, high, name in _RANGES if low <= char <= high), "non-caractère")
    return f"{named}, U+{ord(char):04X}"


def forbidden_in(text: str, file: str) -> Iterator[Finding]:
    """Yield a finding (SAI-05) for each forbidden or hidden character of `text`, the first hundred at most."""
    if not _may_hold_any(text):
        return iter(())
    found = islice(re.finditer(_SAID, text), _MOST_FINDINGS)
    return _findings(text, Place(file), ((match.start(), match[0]) for match in found))


def forbidden_escapes(source: str, place: Place) -> Iterator[Finding]:
    r"""Yield a finding for each forbidden character that `source`, a double-quoted scalar, writes as `\x0b`.

    `place` is where the scalar begins; the first hundred at most.
    """
    written = ((match.start(), _escaped(match)) for match in _ESCAPE.finditer(source))
    found = ((offset, char) for offset, char in written if re.match(_SAID, char))
    return _findings(source, place, islice(found, _MOST_FINDINGS))


def _findings(text: str, place: Place, found: Iterable[tuple[int, str]]) -> Iterator[Finding]:
    """Yield a finding for each character at its offset (they grow) in `text`, which begins at `place`."""
    line, start, seen = place.line, 1 - place.column, 0
    for offset, char in found:
        for end in _LINE_END.finditer(text, seen, offset):
            line, start = line + 1, end.end()
        seen = offset
        said = fault(
            "SAI-05",
            Place(place.file, line, offset - start + 1),
            read=name_of(char),
            expected="un caractère que Word et le PDF savent porter",
            remedy="Retapez la lettre perdue."
            if char == PLACEHOLDER
            else "Effacez ce caractère invisible, ou retapez-le.",
        )
        yield replace(said, severity=Severity.A_VERIFIER) if HIDDEN.match(char) else said


def _escaped(match: re.Match[str]) -> str:
    """Return the character that an escape stands for, empty where it stands for one that is always fine or for none."""
    digits = match[1] or match[2] or match[3]
    if digits is None:
        return _SHORT_ESCAPES.get(match[4], "")
    code = int(digits, 16)
    return chr(code) if code <= sys.maxunicode else ""


def _may_hold_any(text: str) -> bool:
    """Return whether `text` may hold a forbidden or hidden character; False, a few times faster than by searching,
    where it holds none: all of them but two are what Python does not call printable."""
    shown = text
    for char in _FINE:
        shown = shown.replace(char, " ")
    return not shown.isprintable() or PLACEHOLDER in text or "\u034f" in text


def is_sound(text: str) -> bool:
    """Return whether it is sure at once that `without_forbidden` leaves `text`, and each part of it, as it is."""
    return not _may_hold_any(text) and unicodedata.is_normalized("NFC", text)


def without_forbidden(text: str) -> str:
    """Return `text` as a draft can draw it: a plain space in the place of each forbidden character, no hidden one, and
    each accented letter as one character (NFC), whatever the keyboard made.
    """
    if is_sound(text):
        return text
    return unicodedata.normalize("NFC", HIDDEN.sub("", FORBIDDEN.sub(" ", text)))
