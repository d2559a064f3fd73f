"""Text models: Markdown with named values → blocks of the tree.

A text model holds no logic. Its signs:

    # PRÉAMBULE                      a division
    ## Objet {#objet}                an article, numbered by its place, cited by its name: {{article.objet}}
    ## Article 12-1 – Titre          an article that carries its own number
    ### Rubrique                     a head inside an article
    > Art. L. 6332-1                 quoted law, printed as it is typed; a first line such as this one is its reference
    > - item                         a list in quoted law: one line an item, its marker as typed; so are rows of a table
    - item                           a list
    | a | b |                        a table
    {{opco.le}}                      a named value
    {{ministeres:a|ont}}             the form that agrees with the number of a group
    {{colleges}} alone on a line     blocks made from the data

Only these, strong and emphasis are read as Markdown; everything else is text.
"""

import re
from collections.abc import Iterator, Sequence

from docgen.text.inlines import inlines
from docgen.text.structure import parse
from docgen.text.syntax import Syntax
from docgen.text.values import Values, block_name, substitute
from docgen.tree import (
    Align,
    Block,
    Break,
    BulletList,
    Column,
    Heading,
    HeadingRole,
    Inline,
    Inlines,
    ListItem,
    Mark,
    Paragraph,
    ParagraphRole,
    Quote,
    Row,
    Table,
)
from docgen.values import Struct

_KEY = re.compile(r"\s*\{#([a-z0-9_-]+)\}\s*$")
_REFERENCE = re.compile(r"«?[\s\u00a0]*(?:Art(?:icle|\.)|(?:[LRD]\.?|n°)[\s\u00a0]*\*?\d)")
_BAR = re.compile(r"(?<!\\)\|")
_MARKS = {"strong": Mark.STRONG, "em": Mark.EMPHASIS}


class Node(Struct, frozen=True):
    """A head of the text (1: division, 2: article) with what stands below it; level 0 is what precedes the first head.

    `key` is the name by which an article is cited, empty for none; `line` is where the head stands, from 1.
    """

    level: int
    head: str
    key: str
    body: tuple[Syntax, ...] = ()
    line: int = 0


def nodes(text: str) -> tuple[Node, ...]:
    """Return the text cut at its heads of level 1 and 2, in order."""
    cuts: list[tuple[int, str, list[Syntax], int]] = [(0, "", [], 0)]
    for child in parse(text):
        if child.type == "heading" and child.level in (1, 2):
            cuts.append((child.level, _source(child), [], child.lines[0] + 1))
        else:
            cuts[-1][2].append(child)
    return tuple(_node(*cut) for cut in cuts if cut[0] or cut[2])


def lost_cells(text: str) -> Iterator[tuple[int, str]]:
    """Yield the cells that a row of a table has beyond those of its head, which no table can hold: line, words."""
    lines = text.splitlines()
    for table in _tables(parse(text)):
        head, *rows = (row for part in table.children for row in part.children)
        for row in rows:
            number = row.lines[0]
            cells = [cell.strip() for cell in _BAR.split(lines[number].strip().strip("> ").strip("|"))]
            yield from ((number + 1, cell) for cell in cells[len(head.children) :] if cell)


def _tables(body: Sequence[Syntax]) -> Iterator[Syntax]:
    for node in body:
        if node.type == "table":
            yield node
        else:
            yield from _tables(node.children)


def _node(level: int, head: str, body: Sequence[Syntax], line: int) -> Node:
    named = _KEY.search(head)
    return Node(level, _KEY.sub("", head), named[1] if named else "", tuple(body), line)


def _source(node: Syntax) -> str:
    return node.children[0].content if node.children else ""


def blocks(body: Sequence[Syntax], values: Values, heading_level: int = 3) -> Iterator[Block]:
    """Yield the blocks of `body`; a head inside an article gets `heading_level`."""
    for node in body:
        yield from _block(node, values, heading_level)


def inline(text: str, values: Values) -> Inlines:
    """Return one line of Markdown, such as a cell: strong, emphasis and named values, no block."""
    return tuple(_inline(inlines(text.strip()), values, frozenset(), typed=False))


def _block(node: Syntax, values: Values, heading_level: int) -> Iterator[Block]:
    match node.type:
        case "paragraph":
            yield from _paragraph(node, values)
        case "heading":
            yield Heading(HeadingRole.RUBRIQUE, heading_level, _inlines(node.children[0], values))
        case "bullet_list":
            yield BulletList(tuple(_item(item, values, heading_level) for item in node.children))
        case "ordered_list":
            yield from _numbered(node, values)
        case "blockquote":
            yield Quote(tuple(_quoted(node, values)))
        case "table":
            yield _table(node, values)


def _paragraph(node: Syntax, values: Values) -> Iterator[Block]:
    name = block_name(_source(node))
    if name and name in values.blocks:
        yield from values.blocks[name]
        return
    content = _inlines(node.children[0], values)
    role = ParagraphRole.VISA if _source(node).startswith("Vu ") else ParagraphRole.ALINEA
    yield Paragraph(content, role)


def _item(item: Syntax, values: Values, heading_level: int) -> ListItem:
    if not item.children or item.children[0].type != "paragraph":
        return ListItem((), tuple(blocks(item.children, values, heading_level)))
    first, *rest = item.children
    return ListItem(_inlines(first.children[0], values), tuple(blocks(rest, values, heading_level)))


def _numbered(node: Syntax, values: Values) -> Iterator[Block]:
    """The numbers of a list are text: they are printed as they were typed."""
    for item in node.children:
        marker = substitute(f"{item.info}{item.markup} ", values)
        leads = bool(item.children) and item.children[0].type == "paragraph"
        words = _inlines(item.children[0].children[0], values) if leads else ()
        yield Paragraph((*marker, *words))
        yield from blocks(item.children[1:] if leads else item.children, values)


def _quoted(node: Syntax, values: Values) -> Iterator[Paragraph]:
    first = node.children[0] if node.children else None
    refers = first is not None and first.type == "paragraph" and _REFERENCE.match(_source(first))
    for index, content in enumerate(_quoted_lines(node.children, values)):
        yield Paragraph(content, ParagraphRole.REFERENCE if refers and not index else ParagraphRole.CITATION)


def _quoted_lines(children: Sequence[Syntax], values: Values) -> Iterator[Inlines]:
    """Yield what a quotation holds, line by line: the markers of lists and the bars between cells are words."""
    for child in children:
        match child.type:
            case "paragraph" | "heading":
                yield _inlines(child.children[0], values, typed=True) if child.children else ()
            case "bullet_list" | "ordered_list":
                for item in child.children:
                    below = _quoted_lines(item.children, values)
                    yield (*substitute(f"{item.info}{item.markup} ", values, typed=True), *next(below, ()))
                    yield from below
            case "table":
                yield from (_quoted_row(row, values) for part in child.children for row in part.children)
            case _:
                yield from _quoted_lines(child.children, values)


def _quoted_row(row: Syntax, values: Values) -> Inlines:
    bar = substitute(" | ", values, typed=True)
    cells = [_inlines(cell.children[0], values, typed=True) for cell in row.children]
    return tuple(one for rank, cell in enumerate(cells) for one in (*(bar if rank else ()), *cell))


def _table(node: Syntax, values: Values) -> Table:
    head, *body = (row for part in node.children for row in part.children)
    columns = tuple(
        _column([row.children[rank] for row in (head, *body)], values) for rank in range(len(head.children))
    )
    rows = (Row(tuple(_inlines(cell.children[0], values) for cell in row.children)) for row in body)
    return Table((), columns, tuple(rows))


def _column(cells: Sequence[Syntax], values: Values) -> Column:
    """A column as wide as its longest cell asks for, within bounds; `---:` sets it as amounts."""
    longest = max(len(_source(cell)) for cell in cells)
    align = Align.AMOUNT if cells[0].align == "right" else Align.LEFT
    return Column(_inlines(cells[0].children[0], values), float(min(max(longest, 8), 45)), align)


def _inlines(node: Syntax, values: Values, *, typed: bool = False) -> Inlines:
    return tuple(_inline(node.children, values, frozenset(), typed))


def _inline(children: Sequence[Syntax], values: Values, marks: frozenset[Mark], typed: bool) -> Iterator[Inline]:
    text = ""
    for child in children:
        if child.type in ("text", "softbreak"):
            text += " " if child.type == "softbreak" else child.content
            continue
        yield from substitute(text, values, marks, typed=typed)
        text = ""
        if child.type == "hardbreak":
            yield Break()
        else:
            yield from _inline(child.children, values, marks | {_MARKS[child.type]}, typed)
    yield from substitute(text, values, marks, typed=typed)
