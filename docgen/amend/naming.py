"""The names of places in a text: « le troisième alinéa de l’article 14 », « au 2° de l’article 3 »."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from docgen.amend.addresses import Absent, Address, TextTree, chosen_lines, lines_at, settled, table_at
from docgen.amend.lines import Line, alineas
from docgen.amend.passages import sentences
from docgen.french import capitalised, ordinal_words
from docgen.tree import Table
from docgen.values import Struct, field

_A = (("le ", "au "), ("les ", "aux "), ("la ", "à la "), ("l’", "à l’"))
_DE = (("le ", "du "), ("les ", "des "), ("la ", "de la "), ("l’", "de l’"))


class Place(Struct, frozen=True):
    """A place named with its article, and what agrees with it."""

    le: str
    feminine: bool = False
    plural: bool = False

    @property
    def Le(self) -> str:  # noqa: N802 – the capital is what it adds
        """The name at the head of a sentence: « Le troisième alinéa… »."""
        return capitalised(self.le)

    @property
    def subject(self) -> str:
        """The name before its verb: a comma closes what was said of the article beside its number."""
        return self.Le + self.closing

    @property
    def closing(self) -> str:
        """The comma that closes what was said of the article beside its number; empty where nothing was."""
        return "," if "dans sa rédaction" in self.le else ""

    @property
    def a(self) -> str:
        """The name after « à »: « au troisième alinéa… », « à l’article 14 », « dans l’intitulé »."""
        return f"dans {self.le}" if self.le.startswith("l’intitulé") else _contracted(self.le, _A, "à ")

    @property
    def de(self) -> str:
        """The name after « de »: « du troisième alinéa… », « de l’article 14 »."""
        return _contracted(self.le, _DE, "de ")

    def agreed(self, participle: str) -> str:
        """Return « est remplacé », « sont supprimées »: a masculine participle, agreed."""
        verb = "sont" if self.plural else "est"
        return f"{verb} {participle}{'e' if self.feminine else ''}{'s' if self.plural else ''}"


def _contracted(le: str, forms: Sequence[tuple[str, str]], otherwise: str) -> str:
    return next((new + le[len(old) :] for old, new in forms if le.startswith(old)), otherwise + le)


class Namer(Struct, frozen=True):
    """Names the places of one text. `first` is « premier » or « 1er », the house's word for the first rank.

    Inside an article or annex already named (`within`), its name is left out: « au deuxième alinéa ». `drafts` says
    which wording of an article or annex is meant: « dans sa rédaction issue de l’avenant n° 1 du … ».
    """

    tree: TextTree
    first: str = "premier"
    within: tuple[str, str] | None = None
    drafts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    text: str = "de la convention"

    @property
    def named(self) -> str:
        """The name of the article or annex already named; empty for none."""
        return self._container(*self.within).le if self.within else ""

    def number(self, number: str) -> str:
        """Return the number of an article as the text writes it."""
        return settled(Address(article=number), self.tree).article

    def place(self, address: Address) -> Place:
        """Return the name of what `address` means; of its article where nothing more can be told apart."""
        address = settled(address, self.tree)
        if address.title:
            return self._below(Place("l’intitulé"), address)
        lines = lines_at(self.tree, address)
        if isinstance(lines, Absent):
            return self.container(address)
        if address.rows:
            return self._below(self._rows(lines, address), address)
        if address.sentences:
            return self._sentences(lines, address)
        return self._alineas(lines, address)

    def container(self, address: Address) -> Place:
        """Return the name of the article, annex or title that holds `address`."""
        return self._container(*settled(address, self.tree).container)

    def _container(self, kind: str, number: str) -> Place:
        names = {"article": f"l’article {number}", "annexe": f"l’annexe {number}".rstrip()}
        draft = self.drafts.get((kind, number), "")
        name = names.get(kind, f"l’intitulé {self.text}")
        return Place(f"{name}, {draft}" if draft else name, kind == "annexe")

    def _below(self, place: Place, address: Address) -> Place:
        """Say in which article `place` stands, unless it is the one named above."""
        if address.container == self.within:
            return place
        if address.title and not address.article:
            return self.container(address)
        return Place(f"{place.le} {self.container(address).de}", place.feminine, place.plural)

    def _alineas(self, lines: Sequence[Line], address: Address) -> Place:
        if address.item:
            return self._below(Place(f"le {' du '.join(reversed(address.item))}"), address)
        if not address.alineas:
            return self.container(address)
        count = len(alineas(lines))
        if count == 1:
            return self.container(address)
        return self._below(self._ranked("alinéa", address.alineas, count), address)

    def _sentences(self, lines: Sequence[Line], address: Address) -> Place:
        chosen = chosen_lines(lines, address)
        content = lines[chosen[0]].content if not isinstance(chosen, Absent) and chosen else ()
        phrase = self._ranked("phrase", address.sentences, len(sentences(content)), feminine=True)
        alinea = self._alineas(lines, address)
        if alinea.le == self.named:
            return phrase
        return Place(f"{phrase.le} {alinea.de}", True, phrase.plural)

    def _rows(self, lines: Sequence[Line], address: Address) -> Place:
        at = table_at(lines)
        table = lines[at].block if not isinstance(at, Absent) else None
        count = len(table.rows) if isinstance(table, Table) else 0
        place = self._ranked("ligne", address.rows, count, feminine=True)
        return Place(f"{place.le} du tableau", True, place.plural)

    def _ranked(self, noun: str, ranks: Sequence[int], count: int, *, feminine: bool = False) -> Place:
        ordered = sorted(ranks, key=lambda rank: rank if rank > 0 else rank + count + 1)
        words = [self._rank(rank, count, feminine) for rank in ordered]
        if len(words) == 1:
            return Place(f"{'la' if feminine else 'le'} {words[0]} {noun}", feminine)
        follow = all(after == before + 1 for before, after in pairwise(ordered))
        if len(words) > 2 and follow:
            return Place(f"les {words[0]} à {words[-1]} {noun}s", feminine, True)
        return Place(f"les {', '.join(words[:-1])} et {words[-1]} {noun}s", feminine, True)

    def _rank(self, rank: int, count: int, feminine: bool) -> str:
        if rank == -1:
            return "dernière" if feminine else "dernier"
        if rank == 1 and self.first != "premier":
            return "1re" if feminine else "1er"
        return ordinal_words(rank, feminine=feminine, of=count)


def listed(places: Sequence[Place]) -> str:
    """Return places after « à », as a list: « à l’article 1er, aux premier et quatrième alinéas de l’article 3 »."""
    names = [place.a for place in places]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} et {names[-1]}"
