"""The files that a page may draw: what the closed fetcher lets through."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from docgen.layout.charts import pictures_of
from docgen.tree import Article, Block, Box, BulletList, Chart, Document, Logo, Part, Signs
from docgen.values import Struct

_SVG = "image/svg+xml"
_SUFFIXES = {_SVG: ".svg", "image/png": ".png", "image/jpeg": ".jpg"}


class Asset(Struct, frozen=True):
    """A file that a page may draw."""

    content: bytes
    media_type: str


Assets = dict[str, Asset]
"""Assets by address, relative to the templates folder."""


def shipped_assets(templates: Path) -> Assets:
    """Return the pictures of the `templates` folder; empty where it has none."""
    pictures = sorted((templates / "images").glob("*.svg"))
    return {picture.relative_to(templates).as_posix(): Asset(picture.read_bytes(), _SVG) for picture in pictures}


def address_of(logo: Logo) -> str:
    """Return the address of `logo`, which depends on its bytes alone."""
    return f"logos/{sha256(logo.content).hexdigest()[:16]}{_SUFFIXES.get(logo.media_type, '')}"


def logo_assets(document: Document) -> Assets:
    """Return the logos and charts that `document` draws; empty where it draws none."""
    return {address_of(logo): Asset(logo.content, logo.media_type) for logo in logos_of(document.blocks)}


def logos_of(blocks: Iterable[Block]) -> Iterator[Logo]:
    """Yield the logos and the drawings of charts in `blocks`, in reading order."""
    for block in blocks:
        match block:
            case Signs():
                yield from (sign for sign in (*block.state, *block.partners) if isinstance(sign, Logo))
            case Chart():
                yield from pictures_of(block)
            case Article() | Part() | Box():
                yield from logos_of(block.body)
            case BulletList():
                for item in block.items:
                    yield from logos_of(item.below)
            case _:
                pass
