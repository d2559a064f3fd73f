"""What a rule is, and how the rules of a list are run over a dossier."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from docgen.checks.needs import Unread, awaits, beside, needed
from docgen.checks.typed import printed_in, suspects
from docgen.checks.wording import Passage, own_words, passages
from docgen.dossier import Dossier
from docgen.findings import FieldPath, Finding, Place, Severity
from docgen.model.avenant import Avenant
from docgen.model.base import Piece
from docgen.model.convention import Convention, Etat
from docgen.model.reunion import Reunion
from docgen.text.papers import write
from docgen.tree import Document
from docgen.values import Struct

if TYPE_CHECKING:
    from docgen.text.consolidation import Step

P = TypeVar("P", bound=Piece)


class Source(Struct, frozen=True):
    """Where a rule stands written: `Source("convention", "article 14")`, `Source("code civil", "article 1375")`."""

    texte: str
    article: str = ""

    def __str__(self) -> str:
        return f"{self.texte}, {self.article}" if self.article else self.texte


class Remark(Struct, frozen=True):
    """What a rule has to say: what was read and what was expected, what to do, and which field is concerned.

    `severity` is the rule's own unless the remark gives another; `place` is that of the field unless the remark knows a
    nearer one, in a file that the field cites. `lacks` is the kind and the id (empty for any) of a piece that the
    dossier lacks: where a file of it could not be read, the remedy is to mend that file.
    """

    message: str
    remedy: str
    path: FieldPath = ()
    severity: Severity | None = None
    place: Place | None = None
    lacks: tuple[str, str] | None = None


class Subject(Struct, frozen=True, dict=True):
    """A piece under examination, with its dossier and the day held for today (`--au`), if given."""

    piece: Piece
    dossier: Dossier
    au: date | None = None

    def piece_as(self, kind: type[P]) -> P:
        """Return the piece, as the `kind` that the rule concerns; raises TypeError for a piece of another kind."""
        if not isinstance(self.piece, kind):
            raise TypeError(f"{self.piece.cle} is no {kind.__name__}")
        return self.piece

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The papers of the piece, written when a rule or the layout first asks for them."""
        return write(self.piece, self.dossier)

    def may_print(self, faulty: Callable[[str], bool]) -> bool:
        """Return whether words that are `faulty` may stand in the paper of the piece; False only where none can."""
        return isinstance(self.piece, Convention) or not self._printed.isdisjoint(suspects(self.dossier, faulty))

    @cached_property
    def _printed(self) -> frozenset[int]:
        return printed_in(self.piece, self.dossier)

    @cached_property
    def beside(self) -> Unread:
        """What could not be read of the pieces that belong with this one."""
        return beside(self.piece, self._printed, self.dossier)

    @property
    def paper(self) -> Document | None:
        """The paper of the piece's own kind, not the blank form beside it; None where the piece gives none."""
        return next((document for document in self.documents if document.kind == self.piece.genre), None)

    @cached_property
    def words(self) -> tuple[Passage, ...]:
        """The words of that paper, passage by passage, without those of quoted law.

        Those of all its papers where none is of its own kind, as for a meeting; empty where there is no paper.
        """
        return own_words(self.passages)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All the same words, quoted law included."""
        papers = (self.paper,) if self.paper else self.documents
        return tuple(passage for paper in papers for passage in passages(paper))

    @cached_property
    def convention(self) -> Convention | None:
        """The convention that the piece belongs to, None where it is missing."""
        return self.dossier.convention_de(self.piece)

    @cached_property
    def step(self) -> "Step | None":
        """What the piece does to its convention; None for one that is no avenant, or has none."""
        from docgen.text.consolidation import step_of

        return step_of(self.piece, self.dossier) if isinstance(self.piece, Avenant) else None

    @cached_property
    def jour(self) -> date | None:
        """The date of the document, None while it is unknown."""
        return self.dossier.date_de(self.piece)


Check = Callable[[Subject], Iterator[Remark]]


class Rule(Struct, frozen=True):
    """A rule: a stable code, what it does to a definitive document, the article that founds it, the kinds it concerns.

    `title` is one line for a list; the docstring of `check` is its explanation for users, in French.
    `textual` rules only report on a convention that was agreed and signed elsewhere. `needs` are the fields, of
    whatever piece, without which the rule has nothing to say (`needs.awaits`): while one is unread, it is silent.
    """

    code: str
    severity: Severity
    source: Source
    title: str
    kinds: tuple[type[Piece], ...]
    check: Check
    textual: bool = False
    needs: tuple[str, ...] = ()

    @property
    def explanation(self) -> str:
        """The paragraph that explains the rule to a user."""
        return " ".join((self.check.__doc__ or "").split())


def run(rules: Sequence[Rule], subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Yield what every rule has to say of every subject that it concerns, in the order of subjects, then of rules."""
    kinds = {type(subject.piece) for subject in subjects}
    of_kind = {kind: [rule for rule in rules if not set(rule.kinds).isdisjoint(kind.__mro__)] for kind in kinds}
    for subject in subjects:
        all_read = not subject.dossier.a_relire
        for rule in of_kind[type(subject.piece)]:
            for remark in rule.check(subject):
                if all_read or not _awaits(rule, subject, remark):
                    yield _finding(rule, subject, remark)


def _awaits(rule: Rule, subject: Subject, remark: Remark) -> bool:
    own = subject.dossier.entree(subject.piece).illisibles
    return awaits(subject.piece.genre, own, remark.path, rule.needs) or needed(subject.beside, rule.needs)


def _finding(rule: Rule, subject: Subject, remark: Remark) -> Finding:
    severity = remark.severity or rule.severity
    if rule.textual and _signed(subject.piece):
        severity = Severity.A_VERIFIER
    remedy = remark.remedy
    if remark.lacks:
        remedy = _unread(subject.dossier, *remark.lacks) or _of_the_example(subject) or remedy
    set_aside = subject.piece.derogation_a(rule.code) if isinstance(subject.piece, Reunion) else None
    if set_aside:
        severity = Severity.A_VERIFIER
        remedy = f"Rien à corriger : dérogation donnée par {set_aside.auteur}, que le relevé porte."
    place = remark.place or subject.dossier.entree(subject.piece).place(remark.path)
    return Finding(rule.code, severity, remark.message, remedy, subject.piece.cle, remark.path, place, str(rule.source))


def _of_the_example(subject: Subject) -> str:
    """Return what to do for a piece that is the example of its kind, and so cites what only examples have."""
    from docgen.model.example import is_example

    piece = subject.piece
    if not is_example(piece.genre, subject.dossier.entree(piece).mapping):
        return ""
    return (
        f"Ce fichier est encore l’exemple de « docgen nouveau {piece.genre} » : remplacez ses valeurs par les vôtres, "
        "ses identifiants d’abord."
    )


def _unread(dossier: Dossier, genre: str, id: str) -> str:
    """Return what to do for a piece that the dossier lacks, where a file may be it that is unread, or whose id is."""
    nameless = next((one for one in dossier.a_relire if ("id",) in one.illisibles and one.piece.genre == genre), None)
    if nameless:
        return (
            f"C’est peut-être celui dont l’identifiant n’a pas pu être lu : corrigez d’abord {nameless.place(('id',))}."
        )
    sure = next((one for one in dossier.illisibles if one.est(genre, id)), None)
    maybe = sure or next((one for one in dossier.illisibles if one.peut_etre(genre, id)), None)
    if maybe is None:
        return ""
    return f"Ce document n’a {'' if sure else 'peut-être '}pas pu être lu : corrigez d’abord {maybe.ou}."


def _signed(piece: Piece) -> bool:
    return isinstance(piece, Convention) and piece.etat is Etat.SIGNE
