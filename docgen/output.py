"""Files: the only module that writes. Nothing is half-written, and nothing that a person changed is overwritten."""

import contextlib
import json
import os
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from docgen.errors import EnvironmentFault, UsageError, disk_reason
from docgen.values import Struct, replace

MANIFEST = "manifeste.json"
_DEFINITIVE, _STALE = "définitif", "périmé"


class Made(Struct, frozen=True):
    """One file to write: its name, its bytes, and what the manifest says of it.

    `pages` is None where only the program that opens the file can tell.
    """

    name: str
    content: bytes
    document: str
    draft: bool
    pages: int | None
    findings: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the bytes."""
        return sha256(self.content).hexdigest()


class Written(Struct, frozen=True):
    """What became of the files: those written, those that were there already, those that a person had changed.

    `stale` are the definitive files of an earlier run that stand for no paper of today: left where they are, and said.
    """

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    kept: tuple[Path, ...]
    stale: tuple[Path, ...] = ()


def write_files(
    folder: Path, files: Iterable[Made], versions: Mapping[str, str], held: Collection[str] = (), *, force: bool = False
) -> Written:
    """Write `files` and the manifest into `folder`, which is made if need be.

    A file that differs both from what docgen last wrote and from what it would write now was changed by a person: it is
    kept, unless `force`. A definitive file that an earlier run wrote for a document now `held` back, or of which this
    run writes another version in another format alone, stays as well: the manifest says that it is out of date.
    Raises UsageError where `folder` is not a folder, EnvironmentFault where the disk refuses.
    """
    _make(folder)
    entries = _manifest(folder)
    planned = tuple(files)
    before = dict(entries)
    _announce(folder, entries, planned, versions)
    done = _placed(folder, planned, entries, force=force)
    stale = [*_outdated(entries, held, {made.name for made in planned}), *_left_behind(before, planned)]
    entries |= {name: {**entries[name], "etat": _STALE} for name in stale}
    _write(folder / MANIFEST, _manifest_bytes(entries, versions))
    return replace(done, stale=tuple(path for path in (folder / name for name in stale) if path.exists()))


def _placed(folder: Path, planned: Iterable[Made], entries: dict[str, dict[str, Any]], *, force: bool) -> Written:
    """Put each planned file in its place where it may be put, and its entry among `entries`."""
    written: list[Path] = []
    unchanged: list[Path] = []
    kept: list[Path] = []
    for made in planned:
        path = folder / made.name
        there = _fingerprint(path)
        known = entries.get(made.name, {})
        if there == made.fingerprint:
            unchanged.append(path)
        elif there is not None and there not in (known.get("empreinte"), known.get("annoncee")) and not force:
            kept.append(path)
            continue
        else:
            _write(path, made.content)
            written.append(path)
        entries[made.name] = _entry(made)
    return Written(tuple(written), tuple(unchanged), tuple(kept))


def _outdated(entries: Mapping[str, dict[str, Any]], held: Collection[str], planned: Collection[str]) -> list[str]:
    """Return the names of the definitive files of documents held back; those of this run are none of them."""
    return [
        name
        for name, entry in sorted(entries.items())
        if name not in planned and entry.get("document") in held and entry.get("etat") in (_DEFINITIVE, _STALE)
    ]


def _left_behind(before: Mapping[str, dict[str, Any]], planned: Sequence[Made]) -> list[str]:
    """Return the names of the definitive files whose paper this run makes in another format alone, and otherwise than
    when both were made; a file once left behind stays so until it is made again."""
    names = {made.name for made in planned}
    changed = {
        (made.document, Path(made.name).stem): before[made.name].get("empreinte") != made.fingerprint
        for made in planned
        if not made.draft and before.get(made.name, {}).get("etat") == _DEFINITIVE
    }
    return [
        name
        for name, entry in sorted(before.items())
        if name not in names
        and (paper := (str(entry.get("document")), Path(name).stem)) in changed
        and (entry.get("etat") == _STALE or (entry.get("etat") == _DEFINITIVE and changed[paper]))
    ]


def _announce(
    folder: Path, entries: Mapping[str, dict[str, Any]], planned: Iterable[Made], versions: Mapping[str, str]
) -> None:
    """Write in the manifest what is about to be written, so that a run that is cut leaves no doubt."""
    announced = {made.name: {**entries.get(made.name, {}), "annoncee": made.fingerprint} for made in planned}
    _write(folder / MANIFEST, _manifest_bytes({**entries, **announced}, versions))


def write_new(path: Path, content: str, *, force: bool = False) -> None:
    """Write one text file; raises UsageError where it exists already, unless `force`."""
    if path.exists() and not force:
        raise UsageError(f"Le fichier {path} existe déjà. Choisissez un autre nom, ou ajoutez --forcer.")
    _make(path.parent)
    _write(path, content.encode())


def write_dossier(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> None:
    """Write `files`, by name, into `folder`; raises UsageError, writing none, where one exists, unless `force`."""
    there = [name for name in files if (folder / name).exists()]
    if there and not force:
        raise UsageError(
            f"{folder} contient déjà {', '.join(there)}. Choisissez un autre dossier, ou ajoutez --forcer."
        )
    _make(folder)
    for name, content in files.items():
        _write(folder / name, content)


def _make(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} n’est pas un dossier. Donnez un dossier à --sortie.")
    with _disk(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _entry(made: Made) -> dict[str, Any]:
    return {
        "document": made.document,
        "empreinte": made.fingerprint,
        "etat": "projet" if made.draft else _DEFINITIVE,
        "pages": made.pages,
        "constats": list(made.findings),
    }


def _manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """The entries of the manifest in `folder`; none where it is missing or unreadable: nothing is ours then."""
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(name): entry for name, entry in data["fichiers"].items() if isinstance(entry, dict)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _manifest_bytes(entries: Mapping[str, Mapping[str, Any]], versions: Mapping[str, str]) -> bytes:
    data = {"versions": dict(versions), "fichiers": dict(sorted(entries.items()))}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _fingerprint(path: Path) -> str | None:
    with _disk(path):
        return sha256(path.read_bytes()).hexdigest() if path.exists() else None


def _write(path: Path, content: bytes) -> None:
    """Write through a temporary file of the same folder, so that `path` is whole or untouched at any moment."""
    with _disk(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
        _sync(path.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _disk(path: Path) -> Any:
    """Map what the disk refuses to one of our errors."""
    try:
        yield
    except OSError as error:
        raise EnvironmentFault(
            f"Impossible d’écrire ou de lire {path} : {disk_reason(error)}. Vérifiez les droits et la place."
        ) from error
