"""What is typed on a line is taken as the library takes it, without the time that this costs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer import main
from typer._click.core import Context
from typer.exceptions import TyperException

from docgen.cli.commands import app
from docgen.cli.typed import take_plainly

TYPED: tuple[object, ...] = (
    None,
    "",
    "abc",
    "samples/atlas",
    "n’existe pas",
    "json",
    "JSON",
    "texte",
    "12",
    Path("out"),
)
LISTS: tuple[object, ...] = (None, (), [], ["a"], ("a", "b"))


def parameters() -> Iterator[Any]:
    for name, command in main.get_command(app).commands.items():  # type: ignore[attr-defined]
        for parameter in command.params:
            yield pytest.param(command, parameter, id=f"{name} {parameter.name}")


def taken(read: Any, context: Context, value: object) -> object:
    """Return what `read` makes of a value; what it says where it refuses it."""
    try:
        return read(context, value)
    except TyperException as refused:
        return type(refused), str(refused)


@pytest.mark.parametrize(("command", "parameter"), [*parameters()])
def test_a_parameter_takes_what_the_library_would(command: Any, parameter: Any) -> None:
    context = Context(command)
    for value in LISTS if parameter.multiple else TYPED:
        by_library = taken(type(parameter).process_value.__get__(parameter), context, value)
        here = taken(parameter.process_value, context, value)
        assert (type(here), here) == (type(by_library), by_library), value


def test_a_parameter_with_a_callback_is_left_to_the_library() -> None:
    command, parameter = next(parameters()).values
    del parameter.process_value
    parameter.callback = lambda *_: "passé"
    take_plainly(parameter)
    assert parameter.process_value(Context(command), "abc") == "passé"
