"""The letter that ends the convention, one per other party (article 18; model-sentences §13)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from docgen.dossier import Dossier
from docgen.french import Name, joined, long_date
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.common import Nature, Partie, Signataire
from docgen.model.convention import Convention
from docgen.model.denonciation import Denonciation, Destinataire, expiration
from docgen.model.fiche_action import FicheAction
from docgen.text.citations import auteur, convention_courte
from docgen.text.letters import Letter, addressee, called, farewell, letter_blocks, place_and_date, sender
from docgen.text.model_text import values_of, written
from docgen.text.names import forms, names, partie_name
from docgen.text.signatures import letter_signatures
from docgen.text.values import Values
from docgen.text.words import fill, sentence, words
from docgen.tree import (
    Blank,
    Block,
    Column,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inlines,
    PageKind,
    Paragraph,
    ParagraphRole,
    Row,
    Section,
    Table,
)

_STATE = (Nature.MINISTERE, Nature.ACADEMIE)


@dataclass(frozen=True, slots=True)
class Case:
    """A denunciation with the parties by their names of the day; `to` is the party of one letter."""

    piece: Denonciation
    dossier: Dossier
    convention: Convention | None
    expediteur: Partie
    to: Partie
    destinataire: Destinataire

    @property
    def signing(self) -> tuple[Signataire, ...]:
        """Those who sign: the ones named for the letter, else those of the party on that day."""
        return self.piece.signataires or self.expediteur.signataires or (Signataire(),)

    @property
    def holder(self) -> Signataire | None:
        """Who holds the office of the party addressed; None where nobody is known."""
        return next(iter(self.to.signataires), None)

    @property
    def name(self) -> Name | None:
        """The sender's name."""
        return partie_name(self.expediteur)


def write_denonciation(piece: Denonciation, dossier: Dossier) -> Iterator[Document]:
    """Yield one letter per addressee, its annex and its acknowledgement; the id of a letter ends with the party's.

    One letter without addressee comes out while none is given, so that a draft can be read.
    """
    convention = dossier.convention_de(piece)
    for destinataire in piece.destinataires or (Destinataire(),):
        known = [convention.partie(id) if convention else None for id in (piece.expediteur, destinataire.partie)]
        sending, to = ((partie or Partie()).au_jour(piece.date) for partie in known)
        yield _letter(Case(piece, dossier, convention, sending, to, destinataire))


def _letter(case: Case) -> Document:
    piece = case.piece
    subject = convention_courte(case.convention).de if case.convention else "de la convention"
    letter = Letter(
        signs=sender(case.convention or Convention(), case.expediteur, case.dossier),
        addressee=addressee(case.holder, case.to, case.destinataire.adresse or case.to.siege, _mode(case)),
        place_and_date=place_and_date(piece.lieu, piece.date),
        subject=words(f"Objet : dénonciation {subject}"),
        body=(*written(piece.genre, _values(case)), farewell(case.holder, len(case.signing))),
        signatures=letter_signatures(case.expediteur, case.signing),
        enclosures=tuple(_enclosures(case)),
    )
    annex = tuple(_annex(case))
    title = f"Dénonciation {subject}"
    return Document(
        kind=piece.genre,
        id=f"{piece.id or 'sans-id'}-{case.to.id or 'destinataire'}",
        title=title,
        short_title=f"{title} – {case.to.sigle or case.to.usuel or '…'}",
        author=auteur(case.convention, case.dossier.maison.auteur),
        family=Family.LETTRE,
        sections=(
            Section(PageKind.TEXTE, tuple(letter_blocks(letter))),
            *((Section(PageKind.TEXTE, annex),) if annex else ()),
            Section(PageKind.TEXTE, tuple(_acknowledgement(case))),
        ),
        dated=piece.date,
    )


def _mode(case: Case) -> str:
    number = case.destinataire.recommande
    if number:
        return f"Lettre recommandée avec demande d’avis de réception n° {number}"
    return "Remise contre récépissé"


def _enclosures(case: Case) -> Iterator[tuple[str, str]]:
    joint = ["liste des actions engagées"] if fiches_of(case.piece, case.dossier) else []
    joint += ["autorisations d’utilisation de logo en cours"] if logos_of(case.piece, case.dossier) else []
    yield "P. J. :", f"{' ; '.join([*joint, 'accusé de réception'])}."
    others = [one.partie for one in case.piece.destinataires if one is not case.destinataire]
    parties = [case.convention.partie(id) if case.convention else None for id in others]
    copied = names([partie.au_jour(case.piece.date) for partie in parties if partie])
    if copied:
        yield "Copie :", f"{' ; '.join(name.bare for name in copied)}."


# ---------------------------------------------------------------- what the letter says


def _values(case: Case) -> Values:
    piece = case.piece
    common = values_of(case.convention, piece.date)
    name = convention_courte(case.convention) if case.convention else None
    named = {
        **forms("expediteur", case.name),
        "appel": called(case.holder),
        "avenants": f" ({'avenant' if len(piece.avenants) == 1 else 'avenants'} {joined(piece.avenants)})"
        if piece.avenants
        else "",
        "denoncer": name.accord("le dénoncer", "la dénoncer", "les dénoncer", "les dénoncer") if name else None,
        "instance": piece.instance,
        "decidee_le": long_date(piece.decidee_le) if piece.decidee_le else None,
        "motifs": f" Elle est motivée par {piece.motifs.rstrip('.')}." if piece.motifs else "",
    }
    blocks: dict[str, tuple[Block, ...]] = {
        "conciliation": tuple(_conciliation(piece)),
        "effet": tuple(_effect(case)),
        "actions": tuple(_actions(case)),
        "logos": tuple(_logos(case)),
    }
    titles = {
        **common.titles,
        "expediteur.le": "expéditeur",
        "denoncer": "convention",
        "decidee_le": "date de décision",
    }
    return replace(common, words={**common.words, **named}, blocks=blocks, titles={**titles, "instance": "instance"})


def _conciliation(piece: Denonciation) -> Iterator[Paragraph]:
    if piece.conciliation_le:
        yield Paragraph(
            words(
                "La procédure de conciliation prévue au premier alinéa du même article, engagée le "
                f"{long_date(piece.conciliation_le)}, n’a pas abouti."
            )
        )


def _effect(case: Case) -> Iterator[Paragraph]:
    piece = case.piece
    known = values_of(case.convention, piece.date).words.get("preavis.lettres")
    notice = fill(known, "préavis de dénonciation")
    if piece.effet_le:
        longer = f"La résiliation prendra effet le {long_date(piece.effet_le)}, au-delà du délai minimal de "
        yield Paragraph(sentence(longer, notice, " prévu par cet article."))
    else:
        yield Paragraph(
            sentence(
                "Conformément à cet article, la résiliation prendra effet à l’expiration d’un délai de ",
                notice,
                " à compter de la réception de la présente notification.",
            )
        )
    if len(piece.destinataires) > 1:
        yield Paragraph(
            words(
                "La présente notification étant adressée à chacune des autres parties, ce délai court à compter de la "
                "réception la plus tardive."
            )
        )
    yield from _indication(case)


def _indication(case: Case) -> Iterator[Paragraph]:
    """The date at which the notice ends, where every receipt is known."""
    received = case.piece.derniere_reception
    notice = case.convention.preavis if case.convention else None
    if received and notice and not case.piece.effet_le:
        end = expiration(received, notice)
        yield Paragraph(
            words(
                f"À titre indicatif, pour une réception le {long_date(received)}, ce délai expire le {long_date(end)} "
                f"à minuit et la convention cesse de produire ses effets le {long_date(end + timedelta(days=1))}."
            )
        )


def _actions(case: Case) -> Iterator[Paragraph]:
    opco = case.convention.partenaire if case.convention else None
    name = partie_name(opco.au_jour(case.piece.date)) if opco else None
    if not fiches_of(case.piece, case.dossier):
        yield Paragraph(words("Aucune action n’est engagée à la date de la présente lettre."))
        return
    goal = "les dispositions nécessaires pour que les actions engagées, dont la liste est jointe, soient menées à leur"
    article = "en application du dernier alinéa du même article, de prendre"
    if case.expediteur.nature not in _STATE:
        yield Paragraph(
            sentence("Conformément au dernier alinéa du même article, ", _own(case), f" prend {goal} terme.")
        )
    elif opco and case.to.id == opco.id:
        yield Paragraph(words(f"Il vous appartient, {article} {goal} terme."))
    else:
        who = fill(name.a if name else None, "opérateur de compétences")
        yield Paragraph(sentence("Il appartient ", who, f", {article} {goal} terme."))


def _own(case: Case) -> Inlines:
    return fill(case.name.le if case.name else None, "expéditeur")


def _logos(case: Case) -> Iterator[Paragraph]:
    if logos_of(case.piece, case.dossier):
        yield Paragraph(words("Les autorisations d’utilisation de logo en cours sont récapitulées en annexe."))


# ---------------------------------------------------------------- annex and acknowledgement


def fiches_of(piece: Denonciation, dossier: Dossier) -> tuple[FicheAction, ...]:
    """Return the fiches of the actions that the letter lists, in its order; those that the dossier lacks are left."""
    found = (dossier.find(FicheAction, id) for id in piece.actions)
    return tuple(fiche for fiche in found if fiche)


def logos_of(piece: Denonciation, dossier: Dossier) -> tuple[AutorisationLogo, ...]:
    """Return the logo authorisations of the convention that are in force on the day of the letter."""
    day = piece.date
    return tuple(
        one for one in dossier.all(AutorisationLogo) if day and one.convention == piece.convention and one.vaut_le(day)
    )


def _annex(case: Case) -> Iterator[Block]:
    fiches, logos = fiches_of(case.piece, case.dossier), logos_of(case.piece, case.dossier)
    if fiches or logos:
        yield Heading(HeadingRole.PARTIE, 2, words("ANNEXE"))
    if fiches:
        heads = (("Fiche n°", 20), ("Action", 80), ("Début", 28), ("Fin", 28))
        rows = tuple(Row(tuple(_running(fiche))) for fiche in fiches)
        yield Table(words("Liste des actions engagées"), tuple(Column(words(one), width) for one, width in heads), rows)
    if logos:
        heads = (("Autorisation n°", 34), ("Supports", 66), ("Du", 28), ("Au", 28))
        rows = tuple(Row(tuple(_authorised(one))) for one in logos)
        caption = words("Autorisations d’utilisation de logo en cours")
        yield Table(caption, tuple(Column(words(one), width) for one, width in heads), rows)


def _running(fiche: FicheAction) -> Iterator[Inlines]:
    yield fill(fiche.numero, "numéro")
    yield fill(fiche.titre, "titre de l’action")
    yield fill(long_date(fiche.debut) if fiche.debut else None, "date de début")
    yield fill(long_date(fiche.fin) if fiche.fin else None, "date de fin")


def _authorised(one: AutorisationLogo) -> Iterator[Inlines]:
    yield fill(one.reference, "référence")
    yield fill(" ; ".join(one.supports) or None, "supports")
    yield fill(long_date(one.debut) if one.debut else None, "premier jour")
    yield fill(long_date(one.fin) if one.fin else None, "dernier jour")


def _acknowledgement(case: Case) -> Iterator[Block]:
    """What the addressee signs and sends back: the day of receipt, from which the notice runs."""
    name = partie_name(case.to)
    short = convention_courte(case.convention).le if case.convention else "la convention"
    received = case.destinataire.recue_le
    day = words(long_date(received)) if received else (Blank(),)
    yield Heading(HeadingRole.PARTIE, 2, words("ACCUSÉ DE RÉCEPTION"))
    yield Paragraph(
        sentence(
            fill(name.Le if name else None, "nom du destinataire"),
            " accuse réception, le ",
            day,
            ", de la notification par laquelle ",
            _own(case),
            f" a dénoncé {short}.",
        )
    )
    yield Paragraph(sentence("Fait à ", Blank(), ", le ", Blank()), ParagraphRole.FAIT)
    yield letter_signatures(case.to, case.to.signataires[:1] or (Signataire(),), "accuse")
