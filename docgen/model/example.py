"""A commented, valid example of an input, made from its model: `docgen nouveau`."""

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from docgen.model.base import Modele, Piece, est_requis
from docgen.model.shapes import Block, ByKey, Many, Shape, field_shapes

_INDENT = "  "
_TOUJOURS_CITES = frozenset(":#{}[],&*!|>'\"%@`")


def example(kind: type[Piece]) -> str:
    """Return a YAML example of `kind`: required fields with a value, the others as comments ready to be used."""
    head = f"# {kind.genre} : exemple à adapter. Les lignes qui commencent par « # » sont des commentaires ;\n"
    help_line = "# retirez le « # » devant une clé facultative pour l’employer.\n\n"
    lines = (f"document: {kind.genre}", *_fields(kind, ""))
    return head + help_line + "\n".join(lines) + "\n"


def _fields(model: type[Modele], indent: str) -> Iterator[str]:
    for name, shape in field_shapes(model).items():
        if name == "document":
            continue
        yield f"{indent}# {_comment(model, name)}"
        required = est_requis(model, name)
        lines = list(_lines(name, shape, _typed(model, name), indent))
        yield from lines if required else (f"{indent}# {line[len(indent) :]}" for line in lines)


def _comment(model: type[Modele], name: str) -> str:
    field = model.model_fields[name]
    need = "obligatoire" if est_requis(model, name) else "facultatif"
    return f"{field.title} ({need}). {field.description or ''}".strip()


def _typed(model: type[Modele], name: str) -> Any:
    field = model.model_fields[name]
    if field.examples:
        return field.examples[0]
    return field.default if field.default not in (None, (), {}) else None


def _lines(name: str, shape: Shape, typed: Any, indent: str) -> Iterator[str]:
    match shape:
        case Block(model=model):
            yield f"{indent}{name}:"
            yield from _fields(model, indent + _INDENT)
        case Many(item=Block(model=model)) if not (model.forme_courte and typed is not None):
            yield f"{indent}{name}:"
            first, *rest = _required_first(model, indent + _INDENT * 2)
            yield f"{indent}{_INDENT}- {first.strip()}"
            yield from rest
        case Many():
            yield f"{indent}{name}:"
            yield f"{indent}{_INDENT}- {_scalar(typed)}"
        case ByKey():
            yield f"{indent}{name}:"
            yield f"{indent}{_INDENT}opco: 10 200,00"
        case _:
            yield f"{indent}{name}: {_scalar(typed)}".rstrip()


def _required_first(model: type[Modele], indent: str) -> list[str]:
    """The lines of an item of a list, its first line being a value and not a comment."""
    lines = list(_fields(model, indent))
    return [*lines[1:2], *lines[2:]]


def _scalar(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    text = value.value if isinstance(value, StrEnum) else str(value)
    return json.dumps(text, ensure_ascii=False) if ": " in text or set(text[:1]) & _TOUJOURS_CITES else text
