"""What follows a meeting: the opinions sent on, the board's decisions sent back, a conciliation (§10.5)."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from docgen.french import capitalised, capitals, long_date
from docgen.model.reunion import DecisionCa, Litige, Seance
from docgen.text.letters import MEMBRES
from docgen.text.reunion.case import (
    FONCTIONNEMENT,
    Case,
    convention_courte,
    day,
    day_of,
    heads,
    paper,
    reunion_ordinale,
    signs,
    strong,
)
from docgen.text.reunion.convocation import closing
from docgen.text.reunion.releve import attendance
from docgen.text.words import fill, prose, sentence, words
from docgen.tree import (
    Block,
    Column,
    Document,
    Heading,
    HeadingRole,
    PageKind,
    Paragraph,
    ParagraphRole,
    Row,
    Section,
    Table,
)
from docgen.values import replace


def transmissions(case: Case, seance: Seance) -> Iterator[Callable[[], Document]]:
    """Yield what writes each letter that sends the opinions of a meeting on, at its day.

    One letter for the commission and the board where both get them on one day; else one for each that has its day, and
    the id of the letter ends with the body's.
    """
    commission, board = f"les membres {case.cpt.de}", f"les membres {case.conseil_de}"
    if seance.transmis_cpt and seance.transmis_cpt == seance.transmis_ca:
        yield partial(_transmission, case, f"{commission} et {case.conseil_de}", seance.transmis_cpt)
        return
    if seance.transmis_cpt:
        yield partial(_transmission, case, commission, seance.transmis_cpt, "cpt")
    if seance.transmis_ca:
        yield partial(_transmission, case, board, seance.transmis_ca, "ca")


def _transmission(case: Case, to: str, sent: date, body: str = "") -> Document:
    section = Section(PageKind.TEXTE, tuple(_letter(case, to, sent)))
    letter = paper(case, "transmission-avis", "Transmission des avis", section, sent)
    return replace(letter, id=f"{letter.id}-{body}") if body else letter


def _letter(case: Case, to: str, sent: date) -> Iterator[Block]:
    yield signs(case)
    yield Paragraph(strong(words(f"Mesdames et Messieurs {to}")), ParagraphRole.DESTINATAIRE)
    place = fill(case.reunion.fait_a, "lieu d’envoi")
    yield Paragraph(sentence(*place, ", le ", *day(sent, "date d’envoi")), ParagraphRole.LIEU_DATE)
    held = day(case.reunion.date, "date de la réunion")
    yield Heading(HeadingRole.OBJET, 1, sentence(f"Objet : avis {case.organe.de} du ", *held))
    yield Paragraph(words(f"{MEMBRES},"))
    yield Paragraph(
        sentence(
            f"En application {_founded(case)}, je vous communique les avis rendus par "
            f"{case.organe.le} lors de sa réunion du ",
            *held,
            ".",
        )
    )
    yield Paragraph(words(f"Je vous prie d’agréer, {MEMBRES}, l’expression de ma considération distinguée."))
    yield from closing(case)
    enclosed = (*strong(words("P. J. :")), *sentence(" relevé d’avis de la réunion du ", *held, "."))
    yield Paragraph(enclosed, ParagraphRole.PIECES_JOINTES)


def _founded(case: Case) -> str:
    """`de l’article 14 de la convention du 12 mai 2021`."""
    article = case.article(FONCTIONNEMENT)
    cited = convention_courte(case).de
    return f"{article.de} {cited}" if article.bare.startswith("article") else cited


def write_retour_decisions(case: Case) -> Document:
    """Return the sheet that tells the committee what the board decided of its opinions."""
    section = Section(PageKind.TEXTE, tuple(_decisions(case)))
    return paper(case, "retour-decisions", "Retour des décisions", section, case.reunion.ca_le)


def _decisions(case: Case) -> Iterator[Block]:
    yield signs(case)
    under = sentence(*reunion_ordinale(case, capital=True), " du ", *day(case.reunion.date, "date de la réunion"))
    yield from heads(f"RETOUR DES DÉCISIONS {capitals(case.ca.de)}", under)
    yield Paragraph(
        sentence(
            f"En application {case.article(FONCTIONNEMENT).de}, les membres {case.organe.de} sont informés des "
            f"décisions prises par {case.ca.le} {case.opco.de} lors de sa séance du ",
            *day(case.reunion.ca_le, "date du conseil d’administration"),
            " :",
        )
    )
    columns = (
        Column(words("Fiche n°"), 19),
        Column(words("Titre"), 54),
        Column(words(f"Avis {case.organe.de}"), 26),
        Column(words("Décision"), 30),
        Column(words("Observations"), 29),
    )
    rows = tuple(_decision(case, one) for one in case.reunion.decisions_ca)
    yield Table(words(f"Décisions {case.ca.de}"), columns, rows)


def _decision(case: Case, one: DecisionCa) -> Row:
    fiche = case.fiche(one.fiche)
    opinion = fiche.avis_copil.sens.value if fiche and fiche.avis_copil and fiche.avis_copil.sens else None
    return Row(
        (
            fill((fiche.numero if fiche else None) or one.fiche, "numéro de la fiche"),
            fill(fiche.titre if fiche else None, "titre de l’action"),
            fill(opinion, f"avis {case.organe.de}"),
            fill(one.decision, "décision"),
            words(one.observations or "–"),
        )
    )


def write_conciliation(case: Case, seance: Seance, litige: Litige | None) -> Document:
    """Return the procès-verbal with which an exceptional meeting ends (article 18)."""
    section = Section(PageKind.TEXTE, tuple(_conciliation(case, litige)))
    return paper(case, "proces-verbal-conciliation", "Procès-verbal de conciliation", section, seance.etabli_le)


def _conciliation(case: Case, litige: Litige | None) -> Iterator[Block]:
    yield signs(case)
    under = sentence(*reunion_ordinale(case, capital=True), " du ", *day_of(case))
    yield from heads("PROCÈS-VERBAL DE CONCILIATION", under)
    about = fill(capitalised(litige.objet.rstrip(".")) if litige and litige.objet else None, "objet du différend")
    yield Paragraph(sentence("Différend : ", *about, "."))
    yield from attendance(case)
    if litige and litige.accord:
        yield Paragraph(words("Les parties sont parvenues à l’accord suivant :"))
        yield from prose(litige.accord)
    else:
        begun = fill(long_date(litige.engagee_le) if litige and litige.engagee_le else None, "date d’engagement")
        yield Paragraph(
            sentence(
                "Les parties constatent leur désaccord ; la présente réunion met fin à la procédure de conciliation "
                "engagée le ",
                *begun,
                ".",
            )
        )
