"""An input as pydantic reads it: `TypeAdapter(FicheAction)`, or a model of one's own that holds a fiche.

Loaded when pydantic first asks, for pydantic takes as long to load as a dossier takes to check.
"""

from collections.abc import Callable, Mapping
from datetime import time
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from docgen.model.refused import RefusedError
from docgen.model.temps import Duree, JourMois
from docgen.values import asdict


def schema_of_reader(read: Callable[[Any], Any]) -> CoreSchema:
    """Return the schema of a plain value; the error of one that cannot be read says what was expected, in French."""

    def validate(value: Any) -> Any:
        try:
            return read(value)
        except RefusedError as error:
            raise PydanticCustomError(error.genre, "attendu : {attendu}", {"attendu": error.attendu}) from error

    as_typed = core_schema.plain_serializer_function_ser_schema(_typed)
    return core_schema.no_info_plain_validator_function(validate, serialization=as_typed)


def _without_holes(given: Mapping[Any, Any]) -> Mapping[Any, Any]:
    return {key: value for key, value in given.items() if value is not None}


def _typed(value: Any) -> Any:
    """Return a value as pydantic writes it: what only docgen knows, as an input says it."""
    match value:
        case JourMois():
            return f"{value.jour}/{value.mois}"
        case Duree():
            return f"{value.nombre} {value.unite}"
        case time():
            return f"{value:%H:%M}"
        case _:
            return value


def schema_of_model(
    model: Callable[..., Any], annotations: Mapping[str, Any], short: str | None, handler: GetCoreSchemaHandler
) -> CoreSchema:
    """Return the schema of a `model`: one that is made, or its values by key; a plain value stands for the key `short`.

    A missing value is a hole, as in an input; an unknown key is an error.
    """
    kind = getattr(model, "genre", None)
    fields = {
        name: core_schema.typed_dict_field(handler.generate_schema(annotation), required=False)
        for name, annotation in annotations.items()
    }

    def validate(value: Any, keys: core_schema.ValidatorFunctionWrapHandler) -> Any:
        if isinstance(model, type) and isinstance(value, model):
            return value
        given = {short: value} if short and not isinstance(value, Mapping) else value
        made = model(**keys(_without_holes(given) if isinstance(given, Mapping) else given))
        if isinstance(kind, str) and made.document not in (None, kind):
            expected = {"attendu": f"« document: {kind} »"}
            raise PydanticCustomError("document", "attendu : {attendu}", expected)
        return made

    keyed = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
    by_key = core_schema.plain_serializer_function_ser_schema(asdict, return_schema=keyed)
    return core_schema.no_info_wrap_validator_function(validate, keyed, serialization=by_key)
