"""Words replaced throughout a text: everywhere but where the same avenant writes anew what holds them."""

from collections.abc import Iterator, Sequence

from docgen.amend.addresses import Absent, Address, TextTree
from docgen.amend.edits import Edit
from docgen.amend.operations import DeleteWords, Operation, ReplaceWords
from docgen.amend.planning import edits_of, overlap
from docgen.values import replace


def spared(tree: TextTree, operations: Sequence[Operation]) -> tuple[Operation, ...]:
    """Return `operations`, those on words throughout the text without the places that the others take away or rewrite.

    One that would have no place left stays as it is: it cannot be made, and that is said.
    """
    if not any(getattr(one, "throughout", False) for one in operations):
        return tuple(operations)
    others = [
        edit
        for one in operations
        if not getattr(one, "throughout", False) and not isinstance(edits := edits_of(one, tree), Absent)
        for edit in edits
    ]
    return tuple(_spared(tree, one, others) for one in operations)


def _spared(tree: TextTree, operation: Operation, others: Sequence[Edit]) -> Operation:
    if not isinstance(operation, ReplaceWords | DeleteWords) or not operation.throughout:
        return operation
    kept = tuple(_free(tree, operation, others))
    return replace(operation, addresses=kept) if kept else operation


def _free(tree: TextTree, operation: ReplaceWords | DeleteWords, others: Sequence[Edit]) -> Iterator[Address]:
    """Yield the addresses of `operation` without the alinéas in which it would meet another."""
    for address in operation.addresses:
        parts = [replace(address, alineas=(rank,)) for rank in address.alineas] or [address]
        free = [one for one in parts if not _meets(tree, replace(operation, addresses=(one,)), others)]
        if free and address.alineas:
            yield replace(address, alineas=tuple(rank for one in free for rank in one.alineas))
        else:
            yield from free


def _meets(tree: TextTree, operation: Operation, others: Sequence[Edit]) -> bool:
    edits = edits_of(operation, tree)
    return not isinstance(edits, Absent) and overlap(edits, others)
