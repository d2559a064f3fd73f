"""THE PATH: read → model → text → tree → checks → layout → output.

The only module that imports all the stages. Each function is one stretch of the path:

    load      read, model       folder → dossier and the findings of reading
    examine   text, checks      dossier → its papers (trees) and every finding
    draw      layout            papers → files in memory
    generate  output            … and onto the disk
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from docgen.checks.blocking import standing_against
from docgen.checks.rule import Subject, run
from docgen.checks.rules import RULES
from docgen.dossier import Dossier, cited_files, gather
from docgen.errors import UsageError
from docgen.findings import Finding, Report
from docgen.layout.engines import Engines, Format
from docgen.model.base import Piece
from docgen.model.build import Built, build_piece
from docgen.model.convention import Convention
from docgen.output import Made, Written, write_files
from docgen.read.cited import read_cited
from docgen.read.folder import read_folder
from docgen.text.consultation import consulted
from docgen.text.fields import fields
from docgen.text.papers import write
from docgen.tree import Document


@dataclass(frozen=True, slots=True)
class Examined:
    """A dossier, its papers by the key of their piece, and every finding on them."""

    dossier: Dossier
    papers: tuple[tuple[Piece, tuple[Document, ...]], ...]
    report: Report


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a run: the formats, definitive or draft, where to, and which ids (all when empty)."""

    output: Path
    formats: tuple[Format, ...] = (Format.DOCX, Format.PDF)
    definitive: bool = False
    force: bool = False
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: the report, layout's findings included; the files; the keys of the pieces held back."""

    report: Report
    files: Written
    blocked: tuple[str, ...]


def load(path: Path) -> tuple[Dossier, tuple[Finding, ...]]:
    """Return the dossier that `path` (a folder, or a file of it) holds, and what was wrong with its files.

    Raises UsageError where there is no such path.
    """
    built: list[tuple[str, Built]] = []
    findings: list[Finding] = []
    files = read_folder(path)
    for file in files:
        findings += file.findings
        made = build_piece(file.mapping) if file.mapping else ()
        if isinstance(made, Built):
            built.append((file.file, made))
            findings += made.findings
        else:
            findings += made
    folder = path if path.is_dir() else path.parent
    cited = read_cited(folder, cited_files((file, one.piece) for file, one in built))
    dossier, duplicates = gather(built, cited)
    return dossier, (*findings, *duplicates)


def consult(name: str, folder: Path, article: str | None = None, au: date | None = None) -> Iterator[str]:
    """Yield the lines of the text in force of the convention `name`: its id in `folder`, its file, or its folder.

    Raises UsageError where there is no such convention, or more than one to choose from.
    """
    path = Path(name)
    dossier, _ = load(path if path.exists() else folder)
    conventions = dossier.all(Convention)
    wanted = [
        one
        for one in conventions
        if one.id == name or (path.is_file() and dossier.entree(one).file.endswith(path.name))
    ]
    chosen = wanted or (list(conventions) if path.is_dir() else [])
    if len(chosen) != 1:
        there = ", ".join(str(one.id) for one in conventions) or "aucune"
        raise UsageError(f"Quelle convention est « {name} » ? Conventions du dossier : {there}.")
    yield from consulted(chosen[0], dossier, article, au)


def examine(dossier: Dossier, found: Iterable[Finding] = (), au: date | None = None) -> Examined:
    """Return the papers of `dossier` and every finding on it, those of reading (`found`) included."""
    papers = tuple((entree.piece, write(entree.piece, dossier)) for entree in dossier.entrees)
    subjects = [Subject(piece, dossier, documents, au) for piece, documents in papers]
    return Examined(dossier, papers, Report.of(_once((*found, *run(RULES, subjects)))))


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out that a value is missing where it was said that it cannot be read."""
    unreadable = {(one.document, one.path) for one in findings if one.code == "SAI-03"}
    yield from (one for one in findings if one.code != "SAI-02" or (one.document, one.path) not in unreadable)


def draw(
    examined: Examined, order: Order, engines: Engines, step: Callable[[], None] = lambda: None
) -> Iterator[tuple[Made, tuple[Finding, ...]]]:
    """Yield each file of the papers that may come out, with what its engine had to say; `step` is called per file."""
    for piece, document in selected(examined, order):
        blocking = standing_against(piece, examined.dossier, examined.report)
        if order.definitive and blocking:
            continue
        final = replace(document, draft=not order.definitive)
        codes = tuple(dict.fromkeys(one.code for one in examined.report if one.document == piece.cle))
        for format in order.formats:
            laid_out = engines.draw(final, format, partial(fields, piece, examined.dossier))
            said = tuple(replace(one, document=piece.cle) for one in laid_out.findings)
            step()
            name = f"{final.stem}.{laid_out.suffix}"
            yield Made(name, laid_out.content, piece.cle, final.draft, laid_out.pages, codes), said


def generate(examined: Examined, order: Order, engines: Engines, step: Callable[[], None] = lambda: None) -> Outcome:
    """Draw and write the papers that `order` asks for.

    A definitive paper against which layout itself has a blocking finding (a glyph that no font has) is not written.
    """
    made: list[Made] = []
    said: list[Finding] = []
    for file, findings in draw(examined, order, engines, step):
        said += findings
        if not (order.definitive and any(one.blocks for one in findings)):
            made.append(file)
    files = write_files(order.output, made, engines.versions, force=order.force)
    names = {file.name for file in made}
    return Outcome(Report.of((*examined.report, *said)), files, tuple(_held_back(examined, order, names)))


def selected(examined: Examined, order: Order) -> Iterator[tuple[Piece, Document]]:
    """Yield the papers that `order` asks for; raises UsageError for an id that the dossier lacks."""
    _known(order.only, [piece for piece, _ in examined.papers])
    for piece, documents in examined.papers:
        if not order.only or piece.id in order.only or piece.cle in order.only:
            yield from ((piece, document) for document in documents)


def _known(only: Sequence[str], pieces: Sequence[Piece]) -> None:
    ids = {name for piece in pieces for name in (piece.id, piece.cle)}
    missing = [name for name in only if name not in ids]
    if missing:
        there = ", ".join(sorted(piece.cle for piece in pieces)) or "aucun"
        raise UsageError(f"Aucun document « {', '.join(missing)} » dans ce dossier. Documents présents : {there}.")


def _held_back(examined: Examined, order: Order, names: set[str]) -> Iterator[str]:
    held: dict[str, None] = {}
    for piece, document in selected(examined, order):
        final = replace(document, draft=not order.definitive)
        if any(f"{final.stem}.{format.value}" not in names for format in order.formats):
            held[piece.cle] = None
    yield from held
