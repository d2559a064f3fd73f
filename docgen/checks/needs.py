"""What a rule waits for: a value that was typed and could not be read is said once, by reading, and enters no sum.

A rule declares the fields that it needs (`Rule.needs`): `annexe-financiere.postes` is the field `postes` of an annex
and all that it holds. While one of them could not be read, in the piece itself or in one that belongs with it, what
the rule would say of the rest could be false, and is not said.
"""

from collections.abc import Iterable, Iterator, Sequence

from docgen.checks.blocking import rests_on
from docgen.dossier import Dossier
from docgen.findings import FieldPath
from docgen.model.base import Piece
from docgen.model.reunion import Reunion


def awaits(piece: Piece, dossier: Dossier, path: FieldPath, needs: Sequence[str]) -> bool:
    """Tell whether what is said of `path` of `piece` awaits a value: that one, or one of the `needs`."""
    own = dossier.entree(piece).illisibles
    if path and any(field[: len(path)] == path for field in own):
        return True
    if any(_needed(piece, field, needs) and not _apart(path, field) for field in own):
        return True
    others = (one for one in _unread_among(dossier, needs) if one is not piece)
    return any(_belong(one, piece, dossier) for one in others)


def _unread_among(dossier: Dossier, needs: Sequence[str]) -> Iterator[Piece]:
    """Yield the pieces of which one of the `needs` could not be read."""
    for entree in dossier.entrees:
        if any(_needed(entree.piece, field, needs) for field in entree.illisibles):
            yield entree.piece


def _needed(piece: Piece, field: FieldPath, needs: Iterable[str]) -> bool:
    names = [piece.genre, *(str(part) for part in field if not isinstance(part, int))]
    return any(all(a == b for a, b in zip(names, need.split("."), strict=False)) for need in needs)


def _apart(path: FieldPath, field: FieldPath) -> bool:
    """Tell whether `path` and `field` stand in two items of one list: what is said of one rests on no other."""
    differ = next(((a, b) for a, b in zip(path, field, strict=False) if a != b), ("", ""))
    return all(isinstance(part, int) for part in differ)


def _belong(one: Piece, other: Piece, dossier: Dossier) -> bool:
    """Tell whether `one`, of which something is unread, belongs with `other`.

    A meeting may speak of any fiche; a citation that is unread may be of any piece.
    """
    if isinstance(one, Reunion) or any(
        field[:1] == (name,) for field in dossier.entree(one).illisibles for name in one.citations
    ):
        return True
    keys = {piece.cle for piece in rests_on(other, dossier)}
    return one.cle in keys or any(piece.cle == other.cle for piece in rests_on(one, dossier))
