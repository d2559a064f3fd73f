"""The letter that ends the convention, one per other party (article 18; model-sentences §13)."""

from collections.abc import Iterator
from datetime import timedelta

from docgen.dossier import Dossier
from docgen.french import continued, joined, long_date
from docgen.model.common import Nature, Partie
from docgen.model.convention import Convention
from docgen.model.denonciation import Denonciation, Destinataire, expiration
from docgen.text.citations import auteur, convention_courte
from docgen.text.convention_text import articles_of
from docgen.text.denonciation_annexe import Case, acknowledgement, annex, fiches_of, logos_of, own_name
from docgen.text.letters import Letter, addressee, called, farewell, letter_blocks, place_and_date, sender
from docgen.text.model_text import values_of, written
from docgen.text.names import forms, names, partie_name
from docgen.text.signatures import letter_signatures
from docgen.text.values import Values
from docgen.text.words import fill, sentence, words
from docgen.tree import (
    Block,
    Document,
    Family,
    Inlines,
    PageKind,
    Paragraph,
    Section,
)
from docgen.values import replace

_STATE = (Nature.MINISTERE, Nature.ACADEMIE)


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
    joined_to = tuple(annex(case))
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
            *((Section(PageKind.TEXTE, joined_to),) if joined_to else ()),
            Section(PageKind.TEXTE, tuple(acknowledgement(case))),
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
        "article": _article(case),
        "avenants": f" ({'avenant' if len(piece.avenants) == 1 else 'avenants'} {joined(piece.avenants)})"
        if piece.avenants
        else "",
        "denoncer": name.accord("le dénoncer", "la dénoncer", "les dénoncer", "les dénoncer") if name else None,
        "instance": piece.instance,
        "decidee_le": long_date(piece.decidee_le) if piece.decidee_le else None,
        "motifs": f" Elle est motivée par {continued(piece.motifs.rstrip('.'))}." if piece.motifs else "",
    }
    blocks: dict[str, tuple[Block, ...]] = {
        "conciliation": tuple(_conciliation(case)),
        "effet": tuple(_effect(case)),
        "actions": tuple(_actions(case)),
    }
    titles = {
        **common.titles,
        "expediteur.le": "expéditeur",
        "denoncer": "convention",
        "decidee_le": "date de décision",
    }
    return replace(common, words={**common.words, **named}, blocks=blocks, titles={**titles, "instance": "instance"})


_KEY = "litiges-et-resiliation"
"""The name of the article that allows the denunciation, in the text model."""


def _article(case: Case) -> str:
    """Return `du deuxième alinéa de l’article 18 `; the article alone in another text, nothing where it has no name."""
    number = articles_of(case.convention, case.dossier).get(_KEY)
    return f"{'du deuxième alinéa ' if _is_model(case) else ''}de l’article {number} " if number else ""


def _here(case: Case) -> str:
    return "cet article" if _article(case) else "la convention"


def _is_model(case: Case) -> bool:
    """Whether the article is that of the text model, whose alinéas are known."""
    convention = case.convention
    changed = convention is not None and any(change.article == _KEY for change in convention.articles)
    return convention is not None and convention.texte is None and not changed


def _under(case: Case, alinea: str, whole: str) -> str:
    """Return how the same article is cited again: by its alinéa, else as the convention itself."""
    return f"{alinea} du même article" if _is_model(case) else whole


def _conciliation(case: Case) -> Iterator[Paragraph]:
    if case.piece.conciliation_le:
        place = _under(case, "au premier alinéa", "par la convention")
        engaged = long_date(case.piece.conciliation_le)
        yield Paragraph(words(f"La procédure de conciliation prévue {place}, engagée le {engaged}, n’a pas abouti."))


def _effect(case: Case) -> Iterator[Paragraph]:
    piece = case.piece
    known = values_of(case.convention, piece.date).words.get("preavis.lettres")
    notice = fill(known, "préavis de dénonciation")
    if piece.effet_le:
        start = f"La résiliation prendra effet le {long_date(piece.effet_le)}, au-delà du délai minimal de "
        end = f" prévu par {_here(case)}."
    else:
        start = f"Conformément à {_here(case)}, la résiliation prendra effet à l’expiration d’un délai de "
        end = " à compter de la réception de la présente notification."
    several = (
        " La présente notification étant adressée à chacune des autres parties, ce délai court à compter de la "
        "réception la plus tardive."
    )
    yield Paragraph(sentence(start, notice, end + several if len(piece.destinataires) > 1 else end))
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
    """What becomes of the actions under way, and of the logos in use."""
    logos = " Les autorisations d’utilisation de logo en cours sont récapitulées en annexe."
    more = logos if logos_of(case.piece, case.dossier) else ""
    if fiches_of(case.piece, case.dossier):
        yield Paragraph(sentence(*_carried_on(case), more))
    else:
        yield Paragraph(words(f"Aucune action n’est engagée à la date de la présente lettre.{more}"))


def _carried_on(case: Case) -> Iterator[str | Inlines]:
    """The OPCO carries the actions to their end: it says so, is told so, or the other ministry is told of it."""
    opco = case.convention.partenaire if case.convention else None
    name = partie_name(opco.au_jour(case.piece.date)) if opco else None
    goal = (
        "les dispositions nécessaires pour que les actions engagées, dont la liste est jointe, soient menées à leur "
        "terme."
    )
    if case.expediteur.nature not in _STATE:
        yield f"Conformément {_under(case, 'au dernier alinéa', 'à la convention')}, "
        yield own_name(case)
        yield f" prend {goal}"
        return
    last = _under(case, "du dernier alinéa", "de la convention")
    if opco and case.to.id == opco.id:
        yield "Il vous appartient"
    else:
        yield "Il appartient "
        yield fill(name.a if name else None, "opérateur de compétences")
    yield f", en application {last}, de prendre {goal}"
