"""Why an image cannot be drawn: what is damaged, empty, or would cost more memory than a logo may.

Both formats ask here before they draw, so that both print the name in its place; a drawing that is too large is refused
before an engine is called, which would stop the whole run.
"""

import re
import struct
import zlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
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
_LETTERS_PER_POINT = 4
_WEIGHT_OF_A_CUT = 50
_EFFECTS = {"filter": "un effet (filter)", "pattern": "un motif répété (pattern)"}
"""What the engines draw unlike, or at a cost that has no bound: a turbulence, a tile larger than the memory."""
_URL = re.compile(r"""url\(\s*["']?#([^)"']+?)["']?\s*\)""")
_CSS_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_FILTER = re.compile(r"(?<![\w-])filter\s*:\s*([^;}!]+)")
_CLASS = re.compile(r"\.([\w-]+)")
_STYLE = "{http://www.w3.org/2000/svg}style"
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
    if b"<!ENTITY" in content.replace(b"\0", b""):  # in UTF-16 too
        return "ce dessin SVG définit des entités", (0, 0)
    try:
        root = fromstring(content)
    except (ParseError, ValueError, LookupError):
        return "ce n’est pas un dessin SVG", (0, 0)
    if root.tag != _SVG:
        return "ce n’est pas un dessin SVG", (0, 0)
    if _too_heavy(root):
        return "ce dessin SVG a trop d’éléments pour un logo", (0, 0)
    if reason := _unlike(root):
        return reason, (0, 0)
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
    styles = _styles(root)
    weights: dict[Element, int] = {}

    def weigh(one: Element, depth: int) -> int:
        if one not in weights:
            if depth > _MAX_DEPTH:
                return _MAX_WEIGHT + 1
            weights[one] = 0
            below = sum(weigh(each, depth + 1) for each in one)
            cited = (named[id] for id in _cited(one, styles) if id in named)
            weights[one] = _own_weight(one) + below + sum(_times(one, it) * weigh(it, depth + 1) for it in cited)
        return weights[one]

    return weigh(root, 0) > _MAX_WEIGHT


def _styles(root: Element) -> Mapping[str, tuple[str, ...]]:
    """Return what the style sheet of a drawing has each class cite; under the empty name, what it has all cite."""
    styles: dict[str, tuple[str, ...]] = {}
    for selector, body in (rule for one in root.iter(_STYLE) for rule in _CSS_RULE.findall(one.text or "")):
        for name in _CLASS.findall(selector) or [""]:
            styles[name] = (*styles.get(name, ()), *_URL.findall(body))
    return styles


def _cited(one: Element, styles: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the ids that an element cites: what it repeats, and what it is filled, cut or ended with."""
    for name, value in one.attrib.items():
        yield from [value.removeprefix("#")] if name in _HREFS else _URL.findall(value)
    for name in ("", *one.get("class", "").split()):
        yield from styles.get(name, ())


def _times(one: Element, cited: Element) -> int:
    """Return how much what `one` cites costs: a marker is drawn at each point, a cut takes a page of its own."""
    tag = cited.tag.rpartition("}")[2]
    if tag == "marker":
        return 1 + (len(one.get("d", "")) + len(one.get("points", ""))) // _LETTERS_PER_POINT
    return _WEIGHT_OF_A_CUT if tag in ("mask", "clipPath") else 1


def _unlike(root: Element) -> str | None:
    """Return why a drawing would not come out of both engines alike, or of one at all; None where it would."""
    named = {one.get("id"): one for one in root.iter() if one.get("id")}
    styles = _styles(root)
    used = {named[id].tag.rpartition("}")[2] for one in root.iter() for id in _cited(one, styles) if id in named}
    used |= {"filter"} if any(map(_filters, root.iter())) else set()
    if refused := next((words for tag, words in _EFFECTS.items() if tag in used), None):
        return f"ce dessin SVG emploie {refused}, que Word et le PDF ne dessinent pas de même"
    inner = (one.get(name, "") for one in root.iter() for name in _HREFS)
    return next((why for href in inner if href.startswith("data:") and (why := _inner(href))), None)


def _filters(one: Element) -> bool:
    """Whether an element asks for an effect, by its attribute or by a style: one of its own, or a function of CSS."""
    said = [one.get("filter", ""), *_FILTER.findall(one.get("style", "")), *_FILTER.findall(_sheet(one))]
    return any(value.strip() not in ("", "none") for value in said)


def _sheet(one: Element) -> str:
    return (one.text or "") if one.tag == _STYLE else ""


def _inner(href: str) -> str | None:
    """Return why an image inside a drawing cannot be drawn; None where it can."""
    head, _, data = href.partition(",")
    if not re.fullmatch(r"data:image/(?:png|jpe?g);base64", head.strip(), re.IGNORECASE):
        return "ce dessin SVG contient une image qui n’est ni PNG, ni JPEG"
    try:
        reason, _ = _raster(b64decode(data))
    except ValueError:
        reason = "elle est illisible"
    return f"ce dessin SVG contient une image : {reason}" if reason else None


def _own_weight(one: Element) -> int:
    return 1 + (len(one.get("d", "")) + len(one.get("points", ""))) // _LETTERS_PER_ELEMENT
