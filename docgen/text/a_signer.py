"""Who signs what, in which order and on which foundation: what the bordereau and the note to the signatory share."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from docgen.dossier import Dossier
from docgen.french import long_date
from docgen.model.autorisation_logo import AutorisationLogo, EtatDemande
from docgen.model.avenant import Avenant
from docgen.model.base import Piece
from docgen.model.bordereau import Bordereau, SuiviSignature
from docgen.model.common import Delegation, Nature, Partie, Signataire
from docgen.model.convention import Convention, Etat, ModeSignature
from docgen.model.convention import Signature as SignatureDuTexte
from docgen.model.convention_application import ConventionApplication
from docgen.model.denonciation import Denonciation
from docgen.text.convention_application import case_of
from docgen.text.signatures import Signing, in_order, signed_on
from docgen.text.words import hole, sentence, words
from docgen.tree import Document, Inlines, Signature, Signatures
from docgen.values import Struct

_STATE = (Nature.MINISTERE, Nature.ACADEMIE)
_OF_WHO_SIGNS = "signature"
"""What the names of the fields begin with; an acknowledgement has a field too, which is not for those who sign."""
_DECREE = "article 1er du décret n° 2005-850 du 27 juillet 2005"


class Signer(Struct, frozen=True):
    """Someone who signs a document: for whom, in which field, and what is typed of the signature."""

    signataire: Signataire
    partie: Partie
    block: Signature
    suivi: SuiviSignature
    mode: ModeSignature


class File(Struct, frozen=True):
    """A finished file: its name, its pages, its SHA-256, and the page (from 1) of each field of signature."""

    name: str
    pages: int
    fingerprint: str
    field_pages: Mapping[str, int]


class ToSign(Struct, frozen=True):
    """A document that goes to signature: those who sign, in the order in which they do (nobody for an enclosure).

    `file` is the PDF to sign, None before it is drawn.
    """

    piece: Piece
    document: Document
    signers: tuple[Signer, ...]
    file: File | None = None


class Sending(Struct, frozen=True):
    """What goes to signature together: the bordereau, its documents, their convention."""

    bordereau: Bordereau
    dossier: Dossier
    documents: tuple[ToSign, ...]

    @property
    def convention(self) -> Convention | None:
        """The convention of the first document that has one."""
        found = (self.dossier.convention_de(one.piece) for one in self.documents)
        return next((one for one in found if one), None)

    @property
    def jour(self) -> date | None:
        """The day of the bordereau."""
        return self.bordereau.date


def etat_of(piece: Piece) -> Etat | None:
    """Return where the text of `piece` stands; None for a kind that has no such state."""
    match piece:
        case Convention() | Avenant() | ConventionApplication():
            return piece.etat
        case _:
            return None


def signature_of(piece: Piece) -> SignatureDuTexte:
    """Return what the piece says of its signature; the defaults where it says nothing."""
    match piece:
        case Convention() | Avenant() | ConventionApplication():
            return piece.signature or SignatureDuTexte()
        case _:
            return SignatureDuTexte()


def to_sign(piece: Piece, document: Document, bordereau: Bordereau, dossier: Dossier) -> ToSign:
    """Return `document`, a paper of `piece`, with those who sign it in their order."""
    blocks = [one for block in document.blocks if isinstance(block, Signatures) for row in block.rows for one in row]
    fields = (one for one in blocks if one.name_of_field.startswith(_OF_WHO_SIGNS))
    signing = zip(_signing(piece, dossier), fields, strict=False)
    everyone = [_signer(one, block, piece, bordereau) for one, block in signing]
    return ToSign(piece, document, tuple(sorted(everyone, key=lambda one: _rank(one.partie, bordereau.ordre))))


def _signer(signing: Signing, block: Signature, piece: Piece, bordereau: Bordereau) -> Signer:
    signataire, partie = signing
    suivi = bordereau.suivi_de(partie.id, signataire.signe.nom)
    mode = suivi.mode or bordereau.mode or signature_of(piece).mode or ModeSignature.PAPIER
    return Signer(signataire, partie, block, suivi, mode)


def _rank(partie: Partie, order: Sequence[str]) -> tuple[int, int]:
    """Partners first, ministries last; the order that is typed wins."""
    typed = order.index(partie.id) if partie.id in order else len(order)
    return typed, partie.nature in _STATE


def _signing(piece: Piece, dossier: Dossier) -> tuple[Signing, ...]:
    """Return who signs the papers of `piece`, in the order of the blocks; nobody for a paper that nobody signs."""
    match piece:
        case Convention():
            jour = signed_on(piece)
            return in_order([partie.au_jour(jour) for partie in piece.parties])
        case Avenant():
            from docgen.text.avenant import signing_parties
            from docgen.text.consolidation import step_of

            step = step_of(piece, dossier)
            return in_order(signing_parties(piece, step)) if step else ()
        case ConventionApplication():
            return in_order(case_of(piece, dossier).parties)
        case AutorisationLogo(etat=EtatDemande.DEMANDEE):
            asking = _partie(piece, piece.beneficiaire, dossier)
            asked_by = piece.demandeur or next(iter(asking.signataires), None)
            return ((asked_by, asking),) if asked_by else ()
        case AutorisationLogo():
            ministere = _partie(piece, next(iter(piece.ministeres), None), dossier)
            return ((piece.autorite, ministere),) if piece.autorite else ()
        case Denonciation():
            sending = _partie(piece, piece.expediteur, dossier)
            return tuple((one, sending) for one in piece.signataires or sending.signataires)
        case _:
            return ()


def parties_of(piece: Piece, dossier: Dossier) -> tuple[str, ...]:
    """Return the ids of the parties that sign the papers of `piece`."""
    return tuple(dict.fromkeys(partie.id for _, partie in _signing(piece, dossier) if partie.id))


def _partie(piece: Piece, id: str | None, dossier: Dossier) -> Partie:
    convention = dossier.convention_de(piece)
    partie = convention.partie(id) if convention else None
    return (partie or Partie()).au_jour(dossier.date_de(piece))


# ---------------------------------------------------------------- foundation


def foundation(signer: Signer) -> Inlines:
    """Return on what the power to sign rests: what is typed, else what the dossier tells, else a hole."""
    signataire, partie, typed = signer.signataire, signer.partie, signer.suivi.fondement
    if typed:
        return words(typed)
    if signataire.delegation:
        return sentence(*_delegated(signataire.delegation, partie))
    if partie.nature in _STATE:
        return words("signature personnelle")
    empowered = signataire.habilitation or partie.habilitation
    return words(empowered) if empowered else hole("statuts, délibération ou délégation de pouvoirs")


def _delegated(delegation: Delegation, partie: Partie) -> Iterator[str | Inlines]:
    """The act of a delegation; a central director's is the decree of nomination, published."""
    made = long_date(delegation.date_acte) if delegation.date_acte else None
    decree = delegation.acte is None or delegation.acte.lower().startswith("décret")
    if partie.nature is Nature.MINISTERE and decree:
        published = long_date(delegation.publiee_le) if delegation.publiee_le else None
        yield f"{_DECREE} ; nomination par décret du "
        yield made or hole("date du décret de nomination")
        yield ", publié au Journal officiel du "
        yield published or hole("date de publication")
        return
    yield delegation.acte or hole("acte de délégation")
    if made and " ".join(made.split()) not in " ".join((delegation.acte or "").split()):
        yield f" du {made}"
