"""The relevé d’avis: who was there, what was said of each fiche, what follows (model-sentences §10.4)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from docgen.french import continued, duration_words, hour, joined, long_date, name_of, weekday_date
from docgen.model.reunion import Derogation, Invite, Membre, Seance
from docgen.model.reunion_choix import EnvoiTardif, Presence, RegleDerogeable
from docgen.model.temps import Duree
from docgen.text.persons import person_named
from docgen.text.reunion.avis_rendus import fiches_examined
from docgen.text.reunion.case import Case, college_name, day, delai_envoi, heads, is_late, paper, reunion_ordinale
from docgen.text.reunion.emargement import person
from docgen.text.reunion.points_examines import points_examined
from docgen.text.words import fill, sentence, words
from docgen.tree import (
    Align,
    Block,
    Break,
    Column,
    Document,
    Heading,
    HeadingRole,
    Inline,
    Inlines,
    PageKind,
    Paragraph,
    ParagraphRole,
    Row,
    RowKind,
    Section,
    Table,
)

RIEN = "–"
_REGLES: Mapping[RegleDerogeable | None, str] = {
    RegleDerogeable.ENVOI: "au délai d’envoi des documents",
    RegleDerogeable.LIMITE: "à la date limite de la réunion",
}


_AWAY = {
    Presence.EXCUSE: ("Absence excusée", "Absences excusées"),
    Presence.ABSENT: ("Absence non excusée", "Absences non excusées"),
}


def write_releve_avis(case: Case, seance: Seance) -> Document:
    """Return the relevé d’avis of a meeting that was held."""
    section = Section(PageKind.TEXTE, tuple(_blocks(case, seance)))
    return paper(case, "releve-avis", "Relevé d’avis", section, seance.etabli_le)


def _blocks(case: Case, seance: Seance) -> Iterator[Block]:
    jour = case.reunion.date
    when = fill(weekday_date(jour) if jour else None, "date de la réunion")
    yield from heads("RELEVÉ D’AVIS", sentence(*reunion_ordinale(case, capital=True), " du ", *when))
    yield _rubrique("Ouverture de la séance")
    opened = fill(hour(seance.ouverte_a) if seance.ouverte_a else None, "heure d’ouverture")
    yield Paragraph(sentence("La séance est ouverte à ", *opened, f". Le secrétariat est assuré par {case.opco.le}."))
    yield Paragraph(sentence(*_sent(case), *_before(case, seance)))
    yield from (Paragraph(sentence(*_set_aside(one))) for one in case.reunion.derogations)
    yield _rubrique("Présences et voix")
    yield from attendance(case)
    points = tuple(Paragraph(one) for one in points_examined(case))
    if points:
        yield _rubrique("Points de l’ordre du jour")
        yield from points
    examined = tuple(fiches_examined(case))
    if examined:
        yield _rubrique("Avis rendus")
        yield from examined
    if seance.suites:
        yield _rubrique("Suites")
        yield _follow_up(seance)
    yield from _end(case, seance)


def _rubrique(text: str) -> Heading:
    return Heading(HeadingRole.RUBRIQUE, 2, words(text))


def _sent(case: Case) -> Iterator[str | Inlines]:
    yield "Les documents de travail ont été adressés le "
    yield day(case.reunion.envoi_documents, "date d’envoi des documents")
    if is_late(case.reunion, case.convention):
        yield f", moins {_of(delai_envoi(case.convention))} avant la réunion"
        if case.reunion.envoi_tardif is EnvoiTardif.REPORTE:
            yield ". Examen reporté"
        else:
            yield " ; les membres ont accepté de délibérer sur ces documents"
    yield "."


def _set_aside(derogation: Derogation) -> Iterator[str | Inlines]:
    yield f"Dérogation {_REGLES.get(derogation.regle, '…')}, donnée par "
    yield fill(person_named(derogation.auteur) if derogation.auteur else None, "auteur de la dérogation")
    yield " : "
    yield fill(derogation.motif.rstrip(".") if derogation.motif else None, "motif de la dérogation")
    yield "."


def _of(delai: Duree) -> str:
    return name_of(duration_words(delai.nombre, delai.unite), article="aucun").de


def _before(case: Case, seance: Seance) -> Iterator[str | Inlines]:
    before = (case.precedente.date if case.precedente else None) or case.reunion.precedente_le
    if before is None:
        return
    yield f" Le relevé d’avis de la réunion du {long_date(before)} est approuvé"
    if seance.rectification:
        yield f" sous réserve de la rectification suivante : {continued(seance.rectification.rstrip('.'))}."
    else:
        yield " sans observation."


# ---------------------------------------------------------------- attendance


def attendance(case: Case) -> Iterator[Block]:
    """Yield the table of who was there, by college, then the count of voices and the quorum."""
    columns = (
        Column(words("Collège"), 64),
        Column(words("Présents"), 41),
        Column(words("Représentés"), 32),
        Column(words("Voix"), 19, Align.AMOUNT),
    )
    total = Row((words("Total"), (), (), words(str(case.voix_presentes))), RowKind.TOTAL)
    yield Table(words("Membres présents ou représentés"), columns, (*_colleges(case), total))
    for title, listed in _others(case):
        if listed:
            yield Paragraph(words(f"{title} : {joined(listed)}."), ParagraphRole.MENTION_TEXTE)
    yield Paragraph(_quorum(case), ParagraphRole.MENTION_TEXTE)


def _others(case: Case) -> Iterator[tuple[str, list[str]]]:
    """Who is not in the table: the excused, the absent, those without voice."""
    for presence, (one, several) in _AWAY.items():
        away = _named(case.reunion.membres, presence)
        yield several if len(away) > 1 else one, away
    yield "Sans voix", _named(case.reunion.invites, Presence.PRESENT)


def _named(persons: Sequence[Membre | Invite], presence: Presence) -> list[str]:
    found = (one for one in persons if one.presence is presence)
    return [f"{one.civilite} {one.prenom_nom}" for one in found if one.civilite and one.prenom_nom]


def _colleges(case: Case) -> Iterator[Row]:
    for rank, college in enumerate(case.colleges, 1):
        there = case.reunion.presents(rank)
        voices = str(case.voix_de(rank)) if college.voix else "sans voix"
        present = [one for one in there if one.presence is Presence.PRESENT]
        represented = [one for one in there if one.presence is Presence.REPRESENTE]
        yield Row((words(college_name(college)), _persons(present), _represented(represented), words(voices)))


def _persons(members: list[Membre]) -> Inlines:
    return _lines([person(one) for one in members])


def _represented(members: list[Membre]) -> Inlines:
    return _lines([_by(one) for one in members])


def _by(one: Membre) -> Inlines:
    return sentence(*person(one), f", par {person_named(one.represente_par)}") if one.represente_par else person(one)


def _lines(lines: list[Inlines]) -> Inlines:
    if not lines:
        return words(RIEN)
    broken: list[Inline] = []
    for rank, line in enumerate(lines):
        broken += (*((Break(),) if rank else ()), *line)
    return tuple(broken)


def _quorum(case: Case) -> Inlines:
    there = f"Voix présentes ou représentées : {case.voix_presentes} sur {case.voix}."
    quorum = case.reunion.quorum
    if quorum is None:
        return words(f"{there} La convention ne fixe ni quorum ni règle de majorité.")
    reached = quorum.voix is not None and case.voix_presentes >= quorum.voix
    return sentence(
        f"{there} Le quorum fixé par l’article ",
        *fill(quorum.article, "article"),
        " (",
        *fill(quorum.regle, "règle du quorum"),
        f") {'est' if reached else 'n’est pas'} atteint.",
    )


# ---------------------------------------------------------------- what follows


def _follow_up(seance: Seance) -> Table:
    columns = (
        Column(words("Décision ou suite à donner"), 79),
        Column(words("Responsable"), 46),
        Column(words("Échéance"), 31),
    )
    rows = (
        Row(
            (
                fill(one.decision, "décision"),
                fill(person_named(one.responsable) if one.responsable else None, "responsable"),
                day(one.echeance, "échéance"),
            )
        )
        for one in seance.suites
    )
    return Table(words("Décisions et suites à donner"), columns, tuple(rows))


def _end(case: Case, seance: Seance) -> Iterator[Paragraph]:
    closed = fill(hour(seance.levee_a) if seance.levee_a else None, "heure de fin")
    after = _next(seance.prochaine)
    yield Paragraph(sentence("La séance est levée à ", *closed, ".", *after))
    yield Paragraph(words(f"Le présent relevé est communiqué aux membres {case.cpt.de} et {case.conseil_de}."))
    made = day(seance.etabli_le, "date du relevé")
    yield Paragraph(sentence("Relevé établi le ", *made, f" par le secrétariat {case.organe.de}."))


def _next(jour: date | None) -> tuple[str, ...]:
    return (f" La prochaine réunion est fixée au {weekday_date(jour)}.",) if jour else ()
