"""Where an operation strikes: the text as a tree, and addresses in it.

Alinéas, sentences, rows count from 1; -1 is the last one. Addresses never reach a visa, the quoted law, the party page
or a signature block: these stand outside of what a `TextTree` gives access to, or are no leaf of its lines.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.amend.lines import Line, alineas, lines_of, only_table
from docgen.tree import Article, Block, Inlines, Part, text_of
from docgen.values import Struct, field, replace

_ITEM = re.compile(r"(?:(\d+)°|([a-z])\s?\))")
_SECTION = re.compile(r"([IVXLC]+)\b")


class Annex(Struct, frozen=True):
    """An annex: its number ("I", "II", empty where it stands alone) and its blocks; `form` for a page of form."""

    number: str
    blocks: tuple[Block, ...]
    form: bool = False


class TextTree(Struct, frozen=True):
    """What an avenant can change: the title of the text, its body (visas and divisions included), its annexes."""

    title: Inlines
    body: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()


class Address(Struct, frozen=True):
    """A place of the text: an article or annex, then what is meant in it; the whole of it where nothing more is said.

    `title` is the title of the article, or that of the text where no article is named. `item` names numbered items,
    from the outermost: ("1°", "b"). `rows` are rows of the article's table, its head row left out.
    """

    article: str = ""
    annex: str | None = None
    title: bool = False
    alineas: tuple[int, ...] = ()
    item: tuple[str, ...] = ()
    sentences: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing smaller than the article or annex is meant."""
        return not (self.title or self.alineas or self.item or self.sentences or self.rows)

    @property
    def container(self) -> tuple[str, str]:
        """The article, annex or title that holds what is meant: `("article", "14")`, `("annexe", "I")`."""
        if self.article:
            return ("article", self.article)
        return ("annexe", self.annex) if self.annex is not None else ("intitule", "")


class Absent(Struct, frozen=True):
    """Why nothing stands at an address: what was looked for, and what does stand there."""

    message: str
    remedy: str = field(default="Corrigez la cible.")


def articles_of(blocks: Sequence[Block]) -> Iterator[Article]:
    """Yield the articles of a text, in order."""
    for block in blocks:
        if isinstance(block, Article):
            yield block
        elif isinstance(block, Part):
            yield from articles_of(block.body)


@lru_cache
def rank_of(number: str) -> tuple[int, ...]:
    """Return what orders the numbers of articles: 1er is (1,), 12-1 is (12, 1); empty for what is no number."""
    found = re.fullmatch(r"(\d+)(?:er)?((?:-\d+)*)", number)
    return (int(found[1]), *(int(one) for one in found[2].split("-")[1:])) if found else ()


def same_number(one: str, other: str) -> bool:
    """Return whether two numbers name the same article: 1 and 1er do."""
    return one == other or (bool(rank_of(one)) and rank_of(one) == rank_of(other))


def article_of(tree: TextTree, number: str) -> Article | None:
    """Return the article that bears `number`; None where the text has none."""
    return next((one for one in articles_of(tree.body) if same_number(one.number, number)), None)


def annex_of(tree: TextTree, number: str) -> Annex | None:
    """Return the annex that bears `number`; the only one for an empty number; None where there is none."""
    if not number and len(tree.annexes) == 1:
        return tree.annexes[0]
    return next((one for one in tree.annexes if one.number == number), None)


def section_of(tree: TextTree, name: str) -> Part | None:
    """Return the division named by its number ("II") or by its whole head; None where there is none."""
    for block in tree.body:
        if isinstance(block, Part):
            head = text_of(block.head.content)
            number = _SECTION.match(head)
            if head.casefold() == name.casefold() or (number and number[1] == name.upper()):
                return block
    return None


def known_numbers(tree: TextTree) -> list[str]:
    """Return the numbers of the articles of a text, in order."""
    return [one.number for one in articles_of(tree.body)]


def settled(address: Address, tree: TextTree) -> Address:
    """Return `address` with the number of its article as the text writes it: "1er" for 1."""
    article = article_of(tree, address.article) if address.article else None
    return replace(address, article=article.number) if article else address


def lines_at(tree: TextTree, address: Address) -> tuple[Line, ...] | Absent:
    """Return the lines of the article or annex that holds `address`; why there is none."""
    if address.article:
        article = article_of(tree, address.article)
        return lines_of(article.body) if article else no_article(tree, address.article)
    annex = annex_of(tree, address.annex or "")
    there = ", ".join(one.number or "unique" for one in tree.annexes) or "aucune"
    return (
        lines_of(annex.blocks) if annex else Absent(f"Le texte n’a pas d’annexe {address.annex} (annexes : {there}).")
    )


def no_article(tree: TextTree, number: str) -> Absent:
    """Return why an article cannot be found, with the numbers that the text has."""
    numbers = known_numbers(tree)
    there = f"de {numbers[0]} à {numbers[-1]}" if numbers else "aucun"
    return Absent(f"Le texte n’a pas d’article {number} (articles : {there}).", "Corrigez le numéro de l’article.")


def chosen_lines(lines: Sequence[Line], address: Address) -> tuple[int, ...] | Absent:
    """Return the indexes of the lines that `address` means: its alinéas or item, else all of them."""
    counted = alineas(lines)
    if address.alineas:
        beyond = [rank for rank in address.alineas if not (rank if rank > 0 else rank + len(counted) + 1) >= 1]
        beyond += [rank for rank in address.alineas if rank > len(counted)]
        if beyond:
            many = f"{len(counted)} alinéas" if len(counted) > 1 else "un seul alinéa"
            return Absent(f"Alinéa {beyond[0]} : l’article n’en compte pas tant ; il a {many}.", "Corrigez le rang.")
        picked = tuple(counted[rank - 1 if rank > 0 else rank] for rank in address.alineas)
    else:
        picked = tuple(range(len(lines)))
    if address.item:
        return _item(lines, picked, address.item)
    return picked


def _item(lines: Sequence[Line], picked: Sequence[int], names: Sequence[str]) -> tuple[int, ...] | Absent:
    for level, name in enumerate(names):
        markers = [_ITEM.match(text_of(lines[index].content)) for index in picked]
        start = next((at for at, found in enumerate(markers) if found and _named(found, name)), None)
        if start is None:
            there = ", ".join(found[0] for found in markers if found) or "aucun"
            return Absent(f"Le texte n’a pas de {name} à cet endroit (points : {there}).", "Corrigez le point.")
        first = markers[start]
        numbered = bool(first and first[1])
        end = start + 1
        while end < len(picked) and level + 1 <= len(names) and _below(markers[end], numbered):
            end += 1
        picked = picked[start:end]
    return tuple(picked)


def _named(found: re.Match[str], name: str) -> bool:
    return (found[1] or found[2]) == name.rstrip("°) ")


def _below(marker: re.Match[str] | None, numbered: bool) -> bool:
    """Whether a line goes on with an item: a letter under a number."""
    return bool(marker and marker[2] and numbered)


def table_at(lines: Sequence[Line]) -> int | Absent:
    """Return the index of the table of an article; why there is none."""
    index = only_table(lines)
    return Absent("L’article n’a pas de tableau.") if index is None else index
