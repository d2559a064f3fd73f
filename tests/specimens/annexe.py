"""The annexe financière of the mockup 06: two wide tables, each on its landscape page."""

from datetime import date

from docgen.tree import (
    Align,
    Block,
    Break,
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
    RowKind,
    Run,
    Section,
    Table,
)
from tests.specimens.words import inlines, read_lines


def annexe_specimen() -> Document:
    """Return the annexe financière of the fiche 2021-03."""
    return Document(
        kind="annexe-financiere",
        id="2021-03",
        title="Annexe financière à la fiche action n° 2021-03",
        short_title="Annexe financière à la fiche action n° 2021-03 – "
        "Convention de coopération du 12 mai 2021, OPCO Atlas",
        author="OPCO Atlas",
        family=Family.FORMULAIRE,
        sections=(Section(PageKind.PAYSAGE, _expenses()), Section(PageKind.PAYSAGE, _resources())),
        dated=date(2021, 10, 13),
    )


def _expenses() -> tuple[Block, ...]:
    subject = (
        "à la fiche action n° 2021-03 — "
        "Parcours « Ingénierie et numérique » : découvrir les métiers du lycée à l’université"
    )
    no_pay = (
        "La présente annexe ne comprend aucune rémunération de personnels, "
        "conformément à l’article 16 de la convention."
    )
    return (
        Heading(HeadingRole.TITRE_PAPIER, 1, inlines("ANNEXE FINANCIÈRE")),
        Paragraph(inlines(subject), ParagraphRole.SOUS_TITRE),
        Paragraph(inlines("Montants exprimés en euros. Exercice 2021-2022."), ParagraphRole.MENTION),
        _expense_table(),
        Paragraph(inlines(no_pay), ParagraphRole.MENTION_TEXTE),
    )


def _expense_table() -> Table:
    columns = (
        _column("Poste", 75, Align.LEFT),
        _column("Nature du coût", 19, Align.LEFT),
        _column("Quantité", 20),
        _column("Prix unitaire HT", 30),
        _column("Taux de TVA", 22),
        _column("HT", 30.3),
        _column("TVA", 30.3),
        _column("TTC", 30.3),
    )
    return Table(inlines("1. Dépenses"), columns, _rows("annexe-depenses.txt"))


def _resources() -> tuple[Block, ...]:
    notes = (
        "Les pourcentages sont arrondis ; leur somme est égale à 100 %.",
        "Les frais de gestion sont calculés au taux de 0,80 %, dans la limite de 0,885 % des fonds gérés par "
        "l’OPCO Atlas (article 16), sur une base de 32 140,00 €, frais de gestion non compris ; "
        "ils s’élèvent à 257,12 €.",
        "La part financée par les frais de mission de l’OPCO Atlas est de 72,2 % ; les règles d’achat et "
        "d’engagement de l’OPCO Atlas sont applicables.",
    )
    settled = (
        "Arrêté le présent budget à la somme de quarante-quatre mille huit cent quatre-vingt-treize euros "
        "et douze centimes (44 893,12 €) toutes taxes comprises."
    )
    said = (Paragraph(inlines(note), ParagraphRole.MENTION_TEXTE) for note in notes)
    return (_resource_table(), *said, Paragraph(inlines(settled), ParagraphRole.ARRETE))


def _resource_table() -> Table:
    columns = (
        _column("Poste", 93, Align.LEFT),
        Column((Run("OPCO Atlas,"), Break(), Run("frais de mission")), 41, Align.AMOUNT),
        _column("Branche ingénierie et numérique", 41),
        _column("Campus des métiers et des qualifications", 41),
        _column("Total", 41),
    )
    caption = "2. Ressources affectées à chaque poste, toutes taxes comprises"
    return Table(inlines(caption), columns, _rows("annexe-ressources.txt"))


def _column(head: str, width: float, align: Align = Align.AMOUNT) -> Column:
    return Column(inlines(head), width, align)


def _rows(name: str) -> tuple[Row, ...]:
    return tuple(_row(*line.split(" | ")) for line in read_lines(name))


def _row(kind: str, *cells: str) -> Row:
    found: tuple[Inlines, ...] = tuple(inlines(cell) for cell in cells)
    return Row(found, RowKind(kind))
