"""The signature fields of a finished PDF, read in the file itself: what is sent is what is told."""

from typing import Any

from docgen.values import Struct


class SignatureField(Struct, frozen=True):
    """An empty field of signature: its name, its spoken name, its page (from 1), its rectangle.

    The rectangle is left, bottom, right, top, in points from the lower left corner of the page.
    """

    name: str
    spoken: str
    page: int
    rectangle: tuple[float, float, float, float]


def signature_fields(pdf: bytes) -> tuple[SignatureField, ...]:
    """Return the signature fields of `pdf`, page after page; empty where it has none."""
    from io import BytesIO  # noqa: PLC0415 – with the engine below, loaded by who sends to signature only

    from pypdf import PdfReader  # noqa: PLC0415

    found: list[SignatureField] = []
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages, 1):
        for reference in page.get("/Annots", ()):
            field: Any = reference.get_object()
            if field.get("/FT") == "/Sig":
                left, bottom, right, top = (round(float(edge), 2) for edge in field["/Rect"])
                found.append(
                    SignatureField(str(field["/T"]), str(field.get("/TU", "")), number, (left, bottom, right, top))
                )
    return tuple(found)
