"""What is typed on a line, as the value that it says.

The library reads every value with pydantic, which takes longer to load than a dossier takes to check. Words, paths and
choices that need no reading are taken here, as the library would take them; all else, and every fault, is left to it.
"""

import os
from collections.abc import Callable
from enum import EnumType
from functools import partial
from pathlib import Path
from typing import Any

from typer.core import TyperArgument, TyperOption


def take_plainly(parameter: TyperArgument | TyperOption) -> None:
    """Have `parameter` take what is plain as it stands; one with a callback is left to the library, which runs it."""
    if parameter.callback is None and hasattr(parameter, "type_descriptor"):
        read = parameter.process_value
        parameter.process_value = partial(_taken, parameter, read)  # type: ignore[method-assign]


def _taken(
    parameter: TyperArgument | TyperOption, read: Callable[[Any, Any], Any], context: Any, typed: object
) -> object:
    kind: Any = parameter.type_descriptor.annotation
    match typed:
        case None if not parameter.required:
            return () if parameter.multiple else None
        case str() if kind is str:
            return typed
        case str() | Path() if kind is Path and _within_reach(typed):
            return Path(typed)
        case str() if isinstance(kind, EnumType) and typed in [*kind]:
            return kind(typed)
        case [*words] if words and kind == list[str]:
            return words
    return read(context, typed)


def _within_reach(path: str | Path) -> bool:
    """Tell whether `path` can be read, or is not there yet."""
    return os.access(path, os.R_OK) or not os.path.exists(path)
