"""A paper that is written when it is asked for: who wants one paper of a piece does not wait for the others."""

from collections.abc import Callable

from docgen.tree import Document
from docgen.values import Struct


class Later(Struct, frozen=True):
    """A paper of a `kind`, and what writes it; `write` gives None where there is none after all."""

    kind: str
    write: Callable[[], Document | None]
