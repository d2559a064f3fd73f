"""An image that is damaged or that would cost too much is refused before an engine draws it."""

import base64
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from docgen.soundness import unsound

SVG = "image/svg+xml"


def svg(body: str = "", head: str = 'width="90" height="30"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{body}</svg>'.encode()


def raster(kind: str) -> bytes:
    content = io.BytesIO()
    Image.effect_noise((60, 40), 80).save(content, kind)
    return content.getvalue()


BOMB = '<g id="a0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)
)


def mask() -> str:
    cut = "".join(
        f'<mask id="m{n}">' + f'<rect mask="url(#m{n - 1})" width="1" height="1"/>' * 10 + "</mask>"
        for n in range(1, 6)
    )
    return f'<mask id="m0"><rect/></mask>{cut}<rect mask="url(#m5)"/>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vide"),
        (b"<html/>", "pas un dessin SVG"),
        (b"<svg", "pas un dessin SVG"),
        (svg(head='width="1" height="100000"'), "plus de 50 fois"),
        (svg(head='width="100000" height="1"'), "plus de 50 fois"),
        (svg(head='viewBox="0 0 1 1e5"'), "plus de 50 fois"),
        (svg(head='width="1" height="10"'), "plus de 160 mm de haut"),
        (svg(head='width="0" height="10"'), "nulle"),
        (svg(head=""), "ne dit pas sa taille"),
        (svg(BOMB), "trop d’éléments"),
        (svg('<path d="M0 0' + "L1 1" * 300_000 + '"/>'), "trop d’éléments"),
        (svg(mask(), 'width="90" height="30"'), "trop d’éléments"),
        (
            svg(
                f'<marker id="m"><path d="{"M0 0L1 1" * 400}"/></marker>'
                f'<path marker-mid="url(#m)" d="{"M0 0L9 9" * 400}"/>'
            ),
            "trop d’éléments",
        ),
        (
            svg(
                '<style>.a{clip-path:url("#c")}</style><clipPath id="c"><path/></clipPath>'
                + '<path class="a b"/>' * 500
            ),
            "trop d’éléments",
        ),
        (
            svg('<filter id="f"><feTurbulence numOctaves="100000"/></filter><rect filter="url(#f)"/>'),
            "un effet (filter)",
        ),
        (svg('<rect filter="blur(9000)"/>'), "un effet (filter)"),
        (svg('<rect style="fill:red; filter: drop-shadow(9px 9px 9px)"/>'), "un effet (filter)"),
        (svg('<!DOCTYPE svg [<!ENTITY a "b">]>', "").decode().encode("utf-16"), "des entités"),
        (svg('<style>rect{fill:url(#p)}</style><pattern id="p" width="1e6" height="1e6"/><rect/>'), "un motif répété"),
        (svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'), "ni PNG, ni JPEG"),
        (svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'), "contient une image : le fichier est endommagé"),
        (svg("<g>" * 5_000 + "</g>" * 5_000), "trop d’éléments"),
    ],
)
def test_a_drawing_that_cannot_be_printed_says_why(content: bytes, said: str) -> None:
    assert said in (unsound(content, SVG, 58) or "")


@pytest.mark.parametrize(
    "head",
    ['width="90" height="30"', 'viewBox="0 0 90 30"', 'viewBox="0,0,90,30" width="100%"', 'width="58mm" height="2cm"'],
)
def test_a_plain_drawing_can_be_printed(head: str) -> None:
    assert unsound(svg('<defs><g id="a"/></defs><use href="#a"/>', head), SVG, 58) is None


def test_a_gradient_a_few_cuts_an_unused_effect_and_a_small_picture_are_a_logo_s_own() -> None:
    picture = base64.b64encode(raster("PNG")).decode()
    body = (
        '<filter id="f"/><linearGradient id="g"/><clipPath id="c"><rect/></clipPath>'
        + '<path fill="url(#g)" clip-path="url(#c)" d="M0 0L9 9"/>' * 40
        + f'<image href="data:image/png;base64,{picture}"/>'
    )
    assert unsound(svg(body), SVG, 58) is None


def test_a_drawing_that_repeats_itself_in_a_circle_is_weighed_all_the_same() -> None:
    assert unsound(svg('<g id="a"><use href="#a"/></g>'), SVG, 58) is None


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_an_image_cut_anywhere_is_damaged_and_a_whole_one_is_not(kind: str) -> None:
    whole, media_type = raster(kind), f"image/{kind.lower()}"
    assert unsound(whole, media_type, 58) is None
    for kept in range(1, 10):
        assert "endommagé" in (unsound(whole[: len(whole) * kept // 10], media_type, 58) or "")


@given(st.data())
def test_a_byte_changed_in_a_png_is_seen(data: st.DataObject) -> None:
    whole = raster("PNG")
    place = data.draw(st.integers(len(whole) // 3, len(whole) - 20))
    changed = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
    assert "endommagé" in (unsound(changed, "image/png", 58) or "")
