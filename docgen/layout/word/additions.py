"""Parts put into a Word file: where they go, what leads to them, and how the file declares them."""

from collections.abc import Mapping, Sequence

from docgen.layout.word.relations import (
    CONTENT_TYPES,
    kind_of,
    related,
    rels_name,
    with_content_types,
    with_relations,
)
from docgen.values import Struct


class Addition(Struct, frozen=True):
    """A part to put in: a picture where it has a `media_type`."""

    name: str
    content: bytes
    media_type: str = ""


def with_additions(
    parts: Mapping[str, bytes], main: str, added: Sequence[Addition], id_prefix: str
) -> dict[str, bytes]:
    """Return the parts that change or come when `added` are put among `parts`, a file whose body is `main`.

    A part that is there already is replaced; a new one is declared, and led to from the body or the root by relations
    whose ids are `id_prefix` and a number from 1, in order.
    """
    changed = {addition.name: addition.content for addition in added}
    arrows: dict[str, list[tuple[str, str, str]]] = {"": [], main: []}
    declared = []
    for addition in added:
        kind = kind_of(addition.name, addition.media_type)
        if addition.name in parts or addition.name.endswith(".rels"):
            continue
        declared.append((addition.name, kind.content_type))
        if kind.relation:
            number = sum(map(len, arrows.values())) + 1
            arrows["" if kind.from_root else main].append((f"{id_prefix}{number}", kind.relation, addition.name))
    for start, relations in arrows.items():
        if relations:
            rels = rels_name(start)
            changed[rels] = with_relations(changed.get(rels, parts.get(rels, b"")), start, tuple(relations))
    if declared:
        types = changed.get(CONTENT_TYPES, parts[CONTENT_TYPES])
        changed[CONTENT_TYPES] = with_content_types(types, tuple(declared))
    return changed


def place_of(parts: Mapping[str, bytes], main: str, name: str) -> str:
    """Return where a file keeps its one part of the kind of `name` (its styles, its theme); `name` if it has none."""
    relation = kind_of(name).relation
    own = related(parts, main, relation.rpartition("/")[2]) if relation else []
    return own[0] if len(own) == 1 else name
