"""What goes to signature, whole: the definitive files, the bordereau, the note, and one archive for the parapheur."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from docgen.bundle import bundle
from docgen.checks.blocking import standing_against
from docgen.dossier import Dossier
from docgen.drawing import Examined, Order, draw, known, selected
from docgen.errors import UsageError
from docgen.findings import Finding, Report
from docgen.layout.engines import Engines, Format
from docgen.layout.pdf.form import SignatureField, signature_fields
from docgen.model.base import Piece
from docgen.model.bordereau import Bordereau
from docgen.model.convention import Etat
from docgen.output import Made, write_files
from docgen.pipeline import Outcome
from docgen.text.a_signer import File, Sending, ToSign, etat_of, to_sign
from docgen.text.bordereau import write_bordereau
from docgen.text.fields import fields
from docgen.text.note_signataire import write_note
from docgen.tree import Document
from docgen.values import Struct, replace

Step = Callable[[], None]
Fields = Mapping[str, tuple[SignatureField, ...]]
"""The fields of each PDF to sign, by the name of its file."""


class Signing(Struct, frozen=True):
    """What is asked to go to signature: the examined dossier, and the documents, not drawn yet."""

    examined: Examined
    sending: Sending

    @property
    def steps(self) -> int:
        """How many files it takes."""
        return 2 * len(self.sending.documents) + 4

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the pieces that are sent."""
        return tuple(dict.fromkeys(one.piece.cle for one in self.sending.documents))


def signing(examined: Examined, names: Sequence[str]) -> Signing:
    """Return what `names` send to signature: the id of one bordereau of the dossier, or the ids of documents.

    Raises UsageError for an id that the dossier lacks, a text that is signed already or still a draft, and where there
    is nothing to sign.
    """
    dossier = examined.dossier
    _readable(names, dossier)
    known(names, dossier)
    bordereau = _bordereau(names, dossier)
    known(bordereau.documents, dossier)
    papers = {piece.cle: documents for piece, documents in examined.papers}
    documents: list[ToSign] = []
    for piece in _pieces(bordereau.documents, dossier):
        _ready(piece)
        documents += _of_piece(piece, papers[piece.cle], bordereau, dossier)
    if not any(one.signers for one in documents):
        named = ", ".join(bordereau.documents)
        raise UsageError(
            f"Rien à signer dans {named}. Se signent : convention, avenant, convention-application, autorisation-logo, "
            "denonciation ; les autres documents s’y joignent."
        )
    return Signing(examined, Sending(bordereau, dossier, tuple(documents)))


def send(asked: Signing, order: Order, engines: Engines, step: Step = lambda: None) -> tuple[Outcome, Made | None]:
    """Draw and write what `asked` sends to signature; return what came of it, and the archive.

    Nothing at all is written while something blocks one of the documents: their keys are returned, and no archive.
    """
    report = asked.examined.report
    pieces = [one.piece for one in asked.sending.documents]
    blocked = tuple(one.cle for one in pieces if standing_against(one, asked.sending.dossier, report))
    drawn, said = _drawn(asked, order, engines, step) if not blocked else ((), ())
    blocked = blocked or tuple(one.piece.cle for one, files in drawn if not files)
    if blocked:
        nothing = write_files(order.output, (), engines.versions)
        return Outcome(Report.of((*report, *said)), nothing, tuple(dict.fromkeys(blocked))), None
    made, archive, more = _made(asked.sending, drawn, engines, step)
    written = write_files(order.output, (*made, archive), engines.versions, force=order.force)
    return Outcome(Report.of((*report, *said, *more)), written, ()), archive


# ---------------------------------------------------------------- what is asked


def _readable(names: Sequence[str], dossier: Dossier) -> None:
    """Raise UsageError where the bordereau that is named cannot be read: another piece may bear its id."""
    for id in (name.removeprefix(f"{Bordereau.genre}/") for name in names):
        if any(one.est(Bordereau.genre, id) for one in dossier.illisibles):
            raise UsageError(f"Le bordereau « {id} » ne se lit pas : voyez « docgen verifier », et corrigez-le.")


def _bordereau(names: Sequence[str], dossier: Dossier) -> Bordereau:
    """The bordereau of that id, else the one of the dossier that sends just these documents, else a new one."""
    there = dossier.all(Bordereau)
    named = [one for one in there if {one.id, one.cle} & set(names)]
    if named and len(names) > 1:
        raise UsageError("Donnez un seul bordereau, ou des documents, mais pas les deux.")
    pieces = {one.cle for one in _pieces(names, dossier)} if not named else set()
    same = [one for one in there if pieces and {piece.cle for piece in _pieces(one.documents, dossier)} == pieces]
    ids = "-".join(name.rpartition("/")[2] for name in names)
    return next(iter([*named, *same]), Bordereau(id=ids, documents=tuple(names)))


def _pieces(names: Sequence[str], dossier: Dossier) -> tuple[Piece, ...]:
    """The pieces of those ids, in their order; raises UsageError for an id that two kinds share."""
    everything = [entree.piece for entree in dossier.entrees if not isinstance(entree.piece, Bordereau)]
    found: dict[str, Piece] = {}
    for name in names:
        those = [piece for piece in everything if name in (piece.id, piece.cle)]
        if len(those) > 1:
            there = ", ".join(piece.cle for piece in those)
            raise UsageError(f"« {name} » désigne plusieurs documents : {there}. Donnez l’un d’eux.")
        found |= {piece.cle: piece for piece in those}
    return tuple(found.values())


def _ready(piece: Piece) -> None:
    match etat_of(piece):
        case Etat.SIGNE:
            raise UsageError(f"{piece.cle} est déjà signé : il n’y a rien à envoyer à la signature.")
        case Etat.PROJET:
            raise UsageError(f"{piece.cle} est à l’état de projet. Donnez « etat: a-signer » quand il est complet.")


def _of_piece(piece: Piece, papers: Sequence[Document], bordereau: Bordereau, dossier: Dossier) -> list[ToSign]:
    """The papers of `piece` that are sent: its own, else (a request for a logo) those that somebody signs."""
    everything = [to_sign(piece, document, bordereau, dossier) for document in papers]
    own = [one for one in everything if one.document.kind == piece.genre]
    return own or [one for one in everything if one.signers]


# ---------------------------------------------------------------- what is made


def _drawn(
    asked: Signing, order: Order, engines: Engines, step: Step
) -> tuple[tuple[tuple[ToSign, tuple[Made, ...]], ...], tuple[Finding, ...]]:
    """The definitive files of each document, in the order of the bordereau; none where the layout found a fault."""
    kinds = tuple(one.document.kind for one in asked.sending.documents)
    order = replace(order, definitive=True, only=asked.keys, kinds=kinds, formats=(Format.PDF, Format.DOCX))
    files: dict[tuple[str, str], tuple[Made, ...]] = {}
    said: list[Finding] = []
    papers = selected(asked.examined, order)
    for (_, document), (made, findings) in zip(papers, draw(asked.examined, order, engines, step), strict=True):
        files[document.kind, document.id] = made
        said += findings
    documents = asked.sending.documents
    return tuple((one, files[one.document.kind, one.document.id]) for one in documents), tuple(said)


def _made(
    sending: Sending, drawn: Sequence[tuple[ToSign, tuple[Made, ...]]], engines: Engines, step: Step
) -> tuple[list[Made], Made, tuple[Finding, ...]]:
    """All the files that are sent, the archive of them, and what the layout has to say of the bordereau and note."""
    made = [file for _, files in drawn for file in files]
    found = {pdf.name: signature_fields(pdf.content) for _, (pdf, *_) in drawn}
    told = replace(sending, documents=tuple(_with_file(one, pdf, found[pdf.name]) for one, (pdf, *_) in drawn))
    said: list[Finding] = []
    for document in (write_bordereau(told), _note(told, engines)):
        for format in (Format.PDF, Format.DOCX):
            laid = engines.draw(document, format, partial(fields, sending.bordereau, sending.dossier))
            said += [replace(one, document=sending.bordereau.cle) for one in laid.findings]
            name = f"{document.stem}.{laid.suffix}"
            made.append(Made(name, laid.content, sending.bordereau.cle, draft=False, pages=laid.pages))
            step()
    id = sending.bordereau.id or "sans-id"
    made.append(_plain(f"champs-signature-{id}.json", _fields_as_json(told, found), sending))
    archive = bundle([(one.name, one.content) for one in made], sending.jour)
    return made, _plain(f"parapheur-{id}.zip", archive, sending), tuple(said)


def _note(sending: Sending, engines: Engines) -> Document:
    """The note, brief where the whole one would not hold on its one page."""
    note = write_note(sending)
    values = partial(fields, sending.bordereau, sending.dossier)
    return note if engines.draw(note, Format.PDF, values).pages == 1 else write_note(sending, brief=True)


def _with_file(one: ToSign, pdf: Made, found: Sequence[SignatureField]) -> ToSign:
    pages = {field.name: field.page for field in found}
    return replace(one, file=File(pdf.name, pdf.pages or 0, pdf.fingerprint, pages))


def _plain(name: str, content: bytes, sending: Sending) -> Made:
    return Made(name, content, sending.bordereau.cle, draft=False, pages=None)


def _fields_as_json(sending: Sending, found: Fields) -> bytes:
    data = {
        "bordereau": sending.bordereau.id,
        "reference": sending.bordereau.reference,
        "documents": [
            {
                "fichier": one.file.name,
                "empreinte_sha256": one.file.fingerprint,
                "pages": one.file.pages,
                "champs": list(_fields_of(one, found[one.file.name])),
            }
            for one in sending.documents
            if one.file
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _fields_of(one: ToSign, found: Sequence[SignatureField]) -> Iterator[Mapping[str, object]]:
    """The fields in the order of signature; the rectangle is in points from the lower left corner of its page."""
    by_name = {field.name: field for field in found}
    for rank, signer in enumerate(one.signers, 1):
        field, person = by_name[signer.block.name_of_field], signer.signataire.signe
        yield {
            "ordre": rank,
            "champ": field.name,
            "libelle": field.spoken,
            "page": field.page,
            "rectangle": field.rectangle,
            "role": person.qualite,
            "personne": person.prenom_nom,
            "partie": signer.partie.id,
            "mode": signer.mode.value,
        }
