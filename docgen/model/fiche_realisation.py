"""`document: fiche-realisation`: what became of one action, year by year (article 15)."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from docgen.model.annexe_financiere import ZERO
from docgen.model.base import Modele, Piece, facultatif, liste, par_cle, requis
from docgen.model.scalars import Annee, Date, Entier, Euros, Identifiant, Ligne, Prose, choix


class EtatAction(StrEnum):
    """Where an action stands on the day of the paper."""

    REALISEE = "réalisée"
    EN_COURS = "en cours"
    ABANDONNEE = "abandonnée"


class PublicTouche(Modele):
    """How many people of one category were reached in one year."""

    categorie: Ligne | None = requis("Public", exemple="Lycéens")
    prevu: Entier | None = facultatif("Nombre prévu", exemple="600")
    touche: Entier | None = requis("Nombre de personnes touchées", exemple="642")


class Depense(Modele):
    """What was paid for one item of the annex in one year, by funder, all taxes included."""

    poste: Ligne | None = requis(
        "Poste de l’annexe financière", "Son libellé.", exemple="Conception du kit pédagogique"
    )
    paye: Mapping[Identifiant, Euros] = par_cle("Payé TTC par financeur", "0 s’il n’a rien été payé.")

    @property
    def montant(self) -> Decimal:
        """What all the funders paid."""
        return sum(self.paye.values(), ZERO)


class ExerciceRealise(Modele):
    """One calendar year of the action."""

    annee: Annee | None = requis("Année", exemple=2021)
    publics: tuple[PublicTouche, ...] = liste("Publics touchés", requise=True)
    depenses: tuple[Depense, ...] = liste("Dépenses par poste", requise=True)
    frais_gestion: Euros | None = facultatif("Frais de gestion de l’année")


class LivrableRendu(Modele):
    """A deliverable: when it was delivered, or why it was not."""

    libelle: Ligne | None = requis("Livrable", exemple="Kit pédagogique de douze séquences")
    livre_le: Date | None = facultatif("Livré le", exemple="14/01/2022")
    motif: Ligne | None = facultatif("Motif, s’il n’est pas livré")


class Resultat(Modele):
    """The answer to one indicator of the fiche: a figure, an observation, or both."""

    libelle: Ligne | None = requis("Indicateur", "Son libellé sur la fiche action.", exemple="jeunes rencontrés")
    realise: Ligne | None = facultatif("Valeur réalisée", exemple="2 468")
    constat: Prose | None = facultatif("Constat", "Pour un indicateur qualitatif, ou une mesure à venir.")


class UsageLogo(Modele):
    """The use of a ministry's logo, and the authorisation that allowed it."""

    ministere: Identifiant | None = requis("Ministère", exemple="menjs")
    supports: Ligne | None = requis("Supports", exemple="les affiches et le kit pédagogique")
    autorisation: Identifiant | None = requis("Autorisation", "Son identifiant.", exemple="menjs-2021-112")


class Relais(Modele):
    """What a service did to pass the action on (article 11)."""

    service: Ligne | None = requis("Service", exemple="la région académique Bretagne")
    date: Date | None = requis("Date", exemple="14/01/2022")
    destinataires: Ligne | None = requis(
        "Destinataires", "Ce qui suit « auprès » : de, des…", exemple="des lycées professionnels"
    )


class FicheRealisation(Piece):
    """The completion fiche of one action, or its state while the action runs."""

    genre: ClassVar[str] = "fiche-realisation"
    citations: ClassVar[Mapping[str, str]] = {"fiche": "fiche-action"}

    fiche: Identifiant | None = requis("Fiche action", "L’identifiant de la fiche.", exemple="2021-03")
    etat: Annotated[EtatAction, choix(EtatAction)] | None = requis(
        "État de l’action", "réalisée, en cours ou abandonnée.", exemple="réalisée"
    )
    etablie_le: Date | None = requis("Établie le", exemple="15/09/2022")
    auteur: Ligne | None = requis("Établie par", exemple="Anne Martin")
    qualite: Ligne | None = requis("Qualité de l’auteur", exemple="chargée de projet")
    debut: Date | None = requis("Date réelle de début", exemple="15/11/2021")
    fin: Date | None = facultatif("Date réelle de fin", "Vide tant que l’action est en cours.", exemple="30/06/2022")
    motif_calendrier: Ligne | None = facultatif("Motif d’un écart de calendrier, ou de l’abandon")
    exercices: tuple[ExerciceRealise, ...] = liste("Exercices", "Un par année civile.", requise=True)
    motif_depense: Ligne | None = facultatif("Motif d’une dépense supérieure au budget, ou hors de l’annexe")
    livrables: tuple[LivrableRendu, ...] = liste("Livrables", requise=True)
    indicateurs: tuple[Resultat, ...] = liste("Indicateurs de la fiche action", requise=True)
    logos: tuple[UsageLogo, ...] = liste("Logos ministériels utilisés")
    communication: Prose | None = facultatif("Autres actions de communication")
    relais: tuple[Relais, ...] = liste("Relais auprès des services déconcentrés et des opérateurs")
    outils_numeriques: Prose | None = requis(
        "Outils numériques", "« Sans objet. » s’il n’y en a pas.", exemple="Sans objet."
    )
    interet_public: Prose | None = requis(
        "Réponse aux valeurs d’intérêt public", exemple="elle ouvre les entreprises à tous les élèves"
    )
    difficultes: Prose | None = requis("Difficultés rencontrées", "« Néant. » s’il n’y en a pas.", exemple="Néant.")
    suites: Prose | None = requis("Suites données", exemple="Le parcours est étendu à une quatrième région.")
    territoires: tuple[Ligne, ...] = liste("Territoires", exemple="Bretagne")

    @property
    def datee_du(self) -> datetime.date | None:
        """The day on which it was made."""
        return self.etablie_le

    def exercice(self, annee: int) -> ExerciceRealise | None:
        """Return the year `annee` of the action; None where it has none."""
        return next((one for one in self.exercices if one.annee == annee), None)
