"""The closing line and the signature blocks of a text (identity.md §4; model-sentences §§1.5, 1.6)."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Protocol

from docgen.french import cardinal, delegation_formula, long_date
from docgen.french.elision import de
from docgen.model.common import Partie, Personne, Signataire
from docgen.model.convention import Cloture, Convention, ModeSignature
from docgen.model.convention import Signature as SignatureDuTexte
from docgen.model.normalise import normalise
from docgen.text.names import fonction, qualite, qualite_du_signataire
from docgen.text.words import fill, hole, sentence
from docgen.tree import (
    Blank,
    Break,
    Inline,
    Inlines,
    PageCount,
    Paragraph,
    ParagraphRole,
    Signature,
    SignatureLine,
    SignatureRole,
    Signatures,
)
from docgen.values import replace

Signing = tuple[Signataire, Partie]
"""Who signs, and for which party."""

_UNSAFE = re.compile(r"[^a-z0-9]+")
_ROLE_MAX = 60
"""Letters of a role in the name of a field."""

ELECTRONIQUE = (
    " électroniquement par chacune des parties. Sa date est celle de {} Chaque partie en reçoit un "
    "exemplaire sur support durable ou y a accès."
)


class Signed(Protocol):
    """A text that parties sign."""

    @property
    def signature(self) -> SignatureDuTexte | None:
        """When, where and how it is signed; None while nothing is said of it."""

    @property
    def signee_le(self) -> date | None:
        """The day of the last signature; None until then."""


def closing(text: Signed, *, annexed: bool) -> Paragraph:
    """Return the line above the blocks; its date and place stay blank until the text is signed."""
    subject, covered = "La présente convention est signée", isinstance(text, Convention)
    return closing_line(text.signature, text.signee_le, subject, annexed=annexed, covered=covered)


def closing_line(
    signature: SignatureDuTexte | None, signed: date | None, subject: str, *, annexed: bool, covered: bool = False
) -> Paragraph:
    """Return the line above the blocks of a text; `subject` opens it where the parties sign electronically.

    Where it is asked for, the number of pages comes first, in the same paragraph, with which the last words of the text
    stay on the page of the blocks; the pages are said to hold the annexes of a text that has some. Only a text that has
    annexes or a cover has surely several pages: of another, the words suit one page too, for nobody has counted yet.
    """
    made = _made(signature, signed, subject)
    if not signature or not signature.nombre_de_pages:
        return made
    end = " pages, annexes comprises." if annexed else " pages."
    counted = sentence("Document établi sur ", PageCount(), end)
    if not annexed and not covered:
        counted = sentence("Nombre de pages du document : ", PageCount(), ".")
    return replace(made, content=(*counted, Break(), *made.content))


def _made(signature: SignatureDuTexte | None, signed: date | None, subject: str) -> Paragraph:
    if signature and signature.mode is ModeSignature.ELECTRONIQUE:
        last = f"la dernière signature, le {long_date(signed)}." if signed else "la dernière signature."
        return Paragraph(sentence(subject + ELECTRONIQUE.format(last)), ParagraphRole.FAIT)
    count = signature.originaux if signature else None
    copies = f" en {cardinal(count)} exemplaires originaux," if count and count > 1 else ""
    if signed and not (signature and signature.lieu):
        return Paragraph(sentence(f"Fait{copies} le ", long_date(signed), "."), ParagraphRole.FAIT)
    day: str | Inline = long_date(signed) if signed else Blank()
    place: str | Inline = signature.lieu if signature and signature.lieu else Blank()
    if signature and signature.cloture is Cloture.DATE_LIEU:
        return Paragraph(sentence("Fait le ", day, " à ", place, ","), ParagraphRole.FAIT)
    end = "." if signed else ""
    return Paragraph(sentence("Fait à ", place, f",{copies} le ", day, end), ParagraphRole.FAIT)


def signatures(parties: Sequence[Partie], given: Callable[[Signing], Inlines] | None = None) -> Signatures:
    """Return the blocks of those who sign, in the order of the parties: one row per side, two blocks abreast.

    Where the signatures were given, `given` says so of each: its words stand in the place of the field.
    """
    groups = _by_side(parties)
    names = _field_names(in_order(parties), "signature")
    rows = (row for group in groups for row in _rows(group, names, given))
    return Signatures(tuple(rows))


def in_order(parties: Sequence[Partie]) -> tuple[Signing, ...]:
    """Return who signs for `parties`, in the order of their blocks."""
    return tuple(signing for group in _by_side(parties) for signing in group)


def _by_side(parties: Sequence[Partie]) -> list[list[Signing]]:
    sides = sorted({partie.cote or 0 for partie in parties})
    return [
        [(one, partie) for partie in parties if (partie.cote or 0) == side for one in partie.signataires]
        for side in sides
    ]


def letter_signatures(partie: Partie, signataires: Sequence[Signataire], field: str = "signature") -> Signatures:
    """Return the blocks of those who sign a letter for `partie`, under its addressee; `field` begins their names."""
    signing = [(one, partie) for one in signataires]
    return Signatures(tuple(_rows(signing, _field_names(signing, field))), aside=True)


def _rows(
    signing: Sequence[Signing], names: Iterator[str], given: Callable[[Signing], Inlines] | None = None
) -> Iterator[tuple[Signature, ...]]:
    blocks = [_block(signataire, partie, names) for signataire, partie in signing]
    if given:
        pairs = zip(blocks, signing, strict=True)
        blocks = [replace(block, name_of_field="", spoken="", signed=given(one)) for block, one in pairs]
    yield from (tuple(blocks[start : start + 2]) for start in range(0, len(blocks), 2))


def _field_names(signing: Sequence[Signing], prefix: str) -> Iterator[str]:
    """Name each field after the role of who signs: `signature-president`; a role met twice gets a rank."""
    met: dict[str, int] = {}
    for signataire, partie in signing:
        role = _shortened(normalise(signataire.signe.qualite or f"{partie.id or 'partie'}"))
        met[role] = met.get(role, 0) + 1
        yield f"{prefix}-{role}" + (f"-{met[role]}" if met[role] > 1 else "")


def _shortened(role: str) -> str:
    """Keep letters, figures and hyphens (a name of field has no full stop), and cut a long role after a whole word."""
    role = _UNSAFE.sub("-", role).strip("-")
    return role if len(role) <= _ROLE_MAX else role[: _ROLE_MAX + 1].rpartition("-")[0]


def _block(signataire: Signataire, partie: Partie, names: Iterator[str]) -> Signature:
    person = signataire.signe
    quality = qualite_du_signataire(signataire, partie)
    named = de(person.prenom_nom) if person.prenom_nom else "de la personne habilitée"
    spoken = f"Signature {named}, {fonction(person) or ''}".rstrip(", ")
    return Signature(
        quality=fill(quality, f"qualité du signataire, {partie.sigle or partie.usuel}"),
        name=_name(person),
        above=tuple(_authority(signataire, partie)) if signataire.delegation else (),
        name_of_field=next(names),
        spoken=spoken,
    )


def _authority(authority: Signataire, partie: Partie) -> Iterator[SignatureLine]:
    quality = qualite(authority, bloc=partie)
    yield SignatureLine(SignatureRole.QUALITE, fill(quality, "qualité de l’autorité délégante"))
    yield SignatureLine(SignatureRole.NOM, _name(authority))
    formula = delegation_formula(authority.qualite, authority.feminin) if authority.qualite else None
    yield SignatureLine(SignatureRole.DELEGATION, fill(formula, "formule de délégation"))


def _name(person: Personne) -> Inlines:
    return sentence(person.prenom_nom) if person.prenom_nom else hole("prénom et nom du signataire")


def signed_on(convention: Convention) -> date | None:
    """Return the day on which names and holders are read: the signature's, else the day the text was made."""
    return convention.signee_le or convention.etablie_le
