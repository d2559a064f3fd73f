"""`document: avenant`: what changes in a convention, who asks for it, when it takes effect."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar

from docgen.model.base import Modele, Piece, facultatif, liste, requis
from docgen.model.convention import Etat, Signature
from docgen.model.operations import OperationSaisie
from docgen.model.scalars import Chemin, Date, Entier, Identifiant, Ligne, OuiNon, Prose, choix


class ModeEffet(StrEnum):
    """When an avenant takes effect."""

    SIGNATURE = "signature"
    DATE = "date"
    CONDITION = "condition"


class PriseEffet(Modele):
    """When the avenant takes effect: at its signature, on a date, or the day after a condition is met."""

    mode: Annotated[ModeEffet, choix(ModeEffet)] | None = facultatif(
        "Prise d’effet", "signature, date ou condition.", defaut=ModeEffet.SIGNATURE
    )
    date: Date | None = facultatif("Date d’effet", exemple="01/01/2023")
    condition: Ligne | None = facultatif("Condition", "Après « le jour où ».")
    limite: Date | None = facultatif("Date limite de la condition")
    realisee_le: Date | None = facultatif("Condition réalisée le")
    retroactif: OuiNon | None = facultatif("Effet rétroactif décidé expressément", defaut=False)
    articles_retroactifs: tuple[Ligne, ...] = liste("Articles de la convention dont l’effet est rétroactif")


class Demande(Modele):
    """Which party asked for the avenant, and when."""

    partie: Identifiant | None = requis("Partie qui demande", exemple="opco-atlas")
    date: Date | None = requis("Date de la demande", exemple="14/03/2022")


class AvisRecueilli(Modele):
    """An opinion given on the avenant."""

    organe: Ligne | None = requis("Organe qui a rendu l’avis", "Sans article.", exemple="comité de pilotage")
    date: Date | None = requis("Date de l’avis", exemple="18/05/2022")


class Avenant(Piece):
    """An avenant, as data: its operations give its wording, the consolidated text, and what the checks follow."""

    genre: ClassVar[str] = "avenant"
    citations: ClassVar[Mapping[str, str]] = {"convention": "convention"}

    convention: Identifiant | None = requis("Convention", "L’identifiant de la convention.", exemple="atlas-2021")
    numero: Entier | None = requis("Numéro de l’avenant", exemple=1)
    etat: Annotated[Etat, choix(Etat)] | None = facultatif(
        "État", "projet, a-signer ou signe.", defaut=Etat.PROJET, exemple="a-signer"
    )
    etablie_le: Date | None = facultatif("Établi le", "Date du texte tant qu’il n’est pas signé.")
    objet: Ligne | None = requis("Objet", "Après le titre.", exemple="relatif au plafond des frais de gestion")
    article_modification: Ligne | None = facultatif(
        "Article qui permet de modifier la convention", "Son numéro dans la convention.", exemple=17
    )
    demande: Demande | None = requis("Demande")
    avis: tuple[AvisRecueilli, ...] = liste("Avis recueillis")
    motif: Prose | None = requis("Motif", "L’exposé préalable.", exemple="Les parties ajustent le plafond.")
    operations: tuple[OperationSaisie, ...] = liste("Opérations", requise=True)
    prise_effet: PriseEffet | None = facultatif("Prise d’effet")
    transition: Prose | None = facultatif("Stipulations transitoires")
    parties: tuple[Identifiant, ...] = liste("Parties qui signent", "Toutes celles de la convention, par défaut.")
    signature: Signature | None = facultatif("Signature")

    @property
    def datee_du(self) -> date | None:
        """The day of the signature, else the day on which the text was made."""
        return self.signe_le or self.etablie_le

    @property
    def fichiers(self) -> tuple[str, ...]:
        """The texts of the annexes joined to the avenant."""
        fichiers: tuple[Chemin | None, ...] = tuple(one.fichier for one in self.operations)
        return tuple(path for path in fichiers if path)

    @property
    def signe_le(self) -> date | None:
        """The day of the last signature; None until the avenant is signed."""
        return self.signature.date if self.etat is Etat.SIGNE and self.signature else None

    @property
    def effet(self) -> PriseEffet:
        """When the avenant takes effect: at its signature where nothing is said."""
        return self.prise_effet or PriseEffet()

    @property
    def prend_effet_le(self) -> date | None:
        """The day on which the avenant takes effect; None while it is not signed, or its condition not met in time."""
        if self.signe_le is None:
            return None
        match self.effet.mode:
            case ModeEffet.DATE:
                return self.signe_le if self.retroagit else self.effet.date
            case ModeEffet.CONDITION:
                met, limit = self.effet.realisee_le, self.effet.limite
                return met + timedelta(days=1) if met and (limit is None or met <= limit) else None
            case _:
                return self.signe_le

    @property
    def effet_prevu(self) -> date | None:
        """The day on which the avenant takes effect, or is to do so once signed; None while it cannot be told."""
        on_a_day = self.effet.date if self.effet.mode is ModeEffet.DATE and not self.retroagit else None
        return self.prend_effet_le or on_a_day

    @property
    def retroagit(self) -> bool:
        """Whether some articles have effect before the signature; the avenant itself then takes effect when signed."""
        effet, day = self.effet, self.datee_du
        if effet.mode is not ModeEffet.DATE or effet.date is None:
            return False
        return bool(effet.retroactif and effet.articles_retroactifs) and (day is None or effet.date < day)

    def touche_avant(self, *articles: str | None) -> bool:
        """Return whether what the avenant changes in one of `articles` of the convention has effect before it."""
        named = [_bare(one) for one in self.effet.articles_retroactifs] if self.retroagit else []
        return any(one and _bare(one) in named for one in articles)

    def effet_sur(self, article: str) -> date | None:
        """Return the day on which what is changed in `article` takes effect; None while it cannot be told."""
        early = self.signe_le and self.touche_avant(article)
        return self.effet.date if early else self.prend_effet_le

    @property
    def attend(self) -> str:
        """What must come before the avenant takes effect, its signature or its condition; empty for nothing more."""
        name = f"de l’avenant n° {self.numero or '…'}"
        if self.signe_le is None:
            return f"la signature {name}"
        waits = self.effet.mode is ModeEffet.CONDITION and self.effet.realisee_le is None
        return f"la réalisation de la condition {name} (« realisee_le: »)" if waits else ""

    def en_effet(self, jour: date | None) -> bool:
        """Return whether the avenant has taken effect on `jour`; never where no day is known."""
        effet = self.prend_effet_le
        return bool(effet and jour and effet <= jour)

    def en_partie(self, jour: date | None) -> bool:
        """Return whether, on `jour`, the avenant has effect on its retroactive articles and on nothing else."""
        early = self.effet.date if self.signe_le and self.retroagit else None
        return bool(early and jour and early <= jour) and not self.en_effet(jour)


def _bare(number: str) -> str:
    return number.removesuffix("er")
