"""The actions in the yearly review: their state, their money, by axis, by sector, by territory."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.bilan.actions import ActionAnnee
from docgen.bilan.figures import par_secteur, publics_de, taux
from docgen.french import cardinal, euros, long_date, percent
from docgen.model.annexe_financiere import somme
from docgen.model.fiche_realisation import EtatAction
from docgen.text.cells import RIEN, charted, count, figures_column, money, overspent, rate
from docgen.text.fiche_action_form import sectors as sectors_of
from docgen.text.words import fill, sentence, words
from docgen.text.yearly import Year, by_axis, dates, numero, numeros, over_years, subdivision, titre
from docgen.tree import (
    Bar,
    BarGroup,
    Block,
    Column,
    Inlines,
    Paragraph,
    ParagraphRole,
    Row,
    RowKind,
    Run,
    Table,
    text_of,
)


def overview(year: Year) -> Iterator[Block]:
    """Yield the third division of the review."""
    if not year.actions:
        yield Paragraph(words(f"Aucune action n’est active en {year.n}."))
        return
    yield Paragraph(words(_summary(year)))
    yield from over_years(year)
    yield subdivision("3.1", "Actions de l’année")
    yield _actions(year)
    yield from _states(year)
    yield subdivision("3.2", "Budget et dépense par action")
    yield from _money_of_actions(year)
    yield from _overspent(year)
    yield subdivision("3.3", "Actions par axe de coopération")
    yield _axes(year)
    yield subdivision("3.4", "Budget et dépense par secteur")
    yield from _sectors(year)
    yield from _territories(year)


def _summary(year: Year) -> str:
    number = len(year.actions)
    planned, spent = totals(year)
    rate_said = taux(spent, planned)
    share = f", soit un taux d’exécution de {percent(rate_said)}" if rate_said is not None else ""
    led = "a été conduite" if number == 1 else "ont été conduites"
    name = "Une action" if number == 1 else f"{cardinal(number, feminine=True).capitalize()} actions"
    return (
        f"{name} {led} entre le 1er janvier et le 31 décembre {year.n}, pour un budget de {euros(planned)} et une "
        f"dépense de {euros(spent)}{share}."
    )


def totals(year: Year) -> tuple[Decimal, Decimal]:
    """Return the budget and the spending of the year, as far as they are known."""
    return somme(one.budget for one in year.actions), somme(one.depense for one in year.actions)


def _actions(year: Year) -> Table:
    _, caption = year.caption(f"Actions de {year.n}")
    columns = (
        Column(words("N°"), 18),
        Column(words("Action"), 54),
        Column(words("Dates"), 40),
        Column(words("État"), 22),
        figures_column("Personnes touchées", 22),
    )
    return Table(caption, columns, tuple(map(_action, year.actions)))


def _action(action: ActionAnnee) -> Row:
    source = action.realisation or action.fiche
    when = words(dates(source.debut, source.fin))
    reached = publics_de((action,))
    people = count(sum(one.touche or 0 for one in reached) if reached else None)
    return Row((numero(action), titre(action), when, fill(action.etat, "état"), people))


def _states(year: Year) -> Iterator[Paragraph]:
    for action in year.actions:
        declared, number = action.declaree, action.fiche.numero or "…"
        if action.etat is EtatAction.ABANDONNEE and declared:
            day = fill(long_date(declared.le) if declared.le else None, "date de l’abandon")
            reason = fill(declared.motif, "motif de l’abandon")
            yield Paragraph(sentence(f"Action n° {number} : action abandonnée le ", day, " : ", reason, "."))
        elif action.etat is EtatAction.EN_COURS:
            yield Paragraph(words(f"Action n° {number} : action en cours au 31 décembre {year.n}."))


def _money_of_actions(year: Year) -> Iterator[Block]:
    title = "Budget et dépense par action"
    number, caption = year.caption(f"{title} en {year.n}, toutes taxes comprises")
    columns = (Column(words("N°"), 18), Column(words("Action"), 66), *_money_columns())
    rows = tuple(Row((numero(one), titre(one), *_amounts(one.budget, one.depense))) for one in year.actions)
    total = Row((words("Total"), (), *_amounts(*totals(year))), RowKind.TOTAL)
    groups = tuple(
        BarGroup(f"{text_of(numero(one))} – {text_of(titre(one))}", _bars(one.budget, one.depense))
        for one in year.actions
    )
    yield from charted(title, groups, Table(caption, columns, (*rows, total)), number)


def _money_columns() -> tuple[Column, ...]:
    return (
        figures_column("Budget", 26),
        figures_column("Dépense", 26),
        figures_column("Taux", 20),
    )


def _amounts(planned: Decimal | None, spent: Decimal | None) -> tuple[Inlines, ...]:
    share = (Run(RIEN),) if planned is None or spent is None else rate(taux(spent, planned))
    return money(planned, "budget de l’année"), money(spent, "dépense de l’année"), share


def _bars(planned: Decimal | None, spent: Decimal | None) -> tuple[Bar, ...]:
    light = (Bar(f"budget {euros(planned)}", planned, solid=False),) if planned is not None else ()
    return (*light, *((Bar(f"dépense {euros(spent)}", spent),) if spent is not None else ()))


def _overspent(year: Year) -> Iterator[Paragraph]:
    for action in year.actions:
        if action.budget is None or action.depense is None or action.depense <= action.budget:
            continue
        reason = action.realisation.motif_depense if action.realisation else None
        spent = f"La dépense de l’action n° {action.fiche.numero or '…'}"
        yield Paragraph(words(overspent(spent, action.depense - action.budget, "de l’année", reason)))


def _axes(year: Year) -> Table:
    _, caption = year.caption("Actions par axe de coopération")
    columns = (Column(words("Axe"), 100), Column(words("Actions"), 40), figures_column("Nombre", 16))
    rows = (
        Row((words(name), words(numeros(actions)), (Run(str(len(actions))),)))
        for name, actions in by_axis(year).items()
    )
    return Table(caption, columns, tuple(rows))


def _sectors(year: Year) -> Iterator[Block]:
    title = "Budget et dépense par secteur"
    number, caption = year.caption(f"{title} en {year.n}, toutes taxes comprises")
    columns = (Column(words("Secteur"), 50), Column(words("Actions"), 34), *_money_columns())
    sectors = par_secteur(year.actions, sectors_of(year.convention))
    rows = tuple(
        Row((words(one.nom), words(numeros(one.actions)), *_amounts(one.budget, one.depense))) for one in sectors
    )
    total = Row((words("Total"), (), *_amounts(*totals(year))), RowKind.TOTAL)
    groups = tuple(BarGroup(one.nom, _bars(one.budget, one.depense)) for one in sectors)
    yield from charted(title, groups, Table(caption, columns, (*rows, total)), number)
    yield Paragraph(words("Une action de plusieurs secteurs n’est comptée qu’une fois."), ParagraphRole.MENTION)


def _territories(year: Year) -> Iterator[Block]:
    places: dict[str, list[ActionAnnee]] = {}
    for action in year.actions:
        for name in action.realisation.territoires if action.realisation else ():
            places.setdefault(name, []).append(action)
    if places:
        yield subdivision("3.5", "Actions par territoire")
        _, caption = year.caption("Actions par territoire")
        columns = (Column(words("Territoire"), 100), Column(words("Actions"), 56))
        yield Table(
            caption, columns, tuple(Row((words(name), words(numeros(places[name])))) for name in sorted(places))
        )
