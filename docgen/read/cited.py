"""The texts and images that the inputs cite: their bytes, within bounds."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from docgen.read.characters import without_forbidden
from docgen.read.encoding import decode

MAX_BYTES = 20 * 2**20
"""The largest cited file that is read; a larger one counts as missing."""


def read_cited(folder: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """Return the bytes of each cited file by its name relative to `folder`; a file that cannot be read, or that
    stands outside `folder` (by its path or through a link), is left out.
    """
    contents: dict[str, bytes] = {}
    for name in dict.fromkeys(names):
        try:
            path = _there(folder / name)
            inside = path.resolve().is_relative_to(folder.resolve())
            if inside and path.is_file() and path.stat().st_size <= MAX_BYTES:
                contents[name] = path.read_bytes()
        except OSError:
            continue
    return contents


def _there(path: Path) -> Path:
    """Return `path` as the disk writes it: macOS may keep the accents of a name apart from their letters."""
    if path.exists() or path.name.isascii() or not path.parent.is_dir():
        return path
    same = (one for one in path.parent.iterdir() if _composed(one.name) == _composed(path.name))
    return next(same, path)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


@lru_cache(maxsize=64)
def text_of_file(content: bytes, name: str) -> str | None:
    """Return the text of a cited file, read once for all who ask for it; None where its encoding is unknown.

    As in the files of the dossier, a character that no paper can hold is a space, and letters are composed.
    """
    text = decode(content, name).text
    return without_forbidden(text) if text is not None else None
