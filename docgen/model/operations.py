"""What an avenant does to the convention, as a lawyer types it: one block per operation, each with its verb."""

from enum import StrEnum
from typing import Annotated

from docgen.model.base import Modele, facultatif, liste, requis
from docgen.model.common import Partie, Signataire
from docgen.model.convention import College
from docgen.model.scalars import Chemin, Date, DureeLegale, Identifiant, Jour, Ligne, OuiNon, Prose, Rang, Taux, choix


class Verbe(StrEnum):
    """What an operation does."""

    REMPLACER_MOTS = "remplacer-mots"
    INSERER_MOTS = "inserer-mots"
    SUPPRIMER_MOTS = "supprimer-mots"
    REMPLACER_PHRASE = "remplacer-phrase"
    SUPPRIMER_PHRASE = "supprimer-phrase"
    REMPLACER_ALINEA = "remplacer-alinea"
    INSERER_ALINEA = "inserer-alinea"
    SUPPRIMER_ALINEA = "supprimer-alinea"
    COMPLETER = "completer"
    REMPLACER_INTITULE = "remplacer-intitule"
    REMPLACER_ARTICLE = "remplacer-article"
    INSERER_ARTICLE = "inserer-article"
    SUPPRIMER_ARTICLE = "supprimer-article"
    RETABLIR_ARTICLE = "retablir-article"
    REMPLACER_LIGNE = "remplacer-ligne"
    INSERER_LIGNE = "inserer-ligne"
    SUPPRIMER_LIGNE = "supprimer-ligne"
    REMPLACER_ANNEXE = "remplacer-annexe"
    AJOUTER_ANNEXE = "ajouter-annexe"
    SUPPRIMER_ANNEXE = "supprimer-annexe"
    PROROGER = "proroger"
    RENOMMER_PARTIE = "renommer-partie"
    CHANGER_SIGNATAIRE = "changer-signataire"
    ADHERER = "adherer"


class NomDesMots(StrEnum):
    """What the words aimed at are called in the avenant."""

    MOT = "mot"
    TAUX = "taux"
    SOMME = "somme"
    NOMBRE = "nombre"
    DATE = "date"
    ANNEE = "année"
    REFERENCE = "référence"


class Position(StrEnum):
    """Where, in a section, an article is put."""

    DEBUT = "début"
    FIN = "fin"


class Forme(StrEnum):
    """What completes an alinéa."""

    PHRASE = "phrase"
    MOTS = "mots"


class NouvelArticle(Modele):
    """An article that the avenant writes."""

    numero: Ligne | None = requis("Numéro de l’article", exemple="12-1")
    titre: Ligne | None = facultatif("Titre de l’article")
    texte: Prose | None = requis("Texte de l’article")


class ValeurModifiee(Modele):
    """The named values that the convention has once the avenant has taken effect: the checks follow them."""

    plafond_frais_gestion: Taux | None = facultatif("Plafond des frais de gestion", exemple="1,2 %")
    duree: DureeLegale | None = facultatif("Durée", exemple="4 ans")
    preavis: DureeLegale | None = facultatif("Préavis de dénonciation", exemple="3 mois")
    bilan_avant: Jour | None = facultatif("Bilan annuel avant le", exemple="15 mai")
    reunions_avant: tuple[Jour, ...] = liste("Dates limites des réunions ordinaires")
    delai_envoi: DureeLegale | None = facultatif("Délai d’envoi des documents", exemple="2 semaines")
    colleges: tuple[College, ...] = liste("Collèges")


class OperationSaisie(Modele):
    """One operation: its verb, where it strikes, the words before and after; only what its verb needs is given."""

    verbe: Annotated[Verbe, choix(Verbe)] | None = requis(
        "Verbe", ", ".join(verbe.value.replace("-", "_") for verbe in Verbe) + ".", exemple="remplacer_mots"
    )
    article: Ligne | None = facultatif("Article visé", "Son numéro : 14, 12-1, 1er.", exemple=16)
    articles: tuple[Ligne, ...] = liste("Articles supprimés ensemble")
    annexe: Ligne | None = facultatif("Annexe visée", "Son numéro : I, II ; « unique » s’il n’y en a qu’une.")
    intitule: OuiNon | None = facultatif("Dans l’intitulé", "De l’article ou, à défaut, de la convention.")
    alineas: tuple[Rang, ...] = liste("Alinéas visés", "Leur rang, comme « docgen consulter » les numérote.")
    point: Ligne | None = facultatif("Point visé", "1°, 2°.")
    sous_point: Ligne | None = facultatif("Subdivision visée", "a, b.")
    phrases: tuple[Rang, ...] = liste("Phrases visées", "Leur rang dans l’alinéa.")
    lignes: tuple[Rang, ...] = liste("Lignes visées du tableau", "Leur rang, la tête non comprise.")
    partout: OuiNon | None = facultatif("Dans tout le texte", "docgen énumère alors les endroits.", defaut=False)
    toutes_les_occurrences: OuiNon | None = facultatif("Toutes les occurrences", defaut=False)
    mots: Ligne | None = facultatif("Mots anciens", "Tels que le texte les porte.", exemple="0,885 %")
    apres: Ligne | None = facultatif("Après", "Les mots, ou le numéro de l’article, que suit ce qui est inséré.")
    par: Prose | None = facultatif("Rédaction nouvelle", exemple="1,2 %")
    nom_des_mots: Annotated[NomDesMots, choix(NomDesMots)] | None = facultatif(
        "Nom des mots visés", "mot, taux, somme, nombre, date, année ou référence.", defaut=NomDesMots.MOT
    )
    sans_guillemets: OuiNon | None = facultatif(
        "Sans guillemets", "« la date du 30 octobre est remplacée par… » ; pour un taux, une date…", defaut=False
    )
    texte: Prose | None = facultatif("Texte inséré ou ajouté")
    forme: Annotated[Forme, choix(Forme)] | None = facultatif(
        "Forme de ce qui complète un alinéa", "phrase ou mots.", defaut=Forme.PHRASE
    )
    numero: Ligne | None = facultatif("Numéro du nouvel article")
    titre: Ligne | None = facultatif("Titre de l’article", "Un article récrit sans titre garde le sien.")
    nouveaux_articles: tuple[NouvelArticle, ...] = liste("Articles insérés ou récrits ensemble")
    section: Ligne | None = facultatif("Section", "Son numéro (II) ou son titre, pour un article inséré.")
    position: Annotated[Position, choix(Position)] | None = facultatif(
        "Place dans la section", "début ou fin.", defaut=Position.FIN
    )
    cellules: tuple[Ligne, ...] = liste("Cellules de la ligne du tableau")
    fichier: Chemin | None = facultatif("Texte de l’annexe jointe", "Fichier Markdown.")
    valeur: ValeurModifiee | None = facultatif("Valeurs que l’opération modifie")
    duree: DureeLegale | None = facultatif("Durée de la prorogation", exemple="1 an")
    jusqu_au: Date | None = facultatif("Nouvelle date d’expiration")
    partie: Identifiant | None = facultatif("Partie concernée", "Son identifiant dans la convention.")
    nom: Ligne | None = facultatif("Nouveau nom de la partie")
    nom_court: Ligne | None = facultatif("Nouveau nom court de la partie")
    sigle: Ligne | None = facultatif("Nouveau sigle de la partie")
    remplace: Ligne | None = facultatif("Nom du signataire remplacé", "S’il y en a plusieurs.")
    signataire: Signataire | None = facultatif("Nouveau signataire")
    nouvelle_partie: Partie | None = facultatif("Partie qui adhère")
    objet: Ligne | None = facultatif("Objet de la modification", "Pour le tableau des modifications.")


BESOINS: dict[Verbe, tuple[str, ...]] = {
    Verbe.REMPLACER_MOTS: ("mots", "par"),
    Verbe.INSERER_MOTS: ("apres", "texte"),
    Verbe.SUPPRIMER_MOTS: ("mots",),
    Verbe.REMPLACER_PHRASE: ("article", "phrases", "par"),
    Verbe.SUPPRIMER_PHRASE: ("article", "phrases"),
    Verbe.REMPLACER_ALINEA: ("article", "alineas|point", "par"),
    Verbe.INSERER_ALINEA: ("article", "texte"),
    Verbe.SUPPRIMER_ALINEA: ("article", "alineas|point"),
    Verbe.COMPLETER: ("article", "texte"),
    Verbe.REMPLACER_INTITULE: ("par",),
    Verbe.REMPLACER_ARTICLE: ("article|nouveaux_articles", "par|nouveaux_articles"),
    Verbe.INSERER_ARTICLE: ("apres|section", "numero|nouveaux_articles", "texte|nouveaux_articles"),
    Verbe.SUPPRIMER_ARTICLE: ("article|articles",),
    Verbe.RETABLIR_ARTICLE: ("article", "texte"),
    Verbe.REMPLACER_LIGNE: ("article", "lignes", "cellules"),
    Verbe.INSERER_LIGNE: ("article", "lignes", "cellules"),
    Verbe.SUPPRIMER_LIGNE: ("article", "lignes"),
    Verbe.REMPLACER_ANNEXE: ("annexe", "texte|fichier"),
    Verbe.AJOUTER_ANNEXE: ("annexe", "texte|fichier"),
    Verbe.SUPPRIMER_ANNEXE: ("annexe",),
    Verbe.PROROGER: ("duree|jusqu_au",),
    Verbe.RENOMMER_PARTIE: ("partie", "nom"),
    Verbe.CHANGER_SIGNATAIRE: ("partie", "signataire"),
    Verbe.ADHERER: ("nouvelle_partie",),
}
"""The keys that each verb needs; of `a|b`, one is enough."""


def manques(operation: OperationSaisie) -> tuple[str, ...]:
    """Return the keys that the verb of `operation` needs and that are not given; empty for one that can be read."""
    if operation.verbe is None:
        return ("verbe",)
    needs = BESOINS[operation.verbe]
    return tuple(need for need in needs if not any(getattr(operation, key) for key in need.split("|")))
