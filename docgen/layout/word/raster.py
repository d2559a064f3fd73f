"""Pictures as pixels: an SVG drawn as PNG, the size of a PNG or a JPEG. The only module that imports resvg_py."""

import re
import struct
from functools import lru_cache
from pathlib import Path

from docgen.soundness import unsound

_DOTS_PER_MM = 600 / 25.4
_CSS_DOTS_PER_INCH = 96.0
"""What a drawing whose size is in millimetres is measured by."""
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of JPEG that open a frame and give its size (ITU-T T.81, table B.1)."""
_OUTSIDE = re.compile(r"""<!ENTITY|href\s*=\s*["'](?!#|data:)""", re.IGNORECASE)
"""What makes a drawing read another file: resvg opens any that it names."""


class UnreadableError(Exception):
    """A picture cannot be read; `str(error)` says why, in French."""


@lru_cache(maxsize=64)
def png_of(svg: bytes, width: float, fonts: Path | None) -> bytes:
    """Return `svg` drawn as PNG, `width` millimetres wide at 600 dots an inch, with the fonts of a folder alone.

    Raises UnreadableError where it is no SVG, or refers to another file.
    """
    # Imported here: most documents carry no picture.
    import resvg_py  # noqa: PLC0415

    folders = [str(fonts)] if fonts is not None and fonts.is_dir() else []
    try:
        text = svg.decode("utf-8-sig")
        if reason := unsound(svg, "image/svg+xml", width):
            raise UnreadableError(reason)
        if _OUTSIDE.search(text):
            raise UnreadableError("ce dessin SVG renvoie à un autre fichier")
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=text,
                width=round(width * _DOTS_PER_MM),
                dpi=_CSS_DOTS_PER_INCH,
                skip_system_fonts=True,
                font_dirs=folders,
            )
        )
    except ValueError as error:
        raise UnreadableError("ce n’est pas un dessin SVG") from error


def size_of(content: bytes) -> tuple[int, int]:
    """Return the width and height, in pixels, of a PNG or a JPEG. Raises UnreadableError where it is neither."""
    try:
        if content.startswith(_PNG):
            width, height = struct.unpack_from(">LL", content, 16)
        elif content.startswith(_JPEG):
            width, height = _jpeg_size(content)
        else:
            raise UnreadableError("ce n’est une image ni PNG, ni JPEG")
    except (struct.error, IndexError) as error:
        raise UnreadableError("l’image est tronquée") from error
    if not width or not height:
        raise UnreadableError("l’image est vide")
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    position = 2
    while content[position + 1] not in _FRAMES:
        position += 2 + struct.unpack_from(">H", content, position + 2)[0]
    height, width = struct.unpack_from(">HH", content, position + 5)
    return width, height
