"""What the bytes of an image say of it: its kind, its size in pixels, how finely it prints."""

import re
from decimal import Decimal

DPI_MIN = 300
"""The least resolution at which a raster image may be printed, in dots per inch (rules.md LOG-05)."""

RASTER = ("image/png", "image/jpeg")
"""The media types of images made of pixels."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_SVG = re.compile(rb"<svg\b")
_HEAD = 4096
_MM_PER_INCH = Decimal("25.4")
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The JPEG segments that give the size of the image."""


def image_type(content: bytes) -> str | None:
    """Return the media type that `content` has by its first bytes; None for what is neither SVG, PNG nor JPEG."""
    if content.startswith(_PNG):
        return "image/png"
    if content.startswith(_JPEG):
        return "image/jpeg"
    return "image/svg+xml" if _SVG.search(content[:_HEAD]) else None


def pixel_size(content: bytes) -> tuple[int, int] | None:
    """Return the width and height of a PNG or JPEG; None for another image, or one whose head is damaged."""
    size = None
    if content.startswith(_PNG) and content[12:16] == b"IHDR":
        size = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    elif content.startswith(_JPEG):
        size = _jpeg_size(content)
    return size if size and all(size) else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walk the segments up to the one that begins the picture."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker, length = content[place + 1], int.from_bytes(content[place + 2 : place + 4])
        if marker == 0xFF:
            place += 1
        elif marker in _FRAMES:
            height, width = content[place + 5 : place + 7], content[place + 7 : place + 9]
            return int.from_bytes(width), int.from_bytes(height)
        else:
            place += 2 + max(length, 2)
    return None


def printed_dpi(content: bytes, width: int) -> int | None:
    """Return the dots per inch of a raster image printed `width` millimetres wide; None where its size is not known."""
    size = pixel_size(content)
    return int(size[0] * _MM_PER_INCH / width) if size and width > 0 else None
