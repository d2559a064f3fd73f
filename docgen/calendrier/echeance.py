"""A limit, and the year of a dossier in which limits are looked for."""

from datetime import date, timedelta

from docgen.dossier import Dossier
from docgen.model.base import Piece
from docgen.model.convention import Convention
from docgen.values import Struct

EVE = timedelta(days=1)
"""A limit « avant le 31 mai » is that of its eve, 30 May."""


class Echeance(Struct, frozen=True):
    """A limit: its day, what it is of, the piece that sets it, whether it was met (None for a mere date), and when."""

    jour: date
    titre: str
    document: str
    fait: bool | None = None
    le: date | None = None
    remarques: tuple[str, ...] = ()

    def en_retard(self, au: date | None) -> bool:
        """Return whether the limit has passed, on the day held for today, without what it asks."""
        return au is not None and self.fait is False and self.jour < au

    def etat(self, au: date | None) -> str:
        """Return how it stands on the day held for today; empty for a mere date."""
        if self.en_retard(au):
            return "EN RETARD"
        if self.fait and self.le and au and self.le > au:
            return "prévu"
        return {True: "fait", False: "à faire", None: ""}[self.fait]


class Vue(Struct, frozen=True):
    """A year of a dossier, and its conventions as they stand on the day held for today, at the end of the year else."""

    dossier: Dossier
    annee: int
    conventions: tuple[Convention, ...]


def sigle(dossier: Dossier, piece: Piece, id: str | None) -> str:
    """Return how a ministry is called in a word, by the id of its party."""
    convention = dossier.convention_de(piece)
    partie = convention.partie(id) if convention else None
    return (partie.sigle or partie.usuel if partie else None) or id or "…"
