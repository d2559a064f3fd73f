"""The convention: cover, party page, text, signatures, annexed form."""

from collections.abc import Iterator, Sequence
from datetime import date

from docgen.dossier import Dossier
from docgen.french import capitalised, roman, typeset
from docgen.model.common import Partie
from docgen.model.convention import AnnexeConvention, Convention, Designation
from docgen.text.citations import auteur
from docgen.text.convention_text import text_blocks
from docgen.text.cover import cover
from docgen.text.fiche_action_form import blank_form
from docgen.text.given import given
from docgen.text.party_page import party_page
from docgen.text.signatures import closing, signatures, signed_on
from docgen.text.words import words
from docgen.tree import (
    Block,
    Document,
    Family,
    Heading,
    HeadingRole,
    PageKind,
    Paragraph,
    ParagraphRole,
    Section,
)

_NAMED_AT_FOOT = 4


def write_convention(convention: Convention, dossier: Dossier) -> Document:
    """Return the convention, whole: every text and value that is missing stands as a hole."""
    jour = signed_on(convention)
    parties = tuple(partie.au_jour(jour) for partie in convention.parties)
    title = convention.nature or "convention de coopération"
    body: tuple[Block, ...] = (
        *party_page(parties, organes=convention.designation is Designation.ORGANES),
        *text_blocks(convention, dossier, jour),
        closing(convention, annexed=any(annexe.annexee for annexe in convention.annexes)),
        signatures(parties, given(convention, dossier)),
    )
    return Document(
        kind=convention.genre,
        id=convention.id or "sans-id",
        title=title[:1].upper() + title[1:],
        short_title=typeset(convention.titre_court or _short_title(title, parties)),
        author=auteur(convention, dossier.maison.auteur),
        family=Family.ACTE,
        sections=(
            Section(PageKind.GARDE, tuple(cover(convention, parties, dossier))),
            Section(PageKind.TEXTE, body),
            *(section for _, section in annexes(convention, jour)),
        ),
        dated=jour,
    )


def _short_title(title: str, parties: Sequence[Partie]) -> str:
    names = [str(partie.sigle or partie.usuel) for partie in parties if partie.sigle or partie.usuel]
    if len(names) > _NAMED_AT_FOOT:
        names[_NAMED_AT_FOOT:] = ["etc."]
    return f"{capitalised(title)} – {', '.join(names)}" if names else capitalised(title)


# ---------------------------------------------------------------- annexes


def annexes(convention: Convention, jour: date | None) -> Iterator[tuple[str, Section]]:
    """Yield each model annexed to the text, with its number: Roman, empty for the only one."""
    annexed = [annexe for annexe in convention.annexes if annexe.annexee]
    for rank, annexe in enumerate(annexed, 1):
        if annexe.modele == "fiche-action":
            number = "" if len(annexed) == 1 else roman(rank)
            heads = () if annexe.sans_titre else tuple(_annex_heads(annexe, number))
            yield number, Section(PageKind.FORMULAIRE, (*heads, *blank_form(convention, jour, convention.formulaire)))


def _annex_heads(annexe: AnnexeConvention, number: str) -> Iterator[Block]:
    yield Heading(HeadingRole.PARTIE, 2, words(f"ANNEXE {number}".rstrip()))
    yield Paragraph(words("Modèle de fiche action prévisionnelle"), ParagraphRole.SOUS_TITRE)
