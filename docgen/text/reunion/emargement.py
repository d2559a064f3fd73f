"""The attendance sheet: members by college with their voices, and those without voice (model-sentences §10.3)."""

from collections.abc import Iterator, Sequence

from docgen.model.reunion import Invite, Membre
from docgen.model.reunion_choix import Presence, RoleInvite
from docgen.text.names import qualite
from docgen.text.persons import person_named
from docgen.text.reunion.case import COMITE, Case, college_name, heads, paper, reunion_ordinale
from docgen.text.reunion.ordre_du_jour import when_line
from docgen.text.words import fill, sentence, words
from docgen.tree import (
    Align,
    Block,
    Break,
    Column,
    Document,
    Inlines,
    PageKind,
    Paragraph,
    ParagraphRole,
    Row,
    RowKind,
    Run,
    Section,
    Table,
    Tick,
)

_SIGNATURE: Inlines = (Break(), Break(), Run("\u00a0"))
"""Three lines of room to sign in: the last holds a space, without which a browser drops it."""


def write_feuille_emargement(case: Case) -> Document:
    """Return the attendance sheet of a meeting."""
    section = Section(PageKind.PAYSAGE, tuple(_blocks(case)))
    return paper(case, "feuille-emargement", "Feuille d’émargement", section, case.reunion.envoyee_le)


def _blocks(case: Case) -> Iterator[Block]:
    yield from heads("FEUILLE D’ÉMARGEMENT", reunion_ordinale(case, capital=True), when_line(case))
    yield Table(words("Membres, par collège"), _columns(), tuple(_rows(case)))
    yield Paragraph(words(_voices(case)), ParagraphRole.MENTION_TEXTE)
    yield Paragraph(_privacy(case), ParagraphRole.MENTION_TEXTE)


_WITHOUT_VOICE = ((RoleInvite.EXPERT, "Experts et personnalités qualifiées"), (RoleInvite.INVITE, "Invités"))


def _columns() -> tuple[Column, ...]:
    return (
        Column(words("Collège"), 50),
        Column(words("Civilité, prénom, nom"), 36),
        Column(words("Qualité et organisme"), 47),
        Column(words("Voix"), 13, Align.AMOUNT),
        Column(words("Présence"), 17),
        Column(words("Représentation par"), 29),
        Column(words("Absence excusée"), 18),
        Column(words("Signature"), 47),
    )


def _rows(case: Case) -> Iterator[Row]:
    """The members by college, their sum of voices, then those without voice; a group is named on its first row."""
    for rank, college in enumerate(case.colleges, 1):
        voices = words(str(college.voix) if college.voix else "sans voix")
        members = [one for one in case.reunion.membres if one.college == rank]
        for place, one in enumerate(members):
            yield _person(one, () if place else words(college_name(college)), () if place else voices)
    yield Row((words("Total des voix"), (), (), words(str(case.voix)), (), (), (), ()), RowKind.TOTAL)
    for role, title in _WITHOUT_VOICE:
        invited = [one for one in case.reunion.invites if one.role is role]
        for place, guest in enumerate(invited):
            yield _person(guest, () if place else words(f"{title} (sans voix)"), ())


def _person(one: Membre | Invite, group: Inlines, voices: Inlines) -> Row:
    return Row(
        (
            group,
            person(one),
            _office(one),
            voices,
            (_tick(one.presence, Presence.PRESENT),),
            words(person_named((one.represente_par if isinstance(one, Membre) else None) or "")),
            (_tick(one.presence, Presence.EXCUSE),),
            _SIGNATURE,
        )
    )


def _tick(given: Presence | None, asked: Presence) -> Tick:
    return Tick("oui", given is asked)


def person(one: Membre | Invite) -> Inlines:
    """Return `Mme Claire DELMAS`, or its hole."""
    name = f"{one.civilite.value} {one.prenom_nom}" if one.civilite and one.prenom_nom else None
    return fill(name, "prénom et nom")


def _office(one: Membre | Invite) -> Inlines:
    function = qualite(one, capital=False)
    bare = function.removeprefix("le ").removeprefix("la ").removeprefix("l’") if function else None
    return sentence(fill(bare, "qualité"), f", {one.organisme}" if one.organisme else "")


def _voices(case: Case) -> str:
    without = [rank for rank, college in enumerate(case.colleges, 1) if not college.voix]
    total = f"Total des voix prévues par {case.article(COMITE).le} : {case.voix}."
    if not without:
        return total
    named = "au premier collège" if without == [1] else f"aux collèges suivants : {_listed(case, without)}"
    return f"{total} {case.article(COMITE).Le} n’attribue pas de nombre de voix {named}."


def _listed(case: Case, ranks: Sequence[int]) -> str:
    return " ; ".join(college_name(case.colleges[rank - 1]) for rank in ranks)


def _privacy(case: Case) -> Inlines:
    return sentence(
        f"Les données recueillies sont traitées par {case.opco.le} pour établir la liste des présences ; elles sont "
        "conservées ",
        *fill(case.reunion.conservation, "durée de conservation"),
        ". Droits d’accès et de rectification : ",
        *fill(case.reunion.contact_dpo, "contact pour les données"),
        ".",
    )
