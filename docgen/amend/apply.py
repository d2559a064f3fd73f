"""Operations made on a text: all of them at once, each aimed at the text as it stood before."""

from collections.abc import Iterator, Sequence

from docgen.amend.addresses import Annex, TextTree, annex_of, rank_of, same_number, section_of
from docgen.amend.edits import HEAD, Container, Edit, Edits, LeafEdit, LinesEdit, RowsEdit, WholeEdit
from docgen.amend.lines import Line, blocks_of, lines_of
from docgen.amend.operations import (
    AddAnnex,
    DeleteAnnex,
    DeleteArticles,
    InsertArticles,
    Operation,
    Place,
    ReplaceAnnex,
    ReplaceArticles,
    RestoreArticle,
)
from docgen.amend.passages import replaced, with_leaves
from docgen.amend.planning import Fault, planned
from docgen.tree import Article, Block, Inlines, Part, Row, RowKind, Table
from docgen.values import replace


def apply(tree: TextTree, operations: Sequence[Operation]) -> tuple[TextTree, tuple[Fault, ...]]:
    """Return the text with `operations` made on it, and those that could not be.

    Every target is looked for in `tree`, whatever the other operations do. Of two operations that overlap, the later
    one is not made. What no operation aims at stays as it is.
    """
    made, faults = planned(tree, operations)
    return with_edits(tree, made), faults


def with_edits(tree: TextTree, made: Sequence[tuple[int, Edits]]) -> TextTree:
    """Return the text with the edits of each operation, as `planned` gives them, made on it."""
    return _applied(tree, [edit for _, edits in made for edit in edits])


# ---------------------------------------------------------------- the text


def _applied(tree: TextTree, edits: Sequence[Edit]) -> TextTree:
    title = _leaf_changes(tree.title, [one for one in edits if one.container[0] == "intitule"], HEAD, 0)
    annexes = _annexes(tree, edits)
    whole = [one for one in edits if isinstance(one, WholeEdit)]
    body = tuple(_block(block, edits) for block in tree.body)
    changed = TextTree(title, tuple(one for one in body if one is not None), annexes)
    for operation in dict.fromkeys(one.operation for one in whole):
        changed = _with_new_articles(changed, tree, operation)
    return changed


def _block(block: Block, edits: Sequence[Edit]) -> Block | None:
    """The block once edited; None for an article taken out."""
    if isinstance(block, Part):
        body = tuple(one for one in (_block(child, edits) for child in block.body) if one is not None)
        return block if body == block.body else replace(block, body=body)
    if not isinstance(block, Article):
        return block
    mine = [one for one in edits if one.container[0] == "article" and same_number(one.container[1], block.number)]
    return _article(block, mine) if mine else block


def _article(article: Article, edits: Sequence[Edit]) -> Article | None:
    for one in edits:
        if isinstance(one, WholeEdit) and isinstance(one.operation, DeleteArticles):
            return None
        if isinstance(one, WholeEdit) and isinstance(one.operation, ReplaceArticles):
            new = next(new for new in one.operation.articles if same_number(new.number, article.number))
            return replace(new, head=replace(article.head, content=_new_head(article, new, one.operation)))
    head = replace(article.head, content=_leaf_changes(article.head.content, edits, HEAD, 0))
    return Article(article.number, head, blocks_of(_with_edits(lines_of(article.body), edits)))


def _new_head(old: Article, new: Article, operation: ReplaceArticles) -> Inlines:
    return new.head.content if operation.with_titles else old.head.content


def _with_edits(lines: Sequence[Line], edits: Sequence[Edit]) -> tuple[Line, ...]:
    moves = [one for one in edits if isinstance(one, LinesEdit)]
    result: list[Line] = []
    index = 0
    while index <= len(lines):
        for one in moves:
            if one.start == one.end == index:
                result += one.new
        taken = next((one for one in moves if one.start == index < one.end), None)
        if taken:
            result += taken.new
        elif index < len(lines):
            result.append(_line(lines[index], index, edits))
        index = taken.end if taken else index + 1
    return tuple(result)


def _line(line: Line, index: int, edits: Sequence[Edit]) -> Line:
    leaves = [one for one in edits if isinstance(one, LeafEdit) and one.line == index]
    rows = [one for one in edits if isinstance(one, RowsEdit) and one.line == index]
    block = line.block
    if leaves:
        count = iter(range(1_000_000))
        block = with_leaves(block, lambda content: _leaf_changes(content, leaves, index, next(count)))
    if rows and isinstance(block, Table):
        block = replace(block, rows=tuple(_rows(block.rows, rows)))
    return line if block is line.block else replace(line, block=block)


def _leaf_changes(content: Inlines, edits: Sequence[Edit], line: int, leaf: int) -> Inlines:
    mine = [one for one in edits if isinstance(one, LeafEdit) and (one.line, one.leaf) == (line, leaf)]
    return replaced(content, [(one.span, one.new) for one in mine]) if mine else content


def _rows(rows: Sequence[Row], edits: Sequence[RowsEdit]) -> Iterator[Row]:
    index = 0
    while index <= len(rows):
        for one in edits:
            if one.start == one.end == index:
                yield from (Row(cells, RowKind.BODY) for cells in one.new)
        taken = next((one for one in edits if one.start == index < one.end), None)
        if taken:
            yield from (Row(cells, rows[index].kind) for cells in taken.new)
        elif index < len(rows):
            yield rows[index]
        index = taken.end if taken else index + 1


# ---------------------------------------------------------------- whole articles and annexes


def _with_new_articles(tree: TextTree, before: TextTree, operation: object) -> TextTree:
    match operation:
        case InsertArticles(place=Place.AFTER):
            return replace(tree, body=_placed(tree.body, before.body, operation.where, operation.articles))
        case InsertArticles():
            return replace(tree, body=_in_section(tree, before, operation))
        case RestoreArticle():
            where = _before_rank(before.body, operation.article.number)
            return replace(tree, body=_placed(tree.body, before.body, where, (operation.article,)))
        case _:
            return tree


def _numbers(blocks: Sequence[Block]) -> list[str]:
    return [one.number for one in blocks if isinstance(one, Article)]


def _before_rank(blocks: Sequence[Block], number: str) -> str:
    """The article after which a restored one goes: the last of those of a lower rank."""
    numbers = [
        one for block in blocks for one in (_numbers(block.body) if isinstance(block, Part) else _numbers([block]))
    ]
    lower = [one for one in numbers if rank_of(one) and rank_of(one) < rank_of(number)]
    return max(lower, key=rank_of, default="")


def _placed(blocks: Sequence[Block], before: Sequence[Block], where: str, new: Sequence[Article]) -> tuple[Block, ...]:
    """Put `new` after the article `where`, or in its place where it is being taken out; at the start for no article."""
    if not where:
        return _before_all(blocks, new)
    if any(same_number(number, where) for number in _numbers(before)):
        return _among(blocks, before, where, new)
    return tuple(_part_with(block, before, where, new) if isinstance(block, Part) else block for block in blocks)


def _before_all(blocks: Sequence[Block], new: Sequence[Article]) -> tuple[Block, ...]:
    """Put `new` before the first article, in the division that holds it; at the end of a text without article."""
    for rank, block in enumerate(blocks):
        if isinstance(block, Article):
            return (*blocks[:rank], *new, *blocks[rank:])
        if isinstance(block, Part) and _numbers(block.body):
            return (*blocks[:rank], replace(block, body=_before_all(block.body, new)), *blocks[rank + 1 :])
    return (*blocks, *new)


def _part_with(part: Part, before: Sequence[Block], where: str, new: Sequence[Article]) -> Part:
    old = next((one for one in before if isinstance(one, Part) and one.head == part.head), part)
    if not any(same_number(number, where) for number in _numbers(old.body)):
        return part
    return replace(part, body=_among(part.body, old.body, where, new))


def _among(blocks: Sequence[Block], before: Sequence[Block], where: str, new: Sequence[Article]) -> tuple[Block, ...]:
    """Put `new` after the last of `blocks` that stood, in `before`, no later than `where`."""
    old = _numbers(before)
    upto = old[: next(rank for rank, number in enumerate(old) if same_number(number, where)) + 1]
    kept = [rank for rank, one in enumerate(blocks) if isinstance(one, Article) and one.number in upto]
    first = next((rank for rank, one in enumerate(blocks) if isinstance(one, Article)), len(blocks))
    place = kept[-1] + 1 if kept else first
    return (*blocks[:place], *new, *blocks[place:])


def _in_section(tree: TextTree, before: TextTree, operation: InsertArticles) -> tuple[Block, ...]:
    section = section_of(before, operation.where)
    return tuple(
        _filled(block, operation) if isinstance(block, Part) and section and block.head == section.head else block
        for block in tree.body
    )


def _filled(part: Part, operation: InsertArticles) -> Part:
    first = next((rank for rank, one in enumerate(part.body) if isinstance(one, Article)), len(part.body))
    place = first if operation.place is Place.START else len(part.body)
    return replace(part, body=(*part.body[:place], *operation.articles, *part.body[place:]))


def _annexes(tree: TextTree, edits: Sequence[Edit]) -> tuple[Annex, ...]:
    annexes = list(tree.annexes)
    for annex in tree.annexes:
        mine = [one for one in edits if _is_of(one.container, annex, tree)]
        if mine:
            changed = _annex(annex, mine)
            place = annexes.index(annex)
            annexes[place : place + 1] = [changed] if changed else []
    added = [one.operation for one in edits if isinstance(one, WholeEdit)]
    annexes += [one.annex for one in dict.fromkeys(added) if isinstance(one, AddAnnex)]
    return tuple(annexes)


def _is_of(container: Container, annex: Annex, tree: TextTree) -> bool:
    return container[0] == "annexe" and annex_of(tree, container[1]) is annex


def _annex(annex: Annex, edits: Sequence[Edit]) -> Annex | None:
    for one in edits:
        if isinstance(one, WholeEdit) and isinstance(one.operation, DeleteAnnex):
            return None
        if isinstance(one, WholeEdit) and isinstance(one.operation, ReplaceAnnex):
            return one.operation.annex
    return replace(annex, blocks=blocks_of(_with_edits(lines_of(annex.blocks), edits)))
