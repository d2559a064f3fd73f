"""Why an image cannot be drawn: what is damaged, empty, or would cost more memory than a logo may.

Both formats ask here before they draw, so that both print the name in its place; a drawing that is too large is refused
before an engine is called, which would stop the whole run.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, fromstring

from docgen.images import pixel_size

MAX_HEIGHT = 160
"""The greatest printed height of a logo in millimetres, which is also the greatest width that may be asked for."""
_MAX_RATIO = 50
"""How many times longer than the other a side may be."""
_MAX_PIXELS = 50_000_000
_MAX_DEPTH = 40
_MAX_WEIGHT = 20_000
"""The elements of a drawing once its repetitions are written out; forty letters of a path count as one more."""
_LETTERS_PER_ELEMENT = 40
_SVG = "{http://www.w3.org/2000/svg}svg"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_LENGTH = re.compile(r"\s*\+?([0-9]*\.?[0-9]+(?:e[+-]?[0-9]{1,3})?)\s*(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_PNG_START = 8


@lru_cache(maxsize=64)
def unsound(content: bytes, media_type: str, width: float) -> str | None:
    """Return in French why an image cannot be printed `width` millimetres wide; None where it can."""
    if not content:
        return "le fichier est vide"
    reason, size = _drawing(content) if media_type == "image/svg+xml" else _raster(content)
    return reason or _shape(size, width)


def _shape(size: tuple[float, float], width: float) -> str | None:
    across, down = size
    if not across or not down:
        return "sa largeur ou sa hauteur est nulle"
    if max(across, down) > _MAX_RATIO * min(across, down):
        return f"un de ses côtés fait plus de {_MAX_RATIO} fois l’autre"
    if width * down > MAX_HEIGHT * across:
        return f"il aurait plus de {MAX_HEIGHT} mm de haut à {width:g} mm de large"
    return None


def _raster(content: bytes) -> tuple[str | None, tuple[float, float]]:
    size = pixel_size(content)
    if size is None:
        return "le fichier est endommagé : sa taille est illisible", (0, 0)
    if size[0] * size[1] > _MAX_PIXELS:
        return f"il a plus de {_MAX_PIXELS // 1_000_000} millions de points", size
    whole = _whole_png(content) if content.startswith(b"\x89PNG") else _whole_jpeg(content)
    return (None if whole else "le fichier est endommagé ou tronqué"), size


def _whole_png(content: bytes) -> bool:
    """Whether each chunk has its checksum, the last one is there, and the picture unpacks to its end."""
    try:
        chunks = list(_chunks(content))
        unpacking = zlib.decompressobj()
        packed = b"".join(data for kind, data in chunks if kind == b"IDAT")
        while packed:
            unpacking.decompress(packed, 2**20)
            packed = unpacking.unconsumed_tail
    except (struct.error, ValueError, zlib.error):
        return False
    return unpacking.eof and chunks[-1][0] == b"IEND"


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the data of each chunk up to the last; raises ValueError at one that is damaged."""
    place, kind = _PNG_START, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">L4s", content, place)
        data = content[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack_from(">L", content, place + 8 + length)
        if checksum != zlib.crc32(kind + data):
            raise ValueError(kind)
        yield kind, data
        place += 12 + length


def _whole_jpeg(content: bytes) -> bool:
    """Whether the picture has its end after its scan; the end of a small preview at the head does not count."""
    scan = content.rfind(b"\xff\xda")
    return scan >= 0 and content.find(b"\xff\xd9", scan) >= 0


def _drawing(content: bytes) -> tuple[str | None, tuple[float, float]]:
    """Return what is wrong with an SVG, and its width and height in pixels."""
    if b"<!ENTITY" in content:
        return "ce dessin SVG définit des entités", (0, 0)
    try:
        root = fromstring(content)
    except (ParseError, ValueError, LookupError):
        return "ce n’est pas un dessin SVG", (0, 0)
    if root.tag != _SVG:
        return "ce n’est pas un dessin SVG", (0, 0)
    if _too_heavy(root):
        return "ce dessin SVG a trop d’éléments pour un logo", (0, 0)
    size = _drawing_size(root)
    return (None if size else "ce dessin SVG ne dit pas sa taille (width et height, ou viewBox)"), size or (0, 0)


def _drawing_size(root: Element) -> tuple[float, float] | None:
    view = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    box = [_length(part) for part in view[2:4]] if len(view) == 4 else [None, None]
    across, down = _length(root.get("width", "")), _length(root.get("height", ""))
    if across is None and down is not None and box[0] is not None and box[1]:
        across = down * box[0] / box[1]
    if down is None and across is not None and box[0] and box[1] is not None:
        down = across * box[1] / box[0]
    across, down = (box[0], box[1]) if across is None or down is None else (across, down)
    return (across, down) if across is not None and down is not None else None


def _length(text: str) -> float | None:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _PIXELS[found[2].lower()] if found else None


def _too_heavy(root: Element) -> bool:
    """Whether the drawing, its repetitions written out, is deeper or has more elements than a logo needs."""
    named = {one.get("id"): one for one in root.iter() if one.get("id")}
    weights: dict[Element, int] = {}

    def weigh(one: Element, depth: int) -> int:
        if one not in weights:
            if depth > _MAX_DEPTH:
                return _MAX_WEIGHT + 1
            weights[one] = 0
            below = [*one, *(_repeated(one, named))]
            weights[one] = _own_weight(one) + sum(weigh(each, depth + 1) for each in below)
        return weights[one]

    return weigh(root, 0) > _MAX_WEIGHT


def _repeated(one: Element, named: dict[str | None, Element]) -> Iterator[Element]:
    """Yield what a `use` repeats; empty for another element."""
    if one.tag.endswith("}use"):
        for target in (one.get(name, "").removeprefix("#") for name in _HREFS):
            if target in named:
                yield named[target]


def _own_weight(one: Element) -> int:
    return 1 + (len(one.get("d", "")) + len(one.get("points", ""))) // _LETTERS_PER_ELEMENT
