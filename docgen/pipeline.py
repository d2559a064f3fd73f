"""THE PATH: read → model → text → tree → checks → layout → output.

The only module that imports all the stages. Each function is one stretch of the path:

    load      read, model       folder → dossier, the names that it cites in place, and the findings of reading
    examine   text, checks      dossier → its papers (trees) and every finding
    draw      layout            papers → files in memory (docgen/drawing.py)
    generate  output            … and onto the disk
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.checks.rule import Subject, run
from docgen.checks.rules import RULES
from docgen.dossier import Dossier, cited_files, gather
from docgen.drawing import Examined, Order, draw, postponed, selected
from docgen.errors import UsageError
from docgen.findings import Finding, Place, Report
from docgen.layout.engines import Engines
from docgen.model.build import Built, build_piece
from docgen.model.illisible import Illisible
from docgen.model.kinds import KINDS
from docgen.read.cited import read_cited
from docgen.read.folder import ReadFile, read_folder
from docgen.text.cited_names import with_names
from docgen.values import Struct

if TYPE_CHECKING:
    from docgen.output import Made, Written


class Outcome(Struct, frozen=True):
    """What came of a run: the report, layout's findings included; the files; the keys of the pieces held back; which
    papers come later, after what."""

    report: Report
    files: "Written"
    blocked: tuple[str, ...]
    postponed: tuple[str, ...] = ()


def load(path: Path) -> tuple[Dossier, tuple[Finding, ...]]:
    """Return the dossier that `path` (a folder, or a file of it) holds, and what was wrong with its files.

    Raises UsageError where there is no such path, or no file in it.
    """
    built: list[tuple[str, Built]] = []
    findings: list[Finding] = []
    illisibles: list[Illisible] = []
    files = read_folder(path)
    if not files:
        raise UsageError(f"« {path} » n’a aucun fichier .yaml : « docgen nouveau convention » en écrit un premier.")
    for file in files:
        findings += file.findings
        made = build_piece(file.mapping) if file.mapping else ()
        if isinstance(made, Built):
            built.append((file.file, made))
            findings += made.findings
        else:
            findings += made
            illisibles += _illisible(file, made)
    folder = path if path.is_dir() else path.parent
    cited = read_cited(folder, cited_files((file, one.piece) for file, one in built))
    dossier, duplicates = gather(built, cited, illisibles)
    return with_names(dossier), (*findings, *duplicates)


def _illisible(file: ReadFile, unbuilt: Sequence[Finding]) -> Iterator[Illisible]:
    """Yield the file of which no piece was made, at its first fault; none for one that is left aside on purpose."""
    fault = next((one for one in (*file.findings, *unbuilt) if one.blocks), None)
    if fault:
        kind, id = file.declared
        yield Illisible(fault.place or Place(file.file), kind if kind in KINDS else "", id)


def examine(dossier: Dossier, found: Iterable[Finding] = (), au: date | None = None) -> Examined:
    """Return the pieces of `dossier` and every finding on them, those of reading (`found`) included."""
    subjects = tuple(Subject(entree.piece, dossier, au) for entree in dossier.entrees)
    return Examined(dossier, subjects, Report.of((*found, *run(RULES, subjects))))


def generate(examined: Examined, order: Order, engines: Engines, step: Callable[[], None] = lambda: None) -> Outcome:
    """Draw and write the papers that `order` asks for; a paper comes out in all its formats, or in none."""
    from docgen.output import write_files

    made: list[Made] = []
    said: list[Finding] = []
    for files, findings in draw(examined, order, engines, step):
        said += findings
        made += files
    out = {file.document for file in made}
    held = dict.fromkeys(piece.cle for piece, _ in selected(examined, order) if piece.cle not in out)
    late = dict.fromkeys(one.document for one in said if one.blocks and order.definitive)
    blocked = tuple({**held, **late})
    written = write_files(order.output, made, engines.versions, blocked, force=order.force)
    return Outcome(Report.of((*examined.report, *said)), written, blocked, postponed(examined, order))
