"""The articles of an avenant: one per article that it changes, in the order of the text."""

from collections.abc import Iterator, Mapping, Sequence

from docgen.amend.addresses import Address, TextTree, known_numbers, rank_of, same_number, section_of, settled
from docgen.amend.edits import HEAD, Edit, Edits, LeafEdit, LinesEdit, RowsEdit
from docgen.amend.naming import Namer
from docgen.amend.operations import (
    AddAnnex,
    Declare,
    DeleteAnnex,
    DeleteArticles,
    DeleteWords,
    InsertArticles,
    Operation,
    Place,
    ReplaceAnnex,
    ReplaceArticles,
    ReplaceWords,
    RestoreArticle,
)
from docgen.amend.quoting import quotation
from docgen.amend.wording import clause_of
from docgen.amend.writer import Clause, House, Writer
from docgen.french.signs import NARROW
from docgen.tree import Article, Block, Inlines, Paragraph, Part, Run, text_of
from docgen.values import Struct, replace

Container = tuple[str, str]
_EVERYWHERE: Container = ("partout", "")
_END = 1_000_000.0
_SAID = 0.25
"""What is said of an article comes after what changes it, before what is put after it."""


class Group(Struct, frozen=True):
    """One article of the avenant: what it changes, the ranks of its operations in the order in which it says them."""

    container: Container
    ranks: tuple[int, ...]


def groups(tree: TextTree, operations: Sequence[Operation], made: Mapping[int, Edits]) -> tuple[Group, ...]:
    """Return the articles of the avenant that makes `operations` on `tree`, in the order of the text.

    `made` gives the edits of each operation by its rank; one that cannot be made comes last in its article.

    Operations on one article are one group, in the order of its alinéas; what changes no word comes last.
    """
    keyed = [(container_of(operation, rank, tree), rank) for rank, operation in enumerate(operations)]
    found: dict[Container, list[int]] = {}
    for container, rank in keyed:
        found.setdefault(container, []).append(rank)
    in_text = sorted(found.items(), key=lambda one: _place(one[0], operations[one[1][0]], tree))
    return tuple(
        Group(container, tuple(sorted(ranks, key=lambda rank: _first(made.get(rank, ())))))
        for container, ranks in in_text
    )


def container_of(operation: Operation, rank: int, tree: TextTree) -> Container:
    """Return what `operation` changes: one article, annex or title; a container of its own for whole articles."""
    match operation:
        case ReplaceWords() | DeleteWords():
            containers = {settled(address, tree).container for address in operation.addresses}
            return next(iter(containers)) if len(containers) == 1 else (_EVERYWHERE[0], str(rank))
        case Declare():
            return ("déclaration", str(rank))
        case ReplaceArticles() | InsertArticles() | DeleteArticles() | RestoreArticle():
            return ("articles", str(rank))
        case ReplaceAnnex() | AddAnnex() | DeleteAnnex():
            return ("annexes", str(rank))
        case _:
            return settled(operation.address, tree).container


def _place(container: Container, operation: Operation, tree: TextTree) -> float:
    """Where, among the articles of the text, the group stands."""
    match container[0]:
        case "intitule":
            return -2.0
        case "partout":
            return -1.0
        case "article":
            return _rank(container[1], tree)
        case "articles":
            return _place_of_whole(operation, tree)
        case "annexe" | "annexes":
            return _END
        case _:
            said_of = operation.article if isinstance(operation, Declare) else ""
            return _rank(said_of, tree) + _SAID if said_of else _END + 1


def _rank(number: str, tree: TextTree) -> float:
    numbers = known_numbers(tree)
    return next((float(rank) for rank, one in enumerate(numbers) if same_number(one, number)), float(len(numbers)))


def _place_of_whole(operation: Operation, tree: TextTree) -> float:
    match operation:
        case InsertArticles(place=Place.AFTER):
            return _rank(operation.where, tree) + 0.5
        case InsertArticles():
            return _section_edge(section_of(tree, operation.where), operation.place, tree)
        case ReplaceArticles():
            return min(_rank(one.number, tree) for one in operation.articles)
        case DeleteArticles():
            return min(_rank(number, tree) for number in operation.numbers)
        case RestoreArticle():
            lower = [one for one in known_numbers(tree) if rank_of(one) < rank_of(operation.article.number)]
            return max((_rank(one, tree) for one in lower), default=-0.5) + 0.5
        case _:
            return _END


def _section_edge(section: Part | None, place: Place, tree: TextTree) -> float:
    numbers = [one.number for one in section.body if isinstance(one, Article)] if section else []
    if not numbers:
        return _END - 1
    return _rank(numbers[0], tree) - 0.5 if place is Place.START else _rank(numbers[-1], tree) + 0.5


def _first(edits: Sequence[Edit]) -> tuple[float, float]:
    """Where, in its article, an operation begins; last for one that cannot be made."""
    return min((_start(edit) for edit in edits), default=(_END, 0.0))


def _start(edit: Edit) -> tuple[float, float]:
    match edit:
        case LeafEdit():
            return (float(edit.line), float(edit.span[0]))
        case LinesEdit():
            return (edit.start - (0.5 if edit.start == edit.end else 0.0), 0.0)
        case RowsEdit():
            return (float(edit.line), float(edit.start))
        case _:
            return (float(HEAD), 0.0)


# ---------------------------------------------------------------- said


def title_of(group: Group, operations: Sequence[Operation], namer: Namer) -> str:
    """Return the title of an article of the avenant: « Modification de l’article 14 »."""
    operation = operations[group.ranks[0]]
    match operation:
        case Declare():
            return operation.title
        case InsertArticles():
            return _of_articles("Insertion", [one.number for one in operation.articles], new=True)
        case DeleteArticles():
            return _of_articles("Suppression", operation.numbers)
        case ReplaceArticles():
            return _of_articles("Nouvelle rédaction", [one.number for one in operation.articles])
        case RestoreArticle():
            return _of_articles("Rétablissement", [operation.article.number])
        case AddAnnex():
            return f"Ajout d’une annexe {operation.annex.number}".rstrip()
        case ReplaceAnnex():
            return f"Remplacement de l’annexe {operation.annex.number}".rstrip()
        case DeleteAnnex():
            return f"Suppression de l’annexe {operation.number}".rstrip()
        case _:
            return _of_place(group.container, namer)


def _of_articles(act: str, numbers: Sequence[str], *, new: bool = False) -> str:
    if len(numbers) == 1:
        return f"{act} {'d’un' if new else 'de l’'}{' ' if new else ''}article {numbers[0]}"
    return f"{act} {'d’' if new else 'des '}articles {', '.join(numbers[:-1])} et {numbers[-1]}"


def _of_place(container: Container, namer: Namer) -> str:
    if container[0] == _EVERYWHERE[0]:
        return "Modifications en plusieurs endroits du texte"
    plain = replace(namer, drafts={})
    return f"Modification {plain.container(_address(container)).de}"


def blocks_of_group(group: Group, operations: Sequence[Operation], namer: Namer, house: House) -> tuple[Block, ...]:
    """Return what an article of the avenant says: one sentence, or « L’article 14 est ainsi modifié : 1° … »."""
    if len(group.ranks) == 1:
        clause = clause_of(operations[group.ranks[0]], Writer(namer, house))
        return tuple(_said(clause, "", ".", house))
    place = namer.container(_address(group.container))
    head = Paragraph((Run(f"{place.subject} {place.agreed('ainsi modifié')}\u00a0:"),))
    within = Writer(replace(namer, within=group.container), house)
    last = len(group.ranks) - 1
    blocks: list[Block] = [head]
    for place_in_list, rank in enumerate(group.ranks):
        end = "." if place_in_list == last else f"{NARROW};"
        blocks += _said(clause_of(operations[rank], within), f"{place_in_list + 1}°\u00a0", end, house)
    return tuple(blocks)


def _address(container: Container) -> Address:
    if container[0] == "intitule":
        return Address(title=True)
    return Address(article=container[1]) if container[0] == "article" else Address(annex=container[1])


def _said(clause: Clause, marker: str, end: str, house: House) -> Iterator[Block]:
    lead = (Run(marker),) if marker else ()
    if clause.table:
        yield Paragraph((*lead, *clause.sentence))
        yield from clause.table
    elif clause.quoted:
        yield Paragraph((*lead, *clause.sentence))
        yield from quotation(clause.quoted, reopened=house.reopened, end=end)
    else:
        yield Paragraph((*lead, *clause.sentence, *_closed(clause.sentence, end)))


def _closed(sentence: Inlines, end: str) -> Inlines:
    """The sign that closes a sentence, unless the words that it quotes, or itself, end with a full stop."""
    text = text_of(sentence).rstrip()
    stopped = text.endswith((".", ".\u00a0»", "!\u00a0»", "?\u00a0»", "…\u00a0»"))
    return () if end == "." and stopped else (Run(end),)
