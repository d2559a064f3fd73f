"""The texts and images that the inputs cite: their bytes, within bounds."""

from collections.abc import Iterable, Mapping
from pathlib import Path

MAX_BYTES = 20 * 2**20
"""The largest cited file that is read; a larger one counts as missing."""


def read_cited(folder: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """Return the bytes of each cited file by its name relative to `folder`; a file that cannot be read, or that
    stands outside `folder` (by its path or through a link), is left out.
    """
    contents: dict[str, bytes] = {}
    for name in dict.fromkeys(names):
        path = folder / name
        try:
            inside = path.resolve().is_relative_to(folder.resolve())
            if inside and path.is_file() and path.stat().st_size <= MAX_BYTES:
                contents[name] = path.read_bytes()
        except OSError:
            continue
    return contents
