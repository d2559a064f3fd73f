"""`document: reunion`: one meeting of the steering committee, before it is held and after (articles 13, 14 and 18)."""

import datetime
from collections.abc import Mapping
from typing import Annotated, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.common import Personne
from docgen.model.fiche_action import Avis, AvisMinistere
from docgen.model.reunion_choix import (
    EnvoiTardif,
    Issue,
    NaturePoint,
    NatureReunion,
    PointUsuel,
    Presence,
    RegleDerogeable,
    RoleInvite,
)
from docgen.model.scalars import Courriel, Date, Entier, Heure, Identifiant, Ligne, OuiNon, Prose, choix


class Membre(Personne):
    """A member of the committee: the college, by its rank in the convention, and how the member attended."""

    college: Entier | None = requis("Collège", "Son rang dans la convention : 1 pour le premier.", exemple=1)
    organisme: Ligne | None = facultatif("Organisme", exemple="OPCO Atlas")
    courriel: Courriel | None = facultatif("Adresse électronique", exemple="anne.martin@exemple.fr")
    presence: Annotated[Presence, choix(Presence)] | None = facultatif(
        "Présence", "présent, représenté, excusé ou absent ; à donner après la séance.", exemple="présent"
    )
    represente_par: Ligne | None = facultatif("Représentant", "Civilité, prénom et nom.", exemple="M. Paul Roux")


class Invite(Personne):
    """An expert or a guest: no voice."""

    role: Annotated[RoleInvite, choix(RoleInvite)] | None = facultatif("Rôle", defaut=RoleInvite.INVITE)
    organisme: Ligne | None = facultatif("Organisme")
    courriel: Courriel | None = facultatif("Adresse électronique")
    presence: Annotated[Presence, choix(Presence)] | None = facultatif("Présence")


class Point(Modele):
    """An item of the agenda: a usual one, by its key, to be completed or withdrawn; or one more, by its title."""

    cle: Annotated[PointUsuel, choix(PointUsuel)] | None = facultatif(
        "Point usuel", "Celui que docgen imprime de lui-même.", exemple="suivi"
    )
    titre: Ligne | None = facultatif("Intitulé", "D’un point à ajouter, ou à la place de l’intitulé usuel.")
    nature: Annotated[NaturePoint, choix(NaturePoint)] | None = facultatif(
        "Nature", "information, avis, arbitrage, approbation ou accord.", exemple="information"
    )
    presente_par: Ligne | None = facultatif("Présenté par", exemple="Mme Delmas")
    heure: Heure | None = facultatif("Heure", exemple="14 h 30")
    retire: OuiNon | None = facultatif("Point retiré", defaut=False)
    releve: Ligne | None = facultatif("Ce qu’en dit le relevé d’avis", "À la place de la phrase usuelle.")


class AvisSeance(AvisMinistere):
    """The opinion of a ministry as given in the meeting, and what it answered in writing since."""

    ecrit_avant: Date | None = facultatif("Avis écrit annoncé avant le", "Si l’avis est en attente.")
    reponse: Avis | None = facultatif("Avis rendu depuis, par écrit")


class Suffrages(Modele):
    """The votes of one college."""

    college: Entier | None = requis("Collège", "Son rang dans la convention.", exemple=2)
    pour: Entier | None = facultatif("Voix pour", defaut=0, exemple=2)
    contre: Entier | None = facultatif("Voix contre", defaut=0)
    abstentions: Entier | None = facultatif("Abstentions", defaut=0)


class Examen(Modele):
    """What became of one fiche: the opinions, typed here and carried to the fiche, or why there are none."""

    fiche: Identifiant | None = requis("Fiche action", "Son identifiant.", exemple="2021-03")
    issue: Annotated[Issue, choix(Issue)] | None = facultatif(
        "Issue", "examinée, ajournée ou retirée.", defaut=Issue.EXAMINEE
    )
    comite: Avis | None = facultatif("Avis du comité")
    ministeres: tuple[AvisSeance, ...] = liste("Avis des ministères")
    suffrages: tuple[Suffrages, ...] = liste("Suffrages, par collège")
    destinataires: Ligne | None = facultatif("Relais vers", exemple="les académies")
    reportee_au: Date | None = facultatif("Examen reporté à la réunion du", "Si la fiche est ajournée.")
    motif: Ligne | None = facultatif("Motif du report")


class LeveeSeance(Modele):
    """A reserve made at another meeting: lifted by its ministry, or maintained."""

    fiche: Identifiant | None = requis("Fiche action", exemple="2021-01")
    ministere: Identifiant | None = requis("Ministère", "L’identifiant de la partie.", exemple="menjs")
    pieces: Ligne | None = requis("Au vu de", exemple="la fiche modifiée le 20 septembre 2021")
    maintenue: OuiNon | None = facultatif("Réserve maintenue", defaut=False)
    destinataires: Ligne | None = facultatif("Relais vers")


class Suite(Modele):
    """A decision: who carries it out, and by when."""

    decision: Ligne | None = requis("Décision ou suite à donner", exemple="Compléter la fiche n° 2021-03")
    responsable: Ligne | None = requis("Responsable", exemple="OPCO Atlas")
    echeance: Date | None = requis("Échéance", exemple="05/11/2021")


class Seance(Modele):
    """The meeting as it was held."""

    ouverte_a: Heure | None = requis("Heure d’ouverture", exemple="14 h 30")
    levee_a: Heure | None = requis("Heure de fin", exemple="17 h 05")
    rectification: Ligne | None = facultatif("Rectification du relevé précédent")
    prochaine: Date | None = facultatif("Prochaine réunion", exemple="18/05/2022")
    suites: tuple[Suite, ...] = liste("Suites")
    etabli_le: Date | None = requis("Relevé établi le", exemple="15/10/2021")
    transmis_cpt: Date | None = facultatif("Relevé transmis à la commission le")
    transmis_ca: Date | None = facultatif("Relevé transmis au conseil le")


class Quorum(Modele):
    """The quorum, where the convention has one."""

    article: Ligne | None = requis("Article", exemple="13")
    regle: Ligne | None = requis("Règle", exemple="trois voix présentes ou représentées")
    voix: Entier | None = requis("Nombre de voix", exemple=3)


class DecisionCa(Modele):
    """What the board decided of one fiche."""

    fiche: Identifiant | None = requis("Fiche action", exemple="2021-03")
    decision: Ligne | None = requis("Décision", exemple="financement accordé")
    observations: Ligne | None = facultatif("Observations")


class Litige(Modele):
    """What an exceptional meeting is about (article 18), and how it ended."""

    demandeur: Identifiant | None = requis("Partie qui la demande", "L’identifiant de la partie.", exemple="menjs")
    objet: Ligne | None = requis("Objet du différend", exemple="l’emploi du logo après la fin de l’action")
    engagee_le: Date | None = requis("Procédure engagée le", exemple="04/01/2022")
    accord: Prose | None = facultatif("Accord", "À laisser vide si le désaccord demeure.")


class MiseAJour(Modele):
    """Papers added to the pack, or changed, once it was sent."""

    le: Date | None = requis("Mis à jour le", exemple="08/10/2021")
    pieces: tuple[Entier, ...] = liste("Numéros des pièces", requise=True, exemple=3)


class Derogation(Modele):
    """A rule set aside for this meeting, and why; the relevé prints it."""

    regle: Annotated[RegleDerogeable, choix(RegleDerogeable)] | None = requis(
        "Règle", "REU-01 (envoi des documents) ou REU-02 (date de la réunion).", exemple="REU-02"
    )
    motif: Ligne | None = requis("Motif", exemple="le nombre de fiches a demandé un mois de plus")
    auteur: Ligne | None = requis("Donnée par", exemple="les membres du comité")


class Secretaire(Personne):
    """Who writes to the members for the secretariat."""

    courriel: Courriel | None = requis("Adresse de réponse", exemple="secretariat@exemple.fr")


class Reunion(Piece):
    """One meeting: one input for the convocation, the agenda, the attendance sheet, the relevé d’avis and the pack."""

    genre: ClassVar[str] = "reunion"
    citations: ClassVar[Mapping[str, str]] = {"convention": "convention"}

    convention: Identifiant | None = requis("Convention", "L’identifiant de la convention.", exemple="atlas-2021")
    nature: Annotated[NatureReunion, choix(NatureReunion)] | None = requis(
        "Nature", "mai, octobre, supplémentaire ou exceptionnelle.", exemple="octobre"
    )
    rang: Entier | None = requis("Rang", "1 pour la première réunion du comité.", exemple=2)
    date: Date | None = requis("Date", exemple="13/10/2021")
    jour: Ligne | None = facultatif("Jour de la semaine", "Contrôlé ; il se déduit de la date.", exemple="mercredi")
    heure: Heure | None = requis("Heure", exemple="14 h 30")
    fin: Heure | None = facultatif("Fin prévue", exemple="17 h")
    lieu: Ligne | None = facultatif("Lieu", "Avec sa préposition.", exemple="au siège de l’OPCO Atlas, salle Ampère")
    lien: Ligne | None = facultatif("Adresse de la visioconférence", exemple="https://visio.exemple.fr/copil")
    fait_a: Ligne | None = facultatif("Convocation faite à", exemple="Paris")
    envoyee_le: Date | None = requis("Convocation envoyée le", exemple="05/10/2021")
    documents_le: Date | None = facultatif("Documents envoyés le", "S’ils ne sont pas joints à la convocation.")
    envoi_tardif: Annotated[EnvoiTardif, choix(EnvoiTardif)] | None = facultatif(
        "Suite d’un envoi tardif", "accepté : les membres délibèrent ; reporté : l’examen est reporté."
    )
    derogations: tuple[Derogation, ...] = liste("Dérogations", "À un délai ou à une date ; le relevé les porte.")
    reponse_avant: Date | None = requis("Réponse avant le", exemple="11/10/2021")
    secretaire: Secretaire | None = requis("Auteur de la convocation")
    membres: tuple[Membre, ...] = liste("Membres", requise=True)
    invites: tuple[Invite, ...] = liste("Experts et invités")
    cpt_le: Date | None = facultatif("Réunion de la commission paritaire le", exemple="20/10/2021")
    ca_le: Date | None = facultatif("Réunion du conseil d’administration le", exemple="09/11/2021")
    precedente_le: Date | None = facultatif("Réunion précédente", "Si le dossier ne la contient pas.")
    fiches: tuple[Identifiant, ...] = liste("Fiches à instruire", exemple="2021-03")
    reserves: tuple[Identifiant, ...] = liste("Fiches dont une réserve est à lever")
    points: tuple[Point, ...] = liste("Points de l’ordre du jour", "Ceux de l’article 14 y sont sans être saisis.")
    pieces: tuple[Ligne, ...] = liste("Autres pièces du dossier de séance", exemple="plan-actions/2022")
    mises_a_jour: tuple[MiseAJour, ...] = liste("Mises à jour du dossier de séance")
    accord_ordre_du_jour: Date | None = facultatif("Ordre du jour arrêté d’un commun accord le")
    accord_calendrier: Date | None = facultatif("Calendrier arrêté d’un commun accord le")
    accord_plan: Date | None = facultatif("Plan d’actions arrêté d’un commun accord le")
    conservation: Ligne | None = facultatif("Conservation des présences", exemple="un an après la fin de la convention")
    contact_dpo: Ligne | None = facultatif("Contact pour les données", exemple="dpo@exemple.fr")
    quorum: Quorum | None = facultatif("Quorum")
    seance: Seance | None = facultatif("Séance tenue", "Sans elle, la réunion est à venir.")
    avis: tuple[Examen, ...] = liste("Avis rendus, par fiche")
    levees: tuple[LeveeSeance, ...] = liste("Réserves examinées")
    decisions_ca: tuple[DecisionCa, ...] = liste("Décisions du conseil d’administration")
    litige: Litige | None = facultatif("Différend", "Pour une réunion exceptionnelle.")

    @property
    def datee_du(self) -> datetime.date | None:
        """The day of the meeting."""
        return self.date

    @property
    def envoi_documents(self) -> datetime.date | None:
        """The day on which the working papers are sent: with the convocation where no other day is given."""
        return self.documents_le or self.envoyee_le

    @property
    def arretee_le(self) -> datetime.date | None:
        """The last day of which its pack may know: that on which it is sent or updated, before the meeting.

        None where neither that day nor the day of the meeting is known.
        """
        days = [day for day in (self.envoi_documents, *(one.le for one in self.mises_a_jour)) if day]
        if self.date is None:
            return max(days, default=None)
        eve = self.date - datetime.timedelta(days=1) if self.date > datetime.date.min else self.date
        return max((day for day in days if day <= eve), default=eve)

    def derogation_a(self, regle: str) -> Derogation | None:
        """Return what sets the rule of that code aside, complete; None for nothing."""
        given = (one for one in self.derogations if one.motif and one.auteur)
        return next((one for one in given if one.regle == regle), None)

    @property
    def ordinaire(self) -> bool:
        """Whether the meeting is one of the two that article 14 demands each year."""
        return self.nature in (NatureReunion.MAI, NatureReunion.OCTOBRE)

    @property
    def fiches_examinees(self) -> tuple[str, ...]:
        """The ids of the fiches of the agenda, those to examine first, each once."""
        return tuple(dict.fromkeys((*self.fiches, *self.reserves)))

    def rend_avis(self, fiche: str | None) -> bool:
        """Return whether the meeting gives an opinion on a fiche, postpones it, or says what becomes of a reserve."""
        spoken_of = {*(one.fiche for one in self.avis), *(one.fiche for one in self.levees)}
        return fiche is not None and fiche in spoken_of

    def point(self, cle: PointUsuel) -> Point | None:
        """Return what was typed of a usual item; None for nothing."""
        return next((point for point in self.points if point.cle is cle), None)

    def presents(self, college: int) -> tuple[Membre, ...]:
        """Return the members of a college, by its rank, who are present or represented."""
        attended = (Presence.PRESENT, Presence.REPRESENTE)
        return tuple(one for one in self.membres if one.college == college and one.presence in attended)
