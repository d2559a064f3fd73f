"""Many files → one archive, with the fingerprint of each: the same files give the same bytes.

The list of fingerprints is in the form that `sha256sum -c` reads.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from hashlib import sha256

FINGERPRINTS = "empreintes-sha256.txt"
_FIRST = date(1980, 1, 1)
"""The first day that a zip archive can name."""
_READABLE = 0o644 << 16
_UNIX = 3

File = tuple[str, bytes]
"""A name and its bytes."""


def bundle(files: Sequence[File], dated: date | None) -> bytes:
    """Return the archive of `files`, in their order, all dated of one day, their fingerprints last."""
    day = max(dated or _FIRST, _FIRST)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (*files, (FINGERPRINTS, fingerprints(files))):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            entry.create_system = _UNIX
            archive.writestr(entry, content)
    return out.getvalue()


def fingerprints(files: Sequence[File]) -> bytes:
    """Return one line for each file: its SHA-256, two spaces, its name."""
    return "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files).encode()
