"""Signs and signatures: what stands for an institution, and for a person who signs."""

from enum import StrEnum

from docgen.tree.changes import Change
from docgen.tree.inlines import Inlines
from docgen.values import Struct


class Logo(Struct, frozen=True):
    """A mark to draw: the bytes of a vector (SVG) or raster (PNG, JPEG) file and its spoken alternative.

    `width` is in millimetres.
    """

    content: bytes
    media_type: str
    alternative: str
    width: float


class NameStack(Struct, frozen=True):
    """A name in text at the place of a mark: lines set as a stack, and a motto below it, in italics."""

    lines: tuple[str, ...]
    motto: tuple[str, ...] = ()


class Sender(Struct, frozen=True):
    """Who a letter or a committee's paper comes from, at the place of a mark: one line below the other."""

    lines: tuple[Inlines, ...]


Sign = Logo | NameStack | Sender


class Signs(Struct, frozen=True):
    """The zone of signs at the head of a page: State blocks or the sender leftmost, partners at the right."""

    state: tuple[Sign, ...]
    partners: tuple[Sign, ...]
    change: Change = Change.KEPT


class Signature(Struct, frozen=True):
    """The block of one person who signs.

    `above` names the delegating authority (quality, name) and the formula of delegation; empty for who signs in person.
    `name_of_field` is the technical name of the field, `spoken` its accessible name. `signed` stands in the place of a
    signature that was given: then nobody is to sign, and there is no field.
    """

    quality: Inlines
    name: Inlines
    above: "tuple[SignatureLine, ...]" = ()
    name_of_field: str = ""
    spoken: str = ""
    signed: Inlines = ()


class SignatureRole(StrEnum):
    """The lines of a signature block; the value is the name of the Word style."""

    QUALITE = "Signature qualité"
    NOM = "Signature nom"
    DELEGATION = "Signature délégation"


class SignatureLine(Struct, frozen=True):
    """One line of a signature block above the field."""

    role: SignatureRole
    content: Inlines


class Signatures(Struct, frozen=True):
    """The blocks, one row per side, two blocks abreast at most; kept together with the two paragraphs before them.

    A block that is alone in its row stands at the left, in a letter (`aside`) under the addressee.
    """

    rows: tuple[tuple[Signature, ...], ...]
    aside: bool = False
    change: Change = Change.KEPT
