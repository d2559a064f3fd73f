"""The letters that send the yearly review: to the other parties for validation, to the board (model-sentences §8.3)."""

from collections.abc import Iterator

from docgen.dossier import Dossier
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.common import Partie, Personne
from docgen.model.convention import Convention
from docgen.model.reunion import Reunion
from docgen.text.citations import auteur
from docgen.text.letters import Letter, addressee, called, farewell, letter_blocks, place_and_date, sender
from docgen.text.signatures import letter_signatures
from docgen.text.words import words
from docgen.text.yearly import Year
from docgen.tree import Document, Family, Inlines, PageKind, Paragraph, Section

_TO_THE_BOARD = "pour présentation en séance"


def write_transmissions(bilan: BilanAnnuel, dossier: Dossier) -> Iterator[Document]:
    """Yield the letter to each other party, then the one to the board; nothing until the day of sending is given."""
    convention = dossier.convention_de(bilan)
    partner = convention.partenaire if convention else None
    if convention is None or partner is None or bilan.transmis_le is None:
        return
    year = Year(bilan.annee, bilan.transmis_le, convention, dossier, ())
    sending = partner.au_jour(bilan.transmis_le)
    for partie in (one.au_jour(bilan.transmis_le) for one in convention.destinataires_du_bilan):
        holder = next(iter(partie.signataires), None)
        to = addressee(holder, partie, partie.siege)
        subject = f"Objet : bilan annuel {year.n} {year.courte.de} – pour validation"
        letter = _letter(convention, sending, year, (to, holder), (subject, "pour validation"))
        yield _document(bilan, year, letter, partie.id or "partie")
    board = words(f"Mesdames et Messieurs les membres {year.ca.de} {year.opco.de}")
    subject = f"Objet : bilan annuel {year.n} {year.courte.de} – pour présentation"
    letter = _letter(convention, sending, year, (board, None), (subject, _TO_THE_BOARD))
    yield _document(bilan, year, letter, "ca")


def _letter(
    convention: Convention,
    sending: Partie,
    year: Year,
    to: tuple[Inlines, Personne | None],
    why: tuple[str, str],
) -> Letter:
    (lines, holder), (subject, purpose) = to, why
    board = purpose == _TO_THE_BOARD
    several = len(sending.signataires) > 1
    honour = "nous avons l’honneur" if several else "j’ai l’honneur"
    founded = f"{year.article('previsions-et-realisation')}la convention"
    text = (
        f"Conformément à {founded}, {honour} de vous adresser, {purpose}, "
        "le bilan annuel quantitatif et qualitatif des actions réalisées entre le 1er janvier et le 31 décembre "
        f"{year.n}."
    )
    return Letter(
        signs=sender(convention, sending, year.dossier),
        addressee=lines,
        place_and_date=place_and_date(_place(convention, year), year.jour),
        subject=words(subject),
        body=(
            Paragraph(words(f"{called(holder, several=board)},")),
            Paragraph(words(text)),
            farewell(holder, len(sending.signataires), several=board),
        ),
        signatures=letter_signatures(sending, sending.signataires),
        enclosures=(("P. J. :", f"bilan annuel {year.n}."),),
    )


def _place(convention: Convention, year: Year) -> str | None:
    """The place from which the secretariat last wrote to the committee; None where no meeting gives one."""
    meetings = [one for one in year.dossier.all(Reunion) if one.convention == convention.id and one.fait_a and one.date]
    return max(meetings, key=lambda one: str(one.date)).fait_a if meetings else None


def _document(bilan: BilanAnnuel, year: Year, letter: Letter, to: str) -> Document:
    title = f"Transmission du bilan annuel {year.n}"
    return Document(
        kind="transmission-bilan",
        id=f"{bilan.id or 'sans-id'}-{to}",
        title=title,
        short_title=title,
        author=auteur(year.convention, year.dossier.maison.auteur),
        family=Family.LETTRE,
        sections=(Section(PageKind.TEXTE, tuple(letter_blocks(letter))),),
        dated=bilan.transmis_le,
    )
