"""Files of the samples, with the data that they carry, as they are given back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.drawing import Order
from docgen.layout.engines import Engines, Format
from docgen.pipeline import examine, generate, load
from docgen.resources import samples_folder, templates_folder


@pytest.fixture(scope="session")
def engines() -> Engines:
    return Engines(templates_folder())


Made = Callable[[str, Format], Path]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, engines: Engines) -> Made:
    """Return what gives the file of a piece of the Atlas sample, definitive, made once."""
    examined = examine(*load(samples_folder() / "atlas"))
    folder = tmp_path_factory.mktemp("faits")
    done: set[str] = set()

    def file(key: str, format: Format) -> Path:
        if key not in done:
            generate(examined, Order(folder, definitive=True, only=(key,)), engines)
            done.add(key)
        genre, _, id = key.partition("/")
        return folder / f"{genre}-{id}.{format.value}"

    return file
