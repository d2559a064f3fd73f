"""`document: convention-application`: three sides carry out fiches of the parent convention (article 16)."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, ClassVar

from docgen.model.annexe_financiere import ZERO, somme
from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.common import Partie
from docgen.model.convention import Etat, Signature
from docgen.model.scalars import Date, Euros, Identifiant, Ligne, OuiNon, Prose, choix


class Engagement(Modele):
    """What one party commits itself to."""

    partie: Identifiant | None = requis("Partie", "L’identifiant de la partie.", exemple="campus")
    texte: Prose | None = requis("Engagement", "Après le nom de la partie.", exemple="accueille les séances.")


class Financement(Modele):
    """What one party, or somebody who is no party, pays."""

    financeur: Identifiant | None = facultatif("Financeur", "L’identifiant de la partie.", exemple="opco-atlas")
    nom: Ligne | None = facultatif("Nom du financeur", "S’il n’est pas partie.")
    montant: Euros | None = requis("Montant TTC", exemple="44 893,12")
    frais_de_mission: OuiNon | None = facultatif("Sur les frais de mission de l’OPCO", defaut=False)


class ConventionApplication(Piece):
    """The application convention: its parent, its parties, the fiches that it carries out, who pays what."""

    genre: ClassVar[str] = "convention-application"
    citations: ClassVar[Mapping[str, str]] = {"convention": "convention", "fiches": "fiche-action"}

    etat: Annotated[Etat, choix(Etat)] | None = facultatif(
        "État", "projet, a-signer ou signe.", defaut=Etat.PROJET, exemple="a-signer"
    )
    convention: Identifiant | None = requis("Convention de coopération", exemple="atlas-2021")
    etablie_le: Date | None = requis("Établie le", "Date du texte tant qu’il n’est pas signé.", exemple="10/02/2022")
    parties_reprises: tuple[Identifiant, ...] = liste(
        "Parties à la convention de coopération", "Par leur identifiant.", requise=True, exemple="opco-atlas"
    )
    autres_parties: tuple[Partie, ...] = liste("Autres parties", "Campus, branche, établissement…", requise=True)
    fiches: tuple[Identifiant, ...] = liste("Fiches action mises en œuvre", requise=True, exemple="2022-01")
    engagements: tuple[Engagement, ...] = liste("Engagements des parties", requise=True)
    budget: Euros | None = requis("Coût total TTC", exemple="44 893,12")
    financements: tuple[Financement, ...] = liste("Financements", requise=True)
    regles_achat: Identifiant | None = facultatif(
        "Règles d’achat", "La partie dont elles s’appliquent, si les frais de mission ne sont pas majoritaires."
    )
    expire_le: Date | None = requis(
        "Expire le", "Au plus tard avec la convention de coopération.", exemple="30/06/2023"
    )
    signature: Signature | None = facultatif("Signature")

    @property
    def datee_du(self) -> datetime.date | None:
        """The day of the signature, else the day on which the text was made."""
        return self.signee_le or self.etablie_le

    @property
    def signee_le(self) -> datetime.date | None:
        """The day of the last signature; None until the text is signed."""
        return self.signature.date if self.etat is Etat.SIGNE and self.signature else None

    @property
    def finance(self) -> Decimal:
        """What all the funders pay."""
        return somme(one.montant for one in self.financements)

    @property
    def part_mission(self) -> Decimal | None:
        """The exact share, in per cent, that the OPCO's frais de mission pay; None where nothing is paid."""
        mission = somme(one.montant for one in self.financements if one.frais_de_mission)
        return mission * 100 / self.finance if self.finance > ZERO else None
