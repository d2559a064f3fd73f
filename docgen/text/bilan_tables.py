"""The tables of the yearly review on people, money, logos and papers, each figure from a fiche or an annex."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.bilan.actions import ActionAnnee
from docgen.bilan.figures import (
    Effectif,
    frais_constates,
    mission,
    par_financeur,
    par_public,
    plafond,
    publics_de,
)
from docgen.bilan.mesures import mesures
from docgen.french import euros, long_date, percent, percents, quantity
from docgen.model.annexe_financiere import somme
from docgen.model.autorisation_logo import AutorisationLogo, EtatDemande
from docgen.model.budget import parts_sur_cent
from docgen.model.fiche_action import NatureIndicateur
from docgen.text.bilan_actions import totals
from docgen.text.cells import RIEN, as_quantity, charted, figures_column, money
from docgen.text.fiche_realisation_tables import indicator_row, publics_table
from docgen.text.words import fill, label, lines, words
from docgen.text.yearly import Year, dates, numero, subdivision, titre
from docgen.tree import (
    Bar,
    BarGroup,
    Block,
    Column,
    Inlines,
    LabelledText,
    Paragraph,
    ParagraphRole,
    Row,
    RowKind,
    Run,
    Table,
)

PUBLICS_COMPTES = "Les personnes touchées par plusieurs actions sont comptées dans chacune d’elles."


# ---------------------------------------------------------------- 4. people and indicators


def people(year: Year) -> Iterator[Block]:
    """Yield the fourth division: people reached, indicators."""
    yield subdivision("4.1", "Publics touchés")
    groups = par_public(publics_de(year.actions))
    if groups:
        title = "Personnes touchées par public"
        number, caption = year.caption(f"{title} en {year.n}")
        bars = tuple(BarGroup(one.nom, _people_bars(one)) for one in groups)
        yield from charted(title, bars, publics_table(caption, groups), number)
        yield Paragraph(words(PUBLICS_COMPTES), ParagraphRole.MENTION)
    else:
        yield Paragraph(words(f"Aucun public n’est déclaré pour {year.n}."))
    yield subdivision("4.2", "Indicateurs")
    yield from _indicators(year)


def _people_bars(one: Effectif) -> tuple[Bar, ...]:
    planned = () if one.prevu is None else (_people_bar("prévu", one.prevu, solid=False),)
    return (*planned, _people_bar("touché", one.touche, solid=True))


def _people_bar(word: str, number: int, *, solid: bool) -> Bar:
    return Bar(f"{word} {quantity(Decimal(number))}", Decimal(number), solid)


def _indicators(year: Year) -> Iterator[Block]:
    answered = [(action, mesures(action.fiche, action.realisation)) for action in year.actions if action.realisation]
    heads = (("Prévu", 25.0), ("Réalisé", 25.0), ("Écart", 20.0), ("Taux", 16.0))
    columns = (Column(words("N°"), 17), Column(words("Indicateur"), 53), *(figures_column(*one) for one in heads))
    rows = tuple(
        Row((numero(action), *indicator_row(one).cells))
        for action, measured in answered
        for one in measured
        if one.indicateur.nature is not NatureIndicateur.QUALITATIF
    )
    if rows:
        _, caption = year.caption("Indicateurs quantitatifs, depuis le début de chaque action")
        yield Table(caption, columns, rows)
    else:
        yield Paragraph(words("Aucun indicateur quantitatif n’est renseigné."))
    for action, measured in answered:
        for one in measured:
            if one.indicateur.nature is NatureIndicateur.QUALITATIF:
                name = f"N° {action.fiche.numero or '…'}, {one.indicateur.libelle or 'indicateur'} :"
                text = (one.resultat.constat or as_quantity(one.resultat.realise)) if one.resultat else None
                yield LabelledText(label(name), lines(text, "constat"))


# ---------------------------------------------------------------- 7. money


def per_item(year: Year) -> Table:
    """Return what was paid for each item of each action."""
    _, caption = year.caption(f"Dépenses par poste en {year.n}, toutes taxes comprises")
    columns = (
        Column(words("N°"), 18),
        Column(words("Poste"), 84),
        Column(words("Nature"), 24),
        figures_column("Dépense", 30),
    )
    rows = [
        Row((numero(action), words(ligne.libelle), words(ligne.categorie or RIEN), money(ligne.montant, "dépense")))
        for action in year.actions
        for ligne in action.lignes or ()
    ]
    total = Row((words("Total"), (), (), money(totals(year)[1], "dépense")), RowKind.TOTAL)
    return Table(caption, columns, (*rows, total))


def per_funder(year: Year) -> Iterator[Block]:
    """Yield what each funder paid, with its share."""
    _, caption = year.caption(f"Dépenses par financeur en {year.n}, toutes taxes comprises")
    table = shares_table(caption, "Dépense", par_financeur(year.actions))
    yield table
    if table.rows[-1].cells[-1] != (Run(RIEN),):
        yield Paragraph(words("Les pourcentages sont arrondis ; leur somme est égale à 100 %."), ParagraphRole.MENTION)


def shares_table(caption: Inlines, head: str, paid: Sequence[tuple[str, Decimal]]) -> Table:
    """Return the table of what each funder pays, with its share, and the total; dashes where there is no share."""
    columns = (Column(words("Financeur"), 96), figures_column(head, 36), figures_column("Part", 24))
    shares = parts_sur_cent([amount for _, amount in paid])
    rows = [
        Row((words(name), money(amount, "montant"), (Run(percent(part) if part is not None else RIEN),)))
        for (name, amount), part in zip(paid, shares or (None,) * len(paid), strict=True)
    ]
    whole = percent(sum(shares, Decimal("0.0"))) if shares else RIEN
    total = Row((words("Total"), money(somme(one for _, one in paid), "montant"), (Run(whole),)), RowKind.TOTAL)
    return Table(caption, columns, (*rows, total))


def money_sentences(year: Year) -> Iterator[Inlines]:
    """Yield what must be said of the management fees and of the yearly ceiling."""
    convention = year.convention
    fees, cap = frais_constates(year.actions), convention.plafond_frais_gestion if convention else None
    if fees.montant:
        known = f"Les frais de gestion s’élèvent à {euros(fees.montant)}"
        rates = iter(percents(*(one for one in (fees.taux, cap) if one is not None)))
        share = f", soit {next(rates)} des fonds gérés" if fees.taux is not None else ""
        limit = f", pour un plafond de {next(rates)}" if cap is not None else ""
        yield words(f"{known}{share}{limit}.")
    else:
        yield words("Aucun frais de gestion n’a été appliqué.")
    ceiling = plafond(convention, year.annee) if convention and year.annee is not None else None
    spent = f"Les dépenses imputées sur les frais de mission s’élèvent à {euros(mission(year.actions))}"
    if ceiling is None:
        yield words(f"{spent}.")
    else:
        yield words(f"{spent}, pour un plafond de {euros(ceiling)} fixé par la convention d’objectifs et de moyens.")


# ---------------------------------------------------------------- 8. logos, annex


def autorisations(year: Year) -> Iterator[Block]:
    """Yield the table of the logo authorisations in force in the year; a sentence where there is none."""
    found = [one for one in year.dossier.all(AutorisationLogo) if _in_force(one, year)]
    if not found:
        yield Paragraph(words(f"Aucune autorisation de logo ne vaut en {year.n}."))
        return
    _, caption = year.caption(f"Autorisations de logo valables en {year.n}")
    columns = (
        Column(words("Référence"), 34),
        Column(words("Ministère"), 24),
        Column(words("Supports"), 50),
        Column(words("Validité"), 48),
    )
    yield Table(caption, columns, tuple(_autorisation(one, year) for one in found))


def _in_force(one: AutorisationLogo, year: Year) -> bool:
    ours = year.convention is not None and one.convention == year.convention.id and one.etat is EtatDemande.ACCORDEE
    return bool(ours and year.annee and one.debut and one.fin and one.debut.year <= year.annee <= one.fin.year)


def _autorisation(one: AutorisationLogo, year: Year) -> Row:
    parties = [year.convention.partie(id) for id in one.ministeres] if year.convention else []
    sigles = ", ".join(partie.sigle or partie.usuel or "…" for partie in parties if partie)
    return Row(
        (
            fill(one.reference, "référence de l’autorisation"),
            fill(sigles, "ministère"),
            fill(", ".join(one.supports), "supports"),
            words(dates(one.debut, one.fin)),
        )
    )


def realisations(year: Year) -> Iterator[Block]:
    """Yield the table of the fiches de réalisation; a sentence where there is none."""
    found = [action for action in year.actions if action.realisation]
    if not found:
        yield Paragraph(words("Aucune fiche de réalisation n’est établie."))
        return
    _, caption = year.caption("Fiches de réalisation")
    columns = (
        Column(words("N°"), 18),
        Column(words("Action"), 80),
        Column(words("Établie le"), 36),
        Column(words("État"), 22),
    )
    yield Table(caption, columns, tuple(map(_realisation, found)))


def _realisation(action: ActionAnnee) -> Row:
    one = action.realisation
    day = fill(long_date(one.etablie_le) if one and one.etablie_le else None, "date d’établissement")
    return Row((numero(action), titre(action), day, fill(action.etat, "état de l’action")))
