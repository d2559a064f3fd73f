"""What docgen adds to the time of a PDF: the tree as HTML, and the mending of tags, fields and metadata.

    python -m benchmarks.pdf

The other side is the engine called plainly, on the same HTML with the same style sheet, fonts and variant. The two take
turns, so that what else the machine does weighs on both; figures are medians.
"""

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

import weasyprint

from docgen.layout.pdf.assets import logo_assets
from docgen.layout.pdf.draw import PdfEngine
from docgen.layout.pdf.engine import BASE, VARIANT, ClosedFetcher
from docgen.tree import Document
from tests.specimens import annexe_specimen, convention_specimen, fiche_specimen

TEMPLATES = Path(__file__).parent.parent / "templates"
ROUNDS = 15

CASES: Mapping[str, Callable[[], Document]] = {
    "convention": convention_specimen,
    "fiche": fiche_specimen,
    "annexe": annexe_specimen,
}


def measure() -> dict[str, float]:
    """Return, for each case, `<case>: docgen` and `<case>: weasyprint` in seconds, and `<case>: share`.

    The share is what docgen adds, as a part of the time of the plain engine.
    """
    engine = PdfEngine(TEMPLATES)
    figures: dict[str, float] = {}
    for case, specimen in CASES.items():
        document = specimen()
        ours, plain = _alternating(partial(engine.draw, document), _plain(engine, document))
        figures |= {f"{case}: docgen": ours, f"{case}: weasyprint": plain, f"{case}: share": (ours - plain) / plain}
    return figures


def main() -> None:
    """Print the figures as a table."""
    figures = measure()
    print(f"{'milliseconds':16}{'docgen':>10}{'weasyprint':>12}{'share':>8}")
    for case in CASES:
        ours, plain, share = (figures[f"{case}: {column}"] for column in ("docgen", "weasyprint", "share"))
        print(f"{case:16}{ours * 1000:10.0f}{plain * 1000:12.0f}{share:8.1%}")


def _plain(engine: PdfEngine, document: Document) -> Callable[[], object]:
    html = engine._writer.write(document)
    inner = engine._engine
    options = {"pdf_variant": VARIANT, "pdf_forms": "<input" in html}
    files = {**inner._assets, **logo_assets(document)}

    def write() -> object:
        page = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=ClosedFetcher(files))
        return page.write_pdf(font_config=inner._fonts, stylesheets=[inner._stylesheet], **options)

    return write


def _alternating(ours: Callable[[], object], plain: Callable[[], object]) -> tuple[float, float]:
    """Return the median times of two calls that take turns; the first turn of each, which fills caches, is left out."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS + 1):
        for call, found in zip((ours, plain), times, strict=True):
            seconds = _time_of(call)
            if turn:
                found.append(seconds)
    return median(times[0]), median(times[1])


def _time_of(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
