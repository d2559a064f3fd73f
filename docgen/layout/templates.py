"""The lint of a folder of Word templates: docgen's own, or a house's."""

from collections.abc import Iterator
from pathlib import Path

from docgen.errors import TemplateError
from docgen.layout.word.charte import read_charte
from docgen.layout.word.lint import lint
from docgen.values import Struct

CHARTE = "charte.docx"


class TemplateFault(Struct, frozen=True):
    """A fault of a template: its file and the place in it, what is wrong, what to do."""

    file: str
    place: str
    message: str
    remedy: str


def lint_folder(folder: Path, own: Path) -> tuple[TemplateFault, ...]:
    """Return the faults of every Word template of `folder`, in the order of their names; empty where there is none.

    docgen's `own` templates may use the styles of charte.docx alone and format nothing directly; a house's template
    brings its own styles. Raises TemplateError where charte.docx itself cannot be read, or a template is a folder.
    """
    return tuple(fault for path in sorted(folder.glob("*.docx")) for fault in _faults(path, ours=folder == own))


def _faults(path: Path, *, ours: bool) -> Iterator[TemplateFault]:
    known = None
    if path.is_dir():
        raise TemplateError(f"{path.name} : ce gabarit est un dossier. Mettez à sa place le fichier Word.")
    if ours:
        charte = path.with_name(CHARTE)
        known = frozenset(read_charte(charte.read_bytes(), CHARTE).ids)
    for fault in lint(path.read_bytes(), path.name, known, frozenset() if ours else None):
        yield TemplateFault(path.name, fault.place, fault.message, fault.remedy)
