"""A file made elsewhere → its bytes, no more of them than a text of a person can take."""

from pathlib import Path

from docgen.errors import UsageError, disk_reason

MOST_BYTES = 32 * 2**20


def read_foreign(path: Path) -> bytes:
    """Return the content of the file at `path`; raises UsageError where it cannot be read or is too large."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"Le fichier {path} ne se lit pas : {disk_reason(error)}.") from error
    if len(content) > MOST_BYTES:
        raise UsageError(f"Le fichier {path} dépasse {MOST_BYTES // 2**20} Mo.")
    return content
