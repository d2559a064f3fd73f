"""The marks at the head of a page: a partner's own, or its name in text."""

from docgen.dossier import Dossier
from docgen.french import capitalised, typeset
from docgen.logos import MARK_WIDTH, media_type
from docgen.model.base import Piece
from docgen.model.common import Partie
from docgen.soundness import unsound
from docgen.tree import Logo, NameStack


def partner_mark(piece: Piece, partie: Partie, dossier: Dossier, width: float | None = None) -> Logo | NameStack:
    """Return the mark of a party that is not a ministry, `width` millimetres wide or as its file asks.

    `piece` is the input that describes the party, from which the path of the file starts.
    Its name in text stands there where the file is missing or cannot be drawn.
    """
    marque = partie.marque
    content = dossier.file(piece, marque.fichier) if marque else None
    kind = media_type(marque.fichier) if marque and marque.fichier else None
    if marque and content and kind and marque.alternative:
        wide = width or float(marque.largeur or MARK_WIDTH)
        if unsound(content, kind, wide) is None:
            return Logo(content, kind, marque.alternative, wide)
    return NameStack((typeset(capitalised(partie.usuel or partie.id or "")),))
