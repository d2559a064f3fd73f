"""Changes on paper, which has no tracked changes of its own: signs before words, lines on them, bars in the margin."""

from collections.abc import Iterable
from typing import Any

from docgen.tree import Change, Document, Inline, Inlines, rebuilt
from docgen.values import replace

SIGNS = {Change.INSERTED: "[+]", Change.DELETED: "[−]"}
"""What stands before words that were added or taken out, so that colour and lines do not tell it alone."""

_ELEMENTS = {Change.INSERTED: ("<ins>", "</ins>"), Change.DELETED: ("<del>", "</del>")}


def spread(document: Document) -> Document:
    """Return `document` with the change of each block on all the words in it."""
    return rebuilt(document, lambda content: content, _on_words)


def _on_words(node: Any) -> Any:
    change = getattr(node, "change", Change.KEPT)
    if change is Change.KEPT:
        return node
    return rebuilt(node, lambda content: tuple(replace(inline, change=change) for inline in content))


def is_changed(content: Iterable[Inline]) -> bool:
    """Return whether any of `content` was added or taken out."""
    return any(inline.change is not Change.KEPT for inline in content)


def bar_of(content: Inlines) -> str:
    """Return the class, after a space, of a block whose words changed; empty for one that was kept."""
    return " modifie" if is_changed(content) else ""


def shown(html: str, change: Change, *, follows_change: bool) -> str:
    """Return the `html` of words as those of a `change`: after its sign, and apart from the change that they follow."""
    words = html.lstrip()
    start, end = _ELEMENTS[change]
    space = html[: len(html) - len(words)] or (" " if follows_change else "")
    return f'{space}<span class="signe">{SIGNS[change]}\u00a0</span>{start}{words}{end}'
