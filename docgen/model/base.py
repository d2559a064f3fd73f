"""What every model shares: frozen, in French keys, and complete only when every required field has a value.

A model always exists. A value that is missing or could not be read is None (an empty tuple for a list): the draft
shows it as a hole, and the rules skip it. `docgen.model.build` says which required values are missing.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from docgen.model.scalars import Identifiant, Ligne
from docgen.values import Struct


class Modele(BaseModel):
    """The base of all values that are read from an input.

    `forme_courte` names the field that a plain value stands for where a block of keys is expected, None for none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    forme_courte: ClassVar[str | None] = None

    @classmethod
    def sans_objet(cls, valeurs: Mapping[str, Any]) -> frozenset[str]:
        """Return the required fields that what is given makes needless; none unless the model says so."""
        return frozenset()


def requis(titre: str, description: str = "", *, exemple: object = None) -> Any:
    """Return a field that a definitive document needs; `titre` is also the label of its hole in a draft."""
    return _champ(titre, description, exemple, requis=True)


def facultatif(titre: str, description: str = "", *, exemple: object = None, defaut: Any = None) -> Any:
    """Return a field that may be left out; `defaut` is what it is then."""
    return _champ(titre, description, exemple, requis=False, defaut=defaut)


def _champ(titre: str, description: str, exemple: object, *, requis: bool, defaut: Any = None) -> Any:
    return Field(
        default=defaut,
        title=titre,
        description=description or None,
        examples=None if exemple is None else [exemple],
        json_schema_extra={"requis": requis},
    )


def liste(titre: str, description: str = "", *, exemple: object = None, requise: bool = False) -> Any:
    """Return a list field, empty by default; a required list needs at least one item."""
    return _champ(titre, description, exemple, requis=requise, defaut=())


def par_cle(titre: str, description: str = "") -> Any:
    """Return a required field of plain values by a key of the user's own, empty by default."""
    return _champ(titre, description, None, requis=True, defaut={})


class Champ(Struct, frozen=True):
    """A field: its French title (its key where it has none), whether it is required, its default."""

    titre: str
    requis: bool
    defaut: Any


@cache
def champs(modele: type[Modele]) -> Mapping[str, Champ]:
    """Return the fields of `modele` by their keys, in their order."""
    return {nom: _decrit(nom, champ) for nom, champ in modele.model_fields.items()}


def _decrit(nom: str, champ: FieldInfo) -> Champ:
    extra = champ.json_schema_extra
    return Champ(champ.title or nom, isinstance(extra, dict) and bool(extra.get("requis")), champ.default)


def est_requis(modele: type[Modele], champ: str) -> bool:
    """Return whether the field `champ` of `modele` must have a value in a definitive document."""
    return champs(modele)[champ].requis


def titre_de(modele: type[Modele], champ: str) -> str:
    """Return the French title of a field, its key where it has none."""
    return champs(modele)[champ].titre


class Piece(Modele):
    """An input file: what it is (`document:`), and the id by which other files cite it.

    `citations` tells which fields hold the id (or ids) of another piece, and of what kind that piece is.
    """

    genre: ClassVar[str]
    citations: ClassVar[Mapping[str, str]] = MappingProxyType({})

    document: Ligne = facultatif("Genre de document", "Ce que décrit le fichier.")
    id: Identifiant | None = requis(
        "Identifiant", "Unique dans le dossier ; minuscules, chiffres et traits d’union.", exemple="exemple-2021"
    )

    @property
    def cle(self) -> str:
        """The key of the piece in its dossier: `genre/id`."""
        return f"{self.genre}/{self.id or 'sans-id'}"

    @property
    def datee_du(self) -> date | None:
        """The date that the piece itself gives its papers; None where it has none, or takes that of what it cites."""
        return None

    @property
    def fichiers(self) -> tuple[str, ...]:
        """The texts and images that the piece cites, as typed."""
        return ()

    def ids_cites(self, champ: str) -> tuple[str, ...]:
        """Return the ids that the field `champ` holds; empty while it is missing."""
        value = getattr(self, champ)
        return tuple(value) if isinstance(value, tuple) else (value,) if value else ()
