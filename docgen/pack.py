"""The pack of a meeting: several papers → one tree, drawn once, so that its tags, its links and its contents are right.

Pieces are numbered in the order of the contents; each begins on a page of its own, with its own words at the foot.
"""

from collections.abc import Iterator, Mapping, Sequence

from docgen.dossier import Dossier
from docgen.french import capitalised, joined
from docgen.model.base import Piece
from docgen.model.fiche_action import FicheAction
from docgen.model.reunion import Reunion
from docgen.text.reunion.case import Case, case_of, convention_courte, day, reunion_ordinale, signs
from docgen.text.reunion.case import paper as paper_of
from docgen.text.reunion.ordre_du_jour import when_line
from docgen.text.reunion.pieces import Attached, pieces_of
from docgen.text.words import fill, sentence, words
from docgen.tree import (
    Block,
    Contents,
    Document,
    Entry,
    Heading,
    HeadingRole,
    Inlines,
    Mark,
    PageKind,
    Paragraph,
    ParagraphRole,
    Section,
)
from docgen.values import Struct, replace

KIND = "dossier-seance"

Papers = Mapping[str, Sequence[Document]]
"""The papers of each piece, by the key of the piece."""


class Pack(Struct, frozen=True):
    """The pack as one document, and the papers that it holds, in order, each with the piece that gives it."""

    document: Document
    pieces: tuple[tuple[Piece, Document], ...]


def pack(reunion: Reunion, dossier: Dossier, papers: Papers) -> Pack:
    """Return the pack of `reunion`: cover, contents, agenda, last relevé, each fiche with its annex, other papers."""
    case = case_of(reunion, dossier)
    held = tuple(_held(case, papers))
    sections = (
        Section(PageKind.GARDE, tuple(_cover(case)), bookmark="Page de garde"),
        Section(PageKind.TEXTE, _contents(held), bookmark="Sommaire"),
        *(section for rank, (one, document) in enumerate(held, 1) for section in _sections(rank, one, document)),
    )
    whole = paper_of(case, KIND, "Dossier de séance", sections[0], reunion.envoi_documents)
    return Pack(replace(whole, sections=sections), tuple((one.piece, document) for one, document in held))


def _held(case: Case, papers: Papers) -> Iterator[tuple[Attached, Document]]:
    for one in pieces_of(case):
        document = next((paper for paper in papers.get(one.piece.cle, ()) if paper.kind == one.kind), None)
        if document:
            yield one, document


def _cover(case: Case) -> Iterator[Block]:
    """Whose pack it is, of which meeting, and as of which day."""
    cited = convention_courte(case)
    yield signs(case)
    yield Heading(HeadingRole.TITRE_DOCUMENT, 1, words("DOSSIER DE SÉANCE"))
    lines = (reunion_ordinale(case, capital=True), words(capitalised(cited.bare)), when_line(case))
    yield from (Paragraph(line, ParagraphRole.GARDE_PARTIE) for line in lines)
    yield from (Paragraph(line, ParagraphRole.MENTION) for line in _states(case))


def _states(case: Case) -> Iterator[Inlines]:
    yield sentence("Pièces adressées le ", *day(case.reunion.envoi_documents, "date d’envoi des documents"), ".")
    for one in case.reunion.mises_a_jour:
        listed = [str(rank) for rank in one.pieces]
        several = "s" if len(listed) > 1 else ""
        updated = day(one.le, "date de mise à jour")
        numbers = fill(joined(listed) or None, "numéros des pièces")
        changed = f" ajoutée{several} ou modifiée{several}."
        yield sentence("Dossier mis à jour le ", *updated, f" : pièce{several} n° ", numbers, changed)


def _contents(held: Sequence[tuple[Attached, Document]]) -> tuple[Block, ...]:
    entries = tuple(Entry(_label(rank, one), _anchor(rank)) for rank, (one, _) in enumerate(held, 1))
    return (Heading(HeadingRole.TITRE_PAPIER, 1, words("Sommaire")), Contents(entries))


def _label(rank: int, one: Attached) -> Inlines:
    return (*words(f"Pièce n° {rank}", Mark.STRONG), *words(f" : {_titled(one)}"))


def _titled(one: Attached) -> str:
    """A fiche is known by its title more than by its number."""
    title = one.piece.titre if isinstance(one.piece, FicheAction) else None
    return f"{one.title} – {title}" if title else one.title


def _sections(rank: int, one: Attached, document: Document) -> Iterator[Section]:
    """The pages of one paper: the first says where it begins."""
    for place, section in enumerate(document.sections):
        named = replace(section, short_title=f"Pièce n° {rank} – {document.short_title}")
        bookmark = f"{rank}. {capitalised(_titled(one))}"
        yield named if place else replace(named, anchor=_anchor(rank), bookmark=bookmark)


def _anchor(rank: int) -> str:
    return f"piece-{rank}"
