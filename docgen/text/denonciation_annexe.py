"""What comes with the letter of a denunciation: the actions under way, the logos in use, the acknowledgement."""

from collections.abc import Iterator

from docgen.dossier import Dossier
from docgen.french import Name, long_date
from docgen.model.autorisation_logo import AutorisationLogo
from docgen.model.common import Partie, Signataire
from docgen.model.convention import Convention
from docgen.model.denonciation import Denonciation, Destinataire
from docgen.model.fiche_action import FicheAction
from docgen.text.citations import convention_courte
from docgen.text.names import partie_name
from docgen.text.signatures import letter_signatures
from docgen.text.words import fill, sentence, words
from docgen.tree import Blank, Block, Column, Heading, HeadingRole, Inlines, Paragraph, ParagraphRole, Row, Table
from docgen.values import Struct


class Case(Struct, frozen=True):
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


def own_name(case: Case) -> Inlines:
    """Return the sender with its article, or its hole."""
    return fill(case.name.le if case.name else None, "expéditeur")


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


def annex(case: Case) -> Iterator[Block]:
    """Yield the tables that the letter announces; nothing where there is neither action nor logo."""
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


def acknowledgement(case: Case) -> Iterator[Block]:
    """Yield what the addressee fills in, signs and sends back: the day of receipt, from which the notice runs."""
    name = partie_name(case.to)
    short = convention_courte(case.convention).le if case.convention else "la convention"
    yield Heading(HeadingRole.PARTIE, 2, words("ACCUSÉ DE RÉCEPTION"))
    yield Paragraph(
        sentence(
            fill(name.Le if name else None, "nom du destinataire"),
            " accuse réception, le ",
            Blank(),
            ", de la notification par laquelle ",
            own_name(case),
            f" a dénoncé {short}.",
        )
    )
    yield Paragraph(sentence("Fait à ", Blank(), ", le ", Blank()), ParagraphRole.FAIT)
    yield letter_signatures(case.to, case.to.signataires[:1] or (Signataire(),), "accuse")
