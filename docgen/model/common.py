"""Parties, signatories, delegations and periods: what several kinds of paper share."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from docgen.model.base import Modele, facultatif, liste, requis
from docgen.model.scalars import Chemin, Cote, Date, Identifiant, Largeur, Ligne, OuiNon, Siret, choix


class Civilite(StrEnum):
    """How a person is addressed; functions and formulas agree with it."""

    MONSIEUR = "M."
    MADAME = "Mme"


class Nature(StrEnum):
    """What a party is."""

    MINISTERE = "ministère"
    ACADEMIE = "académie"
    OPCO = "OPCO"
    ASSOCIATION = "association"
    ENTREPRISE = "entreprise"
    BRANCHE = "branche"
    COLLECTIVITE = "collectivité"
    ETABLISSEMENT = "établissement"
    AUTRE = "autre"


class Genre(StrEnum):
    """The grammatical gender of a party's name, where it cannot be told from the name."""

    MASCULIN = "masculin"
    FEMININ = "féminin"


class Nombre(StrEnum):
    """The grammatical number of a party's name, where it cannot be told from the name."""

    SINGULIER = "singulier"
    PLURIEL = "pluriel"


class Periode(Modele):
    """A span of days, both included; an open end is None."""

    du: Date | None = facultatif("Premier jour", exemple="01/09/2021")
    au: Date | None = facultatif("Dernier jour", exemple="31/08/2024")

    def contient(self, jour: date) -> bool:
        """Return whether `jour` lies in the period."""
        return (self.du is None or self.du <= jour) and (self.au is None or jour <= self.au)


_PARTICULE = re.compile(r"(?:(?:de|du|des)\s+(?=\S)|d[’'])")


def nom_en_capitales(nom: str) -> str:
    """Return a surname in capitals, its particle left as it is typed: `d’HAUTPOUL`, `de LA TOUR`."""
    particule = _PARTICULE.match(nom)
    kept = particule[0] if particule else ""
    return kept + nom[len(kept) :].upper()


class Personne(Modele):
    """A person in an office: the formulas before and after the name are derived from these."""

    civilite: Annotated[Civilite, choix(Civilite)] | None = requis("Civilité", "M. ou Mme.", exemple="Mme")
    prenom: Ligne | None = requis("Prénom", exemple="Anne")
    nom: Ligne | None = requis("Nom", exemple="Martin")
    qualite: Ligne | None = requis(
        "Qualité", "La fonction, sans article ; docgen l’accorde avec la personne.", exemple="directeur général"
    )
    qualite_courte: Ligne | None = facultatif(
        "Qualité, forme courte", "La forme à imprimer au bloc de signature, si elle diffère."
    )

    @property
    def feminin(self) -> bool:
        """Whether functions agree in the feminine."""
        return self.civilite is Civilite.MADAME

    @property
    def prenom_nom(self) -> str | None:
        """The name as printed in a signature block: `Anne MARTIN`; None while a part of it is missing."""
        return f"{self.prenom} {nom_en_capitales(self.nom)}" if self.prenom and self.nom else None


class Delegation(Personne):
    """Who signs in the place of the authority, and the act that allows it."""

    acte: Ligne | None = facultatif(
        "Acte de délégation", "Décret, arrêté ou décision ; imprimé au bordereau, jamais dans le bloc."
    )
    date_acte: Date | None = facultatif("Date de l’acte", exemple="03/07/2019")
    publiee_le: Date | None = facultatif("Date de publication au Journal officiel", exemple="04/07/2019")
    interim: OuiNon | None = facultatif("Par intérim", defaut=False)


class Signataire(Personne):
    """A person who signs for a party, in person or through a delegate."""

    delegation: Delegation | None = facultatif("Délégation de signature")
    habilitation: Ligne | None = facultatif("Habilitation", exemple="la délibération du 12 mars 2021")
    du: Date | None = facultatif("En fonction à compter du")
    au: Date | None = facultatif("En fonction jusqu’au")

    @property
    def signe(self) -> Personne:
        """The person whose hand signs: the delegate where there is one."""
        return self.delegation or self

    def en_fonction(self, jour: date | None) -> bool:
        """Return whether the person held the office on `jour`; always, where no day is known."""
        return jour is None or ((self.du is None or self.du <= jour) and (self.au is None or jour <= self.au))


class Marque(Modele):
    """The mark (logo) of a party that is not a ministry: a file and its spoken alternative."""

    fichier: Chemin | None = requis("Fichier de la marque", exemple="logos/opco.svg")
    alternative: Ligne | None = requis("Alternative textuelle", exemple="OPCO Atlas")
    largeur: Largeur | None = facultatif("Largeur imprimée, en millimètres", defaut=58)


class Denomination(Modele):
    """A name that a party bore during a period."""

    nom: Ligne | None = requis("Nom", exemple="ministère de l’éducation nationale et de la jeunesse")
    nom_court: Ligne | None = facultatif("Nom court")
    sigle: Ligne | None = facultatif("Sigle")
    du: Date | None = facultatif("Porté à compter du")
    au: Date | None = facultatif("Porté jusqu’au")


class Partie(Modele):
    """A party: its names, its side, who signs for it."""

    forme_courte: ClassVar[str | None] = None

    id: Identifiant | None = requis("Identifiant de la partie", exemple="menjs")
    nature: Annotated[Nature, choix(Nature)] | None = requis("Nature", exemple="ministère")
    cote: Cote | None = requis("Côté", "1 : d’une part ; 2 : d’autre part ; 3 : et enfin.", exemple=1)
    nom: Ligne | None = requis("Nom", "Sans article.", exemple="ministère de l’éducation nationale")
    nom_court: Ligne | None = facultatif("Nom court", "Celui que le texte emploie.", exemple="OPCO Atlas")
    nom_garde: Ligne | None = facultatif("Nom sur la page de garde", "Si la garde le compose autrement.")
    sigle: Ligne | None = facultatif("Sigle", exemple="MENJS")
    denominations: tuple[Denomination, ...] = liste("Dénominations successives")
    genre: Annotated[Genre, choix(Genre)] | None = facultatif("Genre du nom", "S’il ne se déduit pas du nom.")
    nombre: Annotated[Nombre, choix(Nombre)] | None = facultatif("Nombre du nom", "S’il ne se déduit pas du nom.")
    article: Ligne | None = facultatif("Article du nom", "le, la, l’, les ou aucun, s’il ne se déduit pas du nom.")
    siege: Ligne | None = facultatif("Siège")
    siret: Siret | None = facultatif("Numéro SIRET")
    habilitation: Ligne | None = facultatif("Habilitation", "Délibération et date.")
    marque: Marque | None = facultatif(
        "Marque", "Logo d’un partenaire ; celui d’un ministère demande une autorisation."
    )
    signataires: tuple[Signataire, ...] = liste("Signataires", requise=True)

    @property
    def usuel(self) -> str | None:
        """The name that the text uses: the short one where there is one."""
        return self.nom_court or self.nom

    def au_jour(self, jour: date | None) -> "Partie":
        """Return the party as it stood on `jour`: the names and holders of that day; itself where no day is known."""
        if jour is None:
            return self
        holders = tuple(signataire for signataire in self.signataires if signataire.en_fonction(jour))
        changes: dict[str, object] = {} if len(holders) in (0, len(self.signataires)) else {"signataires": holders}
        for name in self.denominations:
            if Periode(du=name.du, au=name.au).contient(jour):
                changes |= {"nom": name.nom, "nom_court": name.nom_court, "sigle": name.sigle or self.sigle}
        return self.avec(**changes) if changes else self
