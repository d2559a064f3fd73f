"""The consolidated convention: the text in force at a date, with no legal force of its own (model-sentences §3)."""

from collections.abc import Iterator, Sequence
from datetime import date

from docgen.amend.addresses import articles_of, rank_of, same_number
from docgen.amend.apply import apply
from docgen.amend.operations import RestoreArticle
from docgen.amend.plan import Container
from docgen.dossier import Dossier
from docgen.french import capitalised, capitals, long_date
from docgen.model.avenant import Avenant
from docgen.model.common import Partie
from docgen.model.convention import Designation
from docgen.model.in_force import apres
from docgen.text.citations import auteur, convention_courte
from docgen.text.consolidation import State, step_of
from docgen.text.notes import Note
from docgen.text.party_page import party_page
from docgen.text.signatures import signed_on
from docgen.text.words import hole, sentence, words
from docgen.tree import (
    Article,
    Block,
    Break,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inlines,
    PageKind,
    Paragraph,
    ParagraphRole,
    Part,
    Section,
    text_of,
)
from docgen.values import replace

KIND = "version-consolidee"
SANS_VALEUR = (
    "Document établi à titre d’information, sans valeur contractuelle propre. Seuls font foi la convention signée et "
    "ses avenants signés."
)


def trees_of(avenant: Avenant, dossier: Dossier) -> tuple[Document, Document] | None:
    """Return the consolidated convention before `avenant` and after it; None where the dossier lacks the convention."""
    step = step_of(avenant, dossier)
    if step is None:
        return None
    id = avenant.id or "sans-id"
    earlier = step.before.taken[-1] if step.before.taken else None
    day_before = _day_of(earlier) if earlier else signed_on(step.before.origin)
    return (
        write_state(step.before, dossier, id, day_before),
        write_state(step.after, dossier, id, _day_of(avenant)),
    )


def _day_of(avenant: Avenant) -> date | None:
    return avenant.prend_effet_le


def write_consolidated(avenant: Avenant, dossier: Dossier) -> Document | None:
    """Return the convention as `avenant` leaves it; None where the dossier lacks the convention."""
    trees = trees_of(avenant, dossier)
    return trees[1] if trees else None


def write_state(state: State, dossier: Dossier, id: str, jour: date | None) -> Document:
    """Return the paper of `state`, in force on `jour`: cover, parties, text with its notes, annexes, who signed."""
    origin = state.origin
    name = convention_courte(origin)
    body = (
        *_parties(state),
        *_noted_title(state),
        *_with_notes(state),
        *_signed_by(state),
    )
    kept = tuple(
        Section(
            PageKind.FORMULAIRE if annex.form else PageKind.TEXTE,
            _annex(annex.blocks, _notes_of(("annexe", annex.number), state.notes)),
        )
        for annex in state.tree.annexes
    )
    return Document(
        kind=KIND,
        id=id,
        title=f"Version consolidée – {name.bare}",
        short_title=f"Version consolidée – {name.bare}",
        author=auteur(origin, dossier.maison.auteur),
        family=Family.ACTE,
        sections=(Section(PageKind.GARDE, tuple(_cover(state, jour))), Section(PageKind.TEXTE, body), *kept),
        dated=jour,
    )


# ---------------------------------------------------------------- cover


def _cover(state: State, jour: date | None) -> Iterator[Block]:
    day: Inlines = words(capitals(long_date(jour))) if jour else hole("date d’effet")
    yield Heading(HeadingRole.TITRE_DOCUMENT, 1, (*words("VERSION CONSOLIDÉE"), Break(), *sentence("AU ", day)))
    taken = ", ".join(_named(avenant) for avenant in state.taken)
    count = "avenants pris en compte" if len(state.taken) > 1 else "avenant pris en compte"
    said = f"{count} : {taken}" if taken else "aucun avenant pris en compte"
    # The cover's styles set a hinge between the title and the first name; here the name follows at once.
    yield Paragraph((Break(), *words(f"{convention_courte(state.origin).Le} ; {said}")), ParagraphRole.GARDE_PARTIE)
    yield Paragraph(words(SANS_VALEUR), ParagraphRole.MENTION)


def _named(avenant: Avenant) -> str:
    day = f" du {long_date(avenant.signe_le)}" if avenant.signe_le else ", non signé"
    return f"n° {avenant.numero or '…'}{day}"


def _signed_by(state: State) -> Iterator[Block]:
    jour = state.origin.signee_le
    yield Paragraph(
        sentence(
            "Convention signée le ",
            long_date(jour) if jour else hole("date de signature de la convention"),
            f" par : {_signatories(state.origin.parties, jour)}.",
        ),
        ParagraphRole.FAIT,
    )
    convention = state.origin
    for avenant in state.taken:
        convention = apres(convention, avenant)
        if avenant.signe_le:
            names = _signatories(convention.parties, avenant.signe_le)
            text = f"Avenant n° {avenant.numero or '…'} signé le {long_date(avenant.signe_le)} par : {names}."
            yield Paragraph(words(text), ParagraphRole.FAIT)


def _signatories(parties: Sequence[Partie], jour: date | None) -> str:
    who = (one.signe for partie in parties for one in partie.au_jour(jour).signataires)
    return ", ".join(person.prenom_nom for person in who if person.prenom_nom)


# ---------------------------------------------------------------- parties


def _parties(state: State) -> Iterator[Block]:
    """Who the parties are once the avenants taken have their effect, with what is noted of each."""
    days = (signed_on(state.origin), *(one.effet_prevu for one in state.taken))
    jour = max((day for day in days if day), default=None)
    yield from party_page(
        [partie.au_jour(jour) for partie in state.convention.parties],
        organes=state.origin.designation is Designation.ORGANES,
        noted=lambda partie: _notes_of(("partie", partie.id or ""), state.notes),
    )


# ---------------------------------------------------------------- notes


def _notes_of(container: Container, notes: Sequence[Note]) -> tuple[Paragraph, ...]:
    mine = (note for note in notes if note.container[0] == container[0] and _same(note.container[1], container[1]))
    return tuple(Paragraph(note.content, ParagraphRole.NOTE_ARTICLE) for note in mine)


def _same(one: str, other: str) -> bool:
    return one == other or same_number(one, other)


def _noted_title(state: State) -> Iterator[Block]:
    notes = _notes_of(("intitule", ""), state.notes)
    if notes:
        yield Heading(HeadingRole.PARTIE, 2, words(capitalised(text_of(state.tree.title))))
        yield from notes


def _annex(blocks: Sequence[Block], notes: Sequence[Block]) -> tuple[Block, ...]:
    """Put what is noted of an annex under its head, as under that of an article; first where it has none."""
    headed = next((1 for block in blocks[:1] if isinstance(block, Heading)), 0)
    return (*blocks[:headed], *notes, *blocks[headed:])


def _with_notes(state: State) -> tuple[Block, ...]:
    """Put under each head what is noted of its article, and in their place the heads of those taken out."""
    noted = {note.container[1] for note in state.notes if note.container[0] == "article"}
    there = [article.number for article in articles_of(state.tree.body)]
    gone = [number for number in noted if not any(same_number(number, one) for one in there)]
    level = next((article.head.level for article in articles_of(state.tree.body)), 2)
    stubs = [
        RestoreArticle(Article(number, Heading(HeadingRole.ARTICLE, level, words(f"Article {number}")), ()))
        for number in sorted(gone, key=rank_of)
    ]
    whole, _ = apply(state.tree, stubs)
    return tuple(_noted(block, state.notes) for block in whole.body)


def _noted(block: Block, notes: Sequence[Note]) -> Block:
    match block:
        case Part():
            return replace(block, body=tuple(_noted(one, notes) for one in block.body))
        case Article():
            return replace(block, body=(*_notes_of(("article", block.number), notes), *block.body))
        case _:
            return block
