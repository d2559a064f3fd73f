"""What was typed, screened: a paper is written for its words only where faulty ones may have been typed.

A fiche or an annex prints what was typed in it and in what it rests on, docgen's own labels, and amounts; a convention
prints a text that is no field, so its paper is always read.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import groupby

from docgen.checks.blocking import rests_on
from docgen.checks.fields import texts_in
from docgen.checks.wording import plain
from docgen.dossier import Dossier
from docgen.model.base import Modele, Piece, champs
from docgen.model.convention import Convention

Faulty = Callable[[str], bool]


def printed_in(piece: Piece, dossier: Dossier) -> frozenset[int]:
    """Return the identities of the pieces whose texts the paper of `piece` prints."""
    return frozenset(map(id, (piece, *rests_on(piece, dossier))))


@lru_cache(maxsize=8)
def suspects(dossier: Dossier, faulty: Faulty) -> frozenset[int]:
    """Return the identities of the pieces whose texts are faulty, or which lack a value: what is printed instead is
    looked at."""
    return frozenset(key for key, text in _typed(dossier).items() if text is None or faulty(text))


@lru_cache(maxsize=2)
def _typed(dossier: Dossier) -> Mapping[int, str | None]:
    """Return the texts of each piece by its identity; None for a piece that lacks a value."""
    pieces = (entree.piece for entree in dossier.entrees)
    return {id(piece): None if _lacks(piece) else _texts(piece, dossier) for piece in pieces}


def _texts(piece: Piece, dossier: Dossier) -> str:
    """Return the texts of `piece`, each ended by a stop; then those of each block end to end, as a paper may set them
    (a number, its unit), for the word that is doubled where two values meet. Names of a convention stand alone."""
    texts = texts_in(piece, dossier)
    inner = (one for one in texts if len(one[0]) > 1 and not isinstance(piece, Convention))
    blocks = ([text for _, text in block] for _, block in groupby(inner, key=lambda one: one[0][:-1]))
    met = (" ".join(block) for block in blocks if len(block) > 1)
    return plain(" . ".join((*(text for _, text in texts), *met)))


def _lacks(value: object) -> bool:
    """Return whether a required value is missing somewhere in `value`."""
    if isinstance(value, Modele):
        for name, champ in champs(type(value)).items():
            one = getattr(value, name)
            empty = one is None or (isinstance(one, tuple) and not one)
            if champ.requis if empty else _lacks(one):
                return True
        return False
    return isinstance(value, tuple) and any(map(_lacks, value))
