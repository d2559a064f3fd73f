"""A tree made over: the same blocks, with other inlines, and without some of its nodes."""

from collections.abc import Callable
from typing import Any, TypeVar

from docgen.tree.inlines import Blank, Break, FormField, Hole, Inlines, PageCount, Run, Tick
from docgen.values import Struct, field_names, replace

_Tree = TypeVar("_Tree")
_INLINES = (Run, Hole, Break, Blank, PageCount, Tick, FormField)


def rebuilt(tree: _Tree, content: Callable[[Inlines], Inlines], node: Callable[[Any], Any] = lambda one: one) -> _Tree:
    """Return `tree` (a document, a section, a block or a part of one) made over from its leaves upwards.

    Each line of inlines becomes what `content` makes of it, each node what `node` makes of it: one for which it gives
    None is left out of its row.
    """
    made: _Tree = _made(tree, content, node)
    return made


def _made(value: Any, content: Callable[[Inlines], Inlines], node: Callable[[Any], Any]) -> Any:
    if isinstance(value, tuple):
        if value and isinstance(value[0], _INLINES):
            return content(value)
        parts = (_made(part, content, node) for part in value)
        return tuple(part for part in parts if part is not None)
    if not isinstance(value, Struct):
        return value
    changed = {}
    for name in field_names(type(value)):
        was = getattr(value, name)
        now = _made(was, content, node)
        if now is not was and now != was:
            changed[name] = now
    return node(replace(value, **changed) if changed else value)
