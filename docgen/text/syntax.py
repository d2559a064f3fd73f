"""What Markdown is read into: a tree of its own words, each with the lines where it stands."""

from docgen.values import Struct


class Syntax(Struct, frozen=True):
    """A block of Markdown, or a piece of its line.

    `type` is a block (`heading`, `paragraph`, `bullet_list`, `ordered_list`, `list_item`, `blockquote`, `table`,
    `thead`, `tbody`, `tr`, `th`, `td`), the `inline` that holds the words of one, or one of its pieces (`text`,
    `strong`, `em`, `softbreak`, `hardbreak`). `content` is what an `inline` was made of, or what a text says; `level`
    is that of a head; `info` and `markup` are the number and the sign of an item; `align` is that of a cell. `lines` is
    the first of the lines, from 0, and the one after the last; a piece has none of its own.
    """

    type: str
    children: tuple["Syntax", ...] = ()
    content: str = ""
    level: int = 0
    info: str = ""
    markup: str = ""
    align: str = ""
    lines: tuple[int, int] = (0, 0)
