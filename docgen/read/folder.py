"""A dossier → its YAML files, read: whatever cannot be read is a finding, never a stop."""

import os
import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from docgen.errors import UsageError, disk_reason
from docgen.findings import Finding, Place, Severity
from docgen.read.declared import declared
from docgen.read.faults import fault
from docgen.read.nodes import Mapping
from docgen.read.yaml import MAX_BYTES, read_yaml, too_large
from docgen.values import Struct, replace

SUFFIXES = (".yaml", ".yml")
OUTPUT_MARK = "manifeste.json"
"""A folder below the dossier that holds this file was written by docgen: it is no input."""


class ReadFile(Struct, frozen=True):
    """One file of a dossier, or a folder of it that could not be entered.

    `file` is its name from the dossier's folder, with `/`. `fingerprint` is the SHA-256 of its content in hexadecimal,
    empty where the content could not be read whole. `mapping` is None where the findings say why there is none.
    `declared` is the kind and the id that its lines give, empty words where they give none.
    """

    file: str
    fingerprint: str
    mapping: Mapping | None
    findings: tuple[Finding, ...] = ()
    declared: tuple[str, str] = ("", "")


def read_folder(path: Path) -> tuple[ReadFile, ...]:
    """Return the YAML files of the dossier at `path` and below, sorted by name; empty where there is none.

    Hidden files and folders, and folders that docgen wrote, are left out. Where `path` is a file, its folder is the
    dossier: the other files are what it refers to. Raises UsageError where `path` does not exist or cannot be opened,
    or is a file of another kind.
    """
    root = _root(path)
    return tuple(sorted(_files(root), key=lambda read: read.file))


def _root(path: Path) -> Path:
    shown = _printable(str(path))
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
        root = path if is_folder else path.parent
        os.scandir(root).close()
    except (OSError, ValueError) as error:
        raise UsageError(f"« {shown} » ne peut pas être ouvert : {_reason(error)}.") from error
    if not is_folder and not _is_input(path.name):
        raise UsageError(
            f"« {shown} » n’est pas un fichier YAML (.yaml ou .yml) : donnez le dossier, ou un de ses fichiers."
        )
    return root


def _files(root: Path) -> Iterator[ReadFile]:
    """Yield the files below `root` and what could not be entered; a folder that has two names is entered once."""
    top = os.path.realpath(root)
    waiting, entered = [root], {top}
    while waiting:
        folder = waiting.pop()
        try:
            names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
        except OSError as error:
            yield _unread(_name(folder, root), _reason(error))
            continue
        if folder != root and OUTPUT_MARK in names:
            yield from _skipped(_name(folder, root), names)
            continue
        for path in (folder / name for name in names):
            if _is_input(path.name) and not path.is_dir():
                yield _read(path, _name(path, root))
            elif path.is_symlink() and _turns_back(path, top):
                yield _circle(_name(path, root))
            elif path.is_dir() and (real := os.path.realpath(path)) not in entered:
                entered.add(real)
                waiting.append(path)


def _is_input(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def _turns_back(link: Path, top: str) -> bool:
    """Tell whether `link` leads to itself, into the dossier `top` or to a folder around it."""
    try:
        real = str(link.resolve(strict=True))
    except FileNotFoundError:
        return False
    except (OSError, RuntimeError):
        return True
    return os.path.isdir(real) and os.path.commonpath((real, top)) in (real, top)


def _read(path: Path, name: str) -> ReadFile:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _unread(name, "ce n’est pas un fichier ordinaire")
        if status.st_size > MAX_BYTES:
            return ReadFile(name, "", None, (too_large(status.st_size, name),))
        content = path.read_bytes()
    except OSError as error:
        return _unread(name, _reason(error))
    mapping, findings = read_yaml(content, name)
    return ReadFile(name, sha256(content).hexdigest(), mapping, findings, declared(content))


def _unread(name: str, reason: str) -> ReadFile:
    return _said(
        name, reason, "un fichier ou un dossier que l’on peut ouvrir", "Rendez-le lisible, ou retirez-le du dossier."
    )


def _circle(name: str) -> ReadFile:
    remedy = "Retirez ce lien : ce qu’il montre n’est pas lu une seconde fois."
    return _said(name, "un lien qui tourne en rond", "un lien vers un dossier extérieur", remedy, Severity.A_VERIFIER)


def _skipped(name: str, names: list[str]) -> Iterator[ReadFile]:
    """Yield what to say of a folder that docgen wrote: something only where inputs have strayed into it."""
    strayed = [each for each in names if _is_input(each)]
    if strayed:
        remedy = "Ces fichiers ne sont pas lus : déplacez ceux qui font partie du dossier."
        yield _said(name, ", ".join(strayed), "aucun YAML dans un dossier de sortie", remedy, Severity.A_VERIFIER)


def _said(name: str, read: str, expected: str, remedy: str, severity: Severity = Severity.BLOQUANT) -> ReadFile:
    finding = fault("SAI-06", Place(name), read=_printable(read), expected=expected, remedy=remedy)
    return ReadFile(name, "", None, (replace(finding, severity=severity),))


def _name(path: Path, root: Path) -> str:
    return _printable(path.relative_to(root).as_posix())


def _printable(name: str) -> str:
    """Return a file's name with `�` for each byte that is not UTF-8, since Python keeps those as lone surrogates."""
    return os.fsencode(name).decode("utf-8", "replace")


def _reason(error: Exception) -> str:
    return disk_reason(error) if isinstance(error, OSError) else str(error)
