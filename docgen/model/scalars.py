"""Plain values: what a user may type for a date, an amount, a rate…, and what it is then.

Each type takes the text of an input file or the Python value itself; of anything else a sentence of `ATTENDUS` says
what was expected, with an example.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from docgen.model.normalise import normalise, sans_accents
from docgen.model.refused import RefusedError
from docgen.model.temps import Duree, JourMois, read_date, read_duree, read_heure, read_jour_mois, read_rang
from docgen.values import Struct

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

ATTENDUS = {
    "texte": "un texte",
    "texte_court": "un texte de 200 000 caractères au plus",
    "identifiant": "un identifiant en minuscules, chiffres et traits d’union, par exemple 2021-03",
    "date": "une date, par exemple 31/05/2026 ou 2026-05-31",
    "jour_mois": "un jour et un mois, par exemple 31 mai ou 31/05",
    "heure": "une heure, par exemple 14 h 30 ou 14:30",
    "montant": "un montant en euros, au centime, par exemple 12 000,50",
    "prix": "un prix en euros, à quatre décimales au plus, par exemple 1 200 ou 0,0925",
    "quantite": "une quantité, par exemple 12, 1 200 ou 2,5",
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
"""What each type of value expects, in French."""

_MAX_TEXTE = 200_000
_WHOLE = 100
_BLANKS = " \u00a0\u202f\t"
_THOUSANDS = re.compile(rf"-?[0-9]{{1,3}}(?:[{_BLANKS}][0-9]{{3}})+(?![0-9{_BLANKS}])", re.ASCII)
"""Of a number written with spaces, the figures before its decimals."""
_SPACES = str.maketrans("", "", _BLANKS)


T = TypeVar("T")


def refus(genre: str) -> RefusedError:
    """Return the error of a value that is not a `genre` (a key of `ATTENDUS`)."""
    return RefusedError(genre, ATTENDUS[genre])


class Reader(Struct, frozen=True, eq=False):
    """Stands in the annotation of a type: what reads its values, and what a JSON Schema says of them.

    pydantic reads by it too, where a model of docgen is part of one of its own.
    """

    read: Callable[[Any], Any]
    schema: Mapping[str, object]

    def __get_pydantic_core_schema__(self, *_: object) -> "CoreSchema":
        """Return the schema by which pydantic reads such a value."""
        from docgen.model.by_pydantic import schema_of_reader

        return schema_of_reader(self.read)

    def __get_pydantic_json_schema__(self, *_: object) -> dict[str, object]:
        """Return what pydantic writes of such a value into a JSON Schema."""
        return dict(self.schema)


def _parser(genre: str, kind: type[T], parse: Callable[[str], T | None]) -> Callable[[Any], T]:
    def read(value: Any) -> T:
        if isinstance(value, kind) and kind is not str and not isinstance(value, bool):
            return value
        parsed = parse(str(value).strip()) if isinstance(value, str | int | Decimal) else None
        if parsed is None:
            raise refus(genre)
        return parsed

    return read


@cache
def _written(digits: int, decimals: int) -> re.Pattern[str]:
    """Return how a number of so many digits and decimals is written."""
    return re.compile(rf"-?[0-9]{{1,{digits}}}([.,][0-9]{{1,{decimals}}})?", re.ASCII)


def _decimal(text: str, decimals: int, sign: str = "", *, digits: int = 9) -> Decimal | None:
    """Bounded, so that no sum or product of a paper ever leaves the precision of exact decimals.

    Spaces part thousands: `1 20` is a slip, of which nobody knows what it meant.
    """
    figures = (text.removesuffix(sign) if sign else text).strip(_BLANKS)
    if any(blank in figures for blank in _BLANKS) and not _THOUSANDS.match(figures):
        return None
    compact = figures.translate(_SPACES)
    if not _written(digits, decimals).fullmatch(compact):
        return None
    return Decimal(compact.replace(",", ".")) + 0


def _doubtful(text: str) -> bool:
    """Whether `text` may be a thousand and more or one and a bit: `1.200`, with a point before three figures."""
    return re.match(r"-?[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9])", text, re.ASCII) is not None


def _euros(text: str) -> Decimal | None:
    return _decimal(text, 2, "€", digits=12)


def _prix(text: str) -> Decimal | None:
    return None if _doubtful(text) else _decimal(text, 4, "€")


def _taux(text: str) -> Decimal | None:
    rate = _decimal(text, 3, "%", digits=3)
    return rate if rate is not None and 0 <= rate <= _WHOLE else None


def read_quantity(text: str) -> Decimal | None:
    """Return the number that `text` writes (2 400 or 2,5), three decimals at most; None where it is not one, or may be
    two."""
    return None if _doubtful(text.strip()) else _decimal(text.strip(), 3)


def _siret(text: str) -> str | None:
    digits = text.translate(_SPACES)
    if not re.fullmatch(r"[0-9]{14}", digits, re.ASCII):
        return None
    doubled = (int(digit) * (2 if index % 2 == 0 else 1) for index, digit in enumerate(digits))
    luhn = sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
    la_poste = digits.startswith("356000000") and sum(map(int, digits)) % 5 == 0
    return digits if luhn or la_poste else None


def _oui_non(text: str) -> bool | None:
    return {"oui": True, "non": False, "vrai": True, "faux": False, "true": True, "false": False}.get(
        sans_accents(text)
    )


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


_courriel = _matching(r"[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+")


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


_TEXT: Mapping[str, object] = {"type": "string"}
_FIGURES: Mapping[str, object] = {"type": ["string", "number"]}

_IDENTIFIANT = r"[a-z0-9][a-z0-9-]{0,79}"

Ligne = Annotated[str, Reader(_line, _TEXT)]
"""A text of one line; runs of spaces and line ends count as one space."""
Prose = Annotated[str, Reader(_text, _TEXT)]
"""Paragraphs parted by an empty line; lines that begin with a dash are items of a list."""
Identifiant = Annotated[
    str,
    Reader(
        _parser("identifiant", str, _matching(_IDENTIFIANT)),
        {"pattern": f"^{_IDENTIFIANT}$", "type": ["string", "integer"]},
    ),
]
Date = Annotated[date, Reader(_parser("date", date, read_date), _TEXT)]
Jour = Annotated[JourMois, Reader(_parser("jour_mois", JourMois, read_jour_mois), _TEXT)]
Heure = Annotated[time, Reader(_parser("heure", time, read_heure), _TEXT)]
Euros = Annotated[Decimal, Reader(_parser("montant", Decimal, _euros), _FIGURES)]
"""An amount in euros, to the cent."""
Prix = Annotated[Decimal, Reader(_parser("prix", Decimal, _prix), _FIGURES)]
"""A unit price in euros, four decimals at most."""
Quantite = Annotated[Decimal, Reader(_parser("quantite", Decimal, read_quantity), _FIGURES)]
Taux = Annotated[Decimal, Reader(_parser("taux", Decimal, _taux), _FIGURES)]
"""A rate in per cent, from 0 to 100: 0,885 % is Decimal("0.885")."""
Entier = Annotated[int, Reader(_parser("entier", int, _int(0, 999_999_999)), _FIGURES)]
Cote = Annotated[int, Reader(_parser("cote", int, _int(1, 3)), _FIGURES)]
"""The side of a party."""
Rang = Annotated[int, Reader(_parser("rang", int, read_rang), _FIGURES)]
"""A rank from 1; -1 is the last one."""
Annee = Annotated[int, Reader(_parser("annee", int, _int(1900, 2200)), _FIGURES)]
Largeur = Annotated[int, Reader(_parser("largeur", int, _int(5, 160)), _FIGURES)]
"""A printed width in millimetres, that of a page at most."""
OuiNon = Annotated[bool, Reader(_bool, {"enum": ["oui", "non", True, False], "type": ["string", "boolean"]})]
DureeLegale = Annotated[Duree, Reader(_parser("duree", Duree, read_duree), _TEXT)]
Siret = Annotated[str, Reader(_parser("siret", str, _siret), _FIGURES)]
Courriel = Annotated[str, Reader(_parser("courriel", str, _courriel), {"format": "email", **_TEXT})]
Empreinte = Annotated[str, Reader(_parser("empreinte", str, _matching(r"[0-9a-fA-F]{64}")), _TEXT)]
Chemin = Annotated[str, Reader(_parser("chemin", str, _chemin), _TEXT)]


_TITLES = {"madame": "mme", "monsieur": "m."}


def choix(enum: type[StrEnum]) -> Any:
    """Return the reader of a value that is one of `enum`, whatever its accents, capitals, separators and gender."""
    values = tuple(member.value for member in enum)
    members = {normalise(member.value): member for member in enum}

    def read(value: Any) -> StrEnum:
        typed = normalise(value) if isinstance(value, str) else ""
        word = _TITLES.get(typed, typed)
        member = members.get(word) or members.get(word.removesuffix("e")) or members.get(f"{word}.")
        if member is None:
            raise RefusedError("choix", f"l’une des valeurs {', '.join(values)}", values)
        return member

    return Reader(read, {"enum": [*values], "type": "string"})
