"""Tracked changes: what was drawn, marked as added or taken out (ECMA-376, part 1, § 17.13.5).

A change is put on finished strings, so that no kind of block has to know of it: on each run, on the mark of each
paragraph, on each row of a table.
"""

import re

from docgen.layout.word.writer.pen import Pen
from docgen.tree import Change

_RUNS = re.compile(r"(?:<w:r>.*?</w:r>)+", re.DOTALL)
_MARK = re.compile(r"</w:pPr>")
_ROW = re.compile(r"<w:tr>(?:<w:trPr>(.*?)</w:trPr>)?", re.DOTALL)
_TEXT = re.compile(r"(</?w:)t(?=[ >])")
_NO_PROPERTY = '<w:cantSplit w:val="off"/>'
"""What a row says that says nothing else: the schema wants a property before a change."""
_NAMES = {Change.INSERTED: "ins", Change.DELETED: "del"}


def tracked(pen: Pen, drawn: str, change: Change) -> str:
    """Return `drawn` (runs, paragraphs, rows or tables that bear no change yet) marked; as it is for what was kept."""
    if not change:
        return drawn
    name = _NAMES[change]
    drawn = _RUNS.sub(lambda found: _run(pen, name, found[0]), drawn)
    drawn = _MARK.sub(lambda _: f"<w:rPr>{_empty(pen, name)}</w:rPr></w:pPr>", drawn)
    return _ROW.sub(lambda found: f"<w:tr><w:trPr>{found[1] or _NO_PROPERTY}{_empty(pen, name)}</w:trPr>", drawn)


def all_tracked(pen: Pen, pieces: list[str], change: Change) -> list[str]:
    """Return the `pieces` of a block, each marked; as they are for a block that was kept."""
    return [tracked(pen, piece, change) for piece in pieces] if change else pieces


def _run(pen: Pen, name: str, drawn: str) -> str:
    if name == "del":
        # what was taken out is no text any more: it has an element of its own
        drawn = _TEXT.sub(r"\1delText", drawn)
    return f"<w:{name} {pen.new_change()}>{drawn}</w:{name}>"


def _empty(pen: Pen, name: str) -> str:
    return f"<w:{name} {pen.new_change()}/>"
