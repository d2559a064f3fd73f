"""The seam with WeasyPrint: HTML to PDF objects, with our fonts only, our files only, and nothing said on the side."""

import logging
import os
import warnings
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.resources import files
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

from docgen.errors import EnvironmentFault, TemplateError
from docgen.layout.pdf.assets import Assets
from docgen.layout.pdf.attachments import Attachment
from docgen.layout.pdf.boxes import Box
from docgen.layout.pdf.finish import finish
from docgen.layout.pdf.fit import set_tighter, wastes_a_page
from docgen.layout.pdf.printed import Complaint, Printed
from docgen.layout.pdf.signatures import line_up_feet, lone_signatures
from docgen.layout.pdf.spaces import hanging_width, settle_spaces
from docgen.layout.pdf.structure import Page
from docgen.layout.pdf.telling import Following, followed
from docgen.progress import Tell, untold

try:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import weasyprint
        from weasyprint import document as engine_document
        from weasyprint.css import ColorProfile
        from weasyprint.layout import inline as engine_lines
        from weasyprint.pdf.stream import Stream
        from weasyprint.text import fonts as engine_fonts
        from weasyprint.urls import URLFetcher, URLFetcherResponse
except OSError as missing:
    raise EnvironmentFault(
        "Il manque une bibliothèque pour dessiner les PDF. Sous Debian ou Ubuntu, tapez : "
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    ) from missing

BASE = "https://docgen.invalid/"
"""What relative addresses stand on: a name that no network knows, so that no folder shows in the file."""

VARIANT = "pdf/a-3a"
COLOURS = "sRGB"
"""The name of the one colour space; the engine's own way to it leaves a file open for each document."""

engine_fonts.ffi.cdef("FcConfig * FcConfigCreate (void);")


_collapsed_width = engine_lines.trailing_whitespace_size
# what overflows a line, the engine asks by this name; it knows of no spaces there but those that collapse
engine_lines.trailing_whitespace_size = lambda context, box: hanging_width(box) or _collapsed_width(context, box)


class Fonts(engine_fonts.FontConfiguration):  # type: ignore[misc]
    """The fonts of the given files, and none of the machine's."""

    def __init__(self, files: Sequence[Path]) -> None:
        """Register `files`; raise TemplateError where one is not a font."""
        super().__init__()
        fontconfig = engine_fonts.fontconfig
        self._config = fontconfig.FcConfigCreate()
        font_map = engine_fonts.ffi.cast("PangoFcFontMap *", self.font_map)
        engine_fonts.pangoft2.pango_fc_font_map_set_config(font_map, self._config)
        fontconfig.FcConfigDestroy(self._config)  # the map holds it
        for file in files:
            if not fontconfig.FcConfigAppFontAddFile(self._config, os.fsencode(file)):
                raise TemplateError(f"{file.name} : ce fichier n’est pas une police.")
        engine_fonts.pangoft2.pango_fc_font_map_config_changed(font_map)

    def add_font_face(self, rule_descriptors: object, url_fetcher: object) -> None:
        """Take no font more: a drawing could bring its own, which would stay for the documents after it."""


class Srgb(ColorProfile):  # type: ignore[misc]
    """The colour space of all papers, as its file has it: the engine would write it otherwise the second time."""

    content = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()

    def __init__(self) -> None:
        """Read the profile once."""
        super().__init__(BytesIO(self.content), "sRGB2014.icc", "relative-colorimetric", (["r"], ["g"], ["b"]))


class ClosedFetcher(URLFetcher):  # type: ignore[misc]
    """Gives `data:` addresses and the registered assets; remembers what else was asked."""

    def __init__(self, assets: Assets) -> None:
        """Register `assets`."""
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)
        self._assets = assets
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the file at `url`; raise ValueError where it is neither registered nor in the address itself."""
        asset = self._assets.get(url.removeprefix(BASE))
        if asset:
            return URLFetcherResponse(url, asset.content, {"Content-Type": asset.media_type})
        if not url.startswith("data:"):
            self.refused.append(url.removeprefix(BASE))
        return super().fetch(url, headers)


class MarkedPage(weasyprint.Page):  # type: ignore[misc]
    """A page that, once painted, remembers which marked content draws which box.

    It then shows the engine no box any more: the engine's own tag tree, cut at each page, stays empty.
    """

    def __init__(self, box: Box, painted: Callable[[], None]) -> None:
        """Take the page of `box`, its last adjustments made, and who is told that it is painted."""
        line_up_feet(box)
        settle_spaces(box)
        super().__init__(box)
        self.box = box
        # what stands inside a link would be a link of its own, on top of it
        self.links: list[Any] = [link for link in self.links if link[3].element_tag == "a"]
        self.name: str = self._page_box.page_type.name
        self.marks: dict[Box, int] = {}
        self._painted = painted

    def paint(self, stream: Stream, scale: float = 1) -> None:
        """Paint the page, then take over what was marked."""
        super().paint(stream, scale)
        self.marks = {box: mark["mcid"] for box, mark in stream._tags.items()}
        stream._tags.clear()
        self._page_box: Any = self._page_box.copy_with_children([])
        self._painted()


class Engine:
    """The engine with one style sheet, read once, and the fonts that it names."""

    def __init__(self, stylesheet: str, fonts: Sequence[Path], assets: Assets) -> None:
        """Read `stylesheet` and `fonts`; raise TemplateError where the engine does not understand them.

        `assets` are files that every page may draw.
        """
        self._assets = assets
        self._fonts = Fonts(fonts)
        self._colours = {COLOURS: Srgb()}
        with _log() as complaints:
            self._stylesheet = weasyprint.CSS(
                string=stylesheet, base_url=BASE, font_config=self._fonts, url_fetcher=ClosedFetcher(assets)
            )
        if complaints:
            raise TemplateError(f"charte.css : {complaints[0].message}")

    def write(self, html: str, assets: Assets, attachments: Sequence[Attachment], tell: Tell = untold) -> Printed:
        """Return `html` as a finished PDF that carries `attachments`; raise TemplateError if the engine fails.

        `assets` are the files that this page may draw beside those of all pages; `tell` is told how far it has come.
        """
        fetcher = ClosedFetcher({**self._assets, **assets})
        with _log() as complaints, _failures_named(), followed(tell) as following:
            pages, content = self._laid_out(html, fetcher, attachments, following)
        lone = lone_signatures([page.box for page in pages])
        return Printed(content, len(pages), tuple(complaints), tuple(fetcher.refused), lone)

    def _laid_out(
        self, html: str, fetcher: ClosedFetcher, attachments: Sequence[Attachment], following: Following
    ) -> tuple[list[MarkedPage], bytes]:
        options = {"pdf_variant": VARIANT, "pdf_forms": "<input" in html, "output_intent": COLOURS}
        document = self._rendered(html, fetcher, options, following)
        boxes = [page._page_box for page in document.pages]
        if wastes_a_page([(box.page_type.name, box) for box in boxes]):
            tighter = self._rendered(set_tighter(html), fetcher, options, following)
            document = tighter if len(tighter.pages) < len(boxes) else document
        document.pages = pages = [
            MarkedPage(page._page_box, partial(following.painted, rank)) for rank, page in enumerate(document.pages, 1)
        ]
        content = document.write_pdf(
            finisher=lambda _, pdf: finish(pdf, [Page(page.box, page.marks, page.name) for page in pages]),
            attachments=[_attached(attachment) for attachment in attachments],
            **options,
        )
        return pages, content

    def _rendered(
        self, html: str, fetcher: ClosedFetcher, options: Mapping[str, Any], following: Following
    ) -> weasyprint.Document:
        page = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher)
        following.follow(page.wrapper_element)
        with _pages_told(following.foot_done):
            return page.render(self._fonts, None, self._colours, stylesheets=[self._stylesheet], **options)


@contextmanager
def _failures_named() -> Iterator[None]:
    """Turn what the engine raises inside the block into TemplateError: it fails on styles that it half knows."""
    try:
        yield
    except RecursionError:
        raise
    except Exception as error:
        name = type(error).__name__
        raise TemplateError(f"charte.css : le moteur de mise en page s’est arrêté ({name} : {error}).") from error


def _attached(attachment: Attachment) -> weasyprint.Attachment:
    # an address that holds the file itself says its type too, which the machine would otherwise guess
    content = b64encode(attachment.content).decode()
    return weasyprint.Attachment(
        url=f"data:{attachment.media_type};base64,{content}",
        url_fetcher=ClosedFetcher({}),
        name=attachment.name,
        description=attachment.description,
        created=attachment.dated,
        modified=attachment.dated,
        relationship="Source",
    )


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[Complaint] = []

    def emit(self, record: logging.LogRecord) -> None:
        values = record.args if isinstance(record.args, tuple) else ()
        self.heard.append(Complaint(str(record.msg), values, record.getMessage()))


@contextmanager
def _pages_told(told: Callable[[int], None]) -> Iterator[None]:
    """Call `told` with the rank of each page that the engine ends inside the block, its head and foot made."""
    ended, ranks = engine_document.Page, count(1)

    def page(box: Box) -> weasyprint.Page:
        told(next(ranks))
        return ended(box)

    engine_document.Page = page
    try:
        yield
    finally:
        engine_document.Page = ended


@contextmanager
def _log() -> Iterator[list[Complaint]]:
    """Give what the engine logs inside the block, in place of the standard error."""
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    level, propagates = logger.level, logger.propagate
    logger.addHandler(listener)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)
        logger.propagate = propagates
