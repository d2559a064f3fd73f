"""`document: contacts`: regional representatives of each signatory, and contacts in higher education (art. 11)."""

import datetime
from collections.abc import Mapping
from typing import Annotated, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.common import Civilite
from docgen.model.scalars import Courriel, Date, Identifiant, Ligne, choix


class Contact(Modele):
    """A person to write to: professional coordinates only."""

    civilite: Annotated[Civilite, choix(Civilite)] | None = requis("Civilité", "M. ou Mme.", exemple="Mme")
    prenom: Ligne | None = requis("Prénom", exemple="Anne")
    nom: Ligne | None = requis("Nom", exemple="Martin")
    fonction: Ligne | None = requis("Fonction", exemple="déléguée régionale")
    courriel: Courriel | None = requis("Adresse professionnelle", exemple="anne.martin@exemple.fr")
    telephone: Ligne | None = facultatif("Téléphone professionnel", exemple="01 99 00 12 34")


class Representant(Contact):
    """Who represents a party in a region."""

    partie: Identifiant | None = requis("Partie", "L’identifiant de la partie.", exemple="opco-atlas")


class ContactEtablissement(Contact):
    """Whom to ask in an institution of higher education."""

    etablissement: Ligne | None = requis("Établissement", exemple="Université des Estuaires")


class RegionAcademique(Modele):
    """A region, with who represents each party there."""

    nom: Ligne | None = requis("Région académique", exemple="Bretagne")
    representants: tuple[Representant, ...] = liste("Représentants", requise=True)
    etablissements: tuple[ContactEtablissement, ...] = liste("Contacts des établissements d’enseignement supérieur")


class Contacts(Piece):
    """The list, shared by the signatories and not published."""

    genre: ClassVar[str] = "contacts"
    citations: ClassVar[Mapping[str, str]] = {"convention": "convention"}

    convention: Identifiant | None = requis("Convention", "L’identifiant de la convention.", exemple="atlas-2021")
    mise_a_jour: Date | None = requis("Mise à jour le", exemple="15/09/2021")
    regions: tuple[RegionAcademique, ...] = liste("Régions académiques", requise=True)

    @property
    def datee_du(self) -> datetime.date | None:
        """The day of the last update."""
        return self.mise_a_jour
