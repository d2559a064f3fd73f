"""`document: bordereau`: what goes to signature together, and what only the sender knows of it (identity.md §4).

Who signs, in what quality, in which field, on how many pages, comes from the documents themselves; the reference, the
order and mode of signature, the foundation of a power and the days of sending cannot be derived, and are typed here.
"""

import datetime
from typing import Annotated, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.convention import ModeSignature
from docgen.model.scalars import Date, Identifiant, Ligne, choix


class SuiviSignature(Modele):
    """What is known of one party's signature, or of one of its signatories where a name is given."""

    partie: Identifiant | None = requis("Partie", "Son identifiant.", exemple="opco-atlas")
    nom: Ligne | None = facultatif("Nom du signataire", "Si plusieurs personnes signent pour la partie.")
    fondement: Ligne | None = facultatif(
        "Fondement de la compétence",
        "Si le dossier ne le donne pas.",
        exemple="statuts, article 12 ; délibération du 15 avril 2021",
    )
    mode: Annotated[ModeSignature, choix(ModeSignature)] | None = facultatif("Mode de signature")
    transmis_le: Date | None = facultatif("Transmis le", exemple="03/05/2021")
    signe_le: Date | None = facultatif("Signé le", exemple="07/05/2021")


class Visa(Modele):
    """An internal visa: the office first, the rest once it is given."""

    forme_courte: ClassVar[str | None] = "bureau"

    bureau: Ligne | None = requis("Bureau", exemple="Bureau des affaires juridiques")
    nom: Ligne | None = facultatif("Nom")
    date: Date | None = facultatif("Date")
    observations: Ligne | None = facultatif("Observations")


class DerogationConstatee(Modele):
    """A rule that was set aside for what is signed, and by whom."""

    regle: Ligne | None = requis("Règle", "Son code, ou ses mots.", exemple="REU-01")
    motif: Ligne | None = requis("Motif", exemple="les membres ont accepté un envoi tardif")
    auteur: Ligne | None = requis("Donnée par", exemple="le comité de pilotage")


class Bordereau(Piece):
    """The documents that go to signature together, in which order, and what became of them."""

    genre: ClassVar[str] = "bordereau"

    reference: Ligne | None = facultatif("Référence du bordereau", exemple="2021-04")
    date: Date | None = requis("Date du bordereau", exemple="30/04/2021")
    documents: tuple[Ligne, ...] = liste(
        "Documents",
        "Leur identifiant, précédé de leur genre si deux genres le portent.",
        requise=True,
        exemple="convention/atlas-2021",
    )
    mode: Annotated[ModeSignature, choix(ModeSignature)] | None = facultatif(
        "Mode de signature", "À défaut, celui de chaque document."
    )
    ordre: tuple[Identifiant, ...] = liste(
        "Ordre des parties", "À défaut, les partenaires en premier, les ministères en dernier.", exemple="opco-atlas"
    )
    expediteur: Identifiant | None = facultatif(
        "Partie qui adresse le document signé", "À défaut, le partenaire.", exemple="opco-atlas"
    )
    suivi: tuple[SuiviSignature, ...] = liste("Suivi des signatures")
    derogations: tuple[DerogationConstatee, ...] = liste("Dérogations")
    visas: tuple[Visa, ...] = liste("Visas internes")

    @property
    def datee_du(self) -> datetime.date | None:
        """The day of the bordereau."""
        return self.date

    def suivi_de(self, partie: str | None, nom: str | None) -> SuiviSignature:
        """Return what is typed of who signs for `partie` under the surname `nom`; an empty one for nothing."""
        theirs = [one for one in self.suivi if one.partie and one.partie == partie]
        named = [one for one in theirs if one.nom and nom and one.nom.casefold() == nom.casefold()]
        return next(iter([*named, *(one for one in theirs if not one.nom)]), SuiviSignature())
