"""The fiche action: the annexed form, filled, to be examined or examined."""

from collections.abc import Callable, Iterator

from docgen.dossier import Dossier
from docgen.french import capitalised, continued, euros, long_date, percent, typeset
from docgen.logos import WIDTH, decisions, media_type
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.budget import Budget, calcule
from docgen.model.common import Partie
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction, Indicateur, NatureIndicateur, OutilNumerique
from docgen.model.normalise import normalise
from docgen.text.articles import ENVIRONNEMENTS_NUMERIQUES, article_cited
from docgen.text.avis import opinions
from docgen.text.cells import as_quantity
from docgen.text.citations import auteur, convention_citee
from docgen.text.fiche_action_form import (
    AUTRE,
    BOXES,
    DATE_DEMANDE,
    DESTINATAIRE,
    INITIATEUR,
    NUMERO,
    TITRE,
    blank_form,
    label_of,
    recipient,
    sectors,
    title_of,
)
from docgen.text.names import partie_name, state_name
from docgen.text.publics import publics_absents
from docgen.text.words import ended, fill, hole, label, prose, sentence, words
from docgen.tree import (
    Band,
    Block,
    Box,
    BulletList,
    Choices,
    Document,
    Family,
    FieldGrid,
    Inlines,
    Labelled,
    ListItem,
    Logo,
    NameStack,
    PageKind,
    Paragraph,
    Run,
    Section,
    Signs,
    Tick,
)
from docgen.values import Struct


class Case(Struct, frozen=True):
    """A fiche with what its boxes need; what the dossier lacks is None."""

    fiche: FicheAction
    dossier: Dossier
    convention: Convention | None
    annexe: AnnexeFinanciere | None
    budget: Budget | None
    ministeres: tuple[Partie, ...]
    partenaire: Partie | None


def _case(fiche: FicheAction, dossier: Dossier) -> Case:
    convention = dossier.convention_de(fiche)
    annexe = dossier.annexe_de(fiche)
    jour = dossier.date_de(fiche)
    state = convention.etat_partie if convention else ()
    partner = convention.partenaire if convention else None
    return Case(
        fiche,
        dossier,
        convention,
        annexe,
        calcule(annexe) if annexe else None,
        tuple(partie.au_jour(jour) for partie in state),
        partner.au_jour(jour) if partner else None,
    )


def write_fiche_action(fiche: FicheAction, dossier: Dossier) -> Document:
    """Return the fiche, every box of the form in its order; what is missing stands as a hole."""
    case = _case(fiche, dossier)
    cited = convention_citee(case.convention)
    return Document(
        kind=fiche.genre,
        id=fiche.id or "sans-id",
        title=f"Fiche action n° {fiche.numero or '…'} – {fiche.titre or '…'}",
        short_title=f"Fiche action n° {fiche.numero or '…'} – {cited}",
        author=auteur(case.convention, dossier.maison.auteur),
        family=Family.FORMULAIRE,
        sections=(Section(PageKind.FORMULAIRE, tuple(_blocks(case))),),
        dated=fiche.datee_du,
    )


def write_blank_fiche_action(convention: Convention, dossier: Dossier) -> Document:
    """Return the blank form of the fiches of `convention`."""
    return Document(
        kind="fiche-action-vierge",
        id=convention.id or "sans-id",
        title="Fiche action prévisionnelle – modèle vierge",
        short_title=f"Modèle de fiche action prévisionnelle – {convention_citee(convention)}",
        author=auteur(convention, dossier.maison.auteur),
        family=Family.FORMULAIRE,
        sections=(Section(PageKind.FORMULAIRE, blank_form(convention, dossier.date_de(convention))),),
        dated=dossier.date_de(convention),
    )


def _blocks(case: Case) -> Iterator[Block]:
    fiche = case.fiche
    yield from _signs(case)
    yield Band(label_of(TITRE), fill(fiche.titre, "titre de l’action"))
    asked = long_date(fiche.date_demande) if fiche.date_demande else None
    yield FieldGrid(
        (
            (
                Labelled(label(INITIATEUR), fill(fiche.initiateur, "initiateur")),
                Labelled(label(DESTINATAIRE), words(recipient(case.convention, case.ministeres))),
            ),
            (
                Labelled(label(DATE_DEMANDE), fill(asked, "date de la demande")),
                Labelled(label(NUMERO), fill(fiche.numero, "numéro de la fiche")),
            ),
        )
    )
    yield opinions(fiche, case.convention, case.ministeres)
    for box in BOXES:
        yield Box(words(title_of(box, case.convention)), tuple(_WRITERS[box.key](case)))


def _signs(case: Case) -> Iterator[Signs]:
    """The zone of signs: none on the form as annexed; the authorised logo, or the name in its place."""
    taken = decisions(case.fiche, case.dossier)
    signs: dict[str, Logo | NameStack] = {}
    for decision in taken:
        logo, content = decision.logo, decision.content
        kind = media_type(logo.fichier) if logo and logo.fichier else None
        if decision.shown and logo and content and kind and logo.alternative and decision.autorisation:
            signs[decision.autorisation.cle] = Logo(content, kind, logo.alternative, float(logo.largeur or WIDTH))
        else:
            signs[decision.ministere.id or ""] = NameStack((typeset(capitalised(decision.ministere.usuel or "")),))
    if signs:
        yield Signs(tuple(signs.values()), ())


def _text(value: str | None, title: str) -> Iterator[Block]:
    yield from prose(value) if value else (Paragraph(hole(title)),)


def _publics(case: Case) -> Iterator[Block]:
    yield from _text(case.fiche.publics, "publics visés")
    absent = publics_absents(case.fiche)
    if case.fiche.motif_publics and absent:
        yield Paragraph(
            words(
                f"L’action ne vise pas {absent} pour la raison suivante : {ended(continued(case.fiche.motif_publics))}"
            )
        )


def _presentation(case: Case) -> Iterator[Block]:
    yield from _text(case.fiche.presentation, "présentation de l’action")
    if case.fiche.mixite:
        yield from prose(case.fiche.mixite)
    if case.fiche.outil_numerique:
        yield Paragraph(_tool(case, case.fiche.outil_numerique))


def _tool(case: Case, tool: OutilNumerique) -> Inlines:
    article = article_cited(case.convention, case.dossier, ENVIRONNEMENTS_NUMERIQUES)
    agreement = state_name(case.ministeres).de
    planned = (
        f" Mise en ligne prévue le {long_date(tool.en_ligne_le)}." if tool.en_ligne_le and not tool.en_ligne else ""
    )
    return sentence(
        "Cette action comporte un outil numérique (",
        fill(tool.nom, "nom de l’outil"),
        f"), dont la mise en ligne est subordonnée à l’accord préalable {agreement}",
        f" ({article}).{planned}" if article else f".{planned}",
    )


def _dates(case: Case) -> Iterator[Block]:
    debut, fin = case.fiche.debut, case.fiche.fin
    start = fill(long_date(debut) if debut else None, "date de début")
    yield Paragraph(sentence("Du ", start, " au ", fill(long_date(fin) if fin else None, "date de fin")))


def _secteurs(case: Case) -> Iterator[Block]:
    ticked = {normalise(one) for one in case.fiche.secteurs}
    if case.fiche.secteur_autre:
        ticked.add(normalise(AUTRE))
    ticked = {one.rstrip(" :-") for one in ticked}
    choices: list[Inlines] = []
    for text in sectors(case.convention):
        tick: Inlines = (Tick(text.replace(" :", "\u00a0:"), normalise(text).rstrip(" :-") in ticked),)
        choices.append(
            (*tick, Run(" "), *words(case.fiche.secteur_autre)) if text == AUTRE and case.fiche.secteur_autre else tick
        )
    if not case.fiche.secteurs and not case.fiche.secteur_autre:
        yield Paragraph(hole("secteur"))
    yield Choices(tuple(choices))


def _budget(case: Case) -> Iterator[Block]:
    total = case.fiche.budget
    if total is None:
        yield Paragraph(hole("budget TTC"))
        return
    frais = case.budget.frais if case.budget else None
    if frais and frais.taux is not None and frais.montants.ttc is not None:
        name = partie_name(case.partenaire) if case.partenaire else None
        by = f" gérés par {name.le}" if name else ""
        rate = f"{percent(frais.taux)} de {euros(frais.base)}{by}"
        detail = f" TTC, dont {euros(frais.montants.ttc)} de frais de gestion ({rate})"
    else:
        detail = " TTC, sans frais de gestion" if case.annexe and not case.annexe.frais_gestion else " TTC"
    yield Paragraph(words(euros(total) + detail))


def _repartition(case: Case) -> Iterator[Block]:
    shares = list(_shares(case.budget)) if case.budget else []
    if len(shares) < 2:
        yield Paragraph(words("Sans objet."))
    else:
        yield Paragraph(
            sentence(*(part for share in shares for part in share), "Le détail figure à l’annexe financière.")
        )


def _shares(budget: Budget) -> Iterator[tuple[str | Inlines, str]]:
    parts = budget.parts or (None,) * len(budget.contributions)
    for financeur, amount, part in zip(budget.annexe.financeurs, budget.contributions, parts, strict=True):
        if amount:
            share = f" ({percent(part)})" if part is not None else ""
            yield financeur.nom or hole("financeur"), f" : {euros(amount)}{share}. "


def _indicateurs(case: Case) -> Iterator[Block]:
    if not case.fiche.indicateurs:
        yield Paragraph(hole("indicateurs quantitatifs et qualitatifs"))
        return
    last = len(case.fiche.indicateurs) - 1
    yield BulletList(
        tuple(
            ListItem(_indicateur(one, "." if rank == last else " ;")) for rank, one in enumerate(case.fiche.indicateurs)
        )
    )


def _indicateur(indicateur: Indicateur, end: str) -> Inlines:
    method = f" ({indicateur.methode})" if indicateur.methode else ""
    return sentence(fill(indicateur.libelle, "libellé de l’indicateur"), *_planned(indicateur), f"{method}{end}")


def _planned(indicateur: Indicateur) -> Iterator[str | Inlines]:
    """The planned value of an indicator: a hole where a figure is due and missing, nothing for a qualitative one."""
    if indicateur.prevu is None and indicateur.nature is not NatureIndicateur.QUANTITATIF:
        return
    yield " : "
    yield fill(as_quantity(indicateur.prevu), "valeur prévue")
    yield f"\u00a0{indicateur.unite}" if indicateur.unite else ""


_WRITERS: dict[str, Callable[[Case], Iterator[Block]]] = {
    "publics": _publics,
    "porteur": lambda case: _text(case.fiche.porteur, "porteur de l’action"),
    "presentation": _presentation,
    "livrables": lambda case: _text(case.fiche.livrables, "livrables de l’action"),
    "dates": _dates,
    "partenaires": lambda case: _text(case.fiche.partenaires, "partenaires"),
    "prestataire": lambda case: _text(case.fiche.prestataire, "prestataire pressenti"),
    "secteurs": _secteurs,
    "budget": _budget,
    "repartition": _repartition,
    "indicateurs": _indicateurs,
    "mode_evaluation": lambda case: _text(case.fiche.mode_evaluation, "mode d’évaluation"),
    "points_vigilance": lambda case: _text(case.fiche.points_vigilance, "points de vigilance et d’arbitrage"),
}
