"""`document: plan-actions`: the yearly action plan. Its figures come from the dossier's fiches (article 14)."""

import datetime
from collections.abc import Mapping
from typing import ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.scalars import Annee, Date, Identifiant, Ligne, Prose


class Echeance(Modele):
    """A date of the calendar of the year."""

    date: Date | None = requis("Date", exemple="18/05/2022")
    libelle: Ligne | None = requis("Échéance", exemple="Réunion de printemps du comité de pilotage")


class PlanActions(Piece):
    """The words of the plan of one year, and the agreement on it."""

    genre: ClassVar[str] = "plan-actions"
    citations: ClassVar[Mapping[str, str]] = {"convention": "convention"}

    convention: Identifiant | None = requis("Convention", exemple="atlas-2021")
    annee: Annee | None = requis("Année", exemple=2022)
    etabli_le: Date | None = requis(
        "Établi le", "Les fiches demandées après ce jour n’y sont pas.", exemple="02/02/2022"
    )
    priorites: Prose | None = requis("Priorités de coopération", exemple="Les métiers de l’ingénierie et du numérique.")
    priorites_le: Date | None = facultatif("Priorités envisagées par le comité le", exemple="13/10/2021")
    echeances: tuple[Echeance, ...] = liste("Autres dates du calendrier", "En plus de celles que docgen calcule.")
    accord_le: Date | None = facultatif("Accord recueilli le", exemple="02/02/2022")
    suivi: Prose | None = requis("Suivi et évaluation", exemple="Chaque action est suivie par ses indicateurs.")

    @property
    def datee_du(self) -> datetime.date | None:
        """The day on which it was made."""
        return self.etabli_le
