"""The shape of a field: a plain value, a block of keys, a list, or amounts by key."""

import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from docgen.model.base import Modele, annotations
from docgen.model.scalars import Reader
from docgen.values import Struct


class Leaf(Struct, frozen=True):
    """A plain value: what reads it from a text, or raises RefusedError; what a JSON Schema says of it."""

    read: Callable[[Any], Any]
    schema: Mapping[str, object]


class Block(Struct, frozen=True):
    """A block of keys that makes a `model`."""

    model: type[Modele]


class Many(Struct, frozen=True):
    """A list of `item`."""

    item: "Shape"


class ByKey(Struct, frozen=True):
    """Plain values by a key of the user's own: `{opco: 9 240,00}`."""

    key: Leaf
    value: Leaf


Shape = Leaf | Block | Many | ByKey


@cache
def shape_of(annotation: Any) -> Shape:
    """Return the shape that a field's annotation declares; `| None` is left aside."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return shape_of(next(argument for argument in arguments if argument is not type(None)))
    if origin is tuple:
        return Many(shape_of(arguments[0]))
    if origin is Mapping:
        return ByKey(*(_leaf(argument) for argument in arguments))
    if isinstance(annotation, type) and issubclass(annotation, Modele):
        return Block(annotation)
    return _leaf(annotation)


@cache
def _leaf(annotation: Any) -> Leaf:
    reader = next(one for one in typing.get_args(annotation) if isinstance(one, Reader))
    return Leaf(reader.read, reader.schema)


@cache
def field_shapes(model: type[Modele]) -> Mapping[str, Shape]:
    """Return the shape of each field of `model`, in their order."""
    return {name: shape_of(annotation) for name, annotation in annotations(model).items()}
