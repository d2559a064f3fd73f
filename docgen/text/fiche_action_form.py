"""The annexed form of the fiche action: its boxes, in its order, with its labels (model-sentences §5.1)."""

from collections.abc import Iterator, Sequence
from datetime import date

from docgen.french import capitals, name_of
from docgen.model.common import Partie
from docgen.model.convention import Convention, Formulaire
from docgen.text.names import held, sigles
from docgen.text.words import label, words
from docgen.tree import (
    Band,
    Block,
    Box,
    Choices,
    FieldGrid,
    FormField,
    Inlines,
    Labelled,
    LabelledText,
    Paragraph,
    Run,
    Tick,
    TickLine,
    TickPanel,
)
from docgen.values import Struct

TITRE = "TITRE DE L’ACTION"
INITIATEUR = "Initiateur de la Demande :"
DESTINATAIRE = "Destinataire :"
DATE_DEMANDE = "Date de la demande :"
NUMERO = "Fiche n° :"
CORRECTIVES = "Si réservé, actions correctives :"
AVIS = {"favorable": "Favorable", "réservé": "Réservé", "défavorable": "Défavorable"}
"""The three boxes of an opinion, by the value of the opinion."""
AUTRE = "Autre :"
TRANSVERSE = "Transverse"


class FormBox(Struct, frozen=True):
    """A box of the form: the field it shows, its head, its guidance on the blank form and the room left there (mm)."""

    key: str
    title: str
    room: float
    guidance: str = ""


BOXES = (
    FormBox("publics", "PUBLICS VISÉS", 12, "Collégiens, lycéens, apprentis, étudiants, enseignants, …"),
    FormBox("porteur", "PORTEUR DE L’ACTION", 11, "OPCO, branche, campus, …"),
    FormBox("presentation", "PRÉSENTATION DE L’ACTION", 71),
    FormBox("livrables", "LIVRABLES DE L’ACTION", 22),
    FormBox("dates", "DATE DE DÉBUT ET DE FIN DE L’ACTION", 9),
    FormBox("partenaires", "PARTENAIRE(S)", 12),
    FormBox("prestataire", "PRESTATAIRE PRESSENTI", 11),
    FormBox("secteurs", "SECTEUR", 0),
    FormBox("budget", "BUDGET TTC", 13, "Préciser le % des frais de gestion"),
    FormBox("repartition", "RÉPARTITION BUDGÉTAIRE DE L’ACTION SI CO-FINANCEMENT", 17, "Remplir l’annexe financière"),
    FormBox("indicateurs", "ÉVALUATION DE L’ACTION", 31, "Indicateurs quantitatifs et qualitatifs"),
    FormBox("mode_evaluation", "MODE D’ÉVALUATION", 17),
    FormBox("points_vigilance", "POINTS DE VIGILANCE ET/OU D’ARBITRAGE À SOUMETTRE", 26),
)


def sectors(convention: Convention | None) -> tuple[str, ...]:
    """Return the choices of the form: the convention's sectors, `Autre :`, `Transverse`."""
    named = [one for one in (convention.secteurs if convention else ()) if one != TRANSVERSE]
    return (*named, AUTRE, TRANSVERSE)


def copil_label(convention: Convention | None) -> str:
    """Return the label of the committee's opinion: `AVIS COPIL :`."""
    return f"AVIS {committee(convention)} :"


def committee(convention: Convention | None) -> str:
    """Return the committee as labels name it: its sigle, else its name in capitals; COPIL while it has none."""
    comite = convention.comite if convention else None
    return (comite.sigle or capitals(comite.nom or "COPIL")) if comite else "COPIL"


def opinion_label(partie: Partie) -> str:
    """Return the label of a ministry's opinion: `AVIS MENJS :`, its name in capitals where it has no sigle."""
    return f"AVIS {partie.sigle or capitals(partie.usuel or partie.id or '')} :"


def recipient(convention: Convention | None, ministeres: Sequence[Partie]) -> str:
    """Return to whom a fiche is addressed: `COPIL OPCO Atlas – MENJS / MESRI`, or as the convention has it."""
    comite = convention.comite if convention else None
    if comite and comite.destinataire:
        return comite.destinataire
    partner = convention.partenaire if convention else None
    named = held(partner.usuel or "") if partner else ""
    head = " ".join(one for one in (comite.sigle if comite else "COPIL", named) if one)
    return f"{head} – {sigles(ministeres)}" if ministeres else head


def blank_form(convention: Convention, jour: date | None, own: Formulaire | None = None) -> tuple[Block, ...]:
    """Return the blank form: empty named fields, grey guidance, boxes to tick.

    `own` gives the words of the form that was annexed, where they differ from the house's.
    """
    ministeres = tuple(partie.au_jour(jour) for partie in convention.etat_partie)
    return (
        Band(label_of(TITRE), (FormField("titre", "Titre de l’action"),)),
        FieldGrid(
            (
                (
                    Labelled(label(INITIATEUR), (FormField("initiateur", "Initiateur de la demande"),)),
                    Labelled(label(DESTINATAIRE), words(recipient(convention, ministeres))),
                ),
                (
                    Labelled(label(DATE_DEMANDE), (FormField("date_demande", "Date de la demande"),)),
                    Labelled(label(NUMERO), (FormField("numero", "Numéro de la fiche"),)),
                ),
            )
        ),
        TickPanel(tuple(_blank_opinions(convention, ministeres))),
        *(Box(words(title_of(box, convention, own)), _blank_body(box, convention, own), box.room) for box in BOXES),
    )


def label_of(text: str) -> Inlines:
    """Return the label of the title band, whose colour the band itself gives."""
    return words(text)


def _blank_opinions(convention: Convention, ministeres: Sequence[Partie]) -> Iterator[TickLine]:
    yield TickLine(label(copil_label(convention)), tuple(_blank_ticks("copil")))
    for partie in ministeres:
        name = partie.id or "ministere"
        field = FormField(f"correctives-{name}", f"Actions correctives, {partie.sigle or partie.usuel}", multiline=True)
        below = LabelledText(label(CORRECTIVES), ((field,),))
        yield TickLine(label(opinion_label(partie)), tuple(_blank_ticks(name)), (below,), room=9)


def _blank_ticks(name: str) -> Iterator[Tick]:
    return (Tick(text, name=f"avis-{name}-{text.lower()}") for text in AVIS.values())


def title_of(box: FormBox, convention: Convention | None, own: Formulaire | None = None) -> str:
    """Return the head of a box; the last one names the committee, or is that of the annexed form."""
    if box.key != "points_vigilance":
        return box.title
    if own and own.points_vigilance:
        return own.points_vigilance
    comite = convention.comite if convention else None
    to_committee = capitals(name_of(comite.nom).a) if comite and comite.nom and not comite.sigle else None
    return f"{box.title} {to_committee or f'AU {committee(convention)}'}"


def _blank_body(box: FormBox, convention: Convention, own: Formulaire | None) -> tuple[Block, ...]:
    if box.key == "secteurs":
        ticks = ((Tick(text, name=f"secteur-{rank}"),) for rank, text in enumerate(sectors(convention), 1))
        return (Choices(tuple(ticks)),)
    typed = {"publics": own.publics, "porteur": own.porteur}.get(box.key) if own else None
    title = words(box.title)
    spoken = "".join(run.text for run in title if isinstance(run, Run)).capitalize()
    return (Paragraph((FormField(box.key, spoken, typed or box.guidance, multiline=True),)),)
