"""What a consolidated text notes under each article: which avenant changed it, from when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from docgen.amend.edits import Edits
from docgen.amend.operations import (
    AddAnnex,
    Declare,
    DeleteAnnex,
    DeleteArticles,
    InsertArticles,
    Operation,
    ReplaceAnnex,
    ReplaceTitle,
    RestoreArticle,
)
from docgen.amend.plan import Container, Group
from docgen.french import long_date
from docgen.model.avenant import Avenant, ModeEffet
from docgen.text.words import hole, sentence
from docgen.tree import Inlines
from docgen.values import Struct


class Note(Struct, frozen=True):
    """That the article `article` of `avenant` changed an article, annex or party: `what` is « Article modifié »."""

    container: Container
    what: str
    article: int
    avenant: Avenant

    @property
    def effect(self) -> date | None:
        """The day on which this change takes effect: for a retroactive article, before the avenant was signed."""
        kind, number = self.container
        return self.avenant.effet_sur(number) if kind == "article" else self.avenant.prend_effet_le

    @property
    def content(self) -> Inlines:
        """The note as printed; what is not known yet is a hole."""
        signed, effect = self.avenant.signe_le, self.effect
        number = self.avenant.numero or "…"
        return sentence(
            f"({self.what} par l’article {ordinal_number(self.article)} de l’avenant n° {number} du ",
            long_date(signed) if signed else hole("date de signature de l’avenant"),
            ", avec effet au ",
            long_date(effect) if effect else hole(_effect_to_come(self.avenant)),
            ".)",
        )


def _effect_to_come(avenant: Avenant) -> str:
    """What to call the day of effect that is not known: of a signed avenant, its condition is not known to be met."""
    waits = avenant.signe_le and avenant.effet.mode is ModeEffet.CONDITION
    return "date d’effet de l’avenant" + (", sa condition réalisée (« realisee_le: »)" if waits else "")


def notes_of(
    avenant: Avenant, operations: Sequence[Operation], grouped: Sequence[Group], made: Mapping[int, Edits]
) -> tuple[Note, ...]:
    """Return what is to be noted of each article that `avenant` changes, in the order of its own articles."""
    found = (
        Note(container, what, number, avenant)
        for number, group in enumerate(grouped, 1)
        for container, what in _changes(group, operations, made)
    )
    return tuple(dict.fromkeys(found))


def _changes(
    group: Group, operations: Sequence[Operation], made: Mapping[int, Edits]
) -> Iterator[tuple[Container, str]]:
    for rank in group.ranks:
        operation = operations[rank]
        if isinstance(operation, Declare) and operation.article:
            yield ("article", operation.article), operation.note
        if isinstance(operation, Declare) and operation.partie:
            yield ("partie", operation.partie), operation.note
        title_only = isinstance(operation, ReplaceTitle) and len(group.ranks) == 1
        yield from ((edit.container, _what(edit.container, operation, title_only)) for edit in made.get(rank, ()))


def _what(container: Container, operation: Operation, title_only: bool) -> str:
    if container[0] == "intitule" or title_only:
        return "Intitulé modifié"
    annex = container[0] == "annexe"
    match operation:
        case InsertArticles():
            return "Article inséré"
        case RestoreArticle():
            return "Article rétabli"
        case DeleteArticles() | DeleteAnnex():
            return "Annexe supprimée" if annex else "Article supprimé"
        case ReplaceAnnex():
            return "Annexe remplacée"
        case AddAnnex():
            return "Annexe ajoutée"
        case _:
            return "Annexe modifiée" if annex else "Article modifié"


def ordinal_number(number: int) -> str:
    """Return the number of an article of a text that docgen writes: « 1er », « 2 »."""
    return "1er" if number == 1 else str(number)


def wordings_to_come(notes: Sequence[Note], jour: date | None) -> Mapping[Container, str]:
    """Return, by the article or annex, which avenant not in effect on `jour` gave it the wording meant."""
    return {
        note.container: (
            f"dans sa rédaction issue de l’avenant n° {note.avenant.numero} du {long_date(note.avenant.signe_le)}"
        )
        for note in notes
        if note.container[0] not in {"intitule", "partie"} and note.avenant.signe_le and not _begun(note.effect, jour)
    }


def _begun(effect: date | None, jour: date | None) -> bool:
    return bool(effect and jour and effect <= jour)
