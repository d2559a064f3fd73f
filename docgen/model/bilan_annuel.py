"""`document: bilan-annuel`: the yearly review; figures come from the dossier, only words are typed (article 15)."""

import datetime
from collections.abc import Mapping
from typing import Annotated, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.fiche_realisation import EtatAction
from docgen.model.scalars import Annee, Date, Euros, Identifiant, Ligne, Prose, choix


class ActionDeclaree(Modele):
    """An action without a fiche de réalisation, and why: it still runs, or it was given up."""

    fiche: Identifiant | None = requis("Fiche action", exemple="2021-05")
    etat: Annotated[EtatAction, choix(EtatAction)] | None = requis(
        "État", "en cours ou abandonnée.", exemple="en cours"
    )
    le: Date | None = facultatif("Abandonnée le")
    motif: Ligne | None = facultatif("Motif")
    paye: Mapping[Identifiant, Euros] = facultatif(
        "Payé TTC dans l’année, par financeur de l’annexe", "Une action abandonnée sans dépense n’en a pas.", defaut={}
    )


class Validation(Modele):
    """The validation of the review by one signatory."""

    partie: Identifiant | None = requis("Signataire", "L’identifiant de la partie.", exemple="menjs")
    date: Date | None = facultatif("Validé le", exemple="22/04/2022")
    observations: Ligne | None = facultatif("Observations")


class BilanAnnuel(Piece):
    """The qualitative parts of the review of one year, and what became of it."""

    genre: ClassVar[str] = "bilan-annuel"
    citations: ClassVar[Mapping[str, str]] = {"convention": "convention"}

    convention: Identifiant | None = requis("Convention", exemple="atlas-2021")
    annee: Annee | None = requis("Année", "Celle des actions.", exemple=2021)
    etabli_le: Date | None = requis("Établi le", exemple="14/03/2022")
    actions: tuple[ActionDeclaree, ...] = liste("Actions sans fiche de réalisation", "En cours ou abandonnées.")
    qualitatif: Prose | None = requis("Bilan qualitatif", exemple="Les actions ont rapproché les équipes éducatives.")
    equite: Prose | None = requis(
        "Équité entre lycéens, étudiants et apprentis ; mixité, diversité, inclusion", exemple="Les publics ont été…"
    )
    communication: Prose | None = facultatif("Communication et outils numériques")
    difficultes: Prose | None = requis("Difficultés rencontrées et enseignements", exemple="Néant.")
    perspectives: Prose | None = requis("Perspectives pour l’année suivante", exemple="Étendre le parcours.")
    transmis_le: Date | None = facultatif("Transmis aux signataires le", exemple="14/03/2022")
    validations: tuple[Validation, ...] = liste("Validations par les signataires")
    presente_au_ca_le: Date | None = facultatif("Présenté au conseil d’administration le", exemple="06/04/2022")

    @property
    def datee_du(self) -> datetime.date | None:
        """The day on which it was made."""
        return self.etabli_le
