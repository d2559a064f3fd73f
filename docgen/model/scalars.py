"""Plain values: what a user may type for a date, an amount, a rate…, and what it is then.

Each type takes the text of an input file or the Python value itself; anything else raises a pydantic error of one of
the types of `ATTENDUS`, whose sentence says what was expected, with an example.
"""

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema
from pydantic_core import PydanticCustomError

from docgen.values import Struct

ATTENDUS = {
    "texte": "un texte",
    "texte_court": "un texte de 200 000 caractères au plus",
    "identifiant": "un identifiant en minuscules, chiffres et traits d’union, par exemple 2021-03",
    "date": "une date, par exemple 31/05/2026 ou 2026-05-31",
    "jour_mois": "un jour et un mois, par exemple 31 mai ou 31/05",
    "heure": "une heure, par exemple 14 h 30 ou 14:30",
    "montant": "un montant en euros, au centime, par exemple 12 000,50",
    "prix": "un prix en euros, à quatre décimales au plus, par exemple 0,0925",
    "quantite": "une quantité, par exemple 12 ou 2,5",
    "taux": "un taux en pour cent, de 0 à 100, par exemple 0,885 % ou 20 %",
    "entier": "un nombre entier, par exemple 4",
    "cote": "1 (d’une part), 2 (d’autre part) ou 3 (et enfin)",
    "largeur": "une largeur de 5 à 160 millimètres, par exemple 45",
    "annee": "une année à quatre chiffres, par exemple 2022",
    "oui_non": "oui ou non",
    "duree": "une durée, par exemple 3 ans, 2 mois ou 7 jours",
    "siret": "un numéro SIRET de 14 chiffres dont la clé est juste, par exemple 130 025 265 00013",
    "courriel": "une adresse électronique, par exemple secretariat@exemple.fr",
    "empreinte": "une empreinte SHA-256, de 64 caractères hexadécimaux",
    "chemin": "un chemin relatif au fichier, par exemple logos/menjs.svg",
    "rang": "un rang, par exemple 2, deuxième ou dernier",
    "choix": "l’une des valeurs permises",
}
"""What each type of error expects, in French; the key is the error type that pydantic carries."""

_MAX_TEXTE = 200_000
_WHOLE = 100
_SPACES = str.maketrans("", "", " \u00a0\u202f\t")
_ACCENTS = str.maketrans("àâäçéèêëîïôöùûüÿ", "aaaceeeeiioouuuy")
_MOIS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()

T = TypeVar("T")


def refus(genre: str) -> PydanticCustomError:
    """Return the error of a value that is not a `genre` (a key of `ATTENDUS`)."""
    return PydanticCustomError(genre, "attendu : {attendu}", {"attendu": ATTENDUS[genre]})


@lru_cache(maxsize=2048)
def normalise(text: str) -> str:
    """Return `text` in lower case, without accents, every separator a plain hyphen."""
    return re.sub(r"[\s_\u00a0\u202f’'-]+", "-", text.strip().lower().translate(_ACCENTS))


def _parser(genre: str, kind: type[T], parse: Callable[[str], T | None]) -> Callable[[Any], T]:
    def read(value: Any) -> T:
        if isinstance(value, kind) and kind is not str and not isinstance(value, bool):
            return value
        parsed = parse(str(value).strip()) if isinstance(value, str | int | Decimal) else None
        if parsed is None:
            raise refus(genre)
        return parsed

    return read


def _decimal(text: str, decimals: int, sign: str = "", *, digits: int = 9) -> Decimal | None:
    """Bounded, so that no sum or product of a paper ever leaves the precision of exact decimals."""
    compact = text.translate(_SPACES).removesuffix(sign) if sign else text.translate(_SPACES)
    if not re.fullmatch(rf"-?[0-9]{{1,{digits}}}([.,][0-9]{{1,{decimals}}})?", compact, re.ASCII):
        return None
    return Decimal(compact.replace(",", ".")) + 0


def _taux(text: str) -> Decimal | None:
    rate = _decimal(text, 3, "%", digits=3)
    return rate if rate is not None and 0 <= rate <= _WHOLE else None


def read_quantity(text: str) -> Decimal | None:
    """Return the number that `text` writes (2 400 or 2,5), three decimals at most; None where it is not one."""
    return _decimal(text.strip(), 3)


def read_date(text: str) -> date | None:
    """Return the day that `text` writes (31/05/2026, 2026-05-31, 31 mai 2026); None where it is not one."""
    french = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text, re.ASCII)
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    words = re.fullmatch(r"(\d{1,2})(?:er)? (\S+) (\d{4})", text, re.ASCII | re.IGNORECASE) or re.fullmatch(
        r"(\d{1,2})(?:er)? ([^\W\d]+) (\d{4})", text
    )
    if french:
        year, month, day = (int(french[i]) for i in (3, 2, 1))
    elif iso:
        year, month, day = (int(iso[i]) for i in (1, 2, 3))
    elif words and (found := _month(words[2])):
        year, month, day = int(words[3]), found, int(words[1])
    else:
        return None
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year <= 2200 else None
    except ValueError:
        return None


def _month(word: str) -> int | None:
    name = normalise(word)
    return _MOIS.index(name) + 1 if name in _MOIS else None


class JourMois(Struct, frozen=True):
    """A day of any year: 31 mai."""

    jour: int
    mois: int

    def de(self, annee: int) -> date:
        """Return that day of `annee`."""
        return date(annee, self.mois, self.jour)


def _jour_mois(text: str) -> JourMois | None:
    figures = re.fullmatch(r"(\d{1,2})/(\d{1,2})", text, re.ASCII)
    words = re.fullmatch(r"([0-9]{1,2})(?:er)? ([^\W\d]+)", text)
    day, month = (
        (int(figures[1]), int(figures[2])) if figures else (int(words[1]), _month(words[2]) or 0) if words else (0, 0)
    )
    return JourMois(day, month) if _day(2023, month, day) else None


class Unite(StrEnum):
    """A unit of duration."""

    AN = "an"
    MOIS = "mois"
    SEMAINE = "semaine"
    JOUR = "jour"


class Duree(Struct, frozen=True):
    """A duration as the law counts it: a number of one unit."""

    nombre: int
    unite: Unite


_LONGEST = {Unite.AN: 99, Unite.MOIS: 1200, Unite.SEMAINE: 5000, Unite.JOUR: 36500}
_NOMBRES = dict(zip("un une deux trois quatre cinq six sept huit neuf dix".split(), (1, *range(1, 11)), strict=True))


def _duree(text: str) -> Duree | None:
    found = re.fullmatch(r"([0-9]{1,4}|[a-z]+)[\s\u00a0]+(an|ans|annees?|mois|semaines?|jours?)", _plain(text))
    if not found:
        return None
    number = int(found[1]) if found[1].isdigit() else _NOMBRES.get(found[1], 0)
    unit = next(unit for unit in Unite if found[2].startswith(unit.value))
    return Duree(number, unit) if 0 < number <= _LONGEST[unit] else None


def _plain(text: str) -> str:
    return text.lower().translate(_ACCENTS)


_RANGS = dict(zip("premier deuxieme troisieme quatrieme cinquieme sixieme septieme".split(), range(1, 8), strict=True))


def _rang(text: str) -> int | None:
    word = normalise(text)
    special = {"premiere": 1, "second": 2, "seconde": 2, "dernier": -1, "derniere": -1}
    figures = re.fullmatch(r"([0-9]{1,3})(?:er|re|e)?", word, re.ASCII)
    rank = int(figures[1]) if figures else _RANGS.get(word) or special.get(word)
    return rank or None


def _heure(text: str) -> time | None:
    found = re.fullmatch(r"(\d{1,2})\s*(?:h|:)\s*(\d{2})?", text.translate(_SPACES), re.ASCII)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))


def _siret(text: str) -> str | None:
    digits = text.translate(_SPACES)
    if not re.fullmatch(r"[0-9]{14}", digits, re.ASCII):
        return None
    doubled = (int(digit) * (2 if index % 2 == 0 else 1) for index, digit in enumerate(digits))
    luhn = sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
    la_poste = digits.startswith("356000000") and sum(map(int, digits)) % 5 == 0
    return digits if luhn or la_poste else None


def _oui_non(text: str) -> bool | None:
    return {"oui": True, "non": False, "vrai": True, "faux": False, "true": True, "false": False}.get(_plain(text))


def _bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    parsed = _oui_non(value) if isinstance(value, str) else None
    if parsed is None:
        raise refus("oui_non")
    return parsed


def _matching(pattern: str) -> Callable[[str], str | None]:
    compiled = re.compile(pattern, re.ASCII)
    return lambda text: text if compiled.fullmatch(text) else None


def _chemin(text: str) -> str | None:
    parts = text.replace("\\", "/").split("/")
    outside = text.startswith(("/", "~")) or ":" in text or "\0" in text or len(text) > 500
    return None if outside or not text or parts.count("..") > 3 else "/".join(parts)


def _int(low: int, high: int) -> Callable[[str], int | None]:
    def parse(text: str) -> int | None:
        compact = text.translate(_SPACES)
        valid = re.fullmatch(r"[0-9]{1,9}", compact, re.ASCII) and low <= int(compact) <= high
        return int(compact) if valid else None

    return parse


def _text(value: Any) -> str:
    if isinstance(value, str) and len(value) > _MAX_TEXTE:
        raise refus("texte_court")
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise refus("texte")


def _line(value: Any) -> str:
    return " ".join(_text(value).split())


def _schema(kind: str | list[str], **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


_FIGURES = ["string", "number"]

Ligne = Annotated[str, BeforeValidator(_line), _schema("string")]
"""A text of one line; runs of spaces and line ends count as one space."""
Prose = Annotated[str, BeforeValidator(_text), _schema("string")]
"""Paragraphs parted by an empty line; lines that begin with a dash are items of a list."""
Identifiant = Annotated[
    str,
    BeforeValidator(_parser("identifiant", str, _matching(r"[a-z0-9][a-z0-9-]{0,79}"))),
    _schema(["string", "integer"], pattern="^[a-z0-9][a-z0-9-]{0,79}$"),
]
Date = Annotated[date, BeforeValidator(_parser("date", date, read_date)), _schema("string")]
Jour = Annotated[JourMois, InstanceOf(), BeforeValidator(_parser("jour_mois", JourMois, _jour_mois)), _schema("string")]
Heure = Annotated[time, BeforeValidator(_parser("heure", time, _heure)), _schema("string")]
Euros = Annotated[
    Decimal,
    BeforeValidator(_parser("montant", Decimal, lambda text: _decimal(text, 2, "€", digits=12))),
    _schema(_FIGURES),
]
"""An amount in euros, to the cent."""
Prix = Annotated[
    Decimal, BeforeValidator(_parser("prix", Decimal, lambda text: _decimal(text, 4, "€"))), _schema(_FIGURES)
]
"""A unit price in euros, four decimals at most."""
Quantite = Annotated[
    Decimal, BeforeValidator(_parser("quantite", Decimal, lambda text: _decimal(text, 3))), _schema(_FIGURES)
]
Taux = Annotated[Decimal, BeforeValidator(_parser("taux", Decimal, _taux)), _schema(_FIGURES)]
"""A rate in per cent, from 0 to 100: 0,885 % is Decimal("0.885")."""
Entier = Annotated[int, BeforeValidator(_parser("entier", int, _int(0, 999_999_999))), _schema(_FIGURES)]
Cote = Annotated[int, BeforeValidator(_parser("cote", int, _int(1, 3))), _schema(_FIGURES)]
"""The side of a party."""
Rang = Annotated[int, BeforeValidator(_parser("rang", int, _rang)), _schema(_FIGURES)]
"""A rank from 1; -1 is the last one."""
Annee = Annotated[int, BeforeValidator(_parser("annee", int, _int(1900, 2200))), _schema(_FIGURES)]
Largeur = Annotated[int, BeforeValidator(_parser("largeur", int, _int(5, 160))), _schema(_FIGURES)]
"""A printed width in millimetres, that of a page at most."""
OuiNon = Annotated[bool, BeforeValidator(_bool), _schema(["string", "boolean"], enum=["oui", "non", True, False])]
DureeLegale = Annotated[Duree, InstanceOf(), BeforeValidator(_parser("duree", Duree, _duree)), _schema("string")]
Siret = Annotated[str, BeforeValidator(_parser("siret", str, _siret)), _schema(_FIGURES)]
Courriel = Annotated[
    str,
    BeforeValidator(_parser("courriel", str, _matching(r"[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+"))),
    _schema("string", format="email"),
]
Empreinte = Annotated[str, BeforeValidator(_parser("empreinte", str, _matching(r"[0-9a-fA-F]{64}"))), _schema("string")]
Chemin = Annotated[str, BeforeValidator(_parser("chemin", str, _chemin)), _schema("string")]


_TITLES = {"madame": "mme", "monsieur": "m."}


def choix(enum: type[StrEnum]) -> Any:
    """Return the validator of a value that is one of `enum`, whatever its accents, capitals, separators and gender."""
    members = {normalise(member.value): member for member in enum}

    def read(value: Any) -> StrEnum:
        typed = normalise(value) if isinstance(value, str) else ""
        word = _TITLES.get(typed, typed)
        member = members.get(word) or members.get(word.removesuffix("e")) or members.get(f"{word}.")
        if member is None:
            values = [member.value for member in enum]
            expected = f"l’une des valeurs {', '.join(values)}"
            raise PydanticCustomError("choix", "attendu : {attendu}", {"attendu": expected, "valeurs": values})
        return member

    return BeforeValidator(read)
