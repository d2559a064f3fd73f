"""What a person should know of a PDF that someone sends: what is added on top, hidden, or lost for the blind."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Finding
from docgen.returned.findings import ACCES, CACHE, COMMENTAIRE, blocking, doubtful, levels_skipped
from docgen.returned.pdf import PdfFile, quiet

_OURS = {"/Widget", "/Link", "/Popup"}
_REMEDY = "Demandez le fichier d’origine, ou refaites-le avec docgen."


@quiet()
def inspect_pdf(pdf: PdfFile) -> tuple[Finding, ...]:
    """Return what is to be said of `pdf`, beside its words."""
    return tuple(_inspected(pdf))


def _inspected(pdf: PdfFile) -> Iterator[Finding]:
    yield from _annotations(pdf)
    if pdf.has_hidden_words():
        yield blocking(CACHE, "Le fichier porte du texte que ses pages ne montrent pas.", _REMEDY)
    yield from _accessible(pdf)


def _annotations(pdf: PdfFile) -> Iterator[Finding]:
    pages: Any = pdf.reader.pages
    notes = [note for page in pages for one in page.get("/Annots", []) if (note := one.get_object())]
    added = [note for note in notes if note.get("/Subtype") not in _OURS]
    if added:
        words = next((str(note["/Contents"]) for note in added if note.get("/Contents")), "")
        example = f", par exemple « {words[:60]} »" if words else ""
        message = f"Le fichier porte des annotations : {len(added)}{example}."
        yield doubtful(COMMENTAIRE, message, "Répondez-y ; elles ne font pas partie du document.")


def _accessible(pdf: PdfFile) -> Iterator[Finding]:
    root: Any = pdf.reader.trailer["/Root"]
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
        yield doubtful(ACCES, "Le fichier n’est pas balisé : une machine ne peut pas le lire à voix haute.", _REMEDY)
        return
    metadata = pdf.reader.metadata
    if not metadata or not metadata.title:
        yield doubtful(ACCES, "Le fichier n’a pas de titre dans ses propriétés.", _REMEDY)
    if not root.get("/Lang"):
        yield doubtful(ACCES, "Le fichier ne dit pas sa langue.", _REMEDY)
    roles = pdf.roles()
    skipped = levels_skipped([int(role[1:]) for role, _ in roles if role[:1] == "H" and role[1:].isdecimal()])
    if skipped:
        yield doubtful(ACCES, f"Les titres sautent un niveau, {skipped}.", _REMEDY)
    mute = sum(role == "Figure" and not alternative for role, alternative in roles)
    if mute:
        yield doubtful(ACCES, f"Images sans texte de remplacement : {mute}.", _REMEDY)
