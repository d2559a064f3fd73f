"""What stands in the place of a signature that was given: a signed text is a copy, on which nobody is to sign again."""

from collections.abc import Callable

from docgen.dossier import Dossier
from docgen.french import long_date
from docgen.model.avenant import Avenant
from docgen.model.bordereau import Bordereau
from docgen.model.convention import Convention, Etat, ModeSignature
from docgen.model.convention_application import ConventionApplication
from docgen.text.signatures import Signing
from docgen.text.words import words
from docgen.tree import Inlines

_SIGNED = {ModeSignature.ELECTRONIQUE: "Signé électroniquement"}


def given(piece: Convention | Avenant | ConventionApplication, dossier: Dossier) -> Callable[[Signing], Inlines] | None:
    """Return what says that each person signed `piece`, with the day where a bordereau tells it; None until then."""
    if piece.etat is not Etat.SIGNE:
        return None
    sent = [one for one in dossier.all(Bordereau) if {piece.id, piece.cle} & set(one.documents)]

    def mention(signing: Signing) -> Inlines:
        signataire, partie = signing
        followed = [one.suivi_de(partie.id, signataire.signe.nom) for one in sent]
        day = next((one.signe_le for one in followed if one.signe_le), None)
        modes = (*(one.mode for one in followed), *(one.mode for one in sent), piece.signature and piece.signature.mode)
        said = _SIGNED.get(next((mode for mode in modes if mode), ModeSignature.PAPIER), "Signé")
        return words(f"{said} le {long_date(day)}" if day else said)

    return mention
