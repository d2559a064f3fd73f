"""What the engine could not draw, as findings."""

import re
from collections.abc import Iterator, Sequence

from docgen.findings import Finding, Severity
from docgen.layout.pdf.assets import address_of, logos_of
from docgen.layout.pdf.printed import Printed
from docgen.tree import Document, Logo, leaves, text_of

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MISSING_GLYPH = ".notdef glyph"
_FAILED_IMAGE = ("Failed to load image", "Failed to render SVG image")
_CMYK = b"/ColorSpace /DeviceCMYK"
_CONTEXT = 30
"""Characters quoted on each side of the one that cannot be drawn."""


def findings_of(document: Document, printed: Printed, dropped: Sequence[str]) -> tuple[Finding, ...]:
    """Return what could not be drawn of `document`, each fault once; empty where all was.

    `dropped` are the characters taken out of its HTML.
    """
    found = (
        *_of_dropped(document, dropped),
        *_of_glyphs(document, printed),
        *_of_images(document, printed),
        *_of_layout(document, printed),
    )
    return tuple(dict.fromkeys(found))


def without_forbidden(html: str) -> tuple[str, tuple[str, ...]]:
    """Return `html` without the characters that no file can hold, and those characters, each once."""
    found = tuple(dict.fromkeys(_FORBIDDEN.findall(html)))
    return (_FORBIDDEN.sub("", html), found) if found else (html, ())


def _of_dropped(document: Document, dropped: Sequence[str]) -> Iterator[Finding]:
    for char in dropped:
        yield _finding(
            document,
            "SAI-05",
            f"Le caractère U+{ord(char):04X} ne peut figurer ni dans un PDF ni dans un fichier Word"
            f"{_read_in(document, char)}.",
            "Supprimez ce caractère invisible, venu le plus souvent d’un copier-coller.",
        )


def _of_glyphs(document: Document, printed: Printed) -> Iterator[Finding]:
    for complaint in printed.complaints:
        if complaint.form.startswith(_MISSING_GLYPH):
            char = str(complaint.values[0])
            yield _finding(
                document,
                "SAI-05",
                f"Aucune police de docgen ne dessine le caractère « {char} » (U+{ord(char):04X})"
                f"{_read_in(document, char)}.",
                "Remplacez-le par un caractère courant, ou par un mot.",
            )


def _read_in(document: Document, char: str) -> str:
    """Return where `char` was read, with the words around it; empty where no text of the tree has it."""
    for content in leaves(document.blocks):
        text = text_of(content)
        if char in text:
            at = text.index(char)
            around = text[max(0, at - _CONTEXT) : at + _CONTEXT].strip()
            return f", lu dans « {_FORBIDDEN.sub('', around)} »"
    return ""


def _of_images(document: Document, printed: Printed) -> Iterator[Finding]:
    logos = {address_of(logo): logo for logo in logos_of(document.blocks)}
    for complaint in printed.complaints:
        if complaint.form.startswith(_FAILED_IMAGE):
            name = _name_of(str(complaint.values[0]), logos)
            yield _image_finding(document, f"L’image {name} n’a pas pu être dessinée : fichier illisible.")
    for address in printed.refused:
        yield _image_finding(
            document, f"Une image demande un autre fichier, « {address} », que docgen ne va pas chercher."
        )
    for logo in logos.values():
        if not logo.alternative.strip():
            yield _image_finding(document, "Un logo n’a pas de texte de remplacement.")
    if _CMYK in printed.content:
        yield _image_finding(document, "Un logo est en quadrichromie (CMJN), qu’un PDF à archiver n’admet pas.")


def _name_of(address: str, logos: dict[str, Logo]) -> str:
    for known, logo in logos.items():
        if address.endswith(known):
            return f"« {logo.alternative} »"
    return f"« {address} »"


def _image_finding(document: Document, message: str) -> Finding:
    return _finding(
        document,
        "LOG-05",
        message,
        "Fournissez un fichier SVG, PNG ou JPEG complet, en RVB, avec son texte de remplacement.",
    )


def _of_layout(document: Document, printed: Printed) -> Iterator[Finding]:
    known = (_MISSING_GLYPH, *_FAILED_IMAGE)
    for complaint in printed.complaints:
        if not complaint.form.startswith(known):
            yield _finding(document, "MEP-01", f"Le moteur de mise en page n’a pas tout dessiné : {complaint.message}.")
    for page in printed.lone_signatures:
        yield _finding(
            document,
            "SIG-06",
            f"Page {page} : un bloc de signature y est coupé ou seul.",
            "Raccourcissez ou allongez d’une ligne le texte qui précède.",
        )


def _finding(document: Document, code: str, message: str, remedy: str = "") -> Finding:
    return Finding(code, Severity.BLOQUANT, message, remedy, f"{document.kind}/{document.id}")
