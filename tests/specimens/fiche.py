"""The fiche action of the mockups 04, 05 and 11: filled, blank, draft."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from docgen.tree import (
    Band,
    Block,
    Box,
    Choices,
    Document,
    Family,
    FieldGrid,
    FormField,
    Inlines,
    Labelled,
    LabelledText,
    PageKind,
    Paragraph,
    Section,
    Tick,
    TickLine,
    TickPanel,
)
from tests.specimens.words import groups, inlines, prose, read_lines

State = Literal["filled", "blank", "draft"]

_CONVENTION = "Convention de coopération du 12 mai 2021, OPCO Atlas"
_OPINIONS = ("Favorable", "Réservé", "Défavorable")
_SECTORS = ("Numérique", "Assurance", "Conseil", "Ingénierie", "Banque", "Expertise Comptable", "Autre :", "Transverse")
_CORRECTIVE = "Si réservé, actions correctives :"
_BOXES = (
    ("PUBLICS VISÉS", "Collégiens, lycéens, apprentis, étudiants, enseignants, …", 12),
    ("PORTEUR DE L’ACTION", "OPCO, branche, campus, …", 11),
    ("PRÉSENTATION DE L’ACTION", "", 71),
    ("LIVRABLES DE L’ACTION", "", 22),
    ("DATE DE DÉBUT ET DE FIN DE L’ACTION", "", 9),
    ("PARTENAIRE(S)", "", 12),
    ("PRESTATAIRE PRESSENTI", "", 11),
    ("SECTEUR", "", 0),
    ("BUDGET TTC", "Préciser le % des frais de gestion", 13),
    ("RÉPARTITION BUDGÉTAIRE DE L’ACTION SI CO-FINANCEMENT", "Remplir l’annexe financière", 17),
    ("ÉVALUATION DE L’ACTION", "Indicateurs quantitatifs et qualitatifs", 31),
    ("MODE D’ÉVALUATION", "", 17),
    ("POINTS DE VIGILANCE ET/OU D’ARBITRAGE À SOUMETTRE AU COPIL", "", 26),
)


@dataclass(frozen=True)
class _Words:
    number: str
    title: str
    demand: str
    opinions: tuple[tuple[str, str, str], ...]
    """For each body: its sigle, the opinion ticked, what is said under the line."""


_FILLED = _Words(
    "2021-03",
    "Parcours « Ingénierie et numérique » : découvrir les métiers du lycée à l’université",
    "10 septembre 2021",
    (
        ("COPIL", "Favorable", ""),
        ("MENJS", "Favorable", "Néant."),
        (
            "MESRI",
            "Réservé",
            "ouvrir les rencontres aux étudiants de première année de licence ; préciser, avec les services communs "
            "universitaires d’orientation, le calendrier des entretiens individuels.",
        ),
    ),
)
_DRAFT = _Words(
    "2022-05",
    "Mobilité européenne des apprentis des métiers de la banque et de l’assurance",
    "2 mai 2022",
    (("COPIL", "", "Avis à recueillir lors de la réunion du 18 mai 2022."), ("MENJS", "", ""), ("MESRI", "", "")),
)


def fiche_specimen(state: State = "filled") -> Document:
    """Return the fiche action 2021-03 filled, the blank form, or the draft of fiche 2022-05, which has holes."""
    if state == "blank":
        return _blank()
    words = _FILLED if state == "filled" else _DRAFT
    blocks = (_band(inlines(words.title)), _head(words), _opinions(words), *_boxes(f"fiche-{words.number}.txt"))
    return Document(
        kind="fiche-action",
        id=words.number,
        title=f"Fiche action n° {words.number} – {words.title}",
        short_title=f"Fiche action n° {words.number} – {_CONVENTION}",
        author="OPCO Atlas",
        family=Family.FORMULAIRE,
        sections=(Section(PageKind.FORMULAIRE, blocks),),
        dated=date(2021, 10, 13),
        draft=state == "draft",
    )


def _band(value: Inlines) -> Band:
    return Band(inlines("TITRE DE L’ACTION"), value)


def _labelled(label: str, value: Inlines) -> Labelled:
    return Labelled(inlines(label), value)


def _grid(asker: Inlines, demand: Inlines, number: Inlines) -> FieldGrid:
    return FieldGrid(
        (
            (
                _labelled("Initiateur de la Demande :", asker),
                _labelled("Destinataire :", inlines("COPIL ATLAS - MENJS / MESRI")),
            ),
            (_labelled("Date de la demande :", demand), _labelled("Fiche n° :", number)),
        )
    )


def _head(words: _Words) -> FieldGrid:
    return _grid(inlines("OPCO Atlas"), inlines(words.demand), inlines(words.number))


def _opinions(words: _Words) -> TickPanel:
    return TickPanel(tuple(_opinion(*opinion) for opinion in words.opinions))


def _opinion(sigle: str, opinion: str, said: str) -> TickLine:
    ticks = tuple(Tick(label, label == opinion) for label in _OPINIONS)
    below: tuple[Paragraph | LabelledText, ...] = (Paragraph(inlines(said)),) if said else ()
    if sigle != "COPIL":
        below = (LabelledText(inlines(_CORRECTIVE), (inlines(said),) if said else ()),)
    return TickLine(inlines(f"AVIS {sigle} :"), ticks, below)


def _boxes(name: str) -> tuple[Block, ...]:
    return tuple(Box(inlines(head), _box_body(under)) for head, under in groups(read_lines(name), "# ") if head)


def _box_body(lines: list[str]) -> tuple[Block, ...]:
    if not lines[0].startswith("choix "):
        return prose(lines)
    chosen = lines[0].removeprefix("choix ").split(", ")
    return (Choices(tuple((Tick(label, label in chosen),) for label in _SECTORS)),)


def _blank() -> Document:
    title = FormField("titre", "Titre de l’action")
    fields = (FormField("initiateur", "Initiateur de la demande"),), (FormField("date", "Date de la demande"),)
    number = (FormField("numero", "Numéro de la fiche"),)
    head: tuple[Block, ...] = (_band((title,)), _grid(*fields, number), _blank_opinions())
    blocks = (*head, *(_blank_box(*box) for box in _BOXES))
    return Document(
        kind="fiche-action-vierge",
        id="specimen",
        title="Fiche action prévisionnelle – modèle à remplir",
        short_title=f"Modèle de fiche action prévisionnelle – {_CONVENTION}",
        author="OPCO Atlas",
        family=Family.FORMULAIRE,
        sections=(Section(PageKind.FORMULAIRE, blocks),),
        dated=date(2021, 5, 12),
    )


def _blank_opinions() -> TickPanel:
    return TickPanel(tuple(_blank_opinion(sigle) for sigle in ("COPIL", "MENJS", "MESRI")))


def _blank_opinion(sigle: str) -> TickLine:
    ticks = tuple(Tick(label, name=f"avis-{sigle.lower()}-{label.lower()}") for label in _OPINIONS)
    if sigle == "COPIL":
        return TickLine(inlines(f"AVIS {sigle} :"), ticks)
    field = FormField(f"corrections-{sigle.lower()}", f"Actions correctives demandées par {sigle}", multiline=True)
    below = (LabelledText(inlines(_CORRECTIVE), ((field,),)),)
    return TickLine(inlines(f"AVIS {sigle} :"), ticks, below, room=9)


def _blank_box(title: str, guidance: str, room: float) -> Box:
    if title == "SECTEUR":
        return Box(inlines(title), (Choices(tuple(_blank_choice(label) for label in _SECTORS)),))
    name = title.split(maxsplit=1)[0].lower()
    field = FormField(name, title.capitalize(), guidance, multiline=True)
    return Box(inlines(title), (Paragraph((field,)),), room)


def _blank_choice(label: str) -> Inlines:
    tick = Tick(label, name="secteur-" + label.split(maxsplit=1)[0].lower())
    return (tick, *inlines(" "), FormField("secteur-precision", "Autre secteur")) if label == "Autre :" else (tick,)
