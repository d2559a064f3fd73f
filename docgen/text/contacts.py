"""The list of regional representatives and contacts (article 11; model-sentences §15)."""

from collections.abc import Iterator, Sequence

from docgen.dossier import Dossier
from docgen.french import long_date
from docgen.model.common import Partie
from docgen.model.contacts import Contact, ContactEtablissement, Contacts, RegionAcademique
from docgen.model.convention import Convention
from docgen.text.citations import auteur, convention_citee
from docgen.text.names import partie_name
from docgen.text.words import fill, words
from docgen.tree import (
    Block,
    Break,
    Column,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inline,
    Inlines,
    Mark,
    PageKind,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Section,
    Table,
)

TITRE = "LISTE DES REPRÉSENTANTS RÉGIONAUX ET DES CONTACTS"
PARTAGE = (
    "Document partagé entre les signataires, non destiné à la publication. Coordonnées professionnelles uniquement."
)
RIEN = "–"


def write_contacts(contacts: Contacts, dossier: Dossier) -> Iterator[Document]:
    """Yield the list: a row per region, a column per party, one for the institutions of higher education."""
    convention = dossier.convention_de(contacts)
    parties = _parties(convention, contacts)
    title = "Liste des représentants régionaux et des contacts"
    yield Document(
        kind=contacts.genre,
        id=contacts.id or "sans-id",
        title=title,
        short_title=f"{title} – {convention_citee(convention)}",
        author=auteur(convention, dossier.maison.auteur),
        family=Family.RAPPORT,
        sections=(Section(PageKind.PAYSAGE, tuple(_blocks(contacts, parties))),),
        dated=contacts.mise_a_jour,
    )


def _parties(convention: Convention | None, contacts: Contacts) -> tuple[Partie, ...]:
    """The parties by their names of the day, the partner first."""
    everyone = convention.parties if convention else ()
    partner = convention.partenaire if convention else None
    ordered = sorted(everyone, key=lambda partie: partie is not partner)
    return tuple(partie.au_jour(contacts.mise_a_jour) for partie in ordered)


def _blocks(contacts: Contacts, parties: Sequence[Partie]) -> Iterator[Block]:
    day = fill(long_date(contacts.mise_a_jour) if contacts.mise_a_jour else None, "date de mise à jour")
    yield Heading(HeadingRole.TITRE_PAPIER, 1, words(TITRE))
    yield Paragraph((*words("Mise à jour le "), *day), ParagraphRole.SOUS_TITRE)
    yield Paragraph(words(PARTAGE), ParagraphRole.MENTION)
    columns = (
        Column(words("Région académique"), 32),
        *(Column(_represented(partie), 60) for partie in parties),
        Column(words("Contacts des établissements d’enseignement supérieur"), 60),
    )
    yield Table(words("Représentants et contacts, par région académique"), columns, tuple(_rows(contacts, parties)))


def _represented(partie: Partie) -> Inlines:
    name = partie_name(partie)
    if partie.sigle:
        return words(f"Représentation du {partie.sigle}" if name and name.article == "le" else partie.sigle)
    return fill(f"Représentation {name.de}" if name else None, "nom de la partie")


def _rows(contacts: Contacts, parties: Sequence[Partie]) -> Iterator[Row]:
    for region in contacts.regions:
        cells = (_cell(_of(region, partie)) for partie in parties)
        yield Row((fill(region.nom, "région académique"), *cells, _cell(region.etablissements)))


def _of(region: RegionAcademique, partie: Partie) -> tuple[Contact, ...]:
    return tuple(one for one in region.representants if partie.id and one.partie == partie.id)


def _cell(contacts: Sequence[Contact]) -> Inlines:
    """Return the persons one below the other; a dash for none."""
    if not contacts:
        return (Run(RIEN),)
    lines = [line for contact in contacts for line in _lines(contact)]
    joined: list[Inline] = []
    for line in lines:
        joined += [Break(), *line] if joined else line
    return tuple(joined)


def _lines(contact: Contact) -> Iterator[Inlines]:
    if isinstance(contact, ContactEtablissement):
        yield fill(contact.etablissement, "établissement", Mark.STRONG)
    named = contact.civilite and contact.prenom and contact.nom
    yield fill(f"{contact.civilite} {contact.prenom} {contact.nom}" if named else None, "nom du contact")
    yield fill(contact.fonction, "fonction")
    yield fill(contact.courriel, "adresse professionnelle")
    if contact.telephone:
        yield words(contact.telephone)
