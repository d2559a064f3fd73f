"""What a Word file has beside the plain words of its text: left out, or taken in another form; each with its place."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from docgen.findings import Finding
from docgen.takeback.doubts import agreed, doubt, some
from docgen.takeback.lines import Item
from docgen.values import Struct, field

_MOST_PLACES = 3


class Aside(Struct, frozen=True):
    """One thing: what it is called to the user, and the words near which it stands (empty where it has no place)."""

    what: str
    near: str


class Reading(Struct):
    """What was read of a file: its lines and tables, what was left, what was taken in another form.

    `words` are those that no line has. `near` are the words of the last line read.
    """

    items: list[Item] = field(default_factory=list)
    left: list[Aside] = field(default_factory=list)
    kept: list[Aside] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    near: str = ""

    def leave(self, what: str, *words: str) -> None:
        """Leave one thing out, and keep its words."""
        self.left.append(Aside(what, self.near))
        self.words += filter(None, words)

    def keep(self, what: str) -> None:
        """Say that one thing was taken in another form."""
        self.kept.append(Aside(what, self.near))


def told(reading: Reading) -> Iterator[Finding]:
    """Yield what a person should look at: each kind of thing, how many of it there are, and where."""
    for what, asides in _by_kind(reading.left):
        remedy = "Reportez à la main ce qu’il faut garder ; « --reste » en écrit les mots."
        yield doubt("REP-03", f"{_counted(asides, what)} : hors du Markdown.", remedy)
    for what, asides in _by_kind(reading.kept):
        yield doubt("REP-11", f"{_counted(asides, what)}.", "Vérifiez ces passages dans le Markdown.")


def _counted(asides: Sequence[Aside], what: str) -> str:
    count = len(asides)
    return f"{count} {agreed(count, what)}{_places(asides)}"


def _by_kind(asides: Sequence[Aside]) -> Iterator[tuple[str, list[Aside]]]:
    kinds = {aside.what: rank for rank, aside in reversed([*enumerate(asides)])}
    ordered = sorted(asides, key=lambda aside: kinds[aside.what])
    for what, group in groupby(ordered, lambda aside: aside.what):
        yield what, list(group)


def _places(asides: Sequence[Aside]) -> str:
    """« , près de « Les parties coopèrent » »: the first places; empty where none is known."""
    near = list(dict.fromkeys(some(aside.near) for aside in asides if aside.near))
    if not near:
        return ""
    more = " et ailleurs" if len(near) > _MOST_PLACES else ""
    return f", près de {', de '.join(f'« {one} »' for one in near[:_MOST_PLACES])}{more}"
