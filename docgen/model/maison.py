"""`document: maison`: the house style, one file per dossier."""

from enum import StrEnum
from typing import Annotated, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.scalars import Date, Ligne, choix


class MotSuppression(StrEnum):
    """How an avenant says that something is taken out."""

    SUPPRIME = "supprimé"
    ABROGE = "abrogé"


class MotStipulations(StrEnum):
    """What an avenant calls the clauses of the convention."""

    STIPULATIONS = "stipulations"
    DISPOSITIONS = "dispositions"


class PremierRang(StrEnum):
    """How an avenant writes the first rank."""

    PREMIER = "premier"
    PREMIER_EN_CHIFFRES = "1er"


class Guillemets(StrEnum):
    """How several quoted alinéas are marked: at the head of each, or once."""

    ROUVERTS = "rouverts"
    UNE_FOIS = "une-fois"


class Vacances(Modele):
    """School holidays that docgen does not know: those of Corsica or overseas, those of a year not yet set."""

    nom: Ligne | None = requis("Nom", exemple="Toussaint, La Réunion")
    zones: Ligne | None = facultatif("Zones", exemple="A, B et C")
    du: Date | None = requis("Premier jour", exemple="16/10/2021")
    au: Date | None = requis("Dernier jour", exemple="31/10/2021")


class Maison(Piece):
    """What the house says of itself in every paper."""

    genre: ClassVar[str] = "maison"

    auteur: Ligne | None = facultatif("Auteur des documents", "Inscrit dans leurs propriétés.", exemple="OPCO Atlas")
    vacances_scolaires: tuple[Vacances, ...] = liste(
        "Vacances scolaires", "Pour le calendrier : celles que docgen ne connaît pas, ou à leur place."
    )
    mot_suppression: Annotated[MotSuppression, choix(MotSuppression)] | None = facultatif(
        "Mot des suppressions", "supprimé ou abrogé, dans les avenants.", defaut=MotSuppression.SUPPRIME
    )
    mot_stipulations: Annotated[MotStipulations, choix(MotStipulations)] | None = facultatif(
        "Nom des clauses", "stipulations ou dispositions, dans les avenants.", defaut=MotStipulations.STIPULATIONS
    )
    premier_rang: Annotated[PremierRang, choix(PremierRang)] | None = facultatif(
        "Premier rang", "premier ou 1er, dans les avenants.", defaut=PremierRang.PREMIER
    )
    guillemets: Annotated[Guillemets, choix(Guillemets)] | None = facultatif(
        "Guillemets des alinéas cités", "rouverts à chaque alinéa, ou une-fois.", defaut=Guillemets.ROUVERTS
    )
