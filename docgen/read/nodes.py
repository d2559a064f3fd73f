"""What a file holds, before anything knows what it means: scalars, mappings and sequences with their places."""

from docgen.findings import Place
from docgen.values import Struct


class Scalar(Struct, frozen=True):
    """A value as text, whatever it looks like: typing is the model's work.

    `text` is empty for an empty, `~` or `null` plain value; `quoted` is whether it stood between quotes or in a block.
    """

    text: str
    place: Place
    quoted: bool = False


class Entry(Struct, frozen=True):
    """A key and its value; `key` is normalised, `raw` is what was typed, `place` is where the key stands."""

    key: str
    place: Place
    value: "Node"
    raw: str


class Mapping(Struct, frozen=True):
    """Entries in the order of the file, each key once."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """Return the value of the normalised `key`, None where the file does not have it."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


class Sequence(Struct, frozen=True):
    """Items in the order of the file."""

    items: "tuple[Node, ...]"
    place: Place


Node = Scalar | Mapping | Sequence
