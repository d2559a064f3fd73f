"""The lines of a list that speak of another paper of the same kind: another fiche's opinions in a meeting.

What they say may stand in the paper by chance: an opinion is one of a few words, a ministry one of a few names.
"""

from collections.abc import Iterator, Mapping, Set

from docgen.dossier import Dossier
from docgen.model.base import Piece
from docgen.source.papers import Name
from docgen.source.units import Unit, line_end


def of_siblings(texts: Mapping[Unit, str], name: Name, dossier: Dossier) -> Set[Unit]:
    """Return the units of `texts` in lines that name such a piece as the paper is of, but none that it is of."""
    family = tuple(_family(name, dossier))
    own = {piece.id for piece in family}
    kinds = {piece.genre for piece in family}
    others = {one.piece.id for one in dossier.entrees if one.piece.genre in kinds} - own
    named: dict[Unit, set[str]] = {}
    for unit, text in texts.items():
        named.setdefault(unit[: line_end(unit)], set()).add(text)
    lines = {line for line, said in named.items() if not said.isdisjoint(others) and said.isdisjoint(own)}
    return {unit for unit in texts if _in_list(unit) and unit[: line_end(unit)] in lines}


def _family(name: Name, dossier: Dossier) -> Iterator[Piece]:
    for piece in (entree.piece for entree in dossier.entrees if entree.piece.cle == name.piece):
        yield piece
        yield from dossier.cited_by(piece)


def _in_list(unit: Unit) -> bool:
    return any(isinstance(step, int) for step in unit[1:])
