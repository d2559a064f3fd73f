"""What the papers of a year share: whom they name, the axes of the convention, the tables' numbers."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from docgen.bilan.actions import ActionAnnee
from docgen.dossier import Dossier
from docgen.french import Name, joined, long_date
from docgen.model.common import Partie
from docgen.model.convention import Convention
from docgen.model.normalise import normalise
from docgen.text.citations import bodies, convention_courte, opco
from docgen.text.convention_text import articles_of, text_blocks
from docgen.text.words import fill, sentence, words
from docgen.tree import (
    Article,
    Block,
    BulletList,
    Heading,
    HeadingRole,
    Inlines,
    ListItem,
    Paragraph,
    ParagraphRole,
    Part,
    text_of,
)
from docgen.values import Struct, field

SANS_AXE = "Sans axe indiqué"


class Year(Struct, frozen=True):
    """A year of a convention; what the dossier lacks is None, and then no action is known.

    `numbers` gives the tables their numbers, in the order in which they are made.
    """

    annee: int | None
    jour: date | None
    convention: Convention | None
    dossier: Dossier
    actions: tuple[ActionAnnee, ...]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def n(self) -> str:
        """The year in figures."""
        return "…" if self.annee is None else str(self.annee)

    @property
    def ministeres(self) -> tuple[Partie, ...]:
        """The ministries that give opinions, as they stood on the day of the paper."""
        parties = self.convention.etat_partie if self.convention else ()
        return tuple(partie.au_jour(self.jour) for partie in parties)

    @property
    def courte(self) -> Name:
        """The convention by its date."""
        return convention_courte(self.convention)

    @property
    def organe(self) -> Name:
        """The steering committee."""
        return bodies(self.convention)[0]

    @property
    def ca(self) -> Name:
        """The board."""
        return bodies(self.convention)[1]

    @property
    def opco(self) -> Name:
        """The partner that keeps the secretariat."""
        return opco(self.convention)

    @property
    def copil(self) -> str:
        """The committee, in a word for the head of a column."""
        comite = self.convention.comite if self.convention else None
        return (comite.sigle if comite else None) or "Comité"

    def article(self, key: str) -> str:
        """Return `l’article 15 de `, which comes before the convention; empty where its text names no such article."""
        number = articles_of(self.convention, self.dossier).get(key)
        return f"l’article {number} de " if number else ""

    def caption(self, text: str) -> tuple[int, Inlines]:
        """Return the number of the next table and its caption, `Tableau 2. …`."""
        number = next(self.numbers)
        return number, words(f"Tableau {number}. {text}")


def made_on(day: date | None, year: Year) -> Paragraph:
    """Return the mention of the day of the paper and of who made it."""
    made = fill(long_date(day) if day else None, "date d’établissement")
    return Paragraph(sentence("Établi le ", made, f" par {year.opco.le}."), ParagraphRole.MENTION)


def division(number: int, text: str) -> Heading:
    """Return the head of a division of the paper: `1. Rappel de la convention`."""
    return Heading(HeadingRole.PARTIE, 2, words(f"{number}. {text}"))


def subdivision(number: str, text: str) -> Heading:
    """Return the head of a subdivision: `3.1. Par axe`."""
    return Heading(HeadingRole.RUBRIQUE, 3, words(f"{number}. {text}"))


def numero(action: ActionAnnee) -> Inlines:
    """Return the number of an action."""
    return fill(action.fiche.numero, "numéro de la fiche")


def titre(action: ActionAnnee) -> Inlines:
    """Return the title of an action."""
    return fill(action.fiche.titre, "titre de l’action")


def numeros(actions: Iterable[ActionAnnee]) -> str:
    """Return the numbers of some actions: `2021-01, 2021-02 et 2021-03`."""
    return joined([action.fiche.numero or "…" for action in actions])


def dates(debut: date | None, fin: date | None) -> str:
    """Return `Du 8 novembre 2021 au 1er juillet 2022`, as far as it is known."""
    start = long_date(debut) if debut else "…"
    return f"Du {start} au {long_date(fin)}" if fin else f"Depuis le {start}"


def over_years(year: Year) -> Iterator[BulletList]:
    """Yield the list of the actions that go over several years; nothing where there is none."""
    said = tuple(_over_years(action) for action in year.actions if action.autres_annees)
    if said:
        yield BulletList(tuple(ListItem(words(one)) for one in said))


def _over_years(action: ActionAnnee) -> str:
    years = joined([str(one) for one in sorted({*action.autres_annees, action.annee})])
    number = action.fiche.numero or "…"
    return f"L’action n° {number} s’étend sur {years} ; seule la part de {action.annee} est retenue ici."


def by_axis(year: Year) -> dict[str, tuple[ActionAnnee, ...]]:
    """Return the actions by axis, `Article 3 – Information sur les métiers`, in the order of the articles.

    An action of several axes stands under each; one without an axis stands last.
    """
    heads = _heads(year)
    groups: dict[str, list[ActionAnnee]] = {}
    for action in year.actions:
        for axe in action.fiche.axes or ("",):
            groups.setdefault(normalise(axe), []).append(action)
    ordered = sorted(groups, key=_rank)
    return {heads.get(axe) or _typed(axe): tuple(groups[axe]) for axe in ordered}


def _typed(axe: str) -> str:
    """An axis that the text does not have, as it was typed: a rule says so."""
    return axe.replace("-", " ").capitalize() or SANS_AXE


def _rank(axe: str) -> tuple[int, tuple[int, ...], str]:
    found = tuple(int(one) for one in re.findall(r"\d+", axe))
    return (2 if not axe else 0 if found else 1, found, axe)


def _heads(year: Year) -> dict[str, str]:
    if year.convention is None:
        return {}
    articles = _articles(text_blocks(year.convention, year.dossier, year.jour))
    return {normalise(f"article {one.number}"): text_of(one.head.content) for one in articles}


def _articles(blocks: Iterable[Block]) -> Iterator[Article]:
    for block in blocks:
        if isinstance(block, Article):
            yield block
        elif isinstance(block, Part):
            yield from _articles(block.body)
