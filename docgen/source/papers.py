"""A paper by its name: the same one, written from any state of its dossier."""

from collections.abc import Iterator, Mapping

from docgen.as_sent import as_sent
from docgen.dossier import Dossier
from docgen.model.base import Piece
from docgen.model.reunion import Reunion
from docgen.pack import KIND as PACK
from docgen.pack import Pack, pack
from docgen.text.papers import write, written
from docgen.tree import Document
from docgen.values import Struct


class Name(Struct, frozen=True):
    """A paper: the key of the piece that gives it, its kind, its id."""

    piece: str
    kind: str
    id: str


def paper(name: Name, dossier: Dossier) -> Document | None:
    """Return the paper called `name` as `dossier` gives it; None where it gives none of that name."""
    piece = next((entree.piece for entree in dossier.entrees if entree.piece.cle == name.piece), None)
    if piece is None:
        return None
    if name.kind == PACK:
        return _pack(piece, dossier) if isinstance(piece, Reunion) else None
    papers = written(piece, dossier, name.kind)
    return next((one for one in papers if (one.kind, one.id) == (name.kind, name.id)), None)


def parts_of(name: Name, dossier: Dossier) -> Iterator[tuple[Name, Document]]:
    """Yield the papers that the paper called `name` holds, with their names: those of a pack; none for another."""
    reunion = next((one for one in dossier.all(Reunion) if one.cle == name.piece), None)
    held = _held(reunion, dossier) if reunion and name.kind == PACK else None
    for piece, document in held.pieces if held else ():
        yield Name(piece.cle, document.kind, document.id), document


def _pack(reunion: Reunion, dossier: Dossier) -> Document | None:
    held = _held(reunion, dossier)
    return held.document if held else None


def _held(reunion: Reunion, dossier: Dossier) -> Pack | None:
    """The pack as it was sent."""
    known = as_sent(dossier, reunion)
    one = known.find(Reunion, reunion.id)
    return pack(one, known, _Papers(known)) if one else None


class _Papers(Mapping[str, tuple[Document, ...]]):
    """The papers of each piece of a dossier, written when they are asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._pieces: dict[str, Piece] = {entree.piece.cle: entree.piece for entree in dossier.entrees}

    def __getitem__(self, key: str) -> tuple[Document, ...]:
        return write(self._pieces[key], self._dossier)

    def __iter__(self) -> Iterator[str]:
        return iter(self._pieces)

    def __len__(self) -> int:
        return len(self._pieces)
