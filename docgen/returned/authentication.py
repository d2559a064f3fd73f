"""Is it the text that was agreed? The file is drawn again from the data that it carries, and compared."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.dossier import Dossier
from docgen.errors import UsageError
from docgen.layout.engines import Engines, Format
from docgen.layout.pdf.form import signature_fields
from docgen.returned.comparing import Difference, differences
from docgen.returned.file import Returned, opened
from docgen.returned.passages import Passage
from docgen.returned.pdf import PdfFile
from docgen.source.made import dossier_in
from docgen.source.papers import paper
from docgen.source.source import Source, xml_of
from docgen.tree import Document
from docgen.values import Struct, field, replace

if TYPE_CHECKING:
    from docgen.returned.signatures import Signature


_SAVED_AGAIN = (
    "Le fichier porte des signatures, mais un autre logiciel l’a enregistré depuis : elles ne prouvent plus rien."
)


class Likeness(StrEnum):
    """How much the file is the one that its data give."""

    OCTETS = "octet pour octet"
    MOTS = "mot pour mot"
    NON = "non"
    ILLISIBLE = "illisible"


class Verdict(Struct, frozen=True):
    """What `authentifier` says of a file.

    `likeness` is that of the file, signatures left aside, to what its data give; `differences` are the passages whose
    words are others. `version` is whether it was made by another docgen, other engines or other templates.
    `signatures` were put since; `added` is whether anything but signatures was added at the end of a PDF.
    `dossier` is where the file does not say what the dossier gives, None where no dossier was asked about; `foreign` is
    whether that dossier gives no such paper at all.
    `pages` are those of a PDF and those that its data give; `fields` counts where its paper is signed. `broken` says
    why signatures that the file has, or had, prove nothing any more; empty for nothing of the kind.
    """

    file: str
    source: Source
    format: Format
    likeness: Likeness
    differences: tuple[Difference, ...]
    version: bool
    signatures: "tuple[Signature, ...]" = ()
    added: bool = False
    dossier: tuple[Difference, ...] | None = field(default=None)
    foreign: bool = False
    pages: tuple[int, int] = (0, 0)
    fields: int = 0
    broken: str = ""

    @property
    def faithful(self) -> bool:
        """Whether the file says what its data say: the bytes of a PDF of this very version have to be the same."""
        tolerated = self.format is Format.DOCX or self.version
        return self.likeness is Likeness.OCTETS or (self.likeness is Likeness.MOTS and tolerated)

    @property
    def conforme(self) -> bool:
        """Whether there is nothing to say against the file."""
        signed = all(one.intact and one.alone for one in self.signatures)
        whole = not self.broken and not self.other_pages
        return self.faithful and signed and whole and not self.added and not self.dossier and not self.foreign

    @property
    def other_pages(self) -> bool:
        """Whether pages are missing, or were added: another version may set the same words on more pages or fewer."""
        return not self.version and self.pages[0] != self.pages[1]


def authenticate(returned: Returned, engines: Engines, dossier: Dossier | None = None) -> Verdict:
    """Return what is to be said of `returned`; with a `dossier`, whether it says what that one gives too.

    Raises UsageError where the file carries no data, or data that give no paper.
    """
    source = returned.source
    drawn = _drawn(source, dossier_in(source.files), engines, returned)
    read = _read(returned)
    found = () if read is None else differences(read, opened(drawn, returned.name).passages())
    signatures, broken = _signatures(returned)
    foreign = dossier is not None and paper(source.name, dossier) is None
    return Verdict(
        returned.name,
        source,
        returned.format,
        Likeness.ILLISIBLE if read is None else _likeness(returned, drawn, found),
        found,
        source.provenance != engines.provenance,
        signatures,
        not broken and _added(returned, signatures),
        None if dossier is None or foreign else _against(dossier, source, engines, returned, read or ()),
        foreign,
        _pages(returned, drawn),
        len(signature_fields(drawn)) if returned.format is Format.PDF else 0,
        broken,
    )


def _pages(returned: Returned, drawn: bytes) -> tuple[int, int]:
    if not isinstance(returned.opened, PdfFile):
        return 0, 0
    return returned.opened.page_count, PdfFile(drawn).page_count


def _read(returned: Returned) -> tuple[Passage, ...] | None:
    """Return what the file says; None where it cannot be read any more."""
    try:
        return returned.passages()
    except UsageError:
        return None


def _likeness(returned: Returned, drawn: bytes, found: Sequence[Difference]) -> Likeness:
    first = returned.opened.first if isinstance(returned.opened, PdfFile) else returned.content
    if first == drawn and not found:
        return Likeness.OCTETS
    return Likeness.NON if found else Likeness.MOTS


def document_of(source: Source, dossier: Dossier, name: str) -> Document:
    """Return the paper of `source`, of the file `name`, as `dossier` gives it: a draft, or definitive, as it was.

    Raises UsageError where it gives none.
    """
    document = paper(source.name, dossier)
    if document is None:
        raise UsageError(f"Les données de {name} ne donnent pas {source.name.piece}.")
    return replace(document, draft=source.draft)


def _drawn(source: Source, dossier: Dossier, engines: Engines, returned: Returned) -> bytes:
    document = document_of(source, dossier, returned.name)
    xml = returned.xml if returned.format is Format.PDF else xml_of(source)
    return engines.draw(document, returned.format, dict, source=xml).content


def _signatures(returned: Returned) -> "tuple[tuple[Signature, ...], str]":
    """Return the signatures of a PDF to which something was added since it was made, and why those that it has or had
    prove nothing any more; none elsewhere."""
    if not isinstance(returned.opened, PdfFile):
        return (), ""
    if returned.opened.is_cut():
        return (), "La fin du fichier manque : il a été coupé, et ses signatures avec lui."
    if returned.opened.first == returned.content:
        return (), _SAVED_AGAIN if returned.opened.has_signed_fields() else ""
    # imported here: reading signatures takes most of a second, and most files have none
    from docgen.returned.signatures import signatures_of  # noqa: PLC0415

    try:
        return signatures_of(returned.content), ""
    except UsageError as error:
        return (), str(error)


def _added(returned: Returned, signatures: "tuple[Signature, ...]") -> bool:
    """Whether a PDF was added to, and no signature was put after that."""
    if not isinstance(returned.opened, PdfFile):
        return False
    return returned.opened.first != returned.content and not any(one.alone for one in signatures[-1:])


def _against(
    dossier: Dossier, source: Source, engines: Engines, returned: Returned, read: Sequence[Passage]
) -> tuple[Difference, ...]:
    drawn = _drawn(source, dossier, engines, returned)
    return differences(read, opened(drawn, returned.name).passages())
