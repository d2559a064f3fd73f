"""Papers → files in memory: which of them an order asks for, which may come out, and under what names."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.checks.blocking import standing_against
from docgen.checks.rule import Subject
from docgen.dossier import Dossier
from docgen.errors import UsageError
from docgen.findings import Finding, Report, Severity
from docgen.layout.engines import Engines, Format
from docgen.model.avenant import Avenant
from docgen.model.base import Piece
from docgen.model.convention import Convention, Etat
from docgen.tree import Document, Hole, leaves
from docgen.values import Struct, replace

if TYPE_CHECKING:
    from docgen.output import Made
    from docgen.source.made import Sources


_IN_FORCE = {"version-consolidee": "version consolidée", "comparaison": "comparaison"}
"""The papers of an avenant that say from when it has its effect, by their kind."""


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
        if order.definitive and (blocking or _awaits(piece, document, examined.dossier)):
            continue
        final = replace(document, draft=not order.definitive)
        said = tuple(_unready(piece, document)) if order.definitive else ()
        stems[final.stem] = stems.get(final.stem, 0) + 1
        stem = final.stem if stems[final.stem] == 1 else f"{final.stem}-{stems[final.stem]}"
        codes = tuple(dict.fromkeys(one.code for one in examined.report if one.document == piece.cle))
        carried = cache(partial(sources.carried, piece, final)) if sources else _uncarried
        yield _Paper(piece, final, stem, codes, said, carried)


def postponed(examined: Examined, order: Order) -> tuple[str, ...]:
    """Return, avenant by avenant, which definitive papers come later, and after what."""
    late: dict[str, list[str]] = {}
    for piece, document in selected(examined, order) if order.definitive else ():
        awaited = _awaits(piece, document, examined.dossier)
        if awaited and not standing_against(piece, examined.dossier, examined.report):
            late.setdefault(f"({piece.cle}), après {awaited}.", []).append(_IN_FORCE[document.kind])
    return tuple(f"{' et '.join(sorted(names))} {awaited}" for awaited, names in late.items())


def _awaits(piece: Piece, document: Document, dossier: Dossier) -> str:
    """Return what the avenant of a paper, or one before it, waits for to take effect; empty for a paper that does not
    say it.
    """
    convention = dossier.convention_de(piece)
    if not isinstance(piece, Avenant) or document.kind not in _IN_FORCE or convention is None:
        return ""
    known = (one for one in dossier.avenants_de(convention) if (one.numero or 0) <= (piece.numero or 0))
    return next((one.attend for one in known if one.attend), "")


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
