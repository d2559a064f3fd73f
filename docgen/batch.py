"""Many papers: drawn in the order in which they are asked, the PDFs by several processes where that is worth it.

Laying out a PDF is nearly all of the time of a run, and the engine gains nothing from threads. A process is started
anew and makes its own engine; what it draws has the same bytes as what is drawn here.
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any

from docgen.layout.engines import Engines, Format
from docgen.tree import Document
from docgen.values import Struct

if TYPE_CHECKING:
    from docgen.layout.laid_out import LaidOut

WORTH_A_PROCESS = 8
"""PDFs: starting a process takes as long as laying out some five of them."""


class Sheet(Struct, frozen=True):
    """One file to draw; `values` gives the fields that a house's own Word template asks for.

    `source` gives the data that the file carries, as XML; it is asked as late as can be: finding them takes its time,
    while other processes draw.
    """

    document: Document
    format: Format
    values: Callable[[], Mapping[str, Any]]
    source: Callable[[], bytes] = bytes


def drawn(sheets: Sequence[Sheet], engines: Engines, processes: int) -> "Generator[LaidOut, None, None]":
    """Yield each of `sheets` drawn, in order, its PDFs by `processes` processes; by this one where they are few.

    Raises what `Engines.draw` raises, at the sheet at fault; those that wait are then given up.
    """
    pdfs = sum(sheet.format is Format.PDF for sheet in sheets)
    processes = min(processes, pdfs // WORTH_A_PROCESS)
    if processes < 2:
        yield from (_drawn(sheet, engines) for sheet in sheets)
        return
    pool = ProcessPoolExecutor(processes, get_context("spawn"))
    try:
        waiting = [_asked(pool, sheet, engines) for sheet in sheets]
        for sheet, pdf in zip(sheets, waiting, strict=True):
            yield pdf.result() if pdf else _drawn(sheet, engines)
    finally:
        pool.shutdown(cancel_futures=True)


def _asked(pool: ProcessPoolExecutor, sheet: Sheet, engines: Engines) -> "Future[LaidOut] | None":
    """Return the PDF to come; None for a Word file, which is drawn sooner than handed over."""
    if sheet.format is not Format.PDF:
        return None
    source = sheet.source()
    with _deaf_children():
        return pool.submit(_pdf, engines.templates, sheet.document, source)


@contextmanager
def _deaf_children() -> Iterator[None]:
    """A process started here never hears Ctrl-C: this one does, and ends the others without a word of theirs."""
    if current_thread() is not main_thread():
        yield
        return
    heard = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, heard)


def _drawn(sheet: Sheet, engines: Engines) -> "LaidOut":
    return engines.draw(sheet.document, sheet.format, sheet.values, source=sheet.source())


def _pdf(templates: Path, document: Document, source: bytes) -> "LaidOut":
    return _engines(templates).draw(document, Format.PDF, dict, source=source)


@cache
def _engines(templates: Path) -> Engines:
    """Return the engines of this process, made once."""
    return Engines(templates)
