"""The blank form of the completion fiche: the model that article 15 announces."""

from docgen.dossier import Dossier
from docgen.model.convention import AnnexeConvention, Convention
from docgen.text.citations import auteur, bodies, convention_citee
from docgen.text.fiche_realisation import BOXES
from docgen.text.words import label, words
from docgen.tree import (
    Band,
    Block,
    Box,
    Document,
    Family,
    FieldGrid,
    FormField,
    Labelled,
    PageKind,
    Paragraph,
    ParagraphRole,
    Section,
)

GUIDANCE: dict[str, tuple[str, float]] = {
    "1": ("Fiche action, avis rendus, porteur, partenaires, valeurs d’intérêt public", 24),
    "2": ("Dates prévues, dates réelles, motif d’un écart", 13),
    "3": ("Pour chaque public : nombre prévu, nombre de personnes touchées", 24),
    "4": ("Pour chaque livrable : date de livraison, ou motif", 17),
    "5": ("Pour chaque indicateur de la fiche action : prévu, réalisé, écart, taux", 31),
    "6": ("Pour chaque poste de l’annexe financière : budget, dépense, écart", 31),
    "7": ("Logos : supports, autorisation et ses dates", 17),
    "8": ("Service, date, destinataires", 13),
    "9": ("", 13),
    "10": ("", 17),
    "11": ("", 17),
}
"""The grey words of each box, and the millimetres left to write in, by the number of the box."""


def write_blank_fiche_realisation(convention: Convention, annexe: AnnexeConvention, dossier: Dossier) -> Document:
    """Return the blank form of the fiches de réalisation of `convention`.

    A model that was not annexed to the signed text says so.
    """
    jour = dossier.date_de(convention)
    return Document(
        kind="fiche-realisation-vierge",
        id=convention.id or "sans-id",
        title="Fiche de réalisation – modèle vierge",
        short_title=f"Modèle de fiche de réalisation – {convention_citee(convention)}",
        author=auteur(convention, dossier.maison.auteur),
        family=Family.FORMULAIRE,
        sections=(Section(PageKind.FORMULAIRE, _blocks(convention, annexe)),),
        dated=jour,
    )


def _blocks(convention: Convention, annexe: AnnexeConvention) -> tuple[Block, ...]:
    organe, _ = bodies(convention)
    said = f"Modèle proposé par le secrétariat {organe.de}, non annexé à la convention signée."
    return (
        Band(words("FICHE DE RÉALISATION"), (FormField("titre", "Titre de l’action"),)),
        *(() if annexe.annexee else (Paragraph(words(said), ParagraphRole.MENTION_TEXTE),)),
        FieldGrid(
            (
                (
                    Labelled(label("Fiche action n° :"), (FormField("numero", "Numéro de la fiche action"),)),
                    Labelled(label("État de l’action :"), (FormField("etat", "État de l’action"),)),
                ),
                (
                    Labelled(label("Fiche établie le :"), (FormField("etablie-le", "Date d’établissement"),)),
                    Labelled(label("Par :"), (FormField("auteur", "Auteur et qualité"),)),
                ),
            )
        ),
        *(_box(title) for title in BOXES),
    )


def _box(title: str) -> Box:
    number, _, name = title.partition(". ")
    guidance, room = GUIDANCE[number]
    field = FormField(f"case-{number}", name.capitalize(), guidance, multiline=True)
    return Box(words(title), (Paragraph((field,)),), room)
