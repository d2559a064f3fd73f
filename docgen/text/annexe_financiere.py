"""The financial annex: expenses by item, resources by funder, totals and shares (model-sentences §6)."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.dossier import Dossier
from docgen.french import amount, amount_in_words, euros, percent, price, quantity
from docgen.french.elision import de as of
from docgen.model.annexe_financiere import AnnexeFinanciere, Categorie, Montants, Poste, somme
from docgen.model.budget import Budget, Frais, calcule, postes_de
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.remuneration import may_pay_staff
from docgen.text.annexe_ressources import resources
from docgen.text.articles import FINANCEMENT, article_cited
from docgen.text.citations import auteur, convention_citee
from docgen.text.names import partie_name
from docgen.text.words import fill, hole, sentence, words
from docgen.tree import (
    Align,
    Block,
    Column,
    Document,
    Family,
    Heading,
    HeadingRole,
    Inlines,
    PageKind,
    Paragraph,
    ParagraphRole,
    Row,
    RowKind,
    Run,
    Section,
    Table,
)

SANS_REMUNERATION = "La présente annexe ne comprend aucune rémunération de personnels"


def write_annexe_financiere(annexe: AnnexeFinanciere, dossier: Dossier) -> Document:
    """Return the annex: two tables, what must be said of them, and the amount in words."""
    fiche = dossier.find(FicheAction, annexe.fiche)
    convention = dossier.convention_de(annexe)
    numero = (fiche.numero if fiche else None) or "…"
    return Document(
        kind=annexe.genre,
        id=annexe.id or "sans-id",
        title=f"Annexe financière à la fiche action n° {numero}",
        short_title=f"Annexe financière à la fiche action n° {numero} – {convention_citee(convention)}",
        author=auteur(convention, dossier.maison.auteur),
        family=Family.FORMULAIRE,
        sections=(Section(PageKind.PAYSAGE, tuple(_blocks(annexe, dossier))),),
        dated=dossier.date_de(annexe),
    )


def _blocks(annexe: AnnexeFinanciere, dossier: Dossier) -> Iterator[Block]:
    fiche = dossier.find(FicheAction, annexe.fiche)
    convention = dossier.convention_de(annexe)
    article = article_cited(convention, dossier, FINANCEMENT)
    budget = calcule(annexe)
    yield Heading(HeadingRole.TITRE_PAPIER, 1, words("ANNEXE FINANCIÈRE"))
    number = fill(fiche.numero if fiche else None, "numéro de la fiche")
    title = fill(fiche.titre if fiche else None, "titre de l’action")
    yield Paragraph(sentence("à la fiche action n° ", number, " – ", title), ParagraphRole.SOUS_TITRE)
    yield Paragraph(sentence("Montants exprimés en euros. ", *_exercices(annexe), "."), ParagraphRole.MENTION)
    yield expenses(budget)
    yield from resources(budget)
    if len(annexe.exercices) > 1:
        yield years(annexe, budget)
    yield from _mentions(budget, convention, article)
    total = budget.total.ttc or Decimal(0)
    said = of(amount_in_words(total))
    text = f"Arrêté le présent budget à la somme {said} ({euros(total)}) toutes taxes comprises."
    yield Paragraph(words(text), ParagraphRole.ARRETE)


def _exercices(annexe: AnnexeFinanciere) -> tuple[str | Inlines, ...]:
    known = [str(exercice.annee) for exercice in annexe.exercices if exercice.annee]
    if not known:
        return ("Exercice ", hole("exercice"))
    return (f"Exercice {known[0]}" if len(known) == 1 else f"Exercices {' et '.join(known)}",)


# ---------------------------------------------------------------- tables


def expenses(budget: Budget) -> Table:
    """Return the table of expenses, subtotals by nature of cost, fees, total."""
    columns = (
        Column(words("Poste"), 75),
        Column(words("Nature du coût"), 19),
        *(Column(words(head), width, Align.AMOUNT) for head, width in _EXPENSE_HEADS),
    )
    return Table(words("1. Dépenses"), columns, tuple(_expense_rows(budget)))


_EXPENSE_HEADS = (
    ("Quantité", 20),
    ("Prix unitaire HT", 30),
    ("Taux de TVA", 22),
    ("HT", 30),
    ("TVA", 30),
    ("TTC", 31),
)


def _expense_rows(budget: Budget) -> Iterator[Row]:
    annexe = budget.annexe
    yield from map(_expense, postes_de(annexe, Categorie.DIRECT, Categorie.PERSONNEL))
    yield _sum("Sous-total coûts directs", budget.directs, RowKind.SUBTOTAL)
    yield from map(_expense, postes_de(annexe, Categorie.INDIRECT))
    yield _sum("Sous-total coûts indirects", budget.indirects, RowKind.SUBTOTAL)
    for poste in postes_de(annexe, Categorie.GESTION):
        yield _expense(poste)
    if budget.frais:
        yield _fees(budget.frais)
    yield _sum("Total général", budget.total, RowKind.TOTAL)


def _expense(poste: Poste) -> Row:
    return Row(
        (
            fill(poste.libelle, "libellé du poste"),
            fill(poste.categorie.value if poste.categorie else None, "nature du coût"),
            _cell(quantity(poste.quantite) if poste.quantite is not None else None, "quantité"),
            _cell(price(poste.prix_unitaire) if poste.prix_unitaire is not None else None, "prix unitaire HT"),
            _cell(percent(poste.tva) if poste.tva is not None else None, "taux de TVA"),
            *_amounts(poste.montants),
        )
    )


def _cell(text: str | None, title: str) -> Inlines:
    return (Run(text),) if text is not None else hole(title)


def _amounts(montants: Montants) -> tuple[Inlines, ...]:
    return tuple(
        _cell(None if one is None else amount(one), "montant") for one in (montants.ht, montants.tva, montants.ttc)
    )


def _sum(title: str, montants: Montants, kind: RowKind) -> Row:
    return Row((words(title), (), (), (), (), *_amounts(montants)), kind)


def _fees(frais: Frais) -> Row:
    vat = words("sans TVA") if not frais.montants.tva else ()
    return Row((words("Frais de gestion"), words("gestion"), (), (), vat, *_amounts(frais.montants)))


def years(annexe: AnnexeFinanciere, budget: Budget) -> Table:
    """Return the budget by year: one column per year, the total last."""
    columns = (
        Column(words("Exercice"), 93),
        *(Column(words(str(one.annee or "…")), 41, Align.AMOUNT) for one in annexe.exercices),
        Column(words("Total"), 41, Align.AMOUNT),
    )
    cells = (_cell(None if one.montant is None else amount(one.montant), "montant") for one in annexe.exercices)
    total = (Run(amount(somme(one.montant for one in annexe.exercices))),)
    row = Row((words("Budget TTC"), *cells, total), RowKind.TOTAL)
    return Table(words("3. Répartition par exercice"), columns, (row,))


# ---------------------------------------------------------------- what must be said


def _mentions(budget: Budget, convention: Convention | None, article: str | None) -> Iterator[Paragraph]:
    """`article` is that of the convention on funding, None where its text has none."""
    yield from (Paragraph(content, ParagraphRole.MENTION_TEXTE) for content in _said(budget, convention, article))


def _said(budget: Budget, convention: Convention | None, article: str | None) -> Iterator[Inlines]:
    annexe = budget.annexe
    if len(budget.parts) > 1:
        yield words("Les pourcentages sont arrondis ; leur somme est égale à 100 %.")
    if not may_pay_staff(annexe):
        of_article = f", conformément à l’{article} de la convention" if article else ""
        yield words(f"{SANS_REMUNERATION}{of_article}.")
    if annexe.sans_tva:
        yield words(annexe.sans_tva if annexe.sans_tva.endswith(".") else f"{annexe.sans_tva}.")
    name = partie_name(convention.partenaire) if convention and convention.partenaire else None
    funds = f"des fonds gérés par {name.le if name else 'l’OPCO'}" + (f" ({article})" if article else "")
    yield _fees_said(budget.frais, convention, funds)
    if budget.part_mission is not None and name and annexe.financeur_mission:
        yield words(
            f"Dépenses imputées sur les frais de mission {name.de}, dans la limite du plafond fixé par la convention "
            "d’objectifs et de moyens."
        )
        yield _majority(budget, name.de)
    if annexe.contributions:
        listed = ", ".join(_kind(one.libelle, one.valeur) for one in annexe.contributions)
        yield words(f"Contributions en nature, évaluées pour mémoire et non comprises dans le total : {listed}.")


def _fees_said(frais: Frais | None, convention: Convention | None, funds: str) -> Inlines:
    if frais is None:
        return words("Il n’est pas appliqué de frais de gestion.")
    cap = convention.plafond_frais_gestion if convention else None
    return sentence(
        "Les frais de gestion sont calculés au taux de ",
        fill(percent(frais.taux) if frais.taux is not None else None, "taux des frais de gestion"),
        ", dans la limite de ",
        fill(percent(cap) if cap is not None else None, "plafond des frais de gestion"),
        f" {funds}, sur une base de {euros(frais.base)}, frais de gestion non compris ; ils s’élèvent à ",
        fill(euros(frais.montants.ttc) if frais.montants.ttc is not None else None, "montant des frais de gestion"),
        ".",
    )


def _majority(budget: Budget, opco: str) -> Inlines:
    share = budget.part_mission or Decimal(0)
    printed = next(
        (part for one, part in zip(budget.annexe.financeurs, budget.parts, strict=False) if one.frais_de_mission), share
    )
    said = f"La part financée par les frais de mission {opco} est de {percent(printed)}"
    if share > 50:
        return words(f"{said} ; les règles d’achat et d’engagement {opco} sont applicables.")
    rules = budget.annexe.regle_achat
    own = f" ; les règles d’achat et d’engagement {rules} sont applicables" if rules else ""
    return words(f"{said} et n’est pas majoritaire{own}.")


def _kind(title: str | None, value: Decimal | None) -> str:
    return (title or "[à compléter : contribution]") + (f" ({euros(value)})" if value is not None else "")
