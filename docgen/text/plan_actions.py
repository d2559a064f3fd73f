"""The yearly action plan: the fiches of the year by axis, with calendar, budget and opinions (model-sentences §9)."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from docgen.bilan.actions import ActionAnnee, budgets_de
from docgen.bilan.figures import plafond, prevu_par_financeur
from docgen.bilan.papers import actions_du_plan, refusee
from docgen.dossier import Dossier
from docgen.french import euros, long_date
from docgen.model.annexe_financiere import somme
from docgen.model.conformite_numerique import ConformiteNumerique
from docgen.model.fiche_action import OutilNumerique, Sens
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion
from docgen.text.bilan_tables import autorisations, shares_table
from docgen.text.cells import figures_column, money
from docgen.text.citations import auteur, convention_citee
from docgen.text.names import sigles, state_name
from docgen.text.opinions import opinions_table
from docgen.text.words import fill, hole, prose, sentence, words
from docgen.text.yearly import Year, by_axis, dates, division, made_on, numero, numeros, over_years, subdivision, titre
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
    RowKind,
    Section,
    Table,
)
from docgen.values import replace


def write_plan_actions(plan: PlanActions, dossier: Dossier) -> Document:
    """Return the plan, its seven divisions in their order; what is missing stands as a hole."""
    convention = dossier.convention_de(plan)
    year = Year(plan.annee, plan.etabli_le, convention, dossier, actions_du_plan(plan, dossier))
    title = f"Plan d’actions {year.n}"
    return Document(
        kind=plan.genre,
        id=plan.id or "sans-id",
        title=title,
        short_title=f"{title} – {convention_citee(convention)}",
        author=auteur(convention, dossier.maison.auteur),
        family=Family.RAPPORT,
        sections=(Section(PageKind.TEXTE, tuple(_blocks(plan, year))),),
        dated=plan.etabli_le,
    )


def _kept(year: Year) -> Year:
    """The year without the actions on which the committee's opinion is unfavourable."""
    return replace(year, actions=tuple(one for one in year.actions if not refusee(one)))


def _blocks(plan: PlanActions, year: Year) -> Iterator[Block]:
    yield Heading(HeadingRole.TITRE_PAPIER, 1, words(f"PLAN D’ACTIONS {year.n}"))
    yield Paragraph(words(convention_citee(year.convention)), ParagraphRole.SOUS_TITRE)
    yield made_on(plan.etabli_le, year)
    yield from map(Paragraph, map(words, _agreement(plan, year)))
    for number, (title, write) in enumerate(DIVISIONS.items(), start=1):
        yield division(number, title.replace("{n}", year.n))
        yield from write(plan, year)


def _agreement(plan: PlanActions, year: Year) -> Iterator[str]:
    state = f"représentants {state_name(year.ministeres).de}"
    if plan.accord_le:
        source = f"{year.article('fonctionnement-du-comite')}la convention"
        fixed = f"Le présent plan d’actions est fixé d’un commun accord entre {year.opco.le} et les {state}, "
        yield f"{fixed}conformément à {source}. Accord recueilli le {long_date(plan.accord_le)}."
    else:
        yield f"Projet de plan d’actions, soumis à l’accord des {state}."
    if plan.etabli_le:
        yield f"Il comprend les actions de {year.n} demandées jusqu’au {long_date(plan.etabli_le)}."


# ---------------------------------------------------------------- divisions


def _priorities(plan: PlanActions, year: Year) -> Iterator[Block]:
    if plan.priorites_le:
        day = long_date(plan.priorites_le)
        seen = f"Les priorités de coopération pour {year.n} ont été envisagées par {year.organe.le}"
        yield Paragraph(words(f"{seen} lors de sa réunion du {day}."))
    yield from prose(plan.priorites) if plan.priorites else (Paragraph(hole("priorités de coopération")),)


def _calendar(plan: PlanActions, year: Year) -> Iterator[Block]:
    known = sorted({*_limits(year), *_typed_dates(plan)})
    missing = [one for one in plan.echeances if one.date is None or one.libelle is None]
    _, caption = year.caption(f"Calendrier de {year.n}")
    columns = (Column(words("Date"), 42), Column(words("Réunion ou échéance"), 114))
    rows = [Row((words(long_date(day)), words(text))) for day, text in known]
    rows += [Row((hole("date"), fill(one.libelle, "échéance"))) for one in missing]
    yield Table(caption, columns, tuple(rows))


def _limits(year: Year) -> Iterator[tuple[date, str]]:
    convention, annee = year.convention, year.annee
    if convention is None or annee is None:
        return
    comite = convention.comite
    for limit in comite.reunions_avant if comite else ():
        day = limit.de(annee) - timedelta(days=1)
        yield day, f"Dernier jour pour la réunion {year.organe.de} à tenir avant le {long_date(limit.de(annee))}"
    if convention.bilan_avant:
        day = convention.bilan_avant.de(annee) - timedelta(days=1)
        yield day, f"Dernier jour pour adresser aux signataires le bilan annuel {annee - 1}"
    for reunion in year.dossier.all(Reunion):
        if reunion.convention == convention.id and reunion.date and reunion.date.year == annee:
            yield reunion.date, f"Réunion {year.organe.de}"
    if convention.expire_le and convention.expire_le.year == annee:
        yield convention.expire_le, "Expiration de la convention, à minuit"


def _typed_dates(plan: PlanActions) -> Iterator[tuple[date, str]]:
    for one in plan.echeances:
        if one.date and one.libelle:
            yield one.date, one.libelle


def _axes(plan: PlanActions, year: Year) -> Iterator[Block]:
    kept = _kept(year)
    if not kept.actions:
        yield Paragraph(words(f"Aucune action n’est prévue en {year.n}."))
        return
    yield Paragraph(words("Une action de plusieurs axes figure sous chacun d’eux."))
    for rank, (name, actions) in enumerate(by_axis(kept).items(), start=1):
        yield subdivision(f"3.{rank}", name)
        columns = (
            Column(words("N°"), 18),
            Column(words("Action"), 70),
            Column(words("Calendrier"), 42),
            figures_column(f"Budget {year.n}", 26),
        )
        rows = (Row((numero(one), titre(one), words(_dates(one)), money(one.budget, "budget"))) for one in actions)
        yield Table((), columns, tuple(rows))


def _dates(action: ActionAnnee) -> str:
    return dates(action.fiche.debut, action.fiche.fin)


def _budget(plan: PlanActions, year: Year) -> Iterator[Block]:
    kept = _kept(year)
    yield from over_years(kept)
    _, caption = year.caption(f"Budget prévisionnel de {year.n}, toutes taxes comprises")
    columns = (
        Column(words("N°"), 18),
        Column(words("Action"), 78),
        figures_column("Budget total", 30),
        figures_column(f"dont {year.n}", 30),
    )
    rows = [
        Row((numero(one), titre(one), money(_whole(one), "budget"), money(one.budget, "budget")))
        for one in kept.actions
    ]
    sums = somme(map(_whole, kept.actions)), somme(one.budget for one in kept.actions)
    total = Row((words("Total"), (), *(money(one, "budget") for one in sums)), RowKind.TOTAL)
    yield Table(caption, columns, (*rows, total))
    yield from _funders(kept)
    yield from _ceiling(kept)


def _whole(action: ActionAnnee) -> Decimal | None:
    budget = budgets_de(action)
    return budget.total.ttc if budget else None


def _funders(year: Year) -> Iterator[Block]:
    planned = prevu_par_financeur(year.actions)
    if not planned:
        return
    _, caption = year.caption(f"Financements prévus en {year.n}, toutes taxes comprises")
    said_of = (
        "La part annuelle d’une action de plusieurs exercices est répartie entre ses financeurs au prorata de ce que "
        "chacun paie au total."
    )
    yield Paragraph(words(said_of))
    yield shares_table(caption, "Financement", planned)


def _ceiling(year: Year) -> Iterator[Paragraph]:
    ceiling = plafond(year.convention, year.annee) if year.convention and year.annee else None
    if ceiling is not None:
        text = f"Le plafond fixé pour {year.n} par la convention d’objectifs et de moyens est de {euros(ceiling)}."
        yield Paragraph(words(text))


def _opinions(plan: PlanActions, year: Year) -> Iterator[Block]:
    _, caption = year.caption(f"État des avis sur les actions de {year.n}")
    yield opinions_table(caption, (one.fiche for one in year.actions), year.ministeres, year.copil)
    for action in year.actions:
        waiting = [one for one in action.fiche.avis if one.sens is Sens.RESERVE and one.levee is None]
        parties = [one for one in year.ministeres if one.id in {avis.ministere for avis in waiting}]
        if parties and not refusee(action):
            who = sigles(parties, " et ")
            yield Paragraph(words(f"Action n° {action.fiche.numero or '…'} : réserve à lever ({who})."))
    refused = [one for one in year.actions if refusee(one)]
    if refused:
        several = len(refused) > 1
        subject = f"Les actions n° {numeros(refused)} ont" if several else f"L’action n° {numeros(refused)} a"
        end = "elles ne sont pas comprises" if several else "elle n’est pas comprise"
        said = f"{subject} reçu un avis défavorable {year.organe.de} : {end} dans le plan."
        yield Paragraph(words(said))


def _tools(plan: PlanActions, year: Year) -> Iterator[Block]:
    tools = [(one, one.fiche.outil_numerique) for one in _kept(year).actions if one.fiche.outil_numerique]
    for action, tool in tools:
        start = f"Action n° {action.fiche.numero or '…'}, outil numérique : "
        name = fill(tool.nom if tool else None, "nom de l’outil")
        yield Paragraph(sentence(start, name, _on_line(action, tool or OutilNumerique(), year)))
    if not tools:
        yield Paragraph(words("Aucune action ne comporte d’outil numérique."))
    yield from autorisations(year)


def _on_line(action: ActionAnnee, tool: OutilNumerique, year: Year) -> str:
    """When the tool goes on line, and the agreement that comes before: to come, or given."""
    agreement = f"l’accord préalable {state_name(year.ministeres).de}"
    agreed, day = _agreed_on(action, year), tool.en_ligne_le
    if agreed is None:
        return f"{f', mise en ligne prévue le {long_date(day)}' if day else ''}, après {agreement}."
    done = tool.en_ligne or (day and year.jour and day <= year.jour)
    when = f", mise en ligne {'' if done else 'prévue '}le {long_date(day)}" if day else ""
    return f"{when} ; {agreement} est recueilli depuis le {long_date(agreed)}."


def _agreed_on(action: ActionAnnee, year: Year) -> date | None:
    """Return the day on which the last ministry agreed to the tool of an action; None while one has not, that day."""
    sheets = [one for one in year.dossier.all(ConformiteNumerique) if one.fiche == action.fiche.id]
    accords = [sheet.accord_de(one.id) for sheet in sheets for one in year.ministeres]
    days = [accord.date for accord in accords if accord and accord.date and year.jour and accord.date <= year.jour]
    return max(days) if days and len(days) == len(accords) else None


def _follow_up(plan: PlanActions, year: Year) -> Iterator[Block]:
    yield from prose(plan.suivi) if plan.suivi else (Paragraph(hole("suivi et évaluation")),)


DIVISIONS: dict[str, Callable[[PlanActions, Year], Iterator[Block]]] = {
    "Priorités de coopération pour {n}": _priorities,
    "Calendrier des réunions et des échéances": _calendar,
    "Actions par axe de coopération": _axes,
    "Budget prévisionnel et financements": _budget,
    "État des avis et réserves à lever": _opinions,
    "Outils numériques et autorisations de logo": _tools,
    "Suivi et évaluation": _follow_up,
}
"""The divisions of the plan, in their order."""
