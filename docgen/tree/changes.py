"""What a comparison says of an inline or a block: that it was added, or taken out."""

from enum import StrEnum


class Change(StrEnum):
    """What became of a part of a text between two versions.

    A block that was added or taken out is so with all that it holds, which then bears no change of its own. What was
    kept is false, as the empty word it is: most of a tree is asked for its change, and most of it has none.
    """

    KEPT = ""
    INSERTED = "inséré"
    DELETED = "supprimé"
