"""An operation as it is proposed, and what to say of a change that cannot be put as one."""

from docgen.findings import Finding
from docgen.takeback.doubts import doubt, some
from docgen.takeback.lines import Line
from docgen.takeback.sorting import Passage

Value = str | tuple[int, ...] | tuple[str, ...]
Operation = tuple[tuple[str, Value], ...]
"""The keys of an operation with their values, the verb first."""


def unsaid(passage: Passage, why: str) -> Finding:
    """Return that a change in `passage` is left to a person."""
    words = passage.item.text or passage.item.before if isinstance(passage.item, Line) else "tableau"
    message = f"Une modification de « {some(words)} » n’est pas proposée comme opération : {why}."
    return doubt("REP-08", message, "Écrivez l’opération vous-même.")
