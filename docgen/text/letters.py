"""What every letter is made of: who sends it, to whom, from where and when, about what, how it ends."""

from collections.abc import Iterator, Sequence
from datetime import date

from docgen.dossier import Dossier
from docgen.french import call, capitals, long_date
from docgen.model.common import Nature, Partie, Personne
from docgen.model.convention import Convention
from docgen.model.normalise import normalise
from docgen.text.marks import partner_mark
from docgen.text.names import fonction, held_address, partie_name
from docgen.text.words import fill, hole, sentence, words
from docgen.tree import (
    Block,
    Break,
    Heading,
    HeadingRole,
    Inline,
    Inlines,
    Mark,
    Paragraph,
    ParagraphRole,
    Sender,
    Signatures,
    Signs,
)
from docgen.values import Struct

MARK_WIDTH = 44.0
"""Millimetres of the sender's mark."""
MEMBRES = "Mesdames, Messieurs"
"""How a letter calls the members of a body."""
_STATE = (Nature.MINISTERE, Nature.ACADEMIE)


class Letter(Struct, frozen=True):
    """A letter, block by block; `enclosures` are the lines under it: `P. J. :`, `Copie :`, with what they list."""

    signs: Signs
    addressee: Inlines
    place_and_date: Inlines
    subject: Inlines
    body: tuple[Block, ...]
    signatures: Signatures
    enclosures: tuple[tuple[str, str], ...] = ()


def letter_blocks(letter: Letter) -> Iterator[Block]:
    """Yield the blocks of a letter, in the order in which it is read."""
    yield letter.signs
    yield Paragraph(letter.addressee, ParagraphRole.DESTINATAIRE)
    yield Paragraph(letter.place_and_date, ParagraphRole.LIEU_DATE)
    yield Heading(HeadingRole.OBJET, 1, letter.subject)
    yield from letter.body
    yield letter.signatures
    for title, listed in letter.enclosures:
        yield Paragraph((*words(title, Mark.STRONG), *words(f" {listed}")), ParagraphRole.PIECES_JOINTES)


def sender(convention: Convention, partie: Partie, dossier: Dossier) -> Signs:
    """Return the head of what a party sends: its name and seat, and its own mark unless it is of the State."""
    name = partie_name(partie, long=True)
    lines = [fill(capitals(name.bare) if name else None, "nom de l’expéditeur", Mark.STRONG)]
    lines += [words(line.strip()) for line in held_address(partie.siege or "").split("\n") if line.strip()]
    marked = partie.marque is not None and partie.nature not in _STATE
    marks = (partner_mark(convention, partie, dossier, MARK_WIDTH),) if marked else ()
    return Signs((Sender(tuple(lines)),), marks)


def addressee(person: Personne | None, partie: Partie, address: str | None = None, before: str = "") -> Inlines:
    """Return the addressee's lines: `before` (how the letter goes), the person, the function, the party, its address.

    « Madame » and « Monsieur » stand in full before the person whom one writes to. A letter goes to the party itself
    where nobody is known to hold the office.
    """
    lines: list[Inlines] = [words(before)] if before else []
    named = person and person.civilite and person.prenom and person.nom
    if person and named:
        civility = "Madame" if person.feminin else "Monsieur"
        lines.append(words(f"{civility} {person.prenom} {person.nom}", Mark.STRONG))
        lines.append(fill(fonction(person), "qualité du destinataire"))
    name = partie_name(partie)
    bare = f"{name.bare[:1].upper()}{name.bare[1:]}" if name else None
    if not _says(person if named else None, name.bare if name else ""):
        lines.append(fill(bare, "nom du destinataire"))
    lines += [words(held_address(address))] if address else []
    return _broken(lines)


def _says(person: Personne | None, party: str) -> bool:
    """Whether the function already names the party: the minister's own, the president of the OPCO."""
    quality = normalise(person.qualite or "") if person else ""
    return bool(party) and bool(quality) and (normalise(party).removeprefix("ministere-") in quality)


def _broken(lines: Sequence[Inlines]) -> Inlines:
    joined: list[Inline] = []
    for line in lines:
        joined += [Break(), *line] if joined else line
    return tuple(joined)


def place_and_date(place: str | None, day: date | None) -> Inlines:
    """Return `Paris, le 5 octobre 2021`, or `Le 5 octobre 2021` where no place is given."""
    written = fill(long_date(day) if day else None, "date de la lettre")
    return sentence(f"{place}, le " if place else "Le ", written)


def called(person: Personne | None, *, several: bool = False) -> str:
    """Return how the letter calls its addressee: `Madame la Ministre`; `Madame, Monsieur` for somebody unknown,
    `Mesdames, Messieurs` for the members of a body."""
    if several:
        return MEMBRES
    if person is None or person.civilite is None:
        return "Madame, Monsieur"
    return call(person.qualite or "", person.feminin)


def farewell(person: Personne | None, signing: int, *, several: bool = False) -> Paragraph:
    """Return the closing formula, which takes up the call (of `several`, for a body); « nous » when several sign."""
    minister = normalise(person.qualite or "").startswith(("ministre", "premier-ministre")) if person else False
    many = signing > 1
    me, my = ("Nous vous prions", "notre") if many else ("Je vous prie", "ma")
    regard = "très haute considération" if minister else "considération distinguée"
    return Paragraph(words(f"{me} d’agréer, {called(person, several=several)}, l’expression de {my} {regard}."))


def done(place: str | None, day: date | None) -> Paragraph:
    """Return `Fait à Paris, le 3 novembre 2021.`, without the place where none is given."""
    written = fill(long_date(day), "date") if day else hole("date")
    return Paragraph(sentence(f"Fait à {place}, le " if place else "Fait le ", written, "."), ParagraphRole.FAIT)
