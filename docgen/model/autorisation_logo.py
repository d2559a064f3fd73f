"""`document: autorisation-logo`: the express, written, dated authorisation to use a ministry's logo (article 11)."""

import datetime
from collections.abc import Mapping
from typing import ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.common import Signataire
from docgen.model.scalars import Chemin, Date, Empreinte, Entier, Identifiant, Ligne


class FichierLogo(Modele):
    """The authorised file."""

    fichier: Chemin | None = requis("Fichier du logo", exemple="logos/menjs.svg")
    empreinte: Empreinte | None = requis(
        "Empreinte SHA-256 du fichier autorisé",
        exemple="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    )
    alternative: Ligne | None = requis("Alternative textuelle", exemple="Ministère de l’éducation nationale")
    largeur: Entier | None = facultatif("Largeur imprimée, en millimètres", defaut=45)


class AutorisationLogo(Piece):
    """An authorisation: who allows whom to use which file, on which supports, from when to when."""

    genre: ClassVar[str] = "autorisation-logo"
    citations: ClassVar[Mapping[str, str]] = {"convention": "convention", "fiche": "fiche-action"}

    convention: Identifiant | None = requis("Convention", exemple="atlas-2021")
    ministeres: tuple[Identifiant, ...] = liste(
        "Ministères", "Un bloc commun vaut pour chacun d’eux.", requise=True, exemple="menjs"
    )
    reference: Ligne | None = requis("Référence de l’autorisation", exemple="MENJS-2021-112")
    date: Date | None = requis("Date de l’autorisation", exemple="03/11/2021")
    autorite: Signataire | None = requis("Autorité qui autorise")
    beneficiaire: Identifiant | None = requis("Bénéficiaire", "L’identifiant de la partie.", exemple="opco-atlas")
    demandee_le: Date | None = facultatif("Demande présentée le")
    fiche: Identifiant | None = facultatif("Fiche action", "Celle dont l’avis est favorable.", exemple="2021-03")
    supports: tuple[Ligne, ...] = liste(
        "Supports autorisés", "« fiche action » pour le papier lui-même.", requise=True, exemple="fiche action"
    )
    territoire: Ligne | None = facultatif("Territoire de diffusion", exemple="le territoire national")
    debut: Date | None = requis("Du", exemple="03/11/2021")
    fin: Date | None = requis("Au", exemple="30/06/2022")
    logo: FichierLogo | None = requis("Logo")

    @property
    def datee_du(self) -> datetime.date | None:
        """The date of the authorisation."""
        return self.date

    @property
    def fichiers(self) -> tuple[str, ...]:
        """The file of the logo."""
        return (self.logo.fichier,) if self.logo and self.logo.fichier else ()

    def vaut_le(self, jour: datetime.date) -> bool | None:
        """Return whether the authorisation is in force on `jour`; None while its dates are not known."""
        return None if self.debut is None or self.fin is None else self.debut <= jour <= self.fin
