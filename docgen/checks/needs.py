"""What a rule waits for: a value that was typed and could not be read is said once, by reading, and enters no sum.

A rule declares the fields that it needs (`Rule.needs`): `annexe-financiere.postes` is the field `postes` of an annex
and all that it holds. While one of them could not be read, in the piece itself or in one that belongs with it, what
the rule would say of the rest could be false, and is not said.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from docgen.checks.blocking import rests_on
from docgen.dossier import Dossier, Entree
from docgen.findings import FieldPath
from docgen.model.base import Piece
from docgen.model.reunion import Reunion
from docgen.values import Struct

Unread = frozenset[tuple[str, ...]]
"""Fields that could not be read, as names: kind, field, field below; without the ranks in lists."""


def awaits(genre: str, own: Iterable[FieldPath], path: FieldPath, needs: Sequence[str]) -> bool:
    """Tell whether what is said of `path` awaits a value of its own piece: that one, or one of the `needs`.

    `own` are the fields of the piece, of the kind `genre`, that could not be read.
    """
    return any(
        (path and field[: len(path)] == path) or (needed({_names(genre, field)}, needs) and not _apart(path, field))
        for field in own
    )


def needed(unread: Set[tuple[str, ...]], needs: Sequence[str]) -> bool:
    """Tell whether one of the `needs` is among the fields that are `unread`, or holds one, or is held by one."""
    split = [need.split(".") for need in needs] if unread else ()
    return any(all(a == b for a, b in zip(names, need, strict=False)) for names in unread for need in split)


def beside(piece: Piece, rests_upon: Set[int], dossier: Dossier) -> Unread:
    """Return what could not be read of the pieces that belong with `piece`: those on which it rests (`rests_upon`, by
    their identities), those that rest on it, and those that may."""
    known = _known(dossier)
    others = {*known.loose, *known.resting.get(piece.cle, ()), *(rests_upon & known.fields.keys())} - {id(piece)}
    return frozenset(names for other in others for names in known.fields[other])


class _Known(Struct, frozen=True):
    """The pieces of which something is unread, by identity: what; by the key of each piece on which they rest; and
    those that may rest on any: a meeting may speak of any fiche, a citation that is unread may be of any piece."""

    fields: Mapping[int, Unread]
    resting: Mapping[str, Sequence[int]]
    loose: frozenset[int]


@lru_cache(maxsize=2)
def _known(dossier: Dossier) -> _Known:
    fields = {
        id(one.piece): frozenset(_names(one.piece.genre, field) for field in one.illisibles) for one in dossier.a_relire
    }
    resting: dict[str, list[int]] = {}
    for one in dossier.a_relire:
        for key in {other.cle for other in rests_on(one.piece, dossier)}:
            resting.setdefault(key, []).append(id(one.piece))
    return _Known(fields, resting, frozenset(id(one.piece) for one in dossier.a_relire if _is_loose(one)))


def _is_loose(one: Entree) -> bool:
    return isinstance(one.piece, Reunion) or any(field[0] in one.piece.citations for field in one.illisibles if field)


def _names(genre: str, field: FieldPath) -> tuple[str, ...]:
    return (genre, *(str(part) for part in field if not isinstance(part, int)))


def _apart(path: FieldPath, field: FieldPath) -> bool:
    """Tell whether `path` and `field` stand in two items of one list: what is said of one rests on no other."""
    differ = next(((a, b) for a, b in zip(path, field, strict=False) if a != b), ("", ""))
    return all(isinstance(part, int) for part in differ)
