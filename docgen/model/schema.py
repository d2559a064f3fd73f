"""JSON Schemas of the inputs, made from the models, so that an editor completes and checks."""

from typing import Any

from docgen.model.base import Modele, Piece, champs, est_requis
from docgen.model.shapes import Block, ByKey, Leaf, Many, Shape, field_shapes

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: type[Piece]) -> Schema:
    """Return the JSON Schema of the inputs of `kind`, with French titles, descriptions and examples."""
    schema = _model(kind)
    schema["properties"]["document"] = {"const": kind.genre, "title": "Genre de document"}
    schema["required"] = ["document", *schema.get("required", [])]
    return {"$schema": DIALECT, "title": kind.genre, "description": _first_line(kind), **schema}


def _model(model: type[Modele]) -> Schema:
    shapes = field_shapes(model)
    properties = {name: _field(model, name, shape) for name, shape in shapes.items()}
    required = [name for name in shapes if est_requis(model, name)]
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**schema, "required": required} if required else schema


def _field(model: type[Modele], name: str, shape: Shape) -> Schema:
    champ = champs(model)[name]
    about: Schema = {"title": champ.titre, "description": champ.description}
    if champ.exemple is not None:
        about["examples"] = [champ.exemple]
    return {key: value for key, value in about.items() if value} | _shape(shape)


def _shape(shape: Shape) -> Schema:
    match shape:
        case Leaf(schema=schema):
            return dict(schema)
        case Block(model=model):
            return _or_short(model, _model(model))
        case Many(item=item):
            return {"type": "array", "items": _shape(item)}
        case ByKey(value=value):
            return {"type": "object", "additionalProperties": _shape(value)}


def _or_short(model: type[Modele], schema: Schema) -> Schema:
    if model.forme_courte is None:
        return schema
    return {"anyOf": [_shape(field_shapes(model)[model.forme_courte]), schema]}


def _first_line(kind: type[Piece]) -> str:
    return champs(kind)["document"].description or kind.genre
