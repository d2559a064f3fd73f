"""`document: autorisation-logo`: the express, written, dated authorisation to use a ministry's logo (article 11)."""

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.common import Signataire
from docgen.model.scalars import Chemin, Date, Empreinte, Identifiant, Largeur, Ligne, choix


class EtatDemande(StrEnum):
    """What became of a request."""

    DEMANDEE = "demandée"
    ACCORDEE = "accordée"
    REFUSEE = "refusée"


class FichierLogo(Modele):
    """The authorised file."""

    fichier: Chemin | None = requis("Fichier du logo", exemple="logos/menjs.svg")
    empreinte: Empreinte | None = requis(
        "Empreinte SHA-256 du fichier autorisé",
        exemple="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    )
    alternative: Ligne | None = requis("Alternative textuelle", exemple="Ministère de l’éducation nationale")
    largeur: Largeur | None = facultatif("Largeur imprimée, en millimètres", defaut=45)


class Refus(Modele):
    """Why a logo is refused, and before whom the refusal may be contested."""

    motif: Ligne | None = requis("Motif du refus", exemple="les supports sont déjà diffusés")
    tribunal: Ligne | None = requis("Siège du tribunal administratif", exemple="Paris")


_DE_LA_DECISION = frozenset({"reference", "date", "autorite"})
_DE_L_ACCORD = frozenset({"debut", "fin", "logo"})


class AutorisationLogo(Piece):
    """An authorisation: who allows whom to use which file, on which supports, from when to when."""

    genre: ClassVar[str] = "autorisation-logo"
    citations: ClassVar[Mapping[str, str]] = {"convention": "convention", "fiche": "fiche-action"}

    etat: Annotated[EtatDemande, choix(EtatDemande)] | None = facultatif(
        "État", "demandée, accordée ou refusée.", defaut=EtatDemande.ACCORDEE
    )
    convention: Identifiant | None = requis("Convention", exemple="atlas-2021")
    ministeres: tuple[Identifiant, ...] = liste(
        "Ministères", "Un bloc commun vaut pour chacun d’eux.", requise=True, exemple="menjs"
    )
    reference: Ligne | None = requis("Référence de l’autorisation", exemple="MENJS-2021-112")
    date: Date | None = requis("Date de l’autorisation", exemple="03/11/2021")
    autorite: Signataire | None = requis("Autorité qui autorise")
    beneficiaire: Identifiant | None = requis("Bénéficiaire", "L’identifiant de la partie.", exemple="opco-atlas")
    demandee_le: Date | None = facultatif("Demande présentée le", exemple="18/10/2021")
    demandeur: Signataire | None = facultatif(
        "Signataire de la demande", "À défaut, le premier signataire du bénéficiaire."
    )
    maquettes: tuple[Ligne, ...] = liste("Maquettes jointes à la demande", exemple="maquette du kit, 12 pages")
    fiche: Identifiant | None = facultatif("Fiche action", "Celle dont l’avis est favorable.", exemple="2021-03")
    supports: tuple[Ligne, ...] = liste(
        "Supports autorisés", "« fiche action » pour le papier lui-même.", requise=True, exemple="fiche action"
    )
    territoire: Ligne | None = facultatif("Territoire de diffusion", exemple="le territoire national")
    debut: Date | None = requis("Du", exemple="03/11/2021")
    fin: Date | None = requis("Au", exemple="30/06/2022")
    logo: FichierLogo | None = requis("Logo")
    mention: Ligne | None = facultatif(
        "Mention du partenariat", "Telle que les supports de communication la portent (article 11)."
    )
    supports_diffuses: Ligne | None = facultatif(
        "Sort des supports déjà diffusés, au terme", exemple="peuvent être conservés par leurs destinataires"
    )
    lieu: Ligne | None = facultatif("Lieu de la décision", exemple="Paris")
    lieu_demande: Ligne | None = facultatif("Lieu de la demande", exemple="Paris")
    refus: Refus | None = facultatif("Refus", "Si l’autorisation est refusée.")

    @classmethod
    def sans_objet(cls, valeurs: Mapping[str, Any]) -> frozenset[str]:
        """A request has no decision yet; a refusal grants neither dates nor file."""
        etat = valeurs["etat"]
        asked = _DE_LA_DECISION | {"logo"} if etat is EtatDemande.DEMANDEE else frozenset()
        return asked | (_DE_L_ACCORD if etat is EtatDemande.REFUSEE else frozenset())

    @property
    def datee_du(self) -> datetime.date | None:
        """The date of the decision, else that of the request."""
        return self.date or self.demandee_le

    @property
    def fichiers(self) -> tuple[str, ...]:
        """The file of the logo."""
        return (self.logo.fichier,) if self.logo and self.logo.fichier else ()

    def vaut_le(self, jour: datetime.date) -> bool | None:
        """Return whether the authorisation is in force on `jour`; None while its dates are not known."""
        if self.etat is not EtatDemande.ACCORDEE:
            return False
        return None if self.debut is None or self.fin is None else self.debut <= jour <= self.fin
