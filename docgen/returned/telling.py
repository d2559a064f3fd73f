"""What a verdict says, in French: as lines for a person, as data for a program."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from docgen.french import long_date
from docgen.returned.authentication import Likeness, Verdict
from docgen.returned.comparing import Difference
from docgen.returned.passages import FURNITURE
from docgen.source.source import Source

if TYPE_CHECKING:
    from docgen.returned.signatures import Signature


SHOWN = 20
"""Passages that differ: those that are told; the others are counted."""


def identity(file: str, source: Source) -> str:
    """Return what a file is, by the data that it carries: its kind, its id, its state, what made it."""
    state = "projet" if source.draft else "définitif"
    return f"{file} : {source.name.kind} {source.name.id}, {state}, fait par docgen {source.provenance.docgen}."


def lines_of(verdict: Verdict) -> Iterator[str]:
    """Yield what to print of `verdict`, one line a thing."""
    yield identity(verdict.file, verdict.source)
    yield _likeness(verdict)
    yield from pages_told(verdict)
    yield from _differing(verdict.differences)
    yield from map(signature_told, verdict.signatures)
    if verdict.broken:
        yield verdict.broken
    elif verdict.fields:
        yield f"Champs signés : {len(verdict.signatures)} sur {verdict.fields}."
    if verdict.added:
        yield "Quelque chose a été ajouté au fichier après coup, qu’aucune signature ne couvre."
    yield from _held_to_its_dossier(verdict)
    yield "CONFORME" if verdict.conforme else "NON CONFORME"


def _held_to_its_dossier(verdict: Verdict) -> Iterator[str]:
    """Yield whether the file says what the dossier gives; nothing where none was asked about."""
    if verdict.foreign:
        name = verdict.source.name
        yield f"Le dossier indiqué ne fait aucun papier « {name.kind} {name.id} » : ce n’est pas celui de ce fichier."
        yield "  Donnez à --dossier le dossier dont ce document vient, ou retirez --dossier."
    elif verdict.dossier:
        yield f"Ce n’est pas le texte que donne le dossier indiqué ; passages qui diffèrent : {len(verdict.dossier)}."
        if verdict.faithful:
            yield "  Le fichier est intact : le dossier a changé depuis, ou ce n’est pas celui de ce fichier."
        yield from _differing(verdict.dossier)
    elif verdict.dossier is not None:
        yield "C’est le texte que donne le dossier."


def _likeness(verdict: Verdict) -> str:
    if verdict.likeness is Likeness.OCTETS and verdict.added:
        return "Sous ce qui y a été ajouté, le fichier est, octet pour octet, celui que ses données donnent."
    if verdict.likeness is Likeness.OCTETS:
        return "Le fichier est, octet pour octet, celui que ses données donnent."
    if verdict.likeness is Likeness.NON:
        return f"Le fichier ne dit pas ce que ses données disent ; passages qui diffèrent : {len(verdict.differences)}."
    if verdict.likeness is Likeness.ILLISIBLE:
        return "Les mots du fichier ne se lisent plus : il a été abîmé ou modifié."
    same = "Le fichier dit, mot pour mot, ce que ses données disent"
    if verdict.version:
        return f"{same} ; il a été fait par une autre version de docgen, de ses moteurs ou de ses gabarits."
    if verdict.faithful:
        return f"{same} ; il a été enregistré depuis par un autre logiciel."
    return (
        f"{same}, mais ce ne sont pas les mêmes octets : il a été modifié, ou fait sur une machine autre que celle-ci."
    )


def _differing(found: Sequence[Difference]) -> Iterator[str]:
    for one in found[:SHOWN]:
        yield f"  {difference_told(one)}"
    if len(found) > SHOWN:
        yield f"  … et d’autres passages : {len(found) - SHOWN}."


def pages_told(verdict: Verdict) -> Iterator[str]:
    """Yield that pages are missing, or were added; nothing where their number is right."""
    read, expected = verdict.pages
    if verdict.other_pages:
        yield f"Nombre de pages : {read} ; ses données en donnent {expected}."


def difference_told(difference: Difference) -> str:
    """Return where words differ, what was read, what was expected, as a sentence."""
    title = difference.where
    where = title.capitalize() if title == FURNITURE else f"Sous « {title} »" if title else "Au début"
    return f"{where} : lu {_quoted(difference.read)} ; attendu {_quoted(difference.expected)}."


def _quoted(text: str) -> str:
    return f"« {text} »" if text else "rien"


def signature_told(signature: "Signature") -> str:
    """Return who signed, when, and whether it stands, as a sentence."""
    when = f", le {long_date(signature.moment)} à {signature.moment:%H:%M %Z}" if signature.moment else ""
    state = "intacte" if signature.intact else "ALTÉRÉE"
    after = "" if signature.alone else " ; le fichier a été modifié depuis autrement que par une signature"
    return f"Signé par {signature.signer}{when} (champ « {signature.field} ») : signature {state}{after}."


def data_of(verdict: Verdict) -> dict[str, Any]:
    """Return `verdict` as plain data."""
    source = verdict.source
    return {
        "fichier": verdict.file,
        "conforme": verdict.conforme,
        "document": source.name.piece,
        "papier": source.name.kind,
        "etat": "projet" if source.draft else "définitif",
        "ressemblance": verdict.likeness.value,
        "docgen": source.provenance.docgen,
        "autre_version": verdict.version,
        "ecarts": [_as_data(one) for one in verdict.differences],
        "signatures": [
            {
                "champ": one.field,
                "signataire": one.signer,
                "moment": one.moment.isoformat() if one.moment else None,
                "intacte": one.intact,
                "rien_ajoute_depuis": one.alone,
            }
            for one in verdict.signatures
        ],
        "ajout_non_signe": verdict.added,
        "champs_de_signature": verdict.fields,
        "signatures_perdues": verdict.broken,
        "pages": {"lues": verdict.pages[0], "attendues": verdict.pages[1]},
        "absent_du_dossier": verdict.foreign,
        "ecarts_au_dossier": None if verdict.dossier is None else [_as_data(one) for one in verdict.dossier],
    }


def _as_data(difference: Difference) -> dict[str, str]:
    return {"ou": difference.where, "lu": difference.read, "attendu": difference.expected}
