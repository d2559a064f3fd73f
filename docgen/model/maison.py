"""`document: maison`: the house style, one file per dossier."""

from typing import ClassVar

from docgen.model.base import Piece, facultatif
from docgen.model.scalars import Ligne


class Maison(Piece):
    """What the house says of itself in every paper."""

    genre: ClassVar[str] = "maison"

    auteur: Ligne | None = facultatif("Auteur des documents", "Inscrit dans leurs propriétés.", exemple="OPCO Atlas")
