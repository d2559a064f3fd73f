"""The fields of a piece under their own names, as a house's own Word template asks for them: `{{ fiche.titre }}`."""

import typing
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from docgen.dossier import Dossier
from docgen.french import (
    duration_words,
    euros,
    hour,
    long_date,
    month_day,
    percent,
    price,
    quantity,
    typeset,
)
from docgen.model.base import Modele, Piece, champs
from docgen.model.scalars import Prix, Quantite, Taux
from docgen.model.temps import Duree, JourMois

_DECIMALS = {Taux: percent, Quantite: quantity, Prix: price}


def fields(piece: Piece, dossier: Dossier) -> Mapping[str, Any]:
    """Return what a house template of this kind of paper receives.

    The piece stands under the first word of its kind (`fiche`, `annexe`, `convention`), its convention under
    `convention`, its financial annex under `annexe`; a missing value is None. Dates, amounts and rates are French
    texts.
    """
    known: dict[str, Piece | None] = {"convention": dossier.convention_de(piece)}
    known[piece.genre.split("-", maxsplit=1)[0]] = piece
    return {name: _of_model(one) if one else None for name, one in known.items()}


def _of_model(model: Modele) -> Mapping[str, Any]:
    hints = _hints(type(model))
    return {name: _printed(getattr(model, name), hints[name]) for name in champs(type(model))}


def _hints(model: type[Modele]) -> Mapping[str, Any]:
    hints = typing.get_type_hints(model, include_extras=True)
    return {name: next(iter(typing.get_args(hint)), hint) if _optional(hint) else hint for name, hint in hints.items()}


def _optional(hint: Any) -> bool:
    return type(None) in typing.get_args(hint)


def _printed(value: Any, hint: Any) -> Any:
    match value:
        case Modele():
            return _of_model(value)
        case tuple():
            return [_printed(one, None) for one in value]
        case Mapping():
            return {key: _printed(one, None) for key, one in value.items()}
        case _:
            return _plain(value, hint)


def _plain(value: Any, hint: Any) -> Any:
    match value:
        case StrEnum():
            return value.value
        case str():
            return typeset(value)
        case date():
            return long_date(value)
        case time():
            return hour(value)
        case Decimal():
            return _DECIMALS.get(hint, euros)(value)
        case JourMois():
            return month_day(value.jour, value.mois)
        case Duree():
            return duration_words(value.nombre, value.unite)
        case _:
            return value
