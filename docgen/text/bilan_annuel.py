"""The yearly review: its figures come from the dossier, its judgement from the user (model-sentences §8)."""

from collections.abc import Callable, Iterator
from datetime import date

from docgen.bilan.papers import actions_du_bilan
from docgen.dossier import Dossier
from docgen.french import Name, all_le, duration_words, long_date
from docgen.model.bilan_annuel import BilanAnnuel, Validation
from docgen.model.reunion import Reunion
from docgen.text.bilan_actions import overview
from docgen.text.bilan_tables import (
    autorisations,
    money_sentences,
    people,
    per_funder,
    per_item,
    realisations,
)
from docgen.text.citations import auteur, convention_citee
from docgen.text.names import names, partie_name
from docgen.text.opinions import opinions_table
from docgen.text.words import fill, hole, prose, sentence, words
from docgen.text.yearly import Year, division, made_on, subdivision
from docgen.tree import (
    Block,
    Column,
    Document,
    Family,
    Heading,
    HeadingRole,
    PageKind,
    Paragraph,
    ParagraphRole,
    Row,
    Section,
    Table,
)


def write_bilan_annuel(bilan: BilanAnnuel, dossier: Dossier) -> Document:
    """Return the review, its eleven divisions and its annex in their order; what is missing stands as a hole."""
    convention = dossier.convention_de(bilan)
    year = Year(bilan.annee, bilan.etabli_le, convention, dossier, actions_du_bilan(bilan, dossier))
    title = f"Bilan annuel {year.n}"
    return Document(
        kind=bilan.genre,
        id=bilan.id or "sans-id",
        title=title,
        short_title=f"{title} – {convention_citee(convention)}",
        author=auteur(convention, dossier.maison.auteur),
        family=Family.RAPPORT,
        sections=(Section(PageKind.TEXTE, tuple(_blocks(bilan, year))),),
        dated=bilan.etabli_le,
    )


def _blocks(bilan: BilanAnnuel, year: Year) -> Iterator[Block]:
    yield Heading(HeadingRole.TITRE_PAPIER, 1, words(f"BILAN ANNUEL {year.n}"))
    yield Paragraph(words(_period(year)), ParagraphRole.SOUS_TITRE)
    yield made_on(bilan.etabli_le, year)
    yield from map(Paragraph, map(words, _opening(year)))
    for number, (title, write) in enumerate(DIVISIONS.items(), start=1):
        yield division(number, title.format(n_suiv=_next(year), organe=year.organe.de))
        yield from write(bilan, year)
    yield Heading(HeadingRole.PARTIE, 2, words("Annexe : liste des fiches de réalisation"))
    yield from realisations(year)


def _period(year: Year) -> str:
    return f"Actions réalisées entre le 1er janvier et le 31 décembre {year.n}"


def _next(year: Year) -> str:
    return "…" if year.annee is None else str(year.annee + 1)


def _opening(year: Year) -> Iterator[str]:
    article = year.article("previsions-et-realisation").removesuffix("de ")
    founded = f"de {article}{year.courte.de}" if article else year.courte.de
    yield (
        f"Le présent bilan est établi par {year.opco.le} en application {founded}. "
        f"Il porte sur les actions réalisées entre le 1er janvier et le 31 décembre {year.n}."
    )
    signed = year.convention.signee_le if year.convention else None
    end = year.convention.expire_le if year.convention else None
    if signed and signed.year == year.annee and signed != date(signed.year, 1, 1):
        since = long_date(signed)
        yield (
            f"La convention a pris effet le {since} ; le présent bilan ne couvre que la période du {since} au "
            f"31 décembre {year.n}."
        )
    if end and end.year == year.annee and end != date(end.year, 12, 31):
        until = long_date(end)
        yield (
            f"La convention a expiré le {until} à minuit ; le présent bilan ne couvre que la période du 1er janvier au "
            f"{until}."
        )


# ---------------------------------------------------------------- divisions


def _recall(bilan: BilanAnnuel, year: Year) -> Iterator[Block]:
    convention = year.convention
    if convention is None:
        yield Paragraph(hole("convention"))
        return
    parties = names([partie.au_jour(year.jour) for partie in convention.parties])
    duration = duration_words(convention.duree.nombre, convention.duree.unite) if convention.duree else None
    end = f" Elle expire le {long_date(convention.expire_le)} à minuit." if convention.expire_le else ""
    who = f"{year.courte.Le} est conclue entre {all_le(parties)}, pour une durée de "
    yield Paragraph(sentence(who, fill(duration, "durée"), ".", end))
    if not any(entree.piece.genre == "avenant" for entree in year.dossier.entrees):
        yield Paragraph(words("Aucun avenant n’a été conclu."))


def _meetings(bilan: BilanAnnuel, year: Year) -> Iterator[Block]:
    held = [one for one in year.dossier.all(Reunion) if _held(one, year)]
    if held:
        _, caption = year.caption(f"Réunions tenues en {year.n}")
        columns = (Column(words("Date"), 40), Column(words("Réunion"), 56), Column(words("Fiches examinées"), 60))
        rows = tuple(_meeting(one, year) for one in sorted(held, key=lambda one: one.date or date.min))
        yield Table(caption, columns, rows)
    else:
        yield Paragraph(words(f"Le dossier ne contient pas de réunion tenue en {year.n}."))
    if not year.actions:
        return
    _, caption = year.caption(f"Avis rendus sur les actions de {year.n}")
    yield opinions_table(caption, (action.fiche for action in year.actions), year.ministeres, year.copil)


def _held(reunion: Reunion, year: Year) -> bool:
    ours = year.convention is not None and reunion.convention == year.convention.id
    return bool(ours and reunion.seance and reunion.date and reunion.date.year == year.annee)


def _meeting(reunion: Reunion, year: Year) -> Row:
    examined = ", ".join(_number(id, year) for id in reunion.fiches_examinees)
    kind = f"réunion {reunion.nature}" if reunion.nature in _EXTRA else "réunion ordinaire"
    day = fill(long_date(reunion.date) if reunion.date else None, "date de la réunion")
    return Row((day, words(kind), words(examined or "–")))


_EXTRA = ("supplémentaire", "exceptionnelle")


def _number(id: str, year: Year) -> str:
    found = next((action.fiche.numero for action in year.actions if action.fiche.id == id), None)
    return found or id


def _typed(field: str, title: str) -> Callable[[BilanAnnuel, Year], Iterator[Block]]:
    def write(bilan: BilanAnnuel, year: Year) -> Iterator[Block]:
        value = getattr(bilan, field)
        yield from prose(value) if value else (Paragraph(hole(title)),)

    return write


def _money(bilan: BilanAnnuel, year: Year) -> Iterator[Block]:
    yield subdivision("7.1", "Dépenses par poste")
    yield per_item(year)
    yield subdivision("7.2", "Dépenses par financeur")
    yield from per_funder(year)
    yield subdivision("7.3", "Frais de gestion et plafond de la convention d’objectifs et de moyens")
    yield from map(Paragraph, money_sentences(year))


def _communication(bilan: BilanAnnuel, year: Year) -> Iterator[Block]:
    yield from autorisations(year)
    if bilan.communication:
        yield from prose(bilan.communication)
    tools = [action for action in year.actions if action.fiche.outil_numerique]
    for action in tools:
        tool = action.fiche.outil_numerique
        name = fill(tool.nom if tool else None, "nom de l’outil")
        yield Paragraph(sentence(f"Action n° {action.fiche.numero or '…'}, outil numérique : ", name, "."))
    if not tools:
        yield Paragraph(words("Aucune action ne comporte d’outil numérique."))


def _validation(bilan: BilanAnnuel, year: Year) -> Iterator[Block]:
    given = {one.partie: one for one in bilan.validations if one.date}
    convention = year.convention
    for partie in convention.parties if convention else ():
        name = partie_name(partie.au_jour(year.jour))
        sent_by = convention is not None and partie is convention.partenaire
        if name and sent_by and bilan.transmis_le and partie.id not in given:
            yield Paragraph(words(_by_sending(name, bilan.transmis_le, year)))
        elif name:
            yield Paragraph(words(_validated(name, given.get(partie.id), year)))
    if bilan.transmis_le:
        sent = f"Le présent bilan a été adressé aux signataires, pour validation, le {long_date(bilan.transmis_le)}."
        yield Paragraph(words(sent))
    if bilan.presente_au_ca_le:
        board = f"{year.ca.a} {year.opco.de}"
        day = long_date(bilan.presente_au_ca_le)
        yield Paragraph(words(f"Le présent bilan a été présenté {board} lors de sa séance du {day}."))


def _validated(name: Name, validation: Validation | None, year: Year) -> str:
    if validation is None or validation.date is None:
        return f"{name.Le} : validation à recueillir."
    observed = (validation.observations or "Aucune").rstrip(".")
    return f"{name.Le} a validé le bilan annuel {year.n} le {long_date(validation.date)}. Observations : {observed}."


def _by_sending(name: Name, sent: date, year: Year) -> str:
    """Who makes the review validates it by the letter with which he sends it, signed by those who engage him."""
    several = year.convention is not None and len(year.convention.parties) > 2
    to = "aux autres signataires" if several else "à l’autre signataire"
    return f"{name.Le} a validé le bilan annuel {year.n} en l’adressant {to} le {long_date(sent)}."


DIVISIONS: dict[str, Callable[[BilanAnnuel, Year], Iterator[Block]]] = {
    "Rappel de la convention et de ses avenants": _recall,
    "Réunions {organe} et avis rendus": _meetings,
    "Vue d’ensemble des actions": lambda bilan, year: overview(year),
    "Bilan quantitatif": lambda bilan, year: people(year),
    "Bilan qualitatif": _typed("qualitatif", "bilan qualitatif"),
    "Équité entre lycéens, étudiants et apprentis ; mixité, diversité, inclusion": _typed("equite", "équité, mixité"),
    "Bilan financier": _money,
    "Communication, logos et outils numériques": _communication,
    "Difficultés rencontrées et enseignements": _typed("difficultes", "difficultés rencontrées"),
    "Perspectives pour {n_suiv}": _typed("perspectives", "perspectives"),
    "Validation par les signataires": _validation,
}
"""The divisions of the review, in their order."""
