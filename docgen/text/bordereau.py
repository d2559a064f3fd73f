"""The bordereau de signature (model-sentences §14): what is sent to whom for signature, in which order."""

from collections.abc import Iterator
from datetime import date

from docgen.french import cardinal, long_date
from docgen.model.convention import ModeSignature
from docgen.text.a_signer import Sending, Signer, ToSign, foundation, signature_of
from docgen.text.citations import auteur, opco
from docgen.text.names import partie_name, qualite, qualite_du_signataire
from docgen.text.words import fill, words
from docgen.tree import (
    Blank,
    Block,
    Break,
    Column,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inline,
    Inlines,
    LabelledText,
    Mark,
    PageKind,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)

KIND = "bordereau-signature"
_BY_HAND = 14.0
"""Millimetres of the rule in a cell that is filled by hand."""
_ORDER = "Les partenaires signent en premier, les ministères en dernier."
_FILE = (
    "Seul le fichier PDF est soumis à la signature. La version Word, de même contenu, est jointe comme document de "
    "travail."
)
_FINGERPRINT = (
    "L’empreinte est celle du fichier avant la première signature. Aucune page n’est ajoutée, retirée ni numérisée "
    "entre deux signatures."
)
_ONE_ORIGINAL = "Exemplaires : original unique électronique ; un exemplaire est remis à chaque partie."


def write_bordereau(sending: Sending) -> Document:
    """Return the bordereau of `sending`, whose documents are drawn."""
    title = "Bordereau de signature" + (f" n° {ref}" if (ref := sending.bordereau.reference) else "")
    return Document(
        kind=KIND,
        id=sending.bordereau.id or "sans-id",
        title=title,
        short_title=title,
        author=auteur(sending.convention, sending.dossier.maison.auteur),
        family=Family.RAPPORT,
        sections=(Section(PageKind.PAYSAGE, tuple(_blocks(sending))),),
        dated=sending.jour,
    )


def _blocks(sending: Sending) -> Iterator[Block]:
    reference = sending.bordereau.reference
    head = words("BORDEREAU DE SIGNATURE" + (f" n° {reference}" if reference else ""))
    yield Heading(HeadingRole.TITRE_PAPIER, 1, head)
    for one in sending.documents:
        yield from _document(one)
    for derogation in sending.bordereau.derogations:
        told = f"{derogation.regle or '…'}, {derogation.motif or '…'} (donnée par {derogation.auteur or '…'})."
        yield LabelledText(words("Dérogation : ", Mark.STRONG), (words(told),))
    yield from (Paragraph(words(text)) for text in _rules(sending))
    yield _visas(sending)


def _document(one: ToSign) -> Iterator[Block]:
    """A document: what names it, then those who sign it."""
    yield Heading(HeadingRole.RUBRIQUE, 2, words(f"Document : {one.document.title}"))
    if one.file:
        pages = f"{one.file.pages} page{'s' if one.file.pages > 1 else ''}"
        yield LabelledText(words("Fichier : ", Mark.STRONG), ((Run(one.file.name), *words(f", établi sur {pages}")),))
        yield LabelledText(words("Empreinte SHA-256 : ", Mark.STRONG), ((Run(one.file.fingerprint),),))
    made = long_date(one.document.dated) if one.document.dated else None
    yield LabelledText(words("Établi le : ", Mark.STRONG), (fill(made, "date du document"),))
    if not one.signers:
        yield Paragraph(words("Joint au dossier de signature ; ce document ne se signe pas."))
        return
    columns = (
        Column(words("Ordre"), 16),
        Column(words("Partie"), 26),
        Column(words("Signataire et qualité"), 58),
        Column(words("Fondement de la compétence"), 64),
        Column(words("Mode"), 25),
        Column(words("Champ de signature"), 46),
        Column(words("Transmis le"), 25),
        Column(words("Signé le"), 22),
    )
    rows = tuple(_row(rank, signer) for rank, signer in enumerate(one.signers, 1))
    yield Table(words("Signataires, dans l’ordre des signatures"), columns, rows)


def _row(rank: int, signer: Signer) -> Row:
    suivi = signer.suivi
    return Row(
        (
            words(str(rank)),
            fill(signer.partie.sigle or signer.partie.usuel, "partie"),
            _person(signer),
            foundation(signer),
            words(signer.mode.value),
            (Run(signer.block.name_of_field),),
            _day(suivi.transmis_le),
            _day(suivi.signe_le),
        )
    )


def _day(day: date | None) -> Inlines:
    return _cell(long_date(day) if day else None)


def _cell(text: str | None, width: float = _BY_HAND) -> Inlines:
    """A text, or the room to write it."""
    return words(text) if text else (Blank(width),)


def _person(signer: Signer) -> Inlines:
    """The name in bold, the quality below, and for whom a delegate signs."""
    person = signer.signataire.signe
    named = f"{person.civilite} {person.prenom_nom}" if person.civilite and person.prenom_nom else None
    said: list[Inline] = [*fill(named, "signataire", Mark.STRONG), Break()]
    said += fill(qualite_du_signataire(signer.signataire, signer.partie), "qualité du signataire")
    if signer.signataire.delegation:
        authority = qualite(signer.signataire, capital=False, bloc=signer.partie)
        said += [Break(), *words("pour "), *fill(authority, "autorité délégante"), *words(" et par délégation")]
    return tuple(said)


# ---------------------------------------------------------------- sentences, visas


def _rules(sending: Sending) -> Iterator[str]:
    if not sending.bordereau.ordre and sum(len(one.signers) for one in sending.documents) > 1:
        yield _ORDER
    yield _FILE
    yield _FINGERPRINT
    yield from dict.fromkeys(_copies(one) for one in sending.documents if one.signers)
    yield (
        f"Après la dernière signature, le document signé est adressé à chaque partie par {sender_name(sending)} ; sa "
        "date est reportée au dossier."
    )


def _copies(one: ToSign) -> str:
    if all(signer.mode is ModeSignature.ELECTRONIQUE for signer in one.signers):
        return _ONE_ORIGINAL
    count = signature_of(one.piece).originaux
    if not count or count == 1:
        return "Exemplaires : un original papier pour chaque partie."
    shared = count < len({signer.partie.id for signer in one.signers})
    each = "chaque partie ayant un intérêt distinct" if shared else "chaque partie"
    return f"Exemplaires : {cardinal(count)} originaux papier, dont un pour {each}."


def sender_name(sending: Sending) -> str:
    """Return who sends the signed document to the parties, with its article: the party typed, else the partner."""
    convention, typed = sending.convention, sending.bordereau.expediteur
    partie = convention.partie(typed) if convention else None
    name = partie_name(partie.au_jour(sending.jour)) if partie else None
    return (name or opco(convention)).le


def _visas(sending: Sending) -> Table:
    columns = (
        Column(words("Bureau"), 70),
        Column(words("Nom"), 60),
        Column(words("Date"), 40),
        Column(words("Observations"), 100),
    )
    rows = (
        (one.bureau, one.nom, long_date(one.date) if one.date else None, one.observations)
        for one in sending.bordereau.visas
    )
    empty = (None, None, None, None)
    filled = tuple(rows) or (empty, empty, empty)
    cells = tuple(Row(tuple(_cell(cell, 2 * _BY_HAND) for cell in row)) for row in filled)
    return Table(words("Visas internes"), columns, cells, in_company=True)
