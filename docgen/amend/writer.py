"""What the sentences of an avenant are made of: places named and agreed, counted things, the words of the house."""

from collections.abc import Sequence

from docgen.amend.addresses import Address, TextTree
from docgen.amend.naming import Namer, Place, listed
from docgen.amend.passages import joined
from docgen.amend.quoting import Quoted
from docgen.french import capitalised, cardinal, typeset
from docgen.tree import Block, Inlines, Run
from docgen.values import Struct


class Clause(Struct, frozen=True):
    """What one operation says: its sentence without the last sign, the alinéas it quotes, the table it shows."""

    sentence: Inlines
    quoted: tuple[Quoted, ...] = ()
    table: tuple[Block, ...] = ()


class House(Struct, frozen=True):
    """The words of the house: what is taken out, what clauses are called, the first rank, the guillemets."""

    deleted: str = "supprimé"
    clauses: str = "stipulations"
    first: str = "premier"
    reopened: bool = True


class Writer(Struct, frozen=True):
    """What a sentence needs beside its operation: the names of places, the words of the house."""

    namer: Namer
    house: House

    @property
    def tree(self) -> TextTree:
        """The text before the avenant."""
        return self.namer.tree

    def at(self, addresses: Sequence[Address]) -> str:
        """Return « À l’article 14, », empty where the place is the article already named."""
        places = [self.namer.place(address) for address in addresses]
        if len(places) == 1 and self._named(places[0]):
            return ""
        return f"{capitalised(listed(places))}, "

    def subject(self, place: Place) -> str:
        """Return « Le troisième alinéa de l’article 14 », « Il » for the article already named."""
        if self._named(place):
            return "Elle" if place.feminine else "Il"
        return place.subject

    def _named(self, place: Place) -> bool:
        return bool(self.namer.within) and place.le == self.namer.named


def say(*parts: str | Inlines) -> Inlines:
    """Return `parts` as one sentence, its own words set as print has them."""
    return joined(*((Run(typeset(part)),) if isinstance(part, str) else part for part in parts if part))


def counted(count: int, noun: str, *, feminine: bool = False) -> Place:
    """Return « un alinéa », « deux phrases »."""
    words = f"{cardinal(count, feminine=feminine)} {noun}" + ("s" if count > 1 else "")
    return Place(words, feminine, count > 1)


def written(counted: Place) -> str:
    """Return « un alinéa ainsi rédigé », « deux phrases ainsi rédigées »."""
    return f"{counted.le} ainsi rédigé{'e' if counted.feminine else ''}{'s' if counted.plural else ''}"
