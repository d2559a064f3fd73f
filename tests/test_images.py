"""The bytes of an image say its kind, its size and how finely it prints."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from docgen.images import image_type, pixel_size, printed_dpi

SVG = b'<?xml version="1.0"?>\n<!-- specimen -->\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def raster(kind: str, width: int, height: int, **options: bool) -> bytes:
    """Return the bytes of a plain image."""
    content = io.BytesIO()
    Image.new("RGB", (width, height)).save(content, kind, **options)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (SVG, "image/svg+xml"),
        (raster("PNG", 1, 1), "image/png"),
        (raster("JPEG", 1, 1), "image/jpeg"),
        (b"%PDF-1.7", None),
    ],
)
def test_an_image_is_known_by_its_first_bytes(content: bytes, kind: str | None) -> None:
    assert image_type(content) == kind


@given(st.integers(1, 300), st.integers(1, 300), st.sampled_from(("PNG", "JPEG")))
def test_the_size_is_the_one_that_was_drawn(width: int, height: int, kind: str) -> None:
    assert pixel_size(raster(kind, width, height)) == (width, height)


def test_a_progressive_jpeg_has_its_size_too() -> None:
    assert pixel_size(raster("JPEG", 40, 30, progressive=True)) == (40, 30)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8", b"\xff\xd8\xff", SVG, raster("PNG", 9, 9)[:14]])
def test_a_drawing_or_a_damaged_image_has_no_size(content: bytes) -> None:
    assert pixel_size(content) is None


@given(st.binary(max_size=60))
def test_no_bytes_make_it_fail(tail: bytes) -> None:
    for head in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"):
        size = pixel_size(head + tail)
        assert size is None or min(size) > 0


def test_the_resolution_rests_on_the_printed_width() -> None:
    content = raster("PNG", 600, 100)
    assert printed_dpi(content, 50) == 304
    assert printed_dpi(content, 51) == 298
    assert printed_dpi(content, 0) is None
    assert printed_dpi(SVG, 50) is None
