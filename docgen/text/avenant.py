"""The avenant itself: title, parties, chain, recitals, one article per article changed (model-sentences §2)."""

import re
from collections.abc import Iterator, Sequence

from docgen.amend.addresses import articles_of
from docgen.amend.lines import lines_of
from docgen.amend.naming import Namer
from docgen.amend.operations import AddAnnex, ReplaceAnnex
from docgen.amend.plan import Group, blocks_of_group, title_of
from docgen.amend.quoting import words_of
from docgen.amend.wording import clause_of
from docgen.amend.writer import House, Writer
from docgen.dossier import Dossier
from docgen.french import Name, capitals, joined, long_date, name_of
from docgen.model.avenant import Avenant, ModeEffet
from docgen.model.common import Partie
from docgen.model.convention import Convention, Designation
from docgen.model.maison import Guillemets, Maison, MotStipulations, MotSuppression, PremierRang
from docgen.text.citations import auteur, convention_courte, convention_longue
from docgen.text.consolidation import Step, step_of
from docgen.text.given import given
from docgen.text.names import partie_name
from docgen.text.notes import ordinal_number, wordings_to_come
from docgen.text.party_page import party_page
from docgen.text.signatures import closing_line, signatures
from docgen.text.words import fill, hole, prose, sentence, words
from docgen.tree import (
    Article,
    Block,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inlines,
    PageKind,
    Paragraph,
    ParagraphRole,
    Section,
    text_of,
)

INCHANGE = "Les autres {clauses} {de} demeurent inchangées."


def write_avenant(avenant: Avenant, dossier: Dossier) -> Document:
    """Return the avenant, whole: every value that is missing stands as a hole."""
    step = step_of(avenant, dossier)
    convention = step.before.convention if step else None
    blocks = tuple(_blocks(avenant, step, dossier)) if step else (Paragraph(hole("convention modifiée")),)
    title = f"Avenant n° {avenant.numero or '…'}"
    name = convention_courte(convention) if convention else None
    return Document(
        kind=avenant.genre,
        id=avenant.id or "sans-id",
        title=f"{title} {name.a}" if name else title,
        short_title=f"{title} {name.a}" if name else title,
        author=auteur(convention, dossier.maison.auteur),
        family=Family.ACTE,
        sections=(Section(PageKind.TEXTE, blocks), *(_joined(step) if step else ())),
        dated=avenant.datee_du,
    )


def _blocks(avenant: Avenant, step: Step, dossier: Dossier) -> Iterator[Block]:
    convention = step.before.convention
    parties = signing_parties(avenant, step)
    yield from _title(avenant, convention)
    yield from party_page(parties, organes=convention.designation is Designation.ORGANES, opening="Entre", between="et")
    yield from _chain(avenant, step)
    yield from _recitals(avenant, step)
    yield from _articles(avenant, step, dossier)
    annexed = next(_joined(step), None) is not None
    yield closing_line(avenant.signature, avenant.signe_le, "Le présent avenant est signé", annexed=annexed)
    yield signatures(parties, given(avenant, dossier))


def signing_parties(avenant: Avenant, step: Step) -> tuple[Partie, ...]:
    """Return the parties that sign, with the names and holders of that day: all of them where none are chosen."""
    there = step.after.convention.parties
    return tuple(one.au_jour(avenant.datee_du) for one in there if not avenant.parties or one.id in avenant.parties)


def _title(avenant: Avenant, convention: Convention) -> Iterator[Block]:
    number = str(avenant.numero) if avenant.numero is not None else hole("numéro de l’avenant")
    yield Heading(HeadingRole.TITRE_PAPIER, 1, sentence("AVENANT N° ", number))
    yield Paragraph(words(capitals(convention_courte(convention).a)), ParagraphRole.SOUS_TITRE)
    yield Paragraph(fill(avenant.objet, "objet de l’avenant"), ParagraphRole.SOUS_TITRE)


# ---------------------------------------------------------------- chain and recitals


def _chain(avenant: Avenant, step: Step) -> Iterator[Block]:
    article = modifying_article(avenant, step)
    named = convention_longue(step.before.origin, step.before.origin.signee_le)
    notably = f", notamment {_its(named)} article {article}" if article else ""
    yield _visa(f"Vu {named.le}{notably} ;")
    for earlier in step.before.taken:
        day: Inlines | str = long_date(earlier.signe_le) if earlier.signe_le else hole("date de l’avenant antérieur")
        this = named.accord("cet", "cette", "ces", "ces")
        noun = convention_courte(step.before.origin).bare.split()[0]
        yield _visa(f"Vu l’avenant n° {earlier.numero or '…'} du ", day, f" à {this} {noun} ;")
    demand, who = _demand(avenant, step)
    yield _visa("Vu la demande présentée le ", demand, " par ", who.le if who else hole("partie qui demande"), " ;")
    for avis in avenant.avis:
        organe = name_of(avis.organe).de if avis.organe else hole("organe")
        yield _visa(
            "Vu l’avis ", organe, " en date du ", long_date(avis.date) if avis.date else hole("date de l’avis"), " ;"
        )


def _its(name: Name) -> str:
    return name.accord("son", "son", "leur", "leur")


def _visa(*parts: str | Inlines) -> Paragraph:
    return Paragraph(sentence(*parts), ParagraphRole.VISA)


def modifying_article(avenant: Avenant, step: Step) -> str | None:
    """Return the article that allows to amend the convention: the one typed, else the first that speaks of avenants."""
    if avenant.article_modification:
        return avenant.article_modification
    for article in articles_of(step.before.tree.body):
        if any("par avenant" in text_of(line.content) for line in lines_of(article.body)):
            return article.number
    return None


def _demand(avenant: Avenant, step: Step) -> tuple[str | Inlines, Name | None]:
    demande = avenant.demande
    partie = step.before.convention.partie(demande.partie) if demande else None
    day = long_date(demande.date) if demande and demande.date else hole("date de la demande")
    return day, partie_name(partie.au_jour(avenant.datee_du)) if partie else None


def _recitals(avenant: Avenant, step: Step) -> Iterator[Block]:
    yield Paragraph(words("Il est préalablement exposé ce qui suit :"))
    yield from prose(avenant.motif) if avenant.motif else (Paragraph(hole("motif de l’avenant")),)
    article = modifying_article(avenant, step)
    day, who = _demand(avenant, step)
    allowed: tuple[str | Inlines, ...] = ()
    if article:
        name = name_of(convention_courte(step.before.origin).bare.split()[0])
        pronoun = name.accord("le", "la", "les", "les")
        allowed = (
            f"L’article {article} {name.de} permet de {pronoun} modifier par avenant, au cours de sa période de "
            "validité, à la demande de l’une ou l’autre des parties. ",
        )
    asked = f" {who.accord('a', 'a', 'ont', 'ont')} demandé, le " if who else " a demandé, le "
    yield Paragraph(
        sentence(
            *allowed,
            who.Le if who else hole("partie qui demande"),
            asked,
            day,
            ", la modification qui fait l’objet du présent avenant.",
        )
    )
    yield Paragraph(words("Ceci étant exposé, il est convenu ce qui suit :"))


# ---------------------------------------------------------------- articles


def house_words(maison: Maison) -> House:
    """Return the words that the house chose for its avenants."""
    return House(
        (maison.mot_suppression or MotSuppression.SUPPRIME).value,
        (maison.mot_stipulations or MotStipulations.STIPULATIONS).value,
        (maison.premier_rang or PremierRang.PREMIER).value,
        maison.guillemets is not Guillemets.UNE_FOIS,
    )


def namer_of(avenant: Avenant, step: Step, house: House) -> Namer:
    """Return what names the places of the text before `avenant`."""
    text = name_of(convention_courte(step.before.origin).bare.split()[0]).de
    return Namer(
        step.before.tree,
        first=house.first,
        drafts=wordings_to_come(step.before.notes, avenant.datee_du),
        text=text,
    )


def _articles(avenant: Avenant, step: Step, dossier: Dossier) -> Iterator[Block]:
    house = house_words(dossier.maison)
    namer = namer_of(avenant, step, house)
    for number, group in enumerate(step.groups, 1):
        title = title_of(group, step.operations, namer)
        yield _article(number, title, _group_blocks(group, step, namer, house))
    number = len(step.groups) + 1
    unchanged = INCHANGE.format(clauses=house.clauses, de=namer.text)
    yield _article(number, f"{house.clauses.capitalize()} inchangées", (Paragraph(words(unchanged)),))
    yield _article(number + 1, "Prise d’effet", tuple(_effect(avenant, house)))


def _group_blocks(group: Group, step: Step, namer: Namer, house: House) -> tuple[Block, ...]:
    return blocks_of_group(group, step.operations, namer, house)


def _article(number: int, title: str, body: Sequence[Block]) -> Article:
    written = ordinal_number(number)
    return Article(written, Heading(HeadingRole.ARTICLE, 2, words(f"Article {written} – {title}")), tuple(body))


def _effect(avenant: Avenant, house: House) -> Iterator[Block]:
    effet = avenant.effet
    match effet.mode:
        case ModeEffet.DATE if not avenant.retroagit:
            day = long_date(effet.date) if effet.date else hole("date d’effet")
            yield Paragraph(sentence("Le présent avenant prend effet le ", day, "."))
        case ModeEffet.CONDITION:
            limit = f" au plus tard le {long_date(effet.limite)}" if effet.limite else ""
            condition = effet.condition or hole("condition de la prise d’effet")
            yield Paragraph(
                sentence(
                    "Le présent avenant prend effet le lendemain du jour où ",
                    condition,
                    f". Si cette condition n’est pas réalisée{limit}, il est sans effet.",
                )
            )
        case _:
            text = "Le présent avenant prend effet à compter de sa date de signature par la dernière des parties."
            yield Paragraph(words(text))
    if avenant.retroagit and effet.date:
        plural = len(effet.articles_retroactifs) > 1
        named = joined(effet.articles_retroactifs)
        of = f"des articles {named}" if plural else f"de l’article {named}"
        text = f"Toutefois, les parties conviennent expressément que les {house.clauses} {of}, dans leur rédaction "
        yield Paragraph(words(f"{text}issue du présent avenant, s’appliquent à compter du {long_date(effet.date)}."))
    if avenant.transition:
        yield from prose(avenant.transition)


def _joined(step: Step) -> Iterator[Section]:
    for operation in step.operations:
        if isinstance(operation, ReplaceAnnex | AddAnnex):
            yield Section(PageKind.TEXTE, operation.annex.blocks)


# ---------------------------------------------------------------- told apart from the act

_BEFORE_QUOTE = re.compile(r",? (?:ainsi rédigée?s?|suivante?s?)$")


def operation_sentences(avenant: Avenant, dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield what each operation of `avenant` does, in a sentence without the text that it brings, then with it.

    None where the dossier lacks the convention.
    """
    step = step_of(avenant, dossier)
    if step is None:
        return
    house = house_words(dossier.maison)
    writer = Writer(namer_of(avenant, step, house), house)
    for rank in (rank for group in step.groups for rank in group.ranks):
        clause = clause_of(step.operations[rank], writer)
        said = text_of(clause.sentence).strip().rstrip(" \u00a0\u202f:.")
        told = _BEFORE_QUOTE.sub("", said).replace("par les stipulations", "par de nouvelles stipulations")
        yield f"{told}.", " ".join((said, *map(words_of, clause.quoted)))
