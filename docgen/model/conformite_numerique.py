"""`document: conformite-numerique`: the sheet that a digital tool needs before it goes on line (article 12)."""

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.scalars import Courriel, Date, Identifiant, Ligne, OuiNon, Prose, Taux


class AnalyseImpact(Modele):
    """The impact assessment: done on a day, or not required and why."""

    realisee_le: Date | None = requis("Analyse d’impact réalisée le", exemple="14/01/2022")
    non_requise: Ligne | None = facultatif("Motif pour lequel elle n’est pas requise")

    @classmethod
    def sans_objet(cls, valeurs: Mapping[str, Any]) -> frozenset[str]:
        """An assessment that is not required has no date."""
        return frozenset({"realisee_le"} if valeurs["non_requise"] else ())


class Algorithme(Modele):
    """A treatment that founds individual decisions: what transparency asks of a public algorithm."""

    finalite: Ligne | None = requis("Finalité du traitement algorithmique", exemple="proposer des formations proches")
    regles: Prose | None = requis("Règles principales", exemple="les formations sont classées par distance")
    degre: Ligne | None = requis(
        "Degré et mode de contribution à la décision", exemple="aide, sans décision automatique"
    )
    donnees: Ligne | None = requis("Données traitées et sources", exemple="commune saisie ; carte des formations")
    parametres: Ligne | None = requis("Paramètres et pondération", exemple="distance seule")
    information: Prose | None = requis(
        "Information donnée aux personnes", exemple="mention explicite sur chaque page de résultats"
    )


class Accessibilite(Modele):
    """Where the tool stands against the RGAA."""

    taux: Taux | None = requis("Taux de conformité au RGAA", exemple="92 %")
    declaration: Ligne | None = requis("Déclaration d’accessibilité", exemple="publiée sur chaque page")


class Delegue(Modele):
    """The data protection officer, and where people write to exercise their rights."""

    nom: Ligne | None = requis("Délégué à la protection des données", exemple="Cabinet Exemple")
    courriel: Courriel | None = requis("Adresse du délégué", exemple="dpo@exemple.fr")


class Accord(Modele):
    """The prior agreement of one ministry."""

    ministere: Identifiant | None = requis("Ministère", "L’identifiant de la partie.", exemple="menjs")
    date: Date | None = requis("Date de l’accord", exemple="01/03/2022")
    reference: Ligne | None = facultatif("Référence de l’accord", exemple="courrier n° 2022-118")


class ConformiteNumerique(Piece):
    """The sheet: data protection, transparency of algorithms, accessibility, and who agreed."""

    genre: ClassVar[str] = "conformite-numerique"
    citations: ClassVar[Mapping[str, str]] = {"fiche": "fiche-action"}

    fiche: Identifiant | None = requis("Fiche action", "Celle qui finance l’outil.", exemple="2021-02")
    etablie_le: Date | None = requis("Établie le", exemple="21/02/2022")
    outil: Ligne | None = requis("Nom de l’outil", exemple="Métiers en données")
    adresse: Ligne | None = facultatif("Adresse de l’outil", exemple="metiers-en-donnees.exemple.fr")
    description: Prose | None = requis("Description de l’outil", exemple="Un site public de consultation d’études.")
    responsable: Ligne | None = requis("Responsable du traitement", exemple="OPCO Atlas")
    finalites: Prose | None = requis("Finalités", exemple="Rendre les études lisibles par les élèves.")
    base_legale: Prose | None = requis("Base légale", exemple="Mission d’intérêt public.")
    donnees: Prose | None = requis("Données traitées", exemple="Aucune donnée à caractère personnel.")
    personnes: Prose | None = requis("Personnes concernées", exemple="Élèves, familles, équipes éducatives.")
    mineurs: OuiNon | None = requis("Des mineurs sont concernés", exemple="oui")
    destinataires: Prose | None = requis("Destinataires", exemple="Néant.")
    sous_traitants: Prose | None = requis("Sous-traitants", exemple="Hébergeur.")
    hebergement: Prose | None = requis("Hébergement", exemple="En France.")
    transferts: Prose | None = requis("Transferts hors de l’Union européenne", exemple="Néant.")
    conservation: Prose | None = requis("Durées de conservation", exemple="Journaux : six mois.")
    securite: Prose | None = requis("Mesures de sécurité", exemple="Connexion chiffrée ; journaux contrôlés.")
    information: Prose | None = requis("Information et droits des personnes", exemple="Mentions sur chaque page.")
    delegue: Delegue | None = requis("Délégué à la protection des données")
    analyse_impact: AnalyseImpact | None = requis("Analyse d’impact")
    algorithme: Algorithme | None = facultatif(
        "Algorithme", "Si l’outil fonde des décisions individuelles sur un traitement algorithmique."
    )
    accessibilite: Accessibilite | None = requis("Accessibilité")
    en_ligne_le: Date | None = requis("Mise en ligne prévue le", exemple="15/03/2022")
    en_ligne: OuiNon | None = facultatif("Déjà en ligne", defaut=False)
    accords: tuple[Accord, ...] = liste("Accords préalables des ministères")

    @property
    def datee_du(self) -> datetime.date | None:
        """The day on which the sheet was made."""
        return self.etablie_le

    def accord_de(self, ministere: str | None) -> Accord | None:
        """Return the agreement of a ministry, by its party's id; None where it gave none."""
        return next((accord for accord in self.accords if accord.ministere == ministere), None)
