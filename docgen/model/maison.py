"""`document: maison`: the house style, one file per dossier."""

from typing import ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.scalars import Date, Ligne


class Vacances(Modele):
    """School holidays of some zones: an order of the minister sets them year by year, so that they are typed."""

    nom: Ligne | None = requis("Nom", exemple="Toussaint")
    zones: Ligne | None = facultatif("Zones", exemple="A, B et C")
    du: Date | None = requis("Premier jour", exemple="23/10/2021")
    au: Date | None = requis("Dernier jour", exemple="07/11/2021")


class Maison(Piece):
    """What the house says of itself in every paper."""

    genre: ClassVar[str] = "maison"

    auteur: Ligne | None = facultatif("Auteur des documents", "Inscrit dans leurs propriétés.", exemple="OPCO Atlas")
    vacances_scolaires: tuple[Vacances, ...] = liste(
        "Vacances scolaires", "Pour le calendrier ; un arrêté les fixe chaque année."
    )
