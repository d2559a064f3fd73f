"""The sheet of a digital tool, before it goes on line (article 12; model-sentences §12)."""

from collections.abc import Callable, Iterator
from datetime import date

from docgen.dossier import Dossier
from docgen.french import capitals, continued, long_date, percent
from docgen.model.base import titre_de
from docgen.model.common import Partie
from docgen.model.conformite_numerique import Algorithme, ConformiteNumerique
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.text.citations import auteur, convention_citee
from docgen.text.names import partie_name, state_name
from docgen.text.words import ended, fill, hole, label, labelled_prose, prose, quoted, sentence, words
from docgen.tree import (
    Band,
    Block,
    Box,
    Document,
    Family,
    FieldGrid,
    Inlines,
    Labelled,
    PageKind,
    Paragraph,
    Section,
)
from docgen.values import Struct

SANS_ALGORITHME = "L’outil ne recourt à aucun traitement algorithmique fondant des décisions individuelles."
CONSENTEMENT = (
    "Lorsque la base légale est le consentement, celui du titulaire de l’autorité parentale est recueilli pour les "
    "mineurs de moins de quinze ans."
)


class Case(Struct, frozen=True):
    """A sheet with its fiche, its convention and the ministries by their names of the day."""

    sheet: ConformiteNumerique
    fiche: FicheAction | None
    convention: Convention | None
    ministeres: tuple[Partie, ...]


def write_conformite_numerique(sheet: ConformiteNumerique, dossier: Dossier) -> Iterator[Document]:
    """Yield the sheet, box by box; what is missing stands as a hole."""
    convention = dossier.convention_de(sheet)
    state = convention.etat_partie if convention else ()
    fiche = dossier.find(FicheAction, sheet.fiche)
    case = Case(sheet, fiche, convention, tuple(partie.au_jour(sheet.etablie_le) for partie in state))
    title = f"Fiche de conformité d’un outil numérique – {sheet.outil or '…'}"
    yield Document(
        kind=sheet.genre,
        id=sheet.id or "sans-id",
        title=title,
        short_title=f"Conformité numérique – {sheet.outil or '…'} – {convention_citee(convention)}",
        author=auteur(convention, dossier.maison.auteur),
        family=Family.FORMULAIRE,
        sections=(Section(PageKind.FORMULAIRE, tuple(_blocks(case))),),
        dated=sheet.etablie_le,
    )


def _blocks(case: Case) -> Iterator[Block]:
    sheet, fiche = case.sheet, case.fiche
    yield Band(words("FICHE DE CONFORMITÉ D’UN OUTIL NUMÉRIQUE"), fill(sheet.outil, "nom de l’outil"))
    yield FieldGrid(
        (
            (
                Labelled(label("Fiche action n° :"), fill(fiche.numero if fiche else None, "numéro de la fiche")),
                Labelled(label("Établie le :"), _day(sheet.etablie_le, "date de la fiche")),
            ),
            (
                Labelled(label("Adresse :"), words(sheet.adresse or "À venir")),
                Labelled(label("Mise en ligne :"), _day(sheet.en_ligne_le, "date de mise en ligne")),
            ),
        )
    )
    for rank, (title, writer) in enumerate(BOXES.items(), 1):
        named = title.format(etat=capitals(state_name(case.ministeres).de))
        yield Box(words(f"{rank}. {named}"), tuple(writer(case)))


def _day(day: date | None, title: str) -> Inlines:
    return fill(long_date(day) if day else None, title)


def _labelled(case: Case, *fields: str) -> Iterator[Block]:
    """Yield the answers to `fields`, each after its own title."""
    for field in fields:
        title = titre_de(ConformiteNumerique, field)
        yield from labelled_prose(f"{title} :", getattr(case.sheet, field), title.lower())


def _plain(case: Case, field: str) -> Iterator[Block]:
    value = getattr(case.sheet, field)
    title = titre_de(ConformiteNumerique, field)
    yield from prose(value) if value else (Paragraph(hole(title.lower())),)


def _persons(case: Case) -> Iterator[Block]:
    yield from _labelled(case, "donnees", "personnes")
    concerned = case.sheet.mineurs
    answer = None if concerned is None else f"oui. {CONSENTEMENT}" if concerned else "non."
    yield from labelled_prose("Mineurs :", answer, "des mineurs sont-ils concernés")


def _rights(case: Case) -> Iterator[Block]:
    yield from _plain(case, "information")
    officer = case.sheet.delegue
    name = fill(officer.nom if officer else None, "délégué à la protection des données")
    mail = fill(officer.courriel if officer else None, "adresse du délégué")
    yield Paragraph(sentence("Délégué à la protection des données : ", name, ", ", mail, "."))


def _assessment(case: Case) -> Iterator[Block]:
    made = case.sheet.analyse_impact
    if made and made.non_requise:
        yield Paragraph(words(f"Analyse non requise, pour le motif suivant : {ended(continued(made.non_requise))}"))
    else:
        yield Paragraph(sentence("Analyse réalisée le ", _day(made.realisee_le if made else None, "date"), "."))


def _algorithm(case: Case) -> Iterator[Block]:
    algorithme = case.sheet.algorithme
    if algorithme is None:
        yield Paragraph(words(SANS_ALGORITHME))
        return

    def value(field: str) -> Inlines:
        text = getattr(algorithme, field)
        return fill(continued(text.strip(" .")) if text else None, titre_de(Algorithme, field).lower())

    yield Paragraph(
        sentence(
            "L’outil recourt à un traitement algorithmique dont la finalité est : ",
            value("finalite"),
            " ; ses règles principales sont les suivantes : ",
            value("regles"),
            " ; degré et mode de contribution à la décision : ",
            value("degre"),
            " ; données traitées et sources : ",
            value("donnees"),
            " ; paramètres et pondération : ",
            value("parametres"),
            ".",
        )
    )
    yield from labelled_prose("Information des personnes :", algorithme.information, "information donnée aux personnes")


def _accessibility(case: Case) -> Iterator[Block]:
    stated = case.sheet.accessibilite
    rate = fill(percent(stated.taux) if stated and stated.taux is not None else None, "taux de conformité au RGAA")
    declared = fill(stated.declaration if stated else None, "déclaration d’accessibilité")
    yield Paragraph(sentence("Taux de conformité au RGAA : ", rate, ". Déclaration : ", declared, "."))


def _agreements(case: Case) -> Iterator[Block]:
    tool = quoted(case.sheet.outil or "…")
    for ministere in case.ministeres:
        name = partie_name(ministere)
        accord = case.sheet.accord_de(ministere.id)
        on_line = _day(case.sheet.en_ligne_le, "date de mise en ligne")
        if accord and accord.date is None:
            whose = fill(name.de if name else None, "nom du ministère")
            awaited = f" à la mise en ligne de l’outil {tool}, à compter du "
            yield Paragraph(sentence("L’accord ", whose, awaited, on_line, ", est à recueillir."))
            continue
        who = fill(name.Le if name else None, "nom du ministère")
        given = _day(accord.date if accord else None, f"accord {ministere.sigle or ministere.usuel}")
        reference = f", {accord.reference}" if accord and accord.reference else ""
        agreement = f" donne son accord à la mise en ligne de l’outil {tool}, à compter du "
        yield Paragraph(sentence(who, agreement, on_line, " (accord du ", given, f"{reference})."))


BOXES: dict[str, Callable[[Case], Iterator[Block]]] = {
    "OUTIL ET RESPONSABLE DU TRAITEMENT": lambda case: _labelled(case, "description", "responsable"),
    "FINALITÉS ET BASE LÉGALE": lambda case: _labelled(case, "finalites", "base_legale"),
    "DONNÉES ET PERSONNES CONCERNÉES": _persons,
    "DESTINATAIRES, SOUS-TRAITANTS, HÉBERGEMENT, TRANSFERTS HORS DE L’UNION EUROPÉENNE": lambda case: _labelled(
        case, "destinataires", "sous_traitants", "hebergement", "transferts"
    ),
    "DURÉES DE CONSERVATION": lambda case: _plain(case, "conservation"),
    "SÉCURITÉ": lambda case: _plain(case, "securite"),
    "INFORMATION ET DROITS DES PERSONNES": _rights,
    "ANALYSE D’IMPACT": _assessment,
    "ALGORITHMES": _algorithm,
    "ACCESSIBILITÉ": _accessibility,
    "ACCORD PRÉALABLE {etat}": _agreements,
}
"""The boxes of the sheet, in their order, and what writes each; `{etat}` is the State's side, in capitals."""
