"""Bytes → text: UTF-8, with or without byte-order mark; other encodings are recognised, said, and read all the same."""

import codecs

from docgen.findings import Finding, Place
from docgen.read.faults import fault
from docgen.values import Struct

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_SAMPLE = 2000
_CONTROLS = frozenset(range(32)) - {9, 10, 13}
_REMEDY = (
    "Réenregistrez le fichier en UTF-8 "
    "(dans le Bloc-notes : Fichier, Enregistrer sous, Encodage : UTF-8), puis relisez les accents."
)


class Decoded(Struct, frozen=True):
    """A text and what is wrong with its encoding; `text` is None where the bytes are no text that is known."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def decode(content: bytes, file: str) -> Decoded:
    """Return `content` as text without byte-order mark, with a finding (SAI-07) where it is not UTF-8.

    A text in UTF-16, UTF-32 or Windows-1252 is read all the same, so that its other faults are said in the same run.
    """
    for recognise in (_with_mark, _utf16_without_mark):
        if decoded := recognise(content, file):
            return decoded
    try:
        return Decoded(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _eight_bits(content, error.start, file)


def _with_mark(content: bytes, file: str) -> Decoded | None:
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _foreign(content, codec, name, file)
    return None


def _utf16_without_mark(content: bytes, file: str) -> Decoded | None:
    """Return the text where every other byte of its beginning is mostly zero: Latin letters in UTF-16."""
    sample = content[:_SAMPLE]
    for codec, zeros, letters in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if zeros.count(0) * 2 > len(zeros) and letters.count(0) * 4 < len(letters):
            return _foreign(content, codec, "UTF-16 sans marque", file)
    return None


def _foreign(content: bytes, codec: str, name: str, file: str) -> Decoded:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        text = None
    return Decoded(text, (_fault(Place(file), f"un texte en {name}"),))


def _eight_bits(content: bytes, index: int, file: str) -> Decoded:
    """Return the text as Windows-1252 where every byte has a meaning there, None where this is not text at all."""
    place, byte = _place(content, index, file), content[index]
    if _CONTROLS.isdisjoint(content):
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            pass
        else:
            char = bytes([byte]).decode("cp1252")
            return Decoded(text, (_fault(place, f"l’octet 0x{byte:02X}, qui vaut {char} en Windows-1252 (cp1252)"),))
    return Decoded(None, (_fault(place, f"l’octet 0x{byte:02X}, qui n’est d’aucun encodage connu"),))


def _place(content: bytes, index: int, file: str) -> Place:
    lines = content[:index].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(file, len(lines), len(lines[-1]) + 1)


def _fault(place: Place, read: str) -> Finding:
    return fault("SAI-07", place, read=read, expected="un texte en UTF-8", remedy=_REMEDY)
