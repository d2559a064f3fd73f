"""The data that a file carries, given back as a small dossier."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from docgen.errors import UsageError
from docgen.source.source import Source


def files_of(source: Source) -> Mapping[str, bytes]:
    """Return the files of the dossier, by name; raises UsageError where a name would lead out of a folder."""
    for name in source.files:
        if PurePosixPath(name).name != name or name.startswith(".") or "\\" in name or "\0" in name:
            raise UsageError(f"Les données de ce fichier sont abîmées : « {name} » n’est pas un nom de fichier.")
    return source.files
