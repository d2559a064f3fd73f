"""The names of parties and the functions of persons, agreed, elided and contracted."""

import re
from collections.abc import Sequence

from docgen.french import Gender, Name, Number, agree_function, name_of, with_article
from docgen.french.signs import NO_BREAK
from docgen.model.common import Genre, Nature, Nombre, Partie, Personne, Signataire

_SIGLE = re.compile(r"\b([A-Z]{2,6}) (?=\w)")
_POSTCODE = re.compile(r"\b(\d{5}) (?=[^\W\d_])")
_COMPLEMENT = re.compile(r"\b(?:de|du|des|à|au|aux|en|pour|chargée?)\b|\bd[’']")
_GENDERS = {Genre.MASCULIN: Gender.MASCULINE, Genre.FEMININ: Gender.FEMININE}
_NUMBERS = {Nombre.SINGULIER: Number.SINGULAR, Nombre.PLURIEL: Number.PLURAL}


def partie_name(partie: Partie, *, long: bool = False) -> Name | None:
    """Return the name of a party as the text uses it, or its full one; None while it is missing."""
    text = partie.nom if long else partie.usuel
    if not text:
        return None
    gender = _GENDERS.get(partie.genre) if partie.genre else None
    number = _NUMBERS.get(partie.nombre) if partie.nombre else None
    article = None if long and partie.nom_court else partie.article
    return name_of(held(text), gender=gender, number=number, article=article)


def held(name: str) -> str:
    """Return a name whose sigle and the word after it no line parts: `OPCO Atlas`, with a no-break space."""
    return _SIGLE.sub(rf"\1{NO_BREAK}", name)


def held_address(address: str) -> str:
    """Return an address whose postcode and town no line parts: `33000 Bordeaux`, with a no-break space."""
    return _POSTCODE.sub(rf"\1{NO_BREAK}", address)


def state_name(parties: Sequence[Partie]) -> Name:
    """Return the State's side by its kind and number: `ministères`, `académie`; the ministry where it has none."""
    academies = bool(parties) and parties[0].nature is Nature.ACADEMIE
    return name_of(("académie" if academies else "ministère") + ("s" if len(parties) > 1 else ""))


def names(parties: Sequence[Partie]) -> tuple[Name, ...]:
    """Return the names of those parties that have one."""
    return tuple(name for name in map(partie_name, parties) if name)


def qualite(personne: Personne, *, capital: bool = True, bloc: Partie | None = None) -> str | None:
    """Return `Le directeur général …`, agreed with the person; None while the quality is missing.

    `bloc` is the party in whose signature block it stands: the short form is taken, and the institution named.
    """
    text = (personne.qualite_courte if bloc else None) or personne.qualite
    if not text:
        return None
    return with_article(full_quality(text, bloc) if bloc else text, personne.feminin, capital=capital)


def qualite_du_signataire(signataire: Signataire, partie: Partie) -> str | None:
    """Return the quality of who signs, as the block of `partie` has it: `Le directeur général … par intérim`."""
    quality = qualite(signataire.signe, bloc=partie)
    return quality + par_interim(signataire) if quality else None


def par_interim(signataire: Signataire) -> str:
    """Return ` par intérim` where the delegate signs in the meantime; nothing for anyone else."""
    return " par intérim" if signataire.delegation and signataire.delegation.interim else ""


def fonction(personne: Personne) -> str | None:
    """Return `directrice générale …`, without its article, agreed where the civility is known; None while missing."""
    text = personne.qualite
    return agree_function(text, personne.feminin) if text and personne.civilite else text


def full_quality(text: str, partie: Partie) -> str:
    """Return a quality that names its institution: `président` of a party other than a ministry is `président d’AKTO`.

    A quality that has a complement already is left as it was typed.
    """
    name = partie_name(partie)
    if partie.nature is Nature.MINISTERE or name is None or _COMPLEMENT.search(text):
        return text
    return f"{text} {name.de}"


def sigles(parties: Sequence[Partie], separator: str = " / ") -> str:
    """Return the sigles of the parties, their names where they have none."""
    return separator.join(partie.sigle or partie.usuel or partie.id or "" for partie in parties)


def forms(prefix: str, name: Name | None) -> dict[str, str | None]:
    """Return the forms of a name as named values of a text (`opco.le`, `opco.de`…); None each while it is missing."""
    all_forms = ("le", "Le", "de", "a", "bare", "denomme", "represente")
    return {f"{prefix}.{form}": getattr(name, form) if name else None for form in all_forms}
