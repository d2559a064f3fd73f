"""`document: denonciation`: the letter by which a party ends the convention, one per other party (article 18)."""

import datetime
from collections.abc import Mapping
from typing import ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.common import Signataire
from docgen.model.periods import ajouter
from docgen.model.scalars import Date, Identifiant, Ligne
from docgen.model.temps import Duree


class Destinataire(Modele):
    """A party that is notified: how the letter goes to it, and the day on which it received it."""

    forme_courte: ClassVar[str | None] = "partie"

    partie: Identifiant | None = requis("Partie", "L’identifiant de la partie.", exemple="menjs")
    adresse: Ligne | None = facultatif("Adresse", "À défaut, le siège de la partie.", exemple="1 rue Exemple, Paris")
    recommande: Ligne | None = facultatif("Numéro du recommandé", "À défaut, remise contre récépissé.")
    recue_le: Date | None = facultatif("Reçue le", exemple="31/12/2022")


class Denonciation(Piece):
    """The denunciation: who ends the convention, by whose decision, from when on."""

    genre: ClassVar[str] = "denonciation"
    citations: ClassVar[Mapping[str, str]] = {"convention": "convention", "actions": "fiche-action"}

    convention: Identifiant | None = requis("Convention", "L’identifiant de la convention.", exemple="atlas-2021")
    expediteur: Identifiant | None = requis("Expéditeur", "L’identifiant de la partie.", exemple="opco-atlas")
    signataires: tuple[Signataire, ...] = liste(
        "Signataires de la lettre", "À défaut, ceux de la partie au jour de la lettre."
    )
    lieu: Ligne | None = requis("Lieu", exemple="Paris")
    date: Date | None = requis("Date de la lettre", exemple="20/12/2022")
    destinataires: tuple[Destinataire, ...] = liste(
        "Destinataires", "Chaque autre partie.", requise=True, exemple="menjs"
    )
    instance: Ligne | None = requis("Instance qui a décidé", exemple="le conseil d’administration")
    decidee_le: Date | None = requis("Date de la décision", exemple="15/12/2022")
    motifs: Ligne | None = facultatif("Motifs")
    conciliation_le: Date | None = facultatif("Conciliation engagée le", "Si elle a été tentée sans aboutir.")
    effet_le: Date | None = facultatif("Effet le", "Si le délai est plus long que le délai minimal.")
    avenants: tuple[Ligne, ...] = liste("Avenants à la convention", exemple="n° 1 du 15 mars 2022")
    actions: tuple[Identifiant, ...] = liste("Actions engagées", "Les fiches des actions à mener à leur terme.")

    @property
    def datee_du(self) -> datetime.date | None:
        """The date of the letter."""
        return self.date

    @property
    def derniere_reception(self) -> datetime.date | None:
        """The latest receipt, from which the notice runs; None until every addressee's is known."""
        days = [one.recue_le for one in self.destinataires]
        known = [day for day in days if day]
        return max(known) if known and len(known) == len(days) else None


def expiration(reception: datetime.date, preavis: Duree) -> datetime.date:
    """Return the day at whose midnight the notice expires: date to date, else the last day of the month.

    Nothing extends it, neither a week-end nor a holiday; the convention ceases the next day.
    """
    return ajouter(reception, preavis)
