"""What every model shares: frozen, in French keys, and complete only when every required field has a value.

A model always exists. A value that is missing or could not be read is None (an empty tuple for a list): the draft
shows it as a hole, and the rules skip it. `docgen.model.build` says which required values are missing.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from inspect import get_annotations
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform

from docgen.model.scalars import Identifiant, Ligne
from docgen.values import Struct, StructMeta, replace

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Champ(Struct, frozen=True):
    """What a field is besides its type: its French title, what it is for, a value to show, its default."""

    titre: str
    description: str
    exemple: Any
    requis: bool
    defaut: Any


def requis(titre: str, description: str = "", *, exemple: object = None) -> Any:
    """Return a field that a definitive document needs; `titre` is also the label of its hole in a draft."""
    return Champ(titre, description, exemple, requis=True, defaut=None)


def facultatif(titre: str, description: str = "", *, exemple: object = None, defaut: Any = None) -> Any:
    """Return a field that may be left out; `defaut` is what it is then."""
    return Champ(titre, description, exemple, requis=False, defaut=defaut)


def liste(titre: str, description: str = "", *, exemple: object = None, requise: bool = False) -> Any:
    """Return a list field, empty by default; a required list needs at least one item."""
    return Champ(titre, description, exemple, requis=requise, defaut=())


def par_cle(titre: str, description: str = "") -> Any:
    """Return a required field of plain values by a key of the user's own, empty by default."""
    return Champ(titre, description, None, requis=True, defaut={})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(requis, facultatif, liste, par_cle))
class _ModeleMeta(StructMeta):
    """Makes a Struct of a class whose fields are described, and keeps their descriptions beside."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any) -> "_ModeleMeta":
        described = {key: value for key, value in namespace.items() if isinstance(value, Champ)}
        defaults = {key: champ.defaut for key, champ in described.items()}
        made = {**namespace, **defaults, "_decrits": described}
        return super().__new__(cls, name, bases, made, **{"frozen": True, "kw_only": True, **config})


class Modele(Struct, metaclass=_ModeleMeta, frozen=True, kw_only=True):
    """The base of all values that are read from an input.

    `forme_courte` names the field that a plain value stands for where a block of keys is expected, None for none.
    """

    forme_courte: ClassVar[str | None] = None

    @classmethod
    def sans_objet(cls, valeurs: Mapping[str, Any]) -> frozenset[str]:
        """Return the required fields that what is given makes needless; none unless the model says so."""
        return frozenset()

    def avec(self, **valeurs: Any) -> Self:
        """Return the same with some fields changed."""
        return replace(self, **valeurs)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Return the schema by which pydantic makes such a value of a mapping, in a model that holds one."""
        from docgen.model.by_pydantic import schema_of_model

        return schema_of_model(cls, annotations(cls), cls.forme_courte, handler)


@cache
def champs(modele: type[Modele]) -> Mapping[str, Champ]:
    """Return the fields of `modele` by their keys, those of its bases first."""
    bases = (base for base in reversed(modele.__mro__) if issubclass(base, Modele))
    return MappingProxyType({nom: champ for base in bases for nom, champ in vars(base)["_decrits"].items()})


def annotations(modele: type[Modele]) -> Mapping[str, Any]:
    """Return what is declared of the type of each field of `modele`, in their order."""
    declared: dict[str, Any] = {}
    for base in reversed(modele.__mro__):
        declared |= get_annotations(base)
    return {nom: declared[nom] for nom in champs(modele)}


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
