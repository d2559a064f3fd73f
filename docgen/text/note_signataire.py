"""The note to the signatory, on one page: what is signed, what it costs, what it changes, who signs for whom, how."""

from collections.abc import Iterator, Sequence

from docgen.french import capitalised, duration_words, euros, joined, long_date, ordinal, percent
from docgen.model.autorisation_logo import AutorisationLogo, EtatDemande
from docgen.model.avenant import Avenant
from docgen.model.base import Piece
from docgen.model.convention import Convention, ModeSignature
from docgen.model.convention_application import ConventionApplication, Financement
from docgen.model.denonciation import Denonciation
from docgen.text.a_signer import Sending, Signer, ToSign, foundation
from docgen.text.avenant import operation_sentences
from docgen.text.bordereau import sender_name
from docgen.text.citations import auteur, convention_courte, convention_longue
from docgen.text.convention_application import case_of
from docgen.text.names import fonction, par_interim, partie_name, qualite
from docgen.text.words import sentence, words
from docgen.tree import (
    Block,
    BulletList,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inlines,
    ListItem,
    PageKind,
    Paragraph,
    ParagraphRole,
    Section,
)

KIND = "note-signataire"
_NO_AMOUNT = "Ce document n’indique aucun montant."
_AMOUNT_SIGNS = ("€", "euro", "%", "somme", "taux", "montant")


def write_note(sending: Sending, *, brief: bool = False) -> Document:
    """Return the note on `sending`; a brief one counts changes and leaves the acts of delegation to the bordereau."""
    reference = sending.bordereau.reference
    title = "Note au signataire" + (f", bordereau n° {reference}" if reference else "")
    return Document(
        kind=KIND,
        id=sending.bordereau.id or "sans-id",
        title=title,
        short_title=title,
        author=auteur(sending.convention, sending.dossier.maison.auteur),
        family=Family.RAPPORT,
        sections=(Section(PageKind.TEXTE, tuple(_blocks(sending, brief=brief))),),
        dated=sending.jour,
    )


def _blocks(sending: Sending, *, brief: bool) -> Iterator[Block]:
    signed = [one for one in sending.documents if one.signers]
    yield Heading(HeadingRole.TITRE_PAPIER, 1, words("NOTE AU SIGNATAIRE"))
    if sending.bordereau.reference:
        yield Paragraph(words(f"Bordereau de signature n° {sending.bordereau.reference}"), ParagraphRole.SOUS_TITRE)
    parts = (
        ("Objet", [line for one in signed for line in _object(one, sending)]),
        ("Incidence financière", [line for one in signed for line in _money(one.piece, sending)]),
        ("Ce qui change", [line for one in signed for line in _changes(one.piece, sending, brief=brief)]),
        ("Délégation de signature", [line for one in signed for line in _delegations(one, brief=brief)]),
        (
            "Ce que chacun doit faire",
            [*(line for one in signed for line in _to_do(one, brief=brief)), _afterwards(sending)],
        ),
    )
    for title, lines in parts:
        yield Heading(HeadingRole.RUBRIQUE, 2, words(title))
        yield from _told(tuple(dict.fromkeys(lines)))


def _told(lines: Sequence[Inlines]) -> Iterator[Block]:
    """One line is a paragraph, several a list."""
    yield Paragraph(lines[0]) if len(lines) == 1 else BulletList(tuple(map(ListItem, lines)))


# ---------------------------------------------------------------- object


def _object(one: ToSign, sending: Sending) -> Iterator[Inlines]:
    match one.piece:
        case Convention() as convention:
            yield words(f"{capitalised(convention_longue(convention, convention.datee_du).bare)}.")
        case Avenant() as avenant:
            cited = convention_courte(sending.dossier.convention_de(avenant))
            about = f", {avenant.objet.rstrip('.')}" if avenant.objet else ""
            yield words(f"Avenant n° {avenant.numero or '…'} {cited.a}{about}.")
        case _:
            yield words(f"{one.document.title}.")


# ---------------------------------------------------------------- money


def _money(piece: Piece, sending: Sending) -> Iterator[Inlines]:
    match piece:
        case Convention():
            yield from map(words, _money_of_convention(piece))
        case Avenant():
            lines = [line for line, cites in _operations(piece, sending) if cites]
            yield from map(words, lines or ["Aucune des modifications ne cite de somme ni de taux."])
        case ConventionApplication() if piece.budget is not None:
            paid = " ; ".join(_funder(one, piece, sending) for one in piece.financements if one.montant is not None)
            yield words(f"Coût total : {euros(piece.budget)} TTC" + (f" ({paid})." if paid else "."))
        case _:
            yield words(_NO_AMOUNT)


def _money_of_convention(convention: Convention) -> Iterator[str]:
    ceilings = [
        f"{one.annee} : {euros(one.montant)}"
        for one in convention.plafonds_annuels
        if one.annee is not None and one.montant is not None
    ]
    cap = convention.plafond_frais_gestion
    if cap is not None:
        yield f"Frais de gestion : au plus {percent(cap)}."
    if ceilings:
        yield f"Plafonds annuels de la convention d’objectifs et de moyens : {' ; '.join(ceilings)}."
    if cap is None and not ceilings:
        yield _NO_AMOUNT


def _funder(one: Financement, piece: ConventionApplication, sending: Sending) -> str:
    partie = case_of(piece, sending.dossier).partie(one.financeur)
    name = (partie.sigle or partie.usuel) if partie else one.nom
    return f"{name or '…'} : {euros(one.montant)}" if one.montant is not None else ""


# ---------------------------------------------------------------- changes


def _changes(piece: Piece, sending: Sending, *, brief: bool) -> Iterator[Inlines]:
    match piece:
        case Avenant():
            lines = [line for line, _ in _operations(piece, sending)]
            counted = f"{len(lines)} modifications, que le tableau des modifications présente."
            yield from map(words, [counted] if brief and len(lines) > 1 else lines)
        case Convention(duree=duree) if duree:
            yield words(f"Texte nouveau, conclu pour {duration_words(duree.nombre, duree.unite)}.")
        case ConventionApplication():
            numbers = [str(one.numero) for one in case_of(piece, sending.dossier).fiches if one.numero]
            until = f", jusqu’au {long_date(piece.expire_le)}" if piece.expire_le else ""
            plural = len(numbers) > 1
            carried = f"{'les' if plural else 'la'} fiche{'s' * plural} action n° {joined(numbers)}"
            yield words(f"Le texte met en œuvre {carried}{until}.")
        case AutorisationLogo():
            yield words(_permission(piece))
        case Denonciation():
            yield words("La lettre met fin à la convention à l’expiration du préavis qu’elle indique.")
        case _:
            yield words("Texte nouveau.")


def _permission(piece: AutorisationLogo) -> str:
    if piece.etat is EtatDemande.REFUSEE:
        return "La décision refuse l’utilisation du logo."
    if piece.etat is EtatDemande.DEMANDEE or piece.debut is None or piece.fin is None:
        return "La lettre demande l’utilisation du logo."
    return f"Le logo peut être utilisé du {long_date(piece.debut)} au {long_date(piece.fin)}."


def _operations(avenant: Avenant, sending: Sending) -> Iterator[tuple[str, bool]]:
    """Yield a sentence for each operation, and whether it cites a sum or a rate."""
    for told, whole in operation_sentences(avenant, sending.dossier):
        yield told, any(sign in whole.lower() for sign in _AMOUNT_SIGNS)


# ---------------------------------------------------------------- delegation, what to do


def _delegations(one: ToSign, *, brief: bool) -> Iterator[Inlines]:
    """Yield who signs for whom; a brief note leaves the act to the bordereau."""
    delegated = [signer for signer in one.signers if signer.signataire.delegation]
    for signer in delegated:
        authority = qualite(signer.signataire, capital=False, bloc=signer.partie) or "…"
        act: tuple[str | Inlines, ...] = () if brief else (" : ", foundation(signer))
        yield sentence(f"{_called(signer)}{_meantime(signer)} signe pour {authority} et par délégation", *act, ".")
    if not delegated:
        yield words("Aucune : chacun signe en personne.")


def _meantime(signer: Signer) -> str:
    """`, directeur général … par intérim,`: in what quality a delegate signs, where it is in the meantime alone."""
    interim, function = par_interim(signer.signataire), fonction(signer.signataire.signe)
    return f", {function}{interim}," if interim and function else interim


def _to_do(one: ToSign, *, brief: bool) -> Iterator[Inlines]:
    """Yield what each person does; a brief note tells it in one line."""
    named = f"Fichier {one.file.name}" if one.file else one.document.title
    turns = [_turn(rank, signer, one) for rank, signer in enumerate(one.signers, 1)]
    if brief:
        yield sentence(f"{named}. {' ; '.join(turns)}.")
        return
    yield sentence(f"{named} : chacun signe à son tour, dans son cadre.")
    yield from (sentence(f"{turn}.") for turn in turns)


def _turn(rank: int, signer: Signer, one: ToSign) -> str:
    """`1er signataire : Mme Anne Martin (MEN), page 9, à la main`."""
    partie = signer.partie.sigle or (name.bare if (name := partie_name(signer.partie)) else "…")
    page = one.file.field_pages.get(signer.block.name_of_field) if one.file else None
    where = f", page\u00a0{page}" if page else ""
    electronic = signer.mode is ModeSignature.ELECTRONIQUE
    how = f"électroniquement, champ {signer.block.name_of_field}" if electronic else "à la main"
    return f"{ordinal(rank)} signataire : {_called(signer)} ({partie}){where}, {how}"


def _called(signer: Signer) -> str:
    person = signer.signataire.signe
    named = person.civilite and person.prenom and person.nom
    return f"{person.civilite} {person.prenom} {person.nom}" if named else "le signataire"


def _afterwards(sending: Sending) -> Inlines:
    return words(
        "Ne rien ajouter au fichier, n’en retirer ni n’en numériser aucune page entre deux signatures ; le transmettre "
        f"au signataire suivant. Après la dernière signature, {sender_name(sending)} l’adresse à chaque partie."
    )
