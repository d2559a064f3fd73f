"""`document: convention`: the convention de coopération, its parties and the values that its text states."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.common import Nature, Partie
from docgen.model.periods import derniere_journee
from docgen.model.scalars import (
    Annee,
    Chemin,
    Date,
    DureeLegale,
    Entier,
    Euros,
    Identifiant,
    Jour,
    Ligne,
    OuiNon,
    Prose,
    Taux,
    choix,
)


class Etat(StrEnum):
    """Where a text stands: still a draft, complete and to be signed, or signed."""

    PROJET = "projet"
    A_SIGNER = "a-signer"
    SIGNE = "signe"


class Designation(StrEnum):
    """How the party page names the parties."""

    ORGANES = "organes"
    INSTITUTIONS = "institutions"


class ModeSignature(StrEnum):
    """How the parties sign."""

    PAPIER = "papier"
    ELECTRONIQUE = "électronique"


class Cloture(StrEnum):
    """The order of the closing line: `Fait à Paris, en … exemplaires, le …` or `Fait le … à Paris,`."""

    LIEU_DATE = "lieu-date"
    DATE_LIEU = "date-lieu"


class Action(StrEnum):
    """What is done to an article of the text model."""

    REMPLACER = "remplacer"
    AJOUTER = "ajouter"
    RETIRER = "retirer"


class Signature(Modele):
    """When, where and how the text is signed; date and place stay blank on purpose in a text to be signed."""

    date: Date | None = facultatif("Date de signature", "Celle de la dernière signature.", exemple="12/05/2021")
    lieu: Ligne | None = facultatif("Lieu de signature", exemple="Paris")
    mode: Annotated[ModeSignature, choix(ModeSignature)] | None = facultatif(
        "Mode de signature", defaut=ModeSignature.PAPIER
    )
    originaux: Entier | None = facultatif("Nombre d’exemplaires originaux", exemple=3)
    cloture: Annotated[Cloture, choix(Cloture)] | None = facultatif("Ligne de clôture", defaut=Cloture.LIEU_DATE)
    nombre_de_pages: OuiNon | None = facultatif(
        "Dire le nombre de pages", "« Document établi sur n pages », compté dans le fichier.", defaut=False
    )


class BlocEtat(Modele):
    """The State's block in text: its lines and the motto below."""

    lignes: tuple[Ligne, ...] = liste("Lignes du bloc", requise=True, exemple="MINISTÈRES")
    devise: tuple[Ligne, ...] = liste("Devise")


class ArticleModifie(Modele):
    """What this convention does to one article of its text model."""

    article: Identifiant | None = requis("Article", "Son nom dans le modèle de texte.", exemple="mobilite")
    action: Annotated[Action, choix(Action)] | None = requis(
        "Action", "remplacer, ajouter ou retirer.", exemple="retirer"
    )
    apres: Identifiant | None = facultatif("Après l’article", "Pour un article ajouté.", exemple="qualite")
    titre: Ligne | None = facultatif("Titre de l’article")
    texte: Prose | None = facultatif("Texte de l’article")


class College(Modele):
    """A college of the steering committee."""

    forme_courte: ClassVar[str | None] = "libelle"

    libelle: Prose | None = requis(
        "Libellé", "Comme le texte le donne, sans les voix.", exemple="2 représentants des branches"
    )
    voix: Entier | None = facultatif("Nombre de voix", exemple=2)
    nom_court: Ligne | None = facultatif("Nom court", "Celui des feuilles de présence.", exemple="Branches")


class Comite(Modele):
    """The steering committee: its name, its meetings, its colleges."""

    nom: Ligne | None = requis("Nom du comité", exemple="comité de pilotage")
    sigle: Ligne | None = facultatif("Sigle du comité", exemple="COPIL")
    destinataire: Ligne | None = facultatif("Destinataire des fiches", exemple="COPIL ATLAS - MENJS / MESRI")
    reunions_avant: tuple[Jour, ...] = liste("Dates limites des réunions ordinaires", exemple="31 mai")
    delai_envoi: DureeLegale | None = facultatif("Délai d’envoi des documents", exemple="1 semaine")
    colleges_annonces: Entier | None = facultatif("Nombre de collèges annoncé par le texte")
    colleges: tuple[College, ...] = liste("Collèges")
    cpt: Ligne | None = facultatif("Commission paritaire", exemple="commission paritaire transversale de l’alternance")
    ca: Ligne | None = facultatif("Conseil d’administration", defaut="conseil d’administration")


class LoiCitee(Modele):
    """An article of law that the visas quote."""

    code: Ligne | None = requis("Code", exemple="code du travail")
    article: Ligne | None = requis("Article", exemple="L. 6332-1")
    version: Date | None = facultatif("Version en vigueur au")


class AnnexeConvention(Modele):
    """A model annexed to the convention."""

    forme_courte: ClassVar[str | None] = "modele"

    modele: Identifiant | None = requis("Modèle annexé", exemple="fiche-action")
    annexee: OuiNon | None = facultatif(
        "Annexée à la convention signée", "non : modèle proposé par le secrétariat.", defaut=True
    )
    sans_titre: OuiNon | None = facultatif("Sans le titre « ANNEXE »", "Tel que le texte signé la porte.", defaut=False)


class Formulaire(Modele):
    """The words of the annexed form where they differ from the house's: they are kept on the annex only."""

    publics: Ligne | None = facultatif("Consigne « Publics visés »")
    porteur: Ligne | None = facultatif("Consigne « Porteur »")
    points_vigilance: Ligne | None = facultatif("Libellé « Points de vigilance »")


class Correction(Modele):
    """A slip of the printed copy that docgen prints corrected: what was read, what is printed."""

    lieu: Ligne | None = requis("Lieu de la correction", exemple="article 16")
    lu: Ligne | None = requis("Mots de l’exemplaire", exemple="0.885%")
    imprime: Ligne | None = requis("Mots imprimés", exemple="0,885 %")


class PlafondAnnuel(Modele):
    """The ceiling that the convention d’objectifs et de moyens sets for one year."""

    annee: Annee | None = requis("Année", exemple=2021)
    montant: Euros | None = requis("Montant", exemple="250 000,00")


class Convention(Piece):
    """The convention, as data: its text is a text model, or a Markdown file of its own (`texte:`)."""

    genre: ClassVar[str] = "convention"

    etat: Annotated[Etat, choix(Etat)] | None = facultatif(
        "État", "projet, a-signer ou signe.", defaut=Etat.PROJET, exemple="a-signer"
    )
    nature: Ligne | None = facultatif("Nature du texte", defaut="convention de coopération")
    titre_court: Ligne | None = facultatif("Titre de pied de page", exemple="Convention de coopération – OPCO Atlas")
    etablie_le: Date | None = facultatif("Établie le", "Date du texte tant qu’il n’est pas signé.")
    texte: Chemin | None = facultatif("Texte propre", "Fichier Markdown, à la place du modèle.")
    articles: tuple[ArticleModifie, ...] = liste("Articles remplacés, ajoutés ou retirés")
    bloc_etat: BlocEtat | None = facultatif("Bloc de l’État, en texte")
    parties: tuple[Partie, ...] = liste("Parties", requise=True)
    designation: Annotated[Designation, choix(Designation)] | None = facultatif(
        "Désignation des parties", "organes ou institutions.", defaut=Designation.INSTITUTIONS
    )
    charniere: Ligne | None = facultatif("Phrase charnière", exemple="Il est convenu ce qui suit :")
    article_1er: OuiNon | None = facultatif("Écrire « Article 1er »", defaut=False)
    lois: tuple[LoiCitee, ...] = liste("Articles de loi cités")
    convention_objectifs: Date | None = facultatif(
        "Convention d’objectifs et de moyens, conclue le", "Le modèle de texte la vise.", exemple="17/12/2024"
    )
    deliberation: Date | None = facultatif(
        "Délibération du conseil d’administration, en date du", "Le modèle de texte la vise.", exemple="18/06/2025"
    )
    duree: DureeLegale | None = requis("Durée", exemple="3 ans")
    reconduction_tacite: OuiNon | None = facultatif("Reconduction tacite", defaut=False)
    plafond_frais_gestion: Taux | None = facultatif("Plafond des frais de gestion", exemple="0,885 %")
    plafonds_annuels: tuple[PlafondAnnuel, ...] = liste("Plafonds annuels de la convention d’objectifs et de moyens")
    preavis: DureeLegale | None = facultatif("Préavis de dénonciation", exemple="2 mois")
    comite: Comite | None = requis("Comité de pilotage")
    bilan_avant: Jour | None = facultatif("Bilan annuel avant le", exemple="30 avril")
    secteurs: tuple[Ligne, ...] = liste("Secteurs de la fiche action")
    annexes: tuple[AnnexeConvention, ...] = liste("Annexes")
    formulaire: Formulaire | None = facultatif("Mots propres au formulaire annexé")
    signature: Signature | None = facultatif("Signature")
    corrections: tuple[Correction, ...] = liste("Corrections de l’exemplaire imprimé")

    @property
    def datee_du(self) -> date | None:
        """The day of the signature, else the day on which the text was made."""
        return self.signee_le or self.etablie_le

    @property
    def fichiers(self) -> tuple[str, ...]:
        """The text of its own and the marks of the parties."""
        marques = (partie.marque.fichier for partie in self.parties if partie.marque)
        return tuple(path for path in (self.texte, *marques) if path)

    @property
    def signee_le(self) -> date | None:
        """The day of the last signature; None until the text is signed."""
        return self.signature.date if self.etat is Etat.SIGNE and self.signature else None

    @property
    def expire_le(self) -> date | None:
        """The last day of validity: three years from 12 May 2021 end on 11 May 2024; None until it is known."""
        return derniere_journee(self.signee_le, self.duree) if self.signee_le and self.duree else None

    def partie(self, id: str | None) -> Partie | None:
        """Return the party known by `id`; None where there is none."""
        return next((partie for partie in self.parties if partie.id == id), None) if id else None

    @property
    def etat_partie(self) -> tuple[Partie, ...]:
        """The parties on the State's side that give opinions: ministries, else academies."""
        ministeres = tuple([partie for partie in self.parties if partie.nature is Nature.MINISTERE])
        return ministeres or tuple([partie for partie in self.parties if partie.nature is Nature.ACADEMIE])

    @property
    def partenaire(self) -> Partie | None:
        """The OPCO, else the first party that is not on the State's side; None where there is none."""
        etat = {partie.id for partie in self.etat_partie}
        autres = [partie for partie in self.parties if partie.id not in etat]
        for partie in autres:
            if partie.nature is Nature.OPCO:
                return partie
        return autres[0] if autres else None

    @property
    def destinataires_du_bilan(self) -> tuple[Partie, ...]:
        """The parties to which the yearly review is sent for validation: all but the partner who makes it."""
        auteur = self.partenaire
        return tuple(partie for partie in self.parties if partie is not auteur)
