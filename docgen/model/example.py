"""A commented, valid example of an input: `docgen nouveau`.

Its values are those of the sample dossier `exemple`, in which the inputs of all kinds go together; what it leaves out
stands as a comment, ready to be used.
"""

import json
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any

from docgen.errors import EnvironmentFault
from docgen.model.base import Modele, Piece, champs, est_requis
from docgen.model.shapes import Block, ByKey, Many, Shape, field_shapes
from docgen.read.nodes import Mapping, Node, Scalar, Sequence
from docgen.read.yaml import read_yaml
from docgen.resources import samples_folder

_INDENT = "  "
_TOUJOURS_CITES = frozenset(":#{}[],&*!|>'\"%@`")


def example(kind: type[Piece]) -> str:
    """Return a YAML example of `kind`: what it needs with a value, the other fields as comments ready to be used.

    Raises EnvironmentFault where this installation lacks the sample that gives the values.
    """
    head = f"# {kind.genre} : exemple à adapter. Les lignes qui commencent par « # » sont des commentaires ;\n"
    help_line = "# retirez le « # » devant une clé facultative pour l’employer.\n\n"
    lines = (f"document: {kind.genre}", *_fields(kind, _sample(kind.genre), ""))
    return head + help_line + "\n".join(lines) + "\n"


def is_example(genre: str, given: Mapping | None) -> bool:
    """Return whether an input still says what the example of its kind says, three values in four at least.

    False where the example cannot be read.
    """
    try:
        said = frozenset(_values(_sample(genre)))
    except EnvironmentFault:
        return False
    typed = list(_values(given)) if given else []
    return len(typed) > 2 and sum(one in said for one in typed) * 4 >= len(typed) * 3


def _values(node: Node, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield each plain value with the key that it stands under."""
    match node:
        case Scalar(text=text):
            yield key, text
        case Mapping(entries=entries):
            yield from (one for entry in entries for one in _values(entry.value, entry.key))
        case Sequence(items=items):
            yield from (one for item in items for one in _values(item, key))


@cache
def _sample(genre: str) -> Mapping:
    path = samples_folder() / "exemple" / f"{genre}.yaml"
    try:
        mapping, _ = read_yaml(path.read_bytes(), path.name)
    except OSError:
        mapping = None
    if mapping is None:
        raise EnvironmentFault(f"L’installation de docgen est incomplète : l’exemple « {path.name} » manque.")
    return mapping


def _fields(model: type[Modele], given: Mapping, indent: str) -> Iterator[str]:
    """Yield each field under its comment: with its value where `given` has one, else as a comment itself."""
    for name, shape in field_shapes(model).items():
        value = given.get(name)
        if name == "document":
            continue
        yield f"{indent}# {_comment(model, name)}"
        if value is not None:
            yield from _written(name, shape, value, indent)
        else:
            yield from _commented(_suggested(name, shape, _typed(model, name), indent), indent)


def _commented(lines: Iterator[str], indent: str) -> Iterator[str]:
    yield from (f"{indent}# {line[len(indent) :]}" for line in lines)


def _comment(model: type[Modele], name: str) -> str:
    champ = champs(model)[name]
    need = "obligatoire" if champ.requis else "facultatif"
    return f"{champ.titre} ({need}). {champ.description}".strip()


# ---------------------------------------------------------------- what the sample gives


def _written(name: str, shape: Shape, value: Node, indent: str) -> Iterator[str]:
    match shape, value:
        case _, Scalar(text=text):
            yield f"{indent}{name}: {_scalar(text)}"
        case Block(model=model), Mapping():
            yield f"{indent}{name}:"
            yield from _fields(model, value, indent + _INDENT)
        case Many(item=item), Sequence(items=items):
            yield f"{indent}{name}:"
            for rank, one in enumerate(items):
                yield from _item(item, one, indent + _INDENT, commented=rank == 0)
        case _, Mapping(entries=entries):
            yield f"{indent}{name}:"
            yield from (line for entry in entries for line in _written(entry.raw, shape, entry.value, indent + _INDENT))


def _item(shape: Shape, value: Node, indent: str, *, commented: bool) -> Iterator[str]:
    """Yield an item of a list; what it leaves out, and what each field is, is said once, in the first one."""
    if isinstance(value, Scalar):
        yield f"{indent}- {_scalar(value.text)}"
        if commented and isinstance(shape, Block) and shape.model.forme_courte:
            yield f"{indent}# ou, en plusieurs lignes :"
            yield from _commented(_long_form(shape.model, shape.model.forme_courte, value.text, indent), indent)
    elif isinstance(shape, Block) and isinstance(value, Mapping):
        lines = list(_fields(shape.model, value, indent + _INDENT))
        yield from _led(lines if commented else [line for line in lines if not _is_comment(line)], indent)


def _long_form(model: type[Modele], short: str, text: str, indent: str) -> Iterator[str]:
    """Yield the block of keys that the plain value `text` stands for, each other field under its comment."""
    yield f"{indent}- {short}: {_scalar(text)}"
    for name, shape in field_shapes(model).items():
        if name != short:
            yield f"{indent}{_INDENT}# {_comment(model, name)}"
            yield from _suggested(name, shape, _typed(model, name), indent + _INDENT)


def _led(lines: list[str], indent: str) -> Iterator[str]:
    """The lines of an item, its first line being a value: the comment on that value goes."""
    first = next(rank for rank, line in enumerate(lines) if not _is_comment(line))
    yield f"{indent}- {lines[first].strip()}"
    yield from lines[: max(first - 1, 0)]
    yield from lines[first + 1 :]


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


# ---------------------------------------------------------------- what it leaves out


def _suggestions(model: type[Modele], indent: str) -> Iterator[str]:
    """Yield the fields of a block that the sample leaves out: those that it would need, the others as comments."""
    for name, shape in field_shapes(model).items():
        yield f"{indent}# {_comment(model, name)}"
        lines = _suggested(name, shape, _typed(model, name), indent)
        yield from lines if est_requis(model, name) else _commented(lines, indent)


def _typed(model: type[Modele], name: str) -> Any:
    champ = champs(model)[name]
    if champ.exemple is not None:
        return champ.exemple
    return champ.defaut if champ.defaut not in (None, (), {}) else None


def _suggested(name: str, shape: Shape, typed: Any, indent: str) -> Iterator[str]:
    match shape:
        case Block(model=model):
            yield f"{indent}{name}:"
            yield from _suggestions(model, indent + _INDENT)
        case Many(item=Block(model=model)) if not (model.forme_courte and typed is not None):
            yield f"{indent}{name}:"
            yield from _suggested_item(model, indent + _INDENT)
        case Many():
            yield f"{indent}{name}:"
            yield f"{indent}{_INDENT}- {_scalar(typed)}".rstrip()
        case ByKey():
            yield f"{indent}{name}:"
            yield f"{indent}{_INDENT}opco: 10 200,00"
        case _:
            yield f"{indent}{name}: {_scalar(typed)}".rstrip()


def _suggested_item(model: type[Modele], indent: str) -> Iterator[str]:
    """An item of a list, its first line being a value and not a comment."""
    _, first, *rest = _suggestions(model, indent + _INDENT)
    yield f"{indent}- {first.strip()}"
    yield from rest


def _scalar(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    text = value.value if isinstance(value, StrEnum) else str(value)
    cited = ": " in text or " #" in text or text.endswith(":") or set(text[:1]) & _TOUJOURS_CITES
    return json.dumps(text, ensure_ascii=False) if cited else text
