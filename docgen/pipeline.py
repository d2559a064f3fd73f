"""THE PATH: read → model → text → tree → checks → layout → output.

The only module that imports all the stages. Each function is one stretch of the path:

    load      read, model       folder → dossier, the names that it cites in place, and the findings of reading
    examine   text, checks      dossier → its papers (trees) and every finding
    draw      layout            papers → files in memory
    generate  output            … and onto the disk
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.checks.blocking import standing_against
from docgen.checks.rule import Subject, run
from docgen.checks.rules import RULES
from docgen.dossier import Dossier, cited_files, gather
from docgen.errors import UsageError
from docgen.findings import Finding, Place, Report, Severity
from docgen.layout.engines import Engines, Format
from docgen.model.base import Piece
from docgen.model.build import Built, build_piece
from docgen.model.convention import Convention, Etat
from docgen.model.illisible import Illisible
from docgen.model.kinds import KINDS
from docgen.read.cited import read_cited
from docgen.read.folder import ReadFile, read_folder
from docgen.text.cited_names import with_names
from docgen.tree import Document, Hole, leaves
from docgen.values import Struct, replace

if TYPE_CHECKING:
    from docgen.output import Made, Written
    from docgen.source.made import Sources


class Examined(Struct, frozen=True):
    """A dossier, its pieces as the rules saw them, and every finding on them."""

    dossier: Dossier
    subjects: tuple[Subject, ...]
    report: Report

    @property
    def papers(self) -> Iterator[tuple[Piece, tuple[Document, ...]]]:
        """Each piece with its papers, none for a piece that is only cited; written when they are asked for."""
        return ((subject.piece, subject.documents) for subject in self.subjects)


class Order(Struct, frozen=True):
    """What is asked of a run: the formats, definitive or draft, where to, which ids and kinds of paper (all when
    empty), by how many processes at most the PDFs are laid out, and whether the files carry the data that they are made
    of (`source`)."""

    output: Path
    formats: tuple[Format, ...] = (Format.DOCX, Format.PDF)
    definitive: bool = False
    force: bool = False
    only: tuple[str, ...] = ()
    processes: int = 1
    source: bool = True
    kinds: tuple[str, ...] = ()


class Outcome(Struct, frozen=True):
    """What came of a run: the report, layout's findings included; the files; the keys of the pieces held back."""

    report: Report
    files: "Written"
    blocked: tuple[str, ...]


def load(path: Path) -> tuple[Dossier, tuple[Finding, ...]]:
    """Return the dossier that `path` (a folder, or a file of it) holds, and what was wrong with its files.

    Raises UsageError where there is no such path.
    """
    built: list[tuple[str, Built]] = []
    findings: list[Finding] = []
    illisibles: list[Illisible] = []
    files = read_folder(path)
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


def consult(name: str, folder: Path, article: str | None = None, au: date | None = None) -> Iterator[str]:
    """Yield the lines of the text in force of the convention `name`: its id in `folder`, its file, or its folder.

    Raises UsageError where there is no such convention, or more than one to choose from.
    """
    from docgen.text.consultation import consulted

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
    """Return the pieces of `dossier` and every finding on them, those of reading (`found`) included."""
    subjects = tuple(Subject(entree.piece, dossier, au) for entree in dossier.entrees)
    return Examined(dossier, subjects, Report.of((*found, *run(RULES, subjects))))


def draw(
    examined: Examined, order: Order, engines: Engines, step: Callable[[], None] = lambda: None
) -> Iterator[tuple[tuple["Made", ...], tuple[Finding, ...]]]:
    """Yield the files of each paper that may come out, with what is said of it; `step` is called per file.

    A definitive paper against which something is said here (a hole in its text, a glyph that no font has) has no file.
    """
    from docgen.batch import Sheet, drawn
    from docgen.output import Made
    from docgen.source.made import Sources
    from docgen.text.fields import fields

    sources = Sources(examined.dossier, engines.provenance) if order.source else None
    papers = tuple(_to_draw(examined, order, sources))
    sheets = [
        Sheet(paper.document, format, partial(fields, paper.piece, examined.dossier), paper.source)
        for paper in papers
        for format in (() if paper.said else order.formats)
    ]
    with closing(drawn(sheets, engines, order.processes)) as laid:
        for paper in papers:
            said, files = list(paper.said), []
            for laid_out in islice(laid, 0 if paper.said else len(order.formats)):
                said += [replace(one, document=paper.piece.cle) for one in laid_out.findings]
                name, draft = f"{paper.stem}.{laid_out.suffix}", paper.document.draft
                files.append(Made(name, laid_out.content, paper.piece.cle, draft, laid_out.pages, paper.codes))
                step()
            said += paper.carried()[1] if files else ()
            blocked = order.definitive and any(one.blocks for one in said)
            yield () if blocked else tuple(files), tuple(said)


class _Paper(Struct, frozen=True):
    """A paper to draw under the name `stem`, the `codes` of what stands against its piece, and what is said already."""

    piece: Piece
    document: Document
    stem: str
    codes: tuple[str, ...]
    said: tuple[Finding, ...]
    carried: Callable[[], tuple[bytes, tuple[Finding, ...]]]

    def source(self) -> bytes:
        """Return the data that its files carry, as XML; empty for none."""
        return self.carried()[0]


def _to_draw(examined: Examined, order: Order, sources: "Sources | None") -> Iterator[_Paper]:
    """Yield the papers that `order` asks for and that nothing blocks, each under a name of its own."""
    stems: dict[str, int] = {}
    for piece, document in selected(examined, order):
        blocking = standing_against(piece, examined.dossier, examined.report)
        if order.definitive and blocking:
            continue
        final = replace(document, draft=not order.definitive)
        said = tuple(_unready(piece, document)) if order.definitive else ()
        stems[final.stem] = stems.get(final.stem, 0) + 1
        stem = final.stem if stems[final.stem] == 1 else f"{final.stem}-{stems[final.stem]}"
        codes = tuple(dict.fromkeys(one.code for one in examined.report if one.document == piece.cle))
        carried = cache(partial(sources.carried, piece, final)) if sources else _uncarried
        yield _Paper(piece, final, stem, codes, said, carried)


def _uncarried() -> tuple[bytes, tuple[Finding, ...]]:
    return b"", ()


def _unready(piece: Piece, document: Document) -> Iterator[Finding]:
    """What only a paper about to be definitive is asked: a text past its draft, and no hole left in its words."""
    if isinstance(piece, Convention) and piece.etat is Etat.PROJET:
        remedy = "Donnez « etat: a-signer » quand le texte est complet."
        message = "La convention est à l’état de projet."
        yield Finding("SAI-02", Severity.BLOQUANT, message, remedy, piece.cle, ("etat",))
    holes = dict.fromkeys(one.label for content in leaves(document.blocks) for one in content if isinstance(one, Hole))
    for label in holes:
        message = f"« {label} » manque dans {document.title}."
        yield Finding("SAI-02", Severity.BLOQUANT, message, "Donnez cette valeur, ou retirez-la du texte.", piece.cle)


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
    return Outcome(Report.of((*examined.report, *said)), written, blocked)


def selected(examined: Examined, order: Order) -> Iterator[tuple[Piece, Document]]:
    """Yield the papers that `order` asks for; raises UsageError for an id that the dossier lacks."""
    known(order.only, examined.dossier)
    for subject in examined.subjects:
        piece = subject.piece
        if not order.only or piece.id in order.only or piece.cle in order.only:
            wanted = (one for one in subject.documents if not order.kinds or one.kind in order.kinds)
            yield from ((piece, document) for document in wanted)


def known(only: Sequence[str], dossier: Dossier) -> None:
    """Raise UsageError for an id of `only` that the dossier lacks, naming those that it has."""
    pieces = [entree.piece for entree in dossier.entrees]
    ids = {name for piece in pieces for name in (piece.id, piece.cle)}
    missing = [name for name in only if name not in ids]
    if missing:
        there = ", ".join(sorted(piece.cle for piece in pieces)) or "aucun"
        raise UsageError(f"Aucun document « {', '.join(missing)} » dans ce dossier. Documents présents : {there}.")
