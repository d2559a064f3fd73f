"""The texts that a piece holds, each with its path: to find which field a printed word was typed in."""

from enum import Enum

from docgen.checks.wording import plain
from docgen.dossier import Dossier
from docgen.findings import FieldPath
from docgen.model.base import Modele, Piece, champs
from docgen.model.convention import Convention

Texts = tuple[tuple[FieldPath, str], ...]


def texts_in(piece: Piece, dossier: Dossier) -> Texts:
    """Return the texts of `piece`, gathered once for all the rules that ask `dossier` for them."""
    return dossier.once("texts", (piece,), lambda: texts_of(piece))


def texts_of(value: object, path: FieldPath = ()) -> Texts:
    """Return each text that `value` (a model, a list or a text) holds, with its path from there, in order."""
    found: list[tuple[FieldPath, str]] = []
    _gather(value, path, found)
    return tuple(found)


def _gather(value: object, path: FieldPath, found: list[tuple[FieldPath, str]]) -> None:
    if isinstance(value, str) and not isinstance(value, Enum):
        found.append((path, value))
    elif isinstance(value, Modele):
        for name in champs(type(value)):
            if (one := getattr(value, name)) is not None:
                _gather(one, (*path, name), found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _gather(item, (*path, index), found)


def typed_in(piece: Piece, dossier: Dossier, words: str) -> tuple[FieldPath, ...]:
    """Return the fields of `piece` whose text holds `words`, spaces and apostrophes taken loosely; empty for none."""
    wanted = plain(words)
    sign = max(wanted.replace("’", " ").replace("…", " ").split(" "), key=len)  # what is typed as it is printed
    return tuple(path for path, text in texts_in(piece, dossier) if sign in text and wanted in plain(text))


def text_field(piece: Piece) -> FieldPath:
    """Return the field that a fault of the text points to: that of an own text's file, else the whole piece."""
    return ("texte",) if isinstance(piece, Convention) and piece.texte else ()
