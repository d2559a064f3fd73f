"""The cover of a text: signs, title, ENTRE, parties, ET, parties (model-sentences §1.1)."""

from collections.abc import Iterator, Sequence

from docgen.dossier import Dossier
from docgen.french import capitalised, capitals, typeset
from docgen.model.common import Nature, Partie
from docgen.model.convention import Convention
from docgen.text.marks import partner_mark
from docgen.text.names import partie_name
from docgen.text.party_page import sides_of
from docgen.text.words import hole, words
from docgen.tree import (
    Block,
    Break,
    Heading,
    HeadingRole,
    Inlines,
    NameStack,
    Paragraph,
    ParagraphRole,
    Signs,
)


def cover(convention: Convention, parties: Sequence[Partie], dossier: Dossier) -> Iterator[Block]:
    """Yield the blocks of the cover; the State's side is named by its ministries where it has no block of its own."""
    yield _signs(convention, parties, dossier)
    yield Heading(HeadingRole.TITRE_DOCUMENT, 1, words(capitals(convention.nature or "convention de coopération")))
    for rank, side in enumerate(sides_of(parties)):
        yield Paragraph(words("ET" if rank else "ENTRE"), ParagraphRole.CHARNIERE)
        for partie in side:
            yield Paragraph(_cover_name(partie), ParagraphRole.GARDE_PARTIE)


def _signs(convention: Convention, parties: Sequence[Partie], dossier: Dossier) -> Signs:
    etat = [partie for partie in parties if partie.nature in (Nature.MINISTERE, Nature.ACADEMIE)]
    bloc = convention.bloc_etat
    lines = bloc.lignes if bloc else tuple(capitalised(str(one.usuel)) for one in etat)
    state = NameStack(tuple(map(typeset, lines)), tuple(map(typeset, bloc.devise)) if bloc else ())
    partners = [partie for partie in parties if partie not in etat]
    return Signs((state,) if state.lines else (), tuple(partner_mark(convention, one, dossier) for one in partners))


def _cover_name(partie: Partie) -> Inlines:
    """The name on the cover, broken after its first comma; in capitals, unless typed for the cover."""
    name = partie_name(partie, long=True)
    text = partie.nom_garde or (name.Le if name else None)
    if text is None:
        return hole("nom de la partie")
    head, comma, rest = (text if partie.nom_garde else capitals(text)).partition(", ")
    return (*words(head + comma.strip()), Break(), *words(rest)) if rest else words(head)
