"""What a paper usually needs of its dossier: where to look first, never what to believe.

A table made from the samples. Where it is wrong of a paper, the search takes longer and finds the same.
"""

from collections.abc import Iterator
from functools import cached_property

from docgen.dossier import Dossier
from docgen.model.base import Piece
from docgen.source.groups import Group
from docgen.source.papers import Name
from docgen.source.units import passages_of
from docgen.source.usual_table import USUAL

PIECE, FIELD, VALUE = "pièce", "champ", "valeur"
"""What is looked for: whole pieces and files, a field of all the pieces of a kind, single values."""


class Things:
    """What a paper may need, by names that are the same in all dossiers."""

    def __init__(self, dossier: Dossier, paper: Name) -> None:
        self._dossier, self._paper = dossier, paper

    def is_usual(self, group: Group, what: str) -> bool:
        """Return whether papers of this kind usually need such things; False for a kind that no sample has."""
        return self.name(group, what) in USUAL.get(self._paper.kind, ())

    def name(self, group: Group, what: str) -> str:
        """Return the name of `group`: "champ convention/duree", "pièce citée fiche-action", "valeur titre"."""
        first, *path = group.units[0]
        if isinstance(first, str):
            return f"{what} {self._of_file(first, path) if what == VALUE else 'fichier'}"
        piece = self._dossier.entrees[first].piece
        if what == PIECE:
            return f"{what} {self._relation(piece)} {piece.genre}"
        return f"{what} {'/'.join((piece.genre, *(step for step in path if isinstance(step, str))))}"

    def _of_file(self, name: str, path: list[str | int]) -> str:
        text = passages_of(name, self._dossier.files[name]).get((name, *path), "") if path else ""
        return "titre" if text.startswith("#") else "alinéa"

    def _relation(self, piece: Piece) -> str:
        if piece.cle in self._cited:
            return "citée"
        cites = (one.cle == self._paper.piece for one in self._dossier.cited_by(piece))
        return "citante" if any(cites) else "autre"

    @cached_property
    def _cited(self) -> frozenset[str]:
        """The keys of the pieces that the piece of the paper cites, and of those that these cite."""
        own = next((one.piece for one in self._dossier.entrees if one.piece.cle == self._paper.piece), None)
        return frozenset(_closure(own, self._dossier)) if own else frozenset()


def _closure(piece: Piece, dossier: Dossier) -> Iterator[str]:
    seen, waiting = {piece.cle}, [piece]
    while waiting:
        for one in dossier.cited_by(waiting.pop()):
            if one.cle not in seen:
                seen.add(one.cle)
                waiting.append(one)
                yield one.cle
