"""Everything that stops docgen, as one tree.

    DocgenError                 exit code
    ├── UsageError              2   what was asked cannot be done: no such folder, kind or document
    ├── EnvironmentFault        3   this machine lacks something: a library, a font, room on the disk
    └── TemplateError           4   a template, text model or style sheet of docgen or of the house is at fault

What is wrong with a *document* is never an exception: it is a `docgen.findings.Finding`.
Errors of third-party engines are turned into one of these where the engine is called.
"""

import errno

_REASONS = {
    errno.ENOENT: "il n’existe pas",
    errno.EACCES: "l’accès en est refusé",
    errno.EPERM: "l’accès en est refusé",
    errno.ELOOP: "ses liens tournent en rond",
    errno.ENOTDIR: "un de ses dossiers est un fichier",
    errno.EISDIR: "c’est un dossier",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "la place qui vous est accordée est épuisée",
    errno.EROFS: "le disque est en lecture seule",
    errno.EIO: "le disque est en défaut",
    errno.ENAMETOOLONG: "son nom est trop long",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.ENFILE: "trop de fichiers sont ouverts",
    errno.EBUSY: "un autre programme l’emploie",
}


def disk_reason(error: OSError) -> str:
    """Return in French why the disk refused; the number of the error where it is a rare one."""
    return _REASONS.get(error.errno or 0, f"erreur {error.errno} du système")


class DocgenError(Exception):
    """A reason to stop; `str(error)` is a French sentence for the person at the keyboard."""

    exit_code = 1


class UsageError(DocgenError):
    """The command or call asks for something that does not exist."""

    exit_code = 2


class EnvironmentFault(DocgenError):
    """The machine lacks something; the message says what, and the line to type."""

    exit_code = 3


class TemplateError(DocgenError):
    """A template is at fault; the message names its file and, where known, the place in it."""

    exit_code = 4
