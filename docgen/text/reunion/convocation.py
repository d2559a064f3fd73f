"""The convocation: a letter to the members, and to those who attend without voice (model-sentences §10.1)."""

from collections.abc import Iterator, Sequence

from docgen.french import continued, duration_words, joined, long_date, month_day
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.fiche_action import FicheAction
from docgen.model.reunion import Reunion
from docgen.model.reunion_choix import NatureReunion
from docgen.text.letters import MEMBRES
from docgen.text.names import partie_name, qualite
from docgen.text.reunion.case import (
    FONCTIONNEMENT,
    LIMITES,
    LITIGES,
    Case,
    college_name,
    convention_courte,
    day,
    day_of,
    delai_envoi,
    hour_of,
    limite_de,
    limite_envoi,
    paper,
    representants,
    reunion_ordinale,
    signs,
    strong,
)
from docgen.text.reunion.ordre_du_jour import agenda
from docgen.text.reunion.pieces import pieces_of
from docgen.text.reunion.points import LISTED, first_year, without_actions, year
from docgen.text.words import fill, hole, sentence, words
from docgen.tree import (
    Block,
    Break,
    Document,
    Heading,
    HeadingRole,
    Inlines,
    Mark,
    PageKind,
    Paragraph,
    ParagraphRole,
    Section,
)
from docgen.values import replace


def write_convocation(case: Case) -> Document:
    """Return the convocation of a meeting: the letter, then the agenda on a page of its own."""
    letter = Section(PageKind.TEXTE, tuple(_blocks(case)))
    convocation = paper(case, "convocation", "Convocation", letter, case.reunion.envoyee_le)
    return replace(convocation, sections=(*convocation.sections, Section(PageKind.TEXTE, agenda(case))))


def _blocks(case: Case) -> Iterator[Block]:
    reunion = case.reunion
    yield signs(case)
    members = (*words("Mesdames et Messieurs les membres"), Break(), *words(case.organe.de))
    yield Paragraph(strong(members), ParagraphRole.DESTINATAIRE)
    place = fill(reunion.fait_a, "lieu d’envoi")
    sent = day(reunion.envoyee_le, "date d’envoi")
    yield Paragraph(sentence(*place, ", le ", *sent), ParagraphRole.LIEU_DATE)
    subject = ("Objet : ", *reunion_ordinale(case), " – ", *day_of(case), " – convocation")
    yield Heading(HeadingRole.OBJET, 1, sentence(*subject))
    yield from (Paragraph(content) for content in _body(case))
    yield from closing(case)
    yield from (Paragraph(content, ParagraphRole.PIECES_JOINTES) for content in _enclosed(case))


# ---------------------------------------------------------------- body


def _body(case: Case) -> Iterator[Inlines]:
    yield words(f"{MEMBRES},")
    yield _invitation(case)
    reason = (*_reason(case), *_before_whom(case))
    if reason:
        yield tuple(inline for part in reason for inline in part)
    yield words(
        f"L’ordre du jour, fixé d’un commun accord entre {case.opco.le} et {representants(case)}, figure "
        f"ci-après. {_papers(case)}"
    )
    yield sentence(
        "Je vous remercie de bien vouloir confirmer votre participation, ou indiquer la personne qui vous "
        "représentera, avant le ",
        *day(case.reunion.reponse_avant, "date limite de réponse"),
        ", à l’adresse suivante : ",
        *fill(case.reunion.secretaire.courriel if case.reunion.secretaire else None, "adresse de réponse"),
        ".",
    )
    yield words(f"Je vous prie d’agréer, {MEMBRES}, l’expression de ma considération distinguée.")


def _invitation(case: Case) -> Inlines:
    when = strong(sentence(*day_of(case), " à ", *hour_of(case)))
    return (
        *sentence("J’ai l’honneur de vous convier à la ", *reunion_ordinale(case)),
        *sentence(f" {convention_courte(case).de}, qui se tiendra le "),
        *when,
        *_where(case.reunion),
    )


def _where(reunion: Reunion) -> Inlines:
    if reunion.lien:
        both = f", {reunion.lieu}, ou" if reunion.lieu else ","
        return sentence(f"{both} par visioconférence, à l’adresse suivante : {reunion.lien}.")
    return sentence(", ", *fill(reunion.lieu, "lieu de la réunion"), ".")


def _reason(case: Case) -> Iterator[Inlines]:
    held = f"Cette réunion se tient en application {case.article(FONCTIONNEMENT, whose=True).de}"
    match case.reunion.nature:
        case NatureReunion.MAI:
            yield sentence(f"{held}{_before(case, NatureReunion.MAI)}, pour ", *_of_may(case), ".")
        case NatureReunion.OCTOBRE:
            yield sentence(
                f"{held}{_before(case, NatureReunion.OCTOBRE)}, pour suivre la réalisation des actions menées en ",
                *year(case),
                " et envisager les priorités de coopération pour l’année ",
                *year(case, 1),
                ".",
            )
        case NatureReunion.EXCEPTIONNELLE:
            yield _dispute(case)


def _of_may(case: Case) -> Iterator[str | Inlines]:
    """What the meeting of May is for; the first year has nothing to review."""
    followed = ("suivre la réalisation des actions de l’année ", year(case))
    if first_year(case):
        yield from (*followed, ". ", without_actions(case))
    else:
        yield from ("faire le bilan des actions menées en ", year(case, -1), " et ", *followed)


def _before(case: Case, nature: NatureReunion) -> str:
    """Return `, avant le 30 octobre`; nothing where the meeting is later, which the letter must not deny."""
    limit = limite_de(nature, case.convention) or LIMITES[nature]
    jour = case.reunion.date
    return "" if jour and jour >= limit.de(jour.year) else f", avant le {month_day(limit.jour, limit.mois)}"


def _dispute(case: Case) -> Inlines:
    litige = case.reunion.litige
    partie = case.convention.partie(litige.demandeur) if case.convention and litige else None
    name = partie_name(partie.au_jour(case.reunion.date)) if partie else None
    return sentence(
        f"Cette réunion exceptionnelle se tient en application {case.article(LITIGES, whose=True).de}, à l’initiative ",
        *fill(name.de if name else None, "partie qui demande la réunion"),
        ", en vue d’une conciliation sur le différend suivant : ",
        *fill(continued(litige.objet) if litige and litige.objet else None, "objet du différend"),
        ".",
    )


def _before_whom(case: Case) -> Iterator[Inlines]:
    """The meeting comes ahead of those of the commission and of the board, where their days are known."""
    known = [(name, jour) for name, jour in ((case.cpt, case.reunion.cpt_le), (case.ca, case.reunion.ca_le)) if jour]
    first = [f"la réunion {name.de} du {long_date(jour)}" for name, jour in known[:1]]
    others = [f"celle {name.de} du {long_date(jour)}" for name, jour in known[1:]]
    if known:
        yield words(f" Elle précède {joined([*first, *others])}.")


def _papers(case: Case) -> str:
    reunion = case.reunion
    if reunion.documents_le in (None, reunion.envoyee_le):
        return "Les documents de travail sont joints à la présente convocation."
    limit = limite_envoi(reunion, case.convention)
    delai = delai_envoi(case.convention)
    return (
        f"Les documents de travail vous seront adressés au plus tard le {long_date(limit) if limit else '…'}, soit "
        f"{duration_words(delai.nombre, delai.unite)} avant la réunion."
    )


# ---------------------------------------------------------------- closing


def closing(case: Case) -> Iterator[Block]:
    """Yield the end of a letter: for the secretariat, by whom, in what quality."""
    yield Paragraph(words(f"Pour le secrétariat {case.organe.de},"), ParagraphRole.FORMULE)
    who = case.reunion.secretaire
    name = words(who.prenom_nom, Mark.STRONG) if who and who.prenom_nom else hole("auteur de la convocation")
    yield Paragraph(name, ParagraphRole.SIGNATAIRE)
    function = qualite(who, capital=False) if who else None
    bare = function.removeprefix("le ").removeprefix("la ").removeprefix("l’") if function else None
    yield Paragraph(fill(bare, "qualité de l’auteur"), ParagraphRole.SIGNATAIRE)


def _enclosed(case: Case) -> Iterator[Inlines]:
    joint = case.reunion.documents_le in (None, case.reunion.envoyee_le)
    listed = list(_listed(case))
    if joint and listed:
        yield (*words("P. J. :", Mark.STRONG), *sentence(f" {' ; '.join(listed)}."))
    yield (*words("Destinataires :", Mark.STRONG), *sentence(" ", *_addressees(case), "."))


def _listed(case: Case) -> Iterator[str]:
    """Yield the papers as a letter lists them: the fiches of the agenda together, with their annexes."""
    fiches = [one for one in pieces_of(case) if isinstance(one.piece, FicheAction)]
    for one in pieces_of(case):
        if fiches and one == fiches[0]:
            yield _fiches(case, [fiche.piece for fiche in fiches if isinstance(fiche.piece, FicheAction)])
        elif one.kind != "ordre-du-jour" and not isinstance(one.piece, FicheAction | AnnexeFinanciere):
            yield one.title


def _fiches(case: Case, fiches: Sequence[FicheAction]) -> str:
    annexes = sum(case.dossier.annexe_de(fiche) is not None for fiche in fiches)
    many = len(fiches) > 1
    if len(fiches) > LISTED:
        named = f"{len(fiches)} fiches action"
    else:
        listed = joined([fiche.numero or fiche.id or "…" for fiche in fiches])
        named = f"{'fiches' if many else 'fiche'} action n° {listed}"
    with_annexes = ", avec leurs annexes financières" if many else ", avec son annexe financière"
    return named + (with_annexes if annexes else "")


def _addressees(case: Case) -> Inlines:
    colleges = [college_name(college) for college in case.colleges]
    without_voice = "experts et invités, dont la participation n’ouvre pas de droit de vote"
    invited = [without_voice] if case.reunion.invites else []
    return words(" ; ".join((*colleges, *invited))) if colleges else hole("collèges")
