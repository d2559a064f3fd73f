"""The nouns that head the names of institutions, bodies and texts: their gender and number."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from docgen.french.letters import folded


class Gender(StrEnum):
    """The gender of a noun or of who holds a function."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


class Number(StrEnum):
    """The number of a noun."""

    SINGULAR = "singular"
    PLURAL = "plural"


Agreement = tuple[Gender, Number]

_MASCULINE = """
    ministère secrétariat rectorat vice-rectorat état gouvernement parlement sénat cabinet commissariat
    haut-commissariat consulat service département bureau pôle secteur district arrondissement canton pays territoire
    parc port aéroport
    opco opca opérateur organisme office observatoire établissement institut laboratoire centre campus lycée collège
    conservatoire groupe groupement comité conseil collectif cercle club réseau consortium syndicat fonds ordre
    mouvement parti pacte théâtre musée orchestre hôpital hôtel atelier cluster incubateur tribunal greffe partenaire
    cnam cned cneser cio cfa cfai crous greta gip gie geiq iut inspé ifsi medef onisep
    accord accord-cadre avenant protocole contrat projet programme plan règlement arrêté décret code texte document
    mémorandum cahier procès-verbal relevé bilan dossier copil codir cse
    haut grand petit nouveau nouvel ancien premier second
"""

_FEMININE = """
    académie région métropole commune ville communauté agglomération collectivité province préfecture sous-préfecture
    mairie chancellerie ambassade direction sous-direction délégation mission inspection représentation antenne agence
    autorité administration association amicale société entreprise compagnie coopérative mutuelle régie manufacture
    fédération confédération union intersyndicale branche filière organisation corporation fondation fabrique caisse
    banque chambre commission sous-commission instance assemblée cellule conférence convention charte lettre annexe
    fiche déclaration université école faculté maison cité plateforme plate-forme bibliothèque médiathèque ligue
    alliance coordination présidence vice-présidence équipe section division partie
    cpt cpne cpnef cppni cci ccir cma crma cpme uimm urssaf caf sa sas sarl scop scic eurl snc sci
    dgesco dgesip dgefp dreets drieets dreal draaf drac draio drafpic
    haute grande petite nouvelle ancienne première seconde
"""


def _heads() -> Iterator[tuple[str, Agreement]]:
    for gender, words in ((Gender.MASCULINE, _MASCULINE), (Gender.FEMININE, _FEMININE)):
        for word in map(folded, words.split()):
            yield plural(word), (gender, Number.PLURAL)
            yield word, (gender, Number.SINGULAR)


def plural(word: str) -> str:
    """Return a noun or adjective in the plural: "comités", "généraux", "réseaux"; one in -s or -x does not change."""
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return f"{word[:-1]}ux"
    return f"{word}x" if word.endswith("eau") else f"{word}s"


_HEADS: Mapping[str, Agreement] = dict(_heads())

_LIKELY_FEMININE = ("tion", "sion", "té", "ence", "ance", "ie", "ture", "ette", "esse", "rice")


def agreement_of(head: str) -> Agreement | None:
    """Return the gender and number of a head noun, whatever its case and accents; None for an unknown one."""
    word = folded(head)
    return _HEADS.get(word) or _HEADS.get(word.partition("-")[0])


def likely_agreement_of(head: str) -> Agreement:
    """Return what the ending of an unknown common noun suggests: "juridictions" is feminine plural."""
    word = head.lower()
    many = word.endswith("s") and not word.endswith(("us", "is", "as", "os", "ss"))
    feminine = (word[:-1] if many else word).endswith(_LIKELY_FEMININE)
    return (Gender.FEMININE if feminine else Gender.MASCULINE), (Number.PLURAL if many else Number.SINGULAR)
