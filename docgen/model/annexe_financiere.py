"""`document: annexe-financiere`: expenses by item, resources by funder, and their arithmetic.

HT and TVA are rounded half up per line, once; every total is a sum of rounded lines.
"""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, par_cle, requis
from docgen.model.scalars import Annee, Euros, Identifiant, Ligne, OuiNon, Prix, Quantite, Taux, choix
from docgen.values import Struct

CENTIME = Decimal("0.01")
ZERO = Decimal("0.00")


def au_centime(montant: Decimal) -> Decimal:
    """Return `montant` rounded to the cent, halves up."""
    return montant.quantize(CENTIME, ROUND_HALF_UP)


class Categorie(StrEnum):
    """The nature of a cost."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    GESTION = "gestion"
    PERSONNEL = "personnel"


class Montants(Struct, frozen=True):
    """HT, TVA and TTC of a line or of a sum of lines."""

    ht: Decimal | None
    tva: Decimal | None
    ttc: Decimal | None


class Financeur(Modele):
    """A column of the matrix."""

    id: Identifiant | None = requis("Identifiant", exemple="opco")
    nom: Ligne | None = requis("Nom", exemple="OPCO Atlas")
    colonne: Ligne | None = facultatif("Tête de colonne", exemple="OPCO Atlas, frais de mission")
    frais_de_mission: OuiNon | None = facultatif("Finance sur les frais de mission de l’OPCO", defaut=False)


class Poste(Modele):
    """An item of expense and who pays it."""

    libelle: Ligne | None = requis("Libellé du poste", exemple="Conception du kit pédagogique")
    categorie: Annotated[Categorie, choix(Categorie)] | None = requis("Nature du coût", exemple="direct")
    quantite: Quantite | None = requis("Quantité", exemple=12)
    prix_unitaire: Prix | None = requis("Prix unitaire HT", exemple="850,00")
    tva: Taux | None = requis("Taux de TVA", exemple="20 %")
    ht: Euros | None = facultatif("Total HT, s’il est à contrôler")
    montant_tva: Euros | None = facultatif("Montant de TVA, s’il est à contrôler")
    ttc: Euros | None = facultatif("Total TTC, s’il est à contrôler")
    financement: Mapping[Identifiant, Euros] = par_cle("Financement TTC par financeur", "Somme égale au TTC du poste.")

    @property
    def montants(self) -> Montants:
        """What the item costs, each amount from the one before: read together, they are rounded once."""
        if self.quantite is None or self.prix_unitaire is None:
            return Montants(None, None, None)
        ht = au_centime(self.quantite * self.prix_unitaire)
        tva = None if self.tva is None else au_centime(ht * self.tva / 100)
        return Montants(ht, tva, None if tva is None else ht + tva)

    @property
    def total_ttc(self) -> Decimal | None:
        """HT + TVA; None while one of them is missing."""
        return self.montants.ttc

    @property
    def finance(self) -> Decimal:
        """What the funders pay of this item, all taxes included."""
        return sum(self.financement.values(), ZERO)


class FraisGestion(Modele):
    """Management fees: a rate on what the OPCO pays without them, or on a typed base (article 16)."""

    taux: Taux | None = requis("Taux", exemple="0,80 %")
    base: Euros | None = facultatif("Base", "Fonds gérés par l’OPCO, frais de gestion non compris.")
    montant: Euros | None = facultatif("Montant, s’il est à contrôler")
    tva: Taux | None = facultatif("Taux de TVA", "Sans TVA, sauf indication.")
    financeur: Identifiant | None = facultatif("Financeur", "Par défaut, celui des frais de mission.")


class Totaux(Modele):
    """Totals that the user typed, to be checked against those computed."""

    ht: Euros | None = facultatif("Total HT")
    tva: Euros | None = facultatif("Total de TVA")
    ttc: Euros | None = facultatif("Total TTC")


class Exercice(Modele):
    """The part of an action's budget that falls in one year."""

    annee: Annee | None = requis("Année", exemple=2021)
    montant: Euros | None = facultatif("Montant TTC de l’exercice", "À donner pour une action sur deux exercices.")

    forme_courte: ClassVar[str | None] = "annee"


class Contribution(Modele):
    """A contribution in kind, for the record, outside the total."""

    libelle: Ligne | None = requis("Contribution", exemple="Prêt de salles")
    valeur: Euros | None = facultatif("Valeur estimée")


class AnnexeFinanciere(Piece):
    """The financial annex of one fiche: every amount but the typed ones is computed."""

    genre: ClassVar[str] = "annexe-financiere"
    citations: ClassVar[Mapping[str, str]] = {"fiche": "fiche-action"}

    fiche: Identifiant | None = requis("Fiche action", "L’identifiant de la fiche.", exemple="2021-03")
    exercices: tuple[Exercice, ...] = liste("Exercices", requise=True, exemple=2021)
    financeurs: tuple[Financeur, ...] = liste("Financeurs", requise=True)
    postes: tuple[Poste, ...] = liste("Postes de dépenses", requise=True)
    frais_gestion: FraisGestion | None = facultatif("Frais de gestion")
    totaux: Totaux | None = facultatif("Totaux à contrôler")
    sans_tva: Ligne | None = facultatif("Mention de TVA non applicable ou d’exonération")
    contributions: tuple[Contribution, ...] = liste("Contributions en nature, pour mémoire")
    regle_achat: Ligne | None = facultatif(
        "Règles d’achat", "Si les frais de mission ne paient pas plus de la moitié.", exemple="de la branche"
    )

    @property
    def financeur_mission(self) -> Financeur | None:
        """The funder whose money is the OPCO's frais de mission; None where none is declared."""
        return next((financeur for financeur in self.financeurs if financeur.frais_de_mission), None)


def somme(montants: Iterable[Decimal | None]) -> Decimal:
    """Return the sum of the amounts that are known."""
    return sum([montant for montant in montants if montant is not None], ZERO)
