"""The convention: cover, party page, text, signatures, annexed form."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from docgen.dossier import Dossier
from docgen.french import capitalised, capitals, joined_functions, roman
from docgen.logos import media_type
from docgen.model.common import Nature, Partie
from docgen.model.convention import AnnexeConvention, Convention, Designation
from docgen.text.citations import auteur
from docgen.text.convention_text import text_blocks
from docgen.text.fiche_action_form import blank_form
from docgen.text.names import partie_name, qualite
from docgen.text.signatures import closing, signatures, signed_on
from docgen.text.words import fill, hole, sentence, words
from docgen.tree import (
    Block,
    Break,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inlines,
    Logo,
    NameStack,
    PageKind,
    Paragraph,
    ParagraphRole,
    Section,
    Signs,
)

_PARTS = {2: ("d’une part,", "d’autre part,")}


def write_convention(convention: Convention, dossier: Dossier) -> Document:
    """Return the convention, whole: every text and value that is missing stands as a hole."""
    jour = signed_on(convention)
    parties = tuple(partie.au_jour(jour) for partie in convention.parties)
    title = convention.nature or "convention de coopération"
    body: tuple[Block, ...] = (
        *party_page(convention, parties),
        *text_blocks(convention, dossier, jour),
        closing(convention),
        signatures(parties),
    )
    return Document(
        kind=convention.genre,
        id=convention.id or "sans-id",
        title=title[:1].upper() + title[1:],
        short_title=convention.titre_court or _short_title(title, parties),
        author=auteur(convention, dossier.maison.auteur),
        family=Family.ACTE,
        sections=(
            Section(PageKind.GARDE, tuple(_cover(convention, parties, dossier))),
            Section(PageKind.TEXTE, body),
            *(section for _, section in annexes(convention, jour)),
        ),
        dated=jour,
    )


def _short_title(title: str, parties: Sequence[Partie]) -> str:
    names = [partie.sigle or partie.usuel for partie in parties if partie.sigle or partie.usuel]
    return f"{title[:1].upper() + title[1:]} – {', '.join(map(str, names))}" if names else title


# ---------------------------------------------------------------- cover


def _cover(convention: Convention, parties: Sequence[Partie], dossier: Dossier) -> Iterator[Block]:
    yield _signs(convention, parties, dossier)
    yield Heading(HeadingRole.TITRE_DOCUMENT, 1, words(capitals(convention.nature or "convention de coopération")))
    for rank, side in enumerate(_sides(parties)):
        yield Paragraph(words("ET" if rank else "ENTRE"), ParagraphRole.CHARNIERE)
        for partie in side:
            yield Paragraph(_cover_name(partie, first=rank == 0), ParagraphRole.GARDE_PARTIE)


def _signs(convention: Convention, parties: Sequence[Partie], dossier: Dossier) -> Signs:
    etat = [partie for partie in parties if partie.nature in (Nature.MINISTERE, Nature.ACADEMIE)]
    bloc = convention.bloc_etat
    state = (
        NameStack(bloc.lignes, bloc.devise) if bloc else NameStack(tuple(capitalised(str(one.usuel)) for one in etat))
    )
    partners = [partie for partie in parties if partie not in etat]
    return Signs((state,) if state.lines else (), tuple(_partner_sign(convention, one, dossier) for one in partners))


def _partner_sign(convention: Convention, partie: Partie, dossier: Dossier) -> Logo | NameStack:
    marque = partie.marque
    content = dossier.file(convention, marque.fichier) if marque else None
    kind = media_type(marque.fichier) if marque and marque.fichier else None
    if marque and content and kind and marque.alternative:
        return Logo(content, kind, marque.alternative, float(marque.largeur or 58))
    return NameStack((capitalised(partie.usuel or partie.id or ""),))


def _sides(parties: Sequence[Partie]) -> list[list[Partie]]:
    sides = sorted({partie.cote or 0 for partie in parties})
    return [[partie for partie in parties if (partie.cote or 0) == side] for side in sides]


def _cover_name(partie: Partie, *, first: bool) -> Inlines:
    """The name on the cover, broken after its first comma; the first side stands in capitals."""
    name = partie_name(partie, long=True)
    text = partie.nom_garde or (name.Le if name else None)
    if text is None:
        return hole("nom de la partie")
    head, comma, rest = (capitals(text) if first and not partie.nom_garde else text).partition(", ")
    return (*words(head + comma.strip()), Break(), *words(rest)) if rest else words(head)


# ---------------------------------------------------------------- party page


def party_page(
    convention: Convention, parties: Sequence[Partie], *, opening: str = "", between: str = ""
) -> Iterator[Block]:
    """Yield the parties, side by side; `opening` stands before the first side, `between` before each other one."""
    sides = _sides(parties)
    organes = convention.designation is Designation.ORGANES
    for rank, side in enumerate(sides, 1):
        if word := opening if rank == 1 else between:
            yield Paragraph(words(word), ParagraphRole.CHARNIERE)
        for partie in side:
            if organes:
                yield Paragraph(_organs(partie), ParagraphRole.PARTIE_NOMMEE)
            else:
                yield Paragraph(_institution(partie), ParagraphRole.ALINEA)
        yield Paragraph(words(_side_label(rank, len(sides))), ParagraphRole.COTE)


def _side_label(rank: int, count: int) -> str:
    labels = _PARTS.get(count, ("de première part,", "de deuxième part,", "de troisième part,", "de quatrième part,"))
    return labels[min(rank, len(labels)) - 1]


def _organs(partie: Partie) -> Inlines:
    functions = [(one.qualite, one.feminin) for one in partie.signataires if one.qualite]
    if not functions:
        return hole(f"qualité des signataires, {partie.sigle or partie.usuel}")
    return words(joined_functions(functions, capital=True))


def _institution(partie: Partie) -> Inlines:
    name = partie_name(partie, long=True)
    if name is None:
        return hole("nom de la partie")
    pieces: list[str | Inlines] = [name.Le]
    if partie.nature is not Nature.MINISTERE:
        pieces += [", dont le siège est situé ", fill(partie.siege, f"siège, {partie.usuel}")]
        if partie.siret:
            pieces.append(f", {name.immatricule} sous le numéro SIRET {_siret(partie.siret)}")
    pieces += [f", {name.represente} ", *_representatives(partie)]
    if partie.habilitation:
        pieces.append(f", en vertu de {partie.habilitation}")
    short = partie.nom_court or partie.sigle
    pieces.append(f", {name.denomme} « {short} »," if short else ",")
    return sentence(*pieces)


def _representatives(partie: Partie) -> Iterator[str | Inlines]:
    last = len(partie.signataires) - 1
    for rank, one in enumerate(partie.signataires):
        if rank:
            yield ", et par " if rank == last else ", par "
        if one.civilite and one.prenom and one.nom:
            yield f"{one.civilite.value} {one.prenom} {one.nom}, "
        else:
            yield hole("représentant")
            yield ", "
        function = qualite(one, capital=False)
        yield fill(re.sub(r"^(le |la |l[’'])", "", function) if function else None, "qualité du représentant")


def _siret(digits: str) -> str:
    return f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"


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
