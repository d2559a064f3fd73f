"""What this machine lacks, and the line to type for it."""

import ctypes.util
import sys
from collections.abc import Iterator

from docgen.layout.engines import BYTES_DEPEND_ON, Engines
from docgen.resources import templates_folder
from docgen.values import Struct

PDF_LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""The system libraries that the PDF engine loads, and the Debian packages that bring them."""


class Diagnosis(Struct, frozen=True):
    """What to print, and whether every library and template is there."""

    lines: tuple[str, ...]
    healthy: bool


def diagnose() -> Diagnosis:
    """Return the state of this machine: libraries, templates, and the versions on which the bytes depend."""
    missing = [package for library, package in PDF_LIBRARIES.items() if not ctypes.util.find_library(library)]
    absent = [name for name, version in Engines(templates_folder()).versions.items() if version == "absent"]
    return Diagnosis((*_said(missing, absent), *_versions()), not missing and not absent)


def _said(missing: list[str], absent: list[str]) -> Iterator[str]:
    if missing:
        yield f"Manque, pour le PDF : {', '.join(missing)}. Tapez : apt-get install {' '.join(missing)}"
    if absent:
        yield f"Manque, dans l’environnement Python : {', '.join(absent)}. Tapez : make setup"
    if not missing and not absent:
        yield "Rien ne manque."


def _versions() -> Iterator[str]:
    versions = Engines(templates_folder()).versions
    yield "Versions dont dépendent les octets des documents :"
    yield f"  python {sys.version.split()[0]}"
    yield from (f"  {name} {versions[name]}" for name in BYTES_DEPEND_ON)
