"""`document: fiche-action`: the forecast fiche of one action, to be examined or examined."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.scalars import Date, Euros, Identifiant, Ligne, OuiNon, Prose, choix


class Sens(StrEnum):
    """An opinion; the first three are the boxes of the form."""

    FAVORABLE = "favorable"
    RESERVE = "réservé"
    DEFAVORABLE = "défavorable"
    EN_ATTENTE = "en attente"
    AJOURNE = "ajourné"
    NON_CONCERNE = "non concerné"


COCHES = (Sens.FAVORABLE, Sens.RESERVE, Sens.DEFAVORABLE)
"""The opinions that tick a box of the form."""


class Levee(Modele):
    """The lifting of a reserve: the opinion then counts as favourable, and the history stays."""

    date: Date | None = requis("Date de levée", exemple="15/12/2021")
    pieces: Ligne | None = requis("Au vu de", exemple="du calendrier des entretiens transmis le 10 décembre 2021")
    par: Ligne | None = facultatif("Levée constatée par")


class Avis(Modele):
    """The opinion of the committee or of a ministry."""

    forme_courte: ClassVar[str | None] = "sens"

    sens: Annotated[Sens, choix(Sens)] | None = requis("Sens de l’avis", exemple="favorable")
    date: Date | None = facultatif("Date de l’avis", exemple="20/10/2021")
    reunion: Date | None = facultatif("Examen prévu ou reporté à la réunion du")
    recommandations: Prose | None = facultatif("Actions correctives", "Si l’avis est réservé.")
    motifs: Prose | None = facultatif("Motifs", "Si l’avis est défavorable ou l’examen reporté.")
    levee: Levee | None = facultatif("Levée de la réserve")

    @property
    def vaut_favorable(self) -> bool:
        """Whether the opinion is favourable, or its reserve is lifted."""
        return self.sens is Sens.FAVORABLE or (self.sens is Sens.RESERVE and self.levee is not None)


class AvisMinistere(Avis):
    """The opinion of one signatory ministry."""

    forme_courte: ClassVar[str | None] = None

    ministere: Identifiant | None = requis("Ministère", "L’identifiant de la partie.", exemple="menjs")


class NatureIndicateur(StrEnum):
    """What an indicator measures."""

    QUANTITATIF = "quantitatif"
    QUALITATIF = "qualitatif"


class Indicateur(Modele):
    """An objective indicator of the action."""

    libelle: Ligne | None = requis("Libellé", exemple="jeunes rencontrés")
    nature: Annotated[NatureIndicateur, choix(NatureIndicateur)] | None = requis(
        "Nature", "quantitatif ou qualitatif.", exemple="quantitatif"
    )
    prevu: Ligne | None = facultatif("Valeur prévue", exemple="2 400")
    unite: Ligne | None = facultatif("Unité", exemple="jeunes")
    methode: Ligne | None = facultatif("Méthode", exemple="questionnaire à l’issue de chaque rencontre")


class OutilNumerique(Modele):
    """A digital tool that the action makes (article 12)."""

    nom: Ligne | None = requis("Nom de l’outil", exemple="Carte des métiers")
    en_ligne_le: Date | None = facultatif("Mise en ligne prévue le")
    en_ligne: OuiNon | None = facultatif("Déjà en ligne", defaut=False)
    accords: tuple[Identifiant, ...] = liste("Ministères qui ont donné leur accord")


class FicheAction(Piece):
    """The forecast fiche, box by box."""

    genre: ClassVar[str] = "fiche-action"
    citations: ClassVar[Mapping[str, str]] = {"convention": "convention"}

    convention: Identifiant | None = requis("Convention", "L’identifiant de la convention.", exemple="atlas-2021")
    numero: Ligne | None = requis("Fiche n°", exemple="2021-03")
    titre: Ligne | None = requis("Titre de l’action", exemple="Parcours « Ingénierie et numérique »")
    initiateur: Ligne | None = requis("Initiateur de la demande", exemple="OPCO Atlas")
    date_demande: Date | None = requis("Date de la demande", exemple="10/09/2021")
    avis_copil: Avis | None = facultatif("Avis du comité", "À retirer si une réunion du dossier le donne.")
    avis: tuple[AvisMinistere, ...] = liste("Avis des ministères", "À retirer si une réunion du dossier les donne.")
    publics: Prose | None = requis("Publics visés", exemple="Lycéens, apprentis et étudiants.")
    motif_publics: Ligne | None = facultatif(
        "Motif d’un public laissé de côté", "Si les lycéens, les étudiants ou les apprentis ne sont pas visés."
    )
    porteur: Prose | None = requis("Porteur de l’action", exemple="OPCO Atlas")
    presentation: Prose | None = requis(
        "Présentation de l’action",
        "Paragraphes ; une ligne « - » ouvre une liste.",
        exemple="Trois régions académiques proposent aux lycées un parcours de découverte.",
    )
    mixite: Prose | None = facultatif("Mixité, diversité et inclusion", "Ce que l’action fait (article 8).")
    livrables: Prose | None = requis("Livrables de l’action", exemple="Kit pédagogique ; six vidéos métiers.")
    debut: Date | None = requis("Date de début", exemple="15/11/2021")
    fin: Date | None = requis("Date de fin", exemple="30/06/2022")
    partenaires: Prose | None = requis("Partenaires", "« Néant. » si l’action n’en a pas.", exemple="Néant.")
    prestataire: Prose | None = requis("Prestataire pressenti", exemple="À désigner à l’issue de la procédure d’achat.")
    secteurs: tuple[Ligne, ...] = liste("Secteurs", "Parmi ceux de la convention.", exemple="Numérique")
    secteur_autre: Ligne | None = facultatif("Autre secteur")
    budget: Euros | None = requis("Budget TTC", exemple="44 893,12")
    indicateurs: tuple[Indicateur, ...] = liste("Indicateurs", requise=True)
    mode_evaluation: Prose | None = requis("Mode d’évaluation", exemple="Questionnaire à l’issue de chaque rencontre.")
    points_vigilance: Prose | None = requis(
        "Points de vigilance et d’arbitrage", "« Néant. » s’il n’y en a pas.", exemple="Néant."
    )
    outil_numerique: OutilNumerique | None = facultatif("Outil numérique")
    axes: tuple[Ligne, ...] = liste("Axes de coopération", "Les articles 2 à 12 dont l’action relève.")
    logos: tuple[Identifiant, ...] = liste("Logos demandés", "Les ministères dont le logo doit figurer.")

    def avis_de(self, ministere: str | None) -> AvisMinistere | None:
        """Return the opinion of a ministry, by its party's id; None where it gave none."""
        return next((avis for avis in self.avis if avis.ministere == ministere), None)

    @property
    def dernier_avis(self) -> date | None:
        """The day of the last opinion or lifting; None where no opinion is dated."""
        given = (*self.avis, *((self.avis_copil,) if self.avis_copil else ()))
        days = [day for avis in given for day in (avis.date, avis.levee.date if avis.levee else None) if day]
        return max(days, default=None)

    @property
    def datee_du(self) -> date | None:
        """The date of the document: the last opinion's, else the demand's."""
        return self.dernier_avis or self.date_demande
