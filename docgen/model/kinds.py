"""The kinds of input, by the word that `document:` takes."""

from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.avenant import Avenant
from docgen.model.base import Piece
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.maison import Maison

KINDS: dict[str, type[Piece]] = {
    kind.genre: kind for kind in (Convention, Avenant, FicheAction, AnnexeFinanciere, AutorisationLogo, Maison)
}
