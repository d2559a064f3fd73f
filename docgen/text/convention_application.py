"""The application convention: parties, text, signatures, the fiches that it carries out (model-sentences §4)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import count

from docgen.dossier import Dossier
from docgen.french import euros, joined, long_date, percent, roman
from docgen.model.budget import parts_sur_cent
from docgen.model.common import Partie
from docgen.model.convention import Convention, Designation
from docgen.model.convention_application import ConventionApplication, Engagement, Financement
from docgen.model.fiche_action import FicheAction
from docgen.text.annexe_financiere import write_annexe_financiere
from docgen.text.citations import auteur, convention_citee, convention_courte
from docgen.text.convention_text import articles_of
from docgen.text.fiche_action import write_fiche_action
from docgen.text.given import given
from docgen.text.model_text import values_of, written
from docgen.text.names import partie_name
from docgen.text.party_page import party_page
from docgen.text.signatures import closing, signatures
from docgen.text.values import Values
from docgen.text.words import fill, hole, sentence, words
from docgen.tree import (
    Block,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inlines,
    PageKind,
    Paragraph,
    ParagraphRole,
    Section,
)
from docgen.values import Struct, replace

TITRE = "CONVENTION D’APPLICATION"
_HALF = 50


class Case(Struct, frozen=True):
    """An application convention with its parent, its parties by their names of the day, and its fiches."""

    piece: ConventionApplication
    dossier: Dossier
    convention: Convention | None
    parties: tuple[Partie, ...]
    fiches: tuple[FicheAction, ...]

    def partie(self, id: str | None) -> Partie | None:
        """Return a party of the application convention; None where it has none of that id."""
        return next((partie for partie in self.parties if partie.id == id), None) if id else None


def case_of(piece: ConventionApplication, dossier: Dossier) -> Case:
    """Return `piece` with what its text and its rules need; what the dossier lacks is left out."""
    convention = dossier.convention_de(piece)
    parent = [convention.partie(id) if convention else None for id in piece.parties_reprises]
    everyone = (*(partie for partie in parent if partie), *piece.autres_parties)
    found = (dossier.find(FicheAction, id) for id in piece.fiches)
    return Case(
        piece,
        dossier,
        convention,
        tuple(partie.au_jour(piece.datee_du) for partie in everyone),
        tuple(fiche for fiche in found if fiche),
    )


def write_convention_application(piece: ConventionApplication, dossier: Dossier) -> Iterator[Document]:
    """Yield the application convention, whole, with the fiches and their financial annexes as its own annexes."""
    case = case_of(piece, dossier)
    organes = case.convention is not None and case.convention.designation is Designation.ORGANES
    body: tuple[Block, ...] = (
        Heading(HeadingRole.TITRE_PAPIER, 1, words(TITRE)),
        Paragraph(_parent(case), ParagraphRole.AUTORITE),
        *party_page(case.parties, organes=organes),
        *written(piece.genre, _values(case)),
        closing(piece, annexed=bool(case.fiches)),
        signatures(case.parties, given(piece, dossier)),
    )
    names = ", ".join(str(partie.sigle or partie.usuel) for partie in case.parties if partie.sigle or partie.usuel)
    title = "Convention d’application"
    yield Document(
        kind=piece.genre,
        id=piece.id or "sans-id",
        title=f"{title} – {convention_citee(case.convention)}",
        short_title=f"{title} – {names}" if names else title,
        author=auteur(case.convention, dossier.maison.auteur),
        family=Family.ACTE,
        sections=(
            Section(PageKind.TEXTE, body),
            *_annexes(case),
        ),
        dated=piece.datee_du,
    )


def _parent(case: Case) -> Inlines:
    return words(convention_courte(case.convention).de) if case.convention else hole("convention de coopération")


# ---------------------------------------------------------------- values


def _values(case: Case) -> Values:
    piece = case.piece
    common = values_of(case.convention, piece.datee_du)
    articles = articles_of(case.convention, case.dossier)
    named = {
        "article": f", notamment son article {articles['financement']}" if "financement" in articles else "",
        "budget": euros(piece.budget) if piece.budget is not None else None,
        "expire_le": long_date(piece.expire_le) if piece.expire_le else None,
    }
    blocks: dict[str, tuple[Block, ...]] = {
        "visa_fiches": (Paragraph(_visa(case), ParagraphRole.VISA),),
        "engagements": tuple(_engagements(case)),
        "communication": (Paragraph(_communication(case, articles)),),
        "financements": (Paragraph(_shares(case)),),
        "regles_achat": (Paragraph(_rules(case)),),
    }
    return Values(
        {**common.words, **named},
        blocks,
        {**common.counts, "fiches": len(piece.fiches)},
        {**common.titles, "budget": "coût total", "expire_le": "terme"},
    )


def _visa(case: Case) -> Inlines:
    numbers = joined([fiche.numero for fiche in case.fiches if fiche.numero])
    days = sorted({day for fiche in case.fiches for day in _favourable(fiche)})
    one = len(case.fiches) == 1
    which = "Vu la fiche action n° " if one else "Vu les fiches action n° "
    given = joined([f"le {long_date(day)}" for day in days])
    return sentence(
        which,
        fill(numbers or None, "fiches action"),
        " et les avis favorables rendus ",
        fill(given or None, "dates des avis favorables"),
        " ;",
    )


def _favourable(fiche: FicheAction) -> Iterator[date]:
    for avis in (fiche.avis_copil, *fiche.avis):
        if avis and avis.vaut_favorable:
            yield from (day for day in (avis.levee.date if avis.levee else avis.date,) if day)


def _engagements(case: Case) -> Iterator[Paragraph]:
    if not case.piece.engagements:
        yield Paragraph(hole("engagements des parties"))
    for engagement in case.piece.engagements:
        yield Paragraph(_engagement(case, engagement))


def _engagement(case: Case, engagement: Engagement) -> Inlines:
    partie = case.partie(engagement.partie)
    name = partie_name(partie) if partie else None
    text = engagement.texte.strip() if engagement.texte else None
    ended = text if text is None or text.endswith(".") else f"{text}."
    return sentence(fill(name.Le if name else None, "partie"), " ", fill(ended, "engagement"))


def _shares(case: Case) -> Inlines:
    """Return `Il est financé à hauteur de 1 000,00 € (50,0 %) par l’OPCO Atlas … et de 1 000,00 € (50,0 %) par …`."""
    paid = case.piece.financements
    amounts = [one.montant for one in paid]
    parts = parts_sur_cent([amount for amount in amounts if amount is not None]) if None not in amounts else ()
    line: list[str | Inlines] = ["Il est financé à hauteur "]
    for rank, one in enumerate(paid):
        line.append((" et " if rank == len(paid) - 1 else ", ") if rank else "")
        line += _share(case, one, parts[rank] if parts else None)
    return sentence(*line, "." if paid else hole("financements"))


def _share(case: Case, one: Financement, part: Decimal | None) -> Iterator[str | Inlines]:
    partie = case.partie(one.financeur)
    name = partie_name(partie) if partie else None
    yield "de "
    yield fill(euros(one.montant) if one.montant is not None else None, "montant")
    yield f"{f' ({percent(part)})' if part is not None else ''} par "
    yield fill(name.le if name else one.nom, "financeur")
    yield " sur ses frais de mission" if one.frais_de_mission else ""


def _rules(case: Case) -> Inlines:
    opco = partie_name(case.convention.partenaire) if case.convention and case.convention.partenaire else None
    of_opco = opco.de if opco else "de l’opérateur de compétences"
    share = case.piece.part_mission
    if share is not None and share > _HALF:
        return words(
            f"La dépense étant majoritairement financée par les frais de mission {of_opco}, les règles d’achat et "
            f"d’engagement {of_opco} sont applicables."
        )
    partie = case.partie(case.piece.regles_achat)
    name = partie_name(partie) if partie else None
    return sentence(
        f"La dépense n’étant pas majoritairement financée par les frais de mission {of_opco}, les parties appliquent "
        "les règles d’achat et d’engagement ",
        fill(name.de if name else None, "partie dont les règles d’achat s’appliquent"),
        ".",
    )


def _communication(case: Case, articles: Mapping[str, str]) -> Inlines:
    parent = fill(convention_courte(case.convention).de if case.convention else None, "convention de coopération")
    numbers = [articles[key] for key in ("communication", "environnements-numeriques") if key in articles]
    if len(numbers) > 1:
        return sentence(f"Les articles {joined(numbers)} ", parent, " sont applicables.")
    said = "relatives à la communication, aux logos et aux outils numériques sont applicables."
    return sentence("Les stipulations ", parent, f" {said}")


# ---------------------------------------------------------------- annexes


def _annexes(case: Case) -> Iterator[Section]:
    papers = [paper for fiche in case.fiches for paper in _papers(fiche, case.dossier)]
    several = len(papers) > 1
    for rank, paper in zip(count(1), papers, strict=False):
        head = Heading(HeadingRole.PARTIE, 2, words(f"ANNEXE {roman(rank)}" if several else "ANNEXE"))
        yield from _headed(paper.sections, head)


def _papers(fiche: FicheAction, dossier: Dossier) -> Iterator[Document]:
    yield write_fiche_action(fiche, dossier)
    annexe = dossier.annexe_de(fiche)
    if annexe:
        yield write_annexe_financiere(annexe, dossier)


def _headed(sections: Sequence[Section], head: Heading) -> Iterator[Section]:
    first, *others = sections
    yield replace(first, blocks=(head, *first.blocks))
    yield from others
