"""The tables of the completion fiche: people, indicators, spending against budget."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.bilan.actions import LigneDepense, budget_de_l_annee, lignes_de
from docgen.bilan.figures import Effectif, effectif, par_public, taux
from docgen.bilan.mesures import Mesure, mesures
from docgen.model.annexe_financiere import ZERO, AnnexeFinanciere, Categorie, somme
from docgen.model.budget import calcule
from docgen.model.fiche_action import FicheAction, NatureIndicateur
from docgen.model.fiche_realisation import FicheRealisation
from docgen.text.cells import RIEN, as_quantity, count, figures_column, gap, money, rate
from docgen.text.words import fill, hole, label, lines, words
from docgen.tree import Block, Column, Inlines, LabelledText, Paragraph, Row, RowKind, Run, Table

_COUNTS = ("Prévu", "Réalisé", "Écart", "Taux de réalisation")
_AMOUNTS = ("Budget TTC", "Dépense TTC", "Écart", "Taux")


_WITH_UNITS = (32.0, 32.0, 24.0, 24.0)
"""How wide the counts of indicators are: the first two print a unit (« 300 établissements »), which no line cuts."""


def _columns(head: str, others: tuple[str, ...], width: float = 70) -> tuple[Column, ...]:
    return (Column(words(head), width), *(figures_column(one, 26) for one in others))


# ---------------------------------------------------------------- people


def publics(realisation: FicheRealisation) -> Table:
    """Return the people reached, by public, all years together."""
    return publics_table((), par_public(one for year in realisation.exercices for one in year.publics))


def publics_table(caption: Inlines, groups: tuple[Effectif, ...]) -> Table:
    """Return the table of some publics, and their total."""
    total = effectif("Total", groups)
    rows = (*(_public(one, RowKind.BODY) for one in groups), _public(total, RowKind.TOTAL))
    return Table(caption, _columns("Public", _COUNTS), rows)


def _public(one: Effectif, kind: RowKind) -> Row:
    difference = None if one.prevu is None else Decimal(one.touche - one.prevu)
    achieved = None if one.prevu is None else taux(Decimal(one.touche), Decimal(one.prevu))
    last = (Run(RIEN),) if one.prevu is None else rate(achieved)
    return Row((words(one.nom), count(one.prevu), count(one.touche), gap(difference), last), kind)


# ---------------------------------------------------------------- indicators


def indicators(fiche: FicheAction, realisation: FicheRealisation | None) -> Iterator[Block]:
    """Yield the quantitative indicators as a table, then the observations, each under its indicator's name."""
    answered = mesures(fiche, realisation)
    if not answered:
        yield Paragraph(hole("indicateurs de la fiche action"))
        return
    counted = [one for one in answered if one.indicateur.nature is not NatureIndicateur.QUALITATIF]
    if counted:
        figures = (figures_column(one, width) for one, width in zip(_COUNTS, _WITH_UNITS, strict=True))
        columns = (Column(words("Indicateur"), 62), *figures)
        yield Table((), columns, tuple(map(indicator_row, counted)))
    for one in answered:
        if one not in counted or (one.resultat and one.resultat.constat):
            yield _observed(one)


def indicator_row(mesure: Mesure) -> Row:
    """Return one indicator: planned, achieved, gap, rate; a hole where it has no answer."""
    indicateur, resultat = mesure.indicateur, mesure.resultat
    achieved = resultat.realise if resultat else None
    shown = _with_unit(achieved, mesure) if achieved else (Run(RIEN),) if mesure.repondu else hole("valeur réalisée")
    last = rate(mesure.taux) if mesure.taux is not None or mesure.prevu == 0 else (Run(RIEN),)
    planned = _with_unit(indicateur.prevu, mesure)
    return Row((fill(indicateur.libelle, "libellé de l’indicateur"), planned, shown, _gap(mesure), last))


def _with_unit(value: str | None, mesure: Mesure) -> Inlines:
    unit = mesure.indicateur.unite
    return words(" ".join(one for one in (as_quantity(value), unit) if one)) if value else (Run(RIEN),)


def _gap(mesure: Mesure) -> Inlines:
    """The gap between two percentages is said in points."""
    shown = gap(mesure.ecart)
    if mesure.ecart is None or mesure.indicateur.unite != "%":
        return shown
    return (*shown, Run("\u00a0points" if abs(mesure.ecart) >= 2 else "\u00a0point"))


def _observed(mesure: Mesure) -> LabelledText:
    text = mesure.resultat.constat if mesure.resultat else None
    text = text or (as_quantity(mesure.resultat.realise) if mesure.resultat else None)
    name = mesure.indicateur.libelle or "Indicateur"
    return LabelledText(label(f"{name[:1].upper()}{name[1:]} :"), lines(text, "constat"))


# ---------------------------------------------------------------- money


def spending(realisation: FicheRealisation, annexe: AnnexeFinanciere) -> tuple[Table, Decimal]:
    """Return the spending against the budget, line by line, and by how much it exceeds the budget (negative: less)."""
    budget, paid = calcule(annexe), list(lignes_de(realisation, annexe))
    rows = [_line(one.libelle, one.total_ttc, _sum(paid, one)) for one in annexe.postes]
    beyond = [one for one in paid if _unforeseen(one)]
    names = dict.fromkeys(one.libelle for one in beyond)
    rows += [_line(name, ZERO, somme(one.montant for one in beyond if one.libelle == name)) for name in names]
    fees = budget.frais.montants.ttc if budget.frais else None
    paid_fees = somme(one.montant for one in paid if one.categorie is Categorie.GESTION and one.poste is None)
    if budget.frais or paid_fees:
        rows.append(_line("Frais de gestion", fees or ZERO, paid_fees))
    planned, spent = budget.total.ttc or ZERO, somme(one.montant for one in paid)
    total = _line("Total", planned, spent, RowKind.TOTAL)
    return Table((), _columns("Poste", _AMOUNTS), (*rows, total)), spent - planned


def _sum(paid: list[LigneDepense], poste: object) -> Decimal:
    return somme(one.montant for one in paid if one.poste is poste)


def _unforeseen(ligne: LigneDepense) -> bool:
    return ligne.poste is None and ligne.categorie is not Categorie.GESTION


def _line(name: str | None, planned: Decimal | None, spent: Decimal, kind: RowKind = RowKind.BODY) -> Row:
    difference = gap(None if planned is None else spent - planned, cents=True)
    achieved = rate(None if planned is None else taux(spent, planned))
    return Row((fill(name, "libellé"), money(planned, "budget"), money(spent, "dépense"), difference, achieved), kind)


def spending_by_year(realisation: FicheRealisation, annexe: AnnexeFinanciere) -> Table:
    """Return the spending against the budget, year by year."""
    years = {one.annee for one in annexe.exercices} | {one.annee for one in realisation.exercices}
    rows: list[Row] = []
    for year in sorted(one for one in years if one):
        spent = somme(one.montant for one in lignes_de(realisation, annexe, year))
        rows.append(_line(str(year), budget_de_l_annee(annexe, year), spent))
    return Table((), _columns("Exercice", _AMOUNTS), tuple(rows))


def spending_by_funder(realisation: FicheRealisation, annexe: AnnexeFinanciere) -> Table:
    """Return what each funder was to pay and paid, and the total."""
    budget, paid = calcule(annexe), list(lignes_de(realisation, annexe))
    planned = dict(zip((one.nom or one.id or "…" for one in annexe.financeurs), budget.contributions, strict=True))
    names = dict.fromkeys((*planned, *(name for one in paid for name in one.paye)))
    spent = {name: somme(one.paye.get(name) for one in paid) for name in names}
    rows = [_line(name, planned.get(name, ZERO), spent[name]) for name in names]
    total = _line("Total", somme(planned.values()), somme(spent.values()), RowKind.TOTAL)
    return Table((), _columns("Financeur", _AMOUNTS), (*rows, total))
