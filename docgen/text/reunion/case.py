"""A meeting with what its papers need: the committee, the commission, the board and the OPCO, agreed and contracted."""

from datetime import date

from docgen.dossier import Dossier
from docgen.french import Name, capitals, hour, long_date, name_of, ordinal_words, weekday_date
from docgen.model.common import Partie
from docgen.model.convention import College, Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.periods import ajouter
from docgen.model.reunion import Reunion
from docgen.model.reunion_choix import NatureReunion
from docgen.model.temps import Duree, JourMois, Unite
from docgen.text.citations import auteur, convention_citee
from docgen.text.convention_text import articles_of
from docgen.text.marks import partner_mark
from docgen.text.names import partie_name, state_name
from docgen.text.words import fill, sentence, words
from docgen.tree import (
    Block,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inlines,
    Mark,
    Paragraph,
    ParagraphRole,
    Run,
    Section,
    Sender,
    Signs,
)
from docgen.values import Struct

_MARK_WIDTH = 44.0


COMITE, FONCTIONNEMENT = "comite", "fonctionnement-du-comite"
COMMUNICATION, LITIGES = "communication", "litiges-et-resiliation"
"""The articles that the papers of a meeting cite, by their names in the text (11, 13, 14 and 18 of the model)."""


class Case(Struct, frozen=True):
    """A meeting in its dossier; what the dossier lacks is None."""

    reunion: Reunion
    dossier: Dossier
    convention: Convention | None
    ministeres: tuple[Partie, ...]
    organe: Name
    cpt: Name
    ca: Name
    opco: Name
    precedente: Reunion | None

    @property
    def annee(self) -> int | None:
        """The year of the meeting."""
        return self.reunion.date.year if self.reunion.date else None

    @property
    def conseil_de(self) -> str:
        """The board of the OPCO after `de`: "du conseil d’administration de l’OPCO Atlas"."""
        return f"{self.ca.de} {self.opco.de}"

    @property
    def colleges(self) -> tuple[College, ...]:
        """The colleges of the convention, in their order."""
        comite = self.convention.comite if self.convention else None
        return comite.colleges if comite else ()

    @property
    def voix(self) -> int:
        """The voices that the convention gives, all colleges together."""
        return sum(college.voix or 0 for college in self.colleges)

    def article(self, key: str, *, whose: bool = False) -> Name:
        """Return `article 14` as a name, by the article's name in the text; the text itself where it has none such.

        `whose` adds of which text: `article 14 de la convention`.
        """
        number = articles_of(self.convention, self.dossier).get(key)
        if number is None:
            return texte(self)
        return name_of(f"article {number} {texte(self).de}" if whose else f"article {number}")

    def ministere(self, id: str | None) -> Partie | None:
        """Return a ministry as it stood on the day of the meeting; None where the convention has none of that id."""
        return next((partie for partie in self.ministeres if partie.id == id), None) if id else None

    def fiche(self, id: str | None) -> FicheAction | None:
        """Return a fiche of the dossier; None where it has none of that id."""
        return self.dossier.find(FicheAction, id)

    def voix_de(self, rank: int) -> int:
        """Return the voices of a college that are present or represented, by its rank: never more than it has."""
        there = len(self.reunion.presents(rank))
        return min(self.colleges[rank - 1].voix or 0, there) if 0 < rank <= len(self.colleges) else 0

    @property
    def voix_presentes(self) -> int:
        """The voices that are present or represented."""
        return sum(self.voix_de(rank) for rank in range(1, len(self.colleges) + 1))


def case_of(reunion: Reunion, dossier: Dossier) -> Case:
    """Return `reunion` with what its papers need."""
    convention = dossier.convention_de(reunion)
    comite = convention.comite if convention else None
    state = convention.etat_partie if convention else ()
    partner = convention.partenaire if convention else None
    opco = partie_name(partner.au_jour(reunion.date)) if partner else None
    return Case(
        reunion,
        dossier,
        convention,
        tuple(partie.au_jour(reunion.date) for partie in state),
        name_of((comite.nom if comite else None) or "comité de pilotage"),
        name_of((comite.cpt if comite else None) or "commission paritaire"),
        name_of((comite.ca if comite else None) or "conseil d’administration"),
        opco or name_of("opérateur de compétences"),
        previous(reunion, dossier),
    )


def previous(reunion: Reunion, dossier: Dossier) -> Reunion | None:
    """Return the last meeting of the same convention before `reunion`; None where the dossier has none."""
    jour = reunion.date
    before = [
        one
        for one in dossier.all(Reunion)
        if jour and one.date and one.date < jour and one.convention == reunion.convention
    ]
    return max(before, key=lambda one: str(one.date), default=None)


LIMITES = {NatureReunion.MAI: JourMois(31, 5), NatureReunion.OCTOBRE: JourMois(30, 10)}
"""Before which day each ordinary meeting is held, where the convention gives no other (article 14)."""


def limite_de(nature: NatureReunion, convention: Convention | None) -> JourMois | None:
    """Return before which day of the year a meeting of `nature` is held; None for a meeting without limit."""
    if nature not in LIMITES:
        return None
    given = convention.comite.reunions_avant if convention and convention.comite else ()
    rank = list(LIMITES).index(nature)
    return given[rank] if rank < len(given) else LIMITES[nature]


def delai_envoi(convention: Convention | None) -> Duree:
    """Return how long before a meeting its papers are sent: what the convention says, else one week (article 14)."""
    comite = convention.comite if convention else None
    return (comite.delai_envoi if comite else None) or Duree(1, Unite.SEMAINE)


def limite_envoi(reunion: Reunion, convention: Convention | None) -> date | None:
    """Return the last day on which the papers of a meeting may be sent; None while it is unknown, or no date at all."""
    delai = delai_envoi(convention)
    try:
        return ajouter(reunion.date, Duree(-delai.nombre, delai.unite)) if reunion.date else None
    except (ValueError, OverflowError):
        return None


def is_late(reunion: Reunion, convention: Convention | None) -> bool:
    """Return whether the papers of a meeting were sent too late."""
    sent, limit = reunion.envoi_documents, limite_envoi(reunion, convention)
    return sent is not None and limit is not None and sent > limit


# ---------------------------------------------------------------- what the papers share


def day(jour: date | None, title: str) -> Inlines:
    """Return `12 mai 2021`, or the hole that says that `title` is missing."""
    return fill(long_date(jour) if jour else None, title)


def day_of(case: Case) -> Inlines:
    """Return `mercredi 13 octobre 2021`, or its hole."""
    jour = case.reunion.date
    return fill(weekday_date(jour) if jour else None, "date de la réunion")


def hour_of(case: Case) -> Inlines:
    """Return `14 h 30`, or its hole."""
    return fill(hour(case.reunion.heure) if case.reunion.heure else None, "heure de la réunion")


def reunion_ordinale(case: Case, *, capital: bool = False) -> Inlines:
    """Return `deuxième réunion du comité de pilotage`, or its hole in the place of the rank."""
    rank = ordinal_words(case.reunion.rang, feminine=True) if case.reunion.rang else None
    if rank and capital:
        rank = rank[:1].upper() + rank[1:]
    return sentence(fill(rank, "rang de la réunion"), f" réunion {case.organe.de}")


def convention_courte(case: Case) -> Name:
    """Return `convention de coopération du 12 mai 2021` as a name; without its date until it is signed."""
    convention = case.convention
    nature = (convention.nature if convention else None) or "convention de coopération"
    signed = f" du {long_date(convention.signee_le)}" if convention and convention.signee_le else ""
    name = name_of(nature)
    return Name(f"{name.bare}{signed}", name.gender, name.number, name.article)


def texte(case: Case) -> Name:
    """Return the text that is carried out by its one noun: `convention`, `accord`, `protocole`."""
    convention = case.convention
    return name_of(((convention.nature if convention else None) or "convention").split()[0])


def representants(case: Case) -> str:
    """Return `les représentants des ministères`, or `le représentant du ministère de l’éducation nationale`."""
    if len(case.ministeres) != 1:
        return f"les représentants {state_name(case.ministeres).de}"
    name = partie_name(case.ministeres[0])
    return f"le représentant {name.de if name else 'du ministère'}"


def strong(content: Inlines) -> Inlines:
    """Return `content` in bold, its holes as they are."""
    return tuple(Run(one.text, one.marks | {Mark.STRONG}) if isinstance(one, Run) else one for one in content)


def college_name(college: College) -> str:
    """Return how the sheets call a college: its short name, else its words in the convention."""
    return college.nom_court or college.libelle or "…"


def signs(case: Case) -> Signs:
    """Return the head of a paper of the committee: its name, its convention, who keeps its secretariat; his mark."""
    cited = convention_courte(case).bare
    lines = (
        words(capitals(case.organe.bare), Mark.STRONG),
        words(cited[:1].upper() + cited[1:]),
        words(f"Secrétariat assuré par {case.opco.le}"),
    )
    convention = case.convention
    partner = convention.partenaire if convention else None
    marks = (partner_mark(convention, partner, case.dossier, _MARK_WIDTH),) if convention and partner else ()
    return Signs((Sender(lines),), marks)


def heads(title: str, *lines: Inlines) -> tuple[Block, ...]:
    """Return the title of a paper and the lines under it."""
    under = (Paragraph(line, ParagraphRole.SOUS_TITRE) for line in lines)
    return (Heading(HeadingRole.TITRE_PAPIER, 1, words(title)), *under)


def place_of(case: Case) -> Inlines:
    """Return where the meeting is held, `au siège de l’OPCO Atlas`, `par visioconférence`, or both; or its hole."""
    ways = (case.reunion.lieu, "par visioconférence" if case.reunion.lien else None)
    return fill(" ou ".join(filter(None, ways)) or None, "lieu de la réunion")


def when_and_where(case: Case) -> Inlines:
    """Return `mercredi 13 octobre 2021, 14 h 30, au siège de l’OPCO Atlas`."""
    return sentence(*day_of(case), ", ", *hour_of(case), ", ", *place_of(case))


_LETTERS = frozenset({"convocation", "transmission-avis"})


def paper(case: Case, kind: str, title: str, section: Section, dated: date | None) -> Document:
    """Return one paper of the meeting, titled after its day."""
    jour = weekday_date(case.reunion.date) if case.reunion.date else "…"
    short = f"{title} – {case.organe.bare} du {jour}"
    return Document(
        kind=kind,
        id=case.reunion.id or "sans-id",
        title=f"{short} – {convention_citee(case.convention)}",
        short_title=short,
        author=auteur(case.convention, case.dossier.maison.auteur),
        family=Family.LETTRE if kind in _LETTERS else Family.RAPPORT,
        sections=(section,),
        dated=dated or case.reunion.date,
    )
