"""ANX-01, 02, 06: the arithmetic of a financial annex.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeGuard

from docgen.checks.rule import Remark, Subject
from docgen.findings import FieldPath, Severity
from docgen.french import euros, joined, percent
from docgen.model.annexe_financiere import AnnexeFinanciere, Poste, au_centime, somme
from docgen.model.budget import Budget
from docgen.model.fiche_action import FicheAction
from docgen.model.messages import lu, proche
from docgen.model.normalise import normalise

_TVA = frozenset(map(Decimal, ("20", "10", "8.5", "5.5", "2.1", "0")))
"""The rates of the code général des impôts (articles 278 to 281 decies, 296), in per cent."""


def totals_as_computed(subject: Subject) -> Iterator[Remark]:
    """HT + TVA = TTC sur chaque ligne, et les totaux sont les sommes des lignes arrondies. docgen calcule tous ces
    montants ; ceux qui ont été saisis pour contrôle doivent leur être égaux, au centime."""
    annexe = subject.piece_as(AnnexeFinanciere)
    budget = subject.dossier.budget_de(annexe)
    for index, poste in enumerate(annexe.postes):
        for field, title, typed, computed in _line(poste):
            yield from _differs(
                f"{title} du poste {lu(poste.libelle or '…')}", typed, computed, ("postes", index, field)
            )
    frais = annexe.frais_gestion
    if frais and frais.montant is not None and frais.taux is not None and budget.frais:
        computed = au_centime(budget.frais.base * frais.taux / 100)
        yield from _differs("Frais de gestion", frais.montant, computed, ("frais_gestion", "montant"))
    totaux, total = annexe.totaux, budget.total
    if totaux and None not in [poste.total_ttc for poste in annexe.postes]:
        for field, typed, computed in (
            ("ht", totaux.ht, total.ht),
            ("tva", totaux.tva, total.tva),
            ("ttc", totaux.ttc, total.ttc),
        ):
            yield from _differs(f"Total général {field.upper()}", typed, computed, ("totaux", field))


def _line(poste: Poste) -> tuple[tuple[str, str, Decimal | None, Decimal | None], ...]:
    computed = poste.montants
    return (
        ("ht", "Total HT", poste.ht, computed.ht),
        ("montant_tva", "Montant de TVA", poste.montant_tva, computed.tva),
        ("ttc", "Total TTC", poste.ttc, computed.ttc),
    )


def _differs(what: str, typed: Decimal | None, computed: Decimal | None, path: FieldPath) -> Iterator[Remark]:
    if typed is not None and computed is not None and typed != computed:
        gap = euros(abs(typed - computed))
        message = f"{what} : lu {euros(typed)} ; calculé : {euros(computed)} (écart de {gap})."
        yield Remark(message, f"Écrivez {euros(computed)}, ou retirez ce montant : docgen le calcule.", path)


def budget_by_year(subject: Subject) -> Iterator[Remark]:
    """Une action sur deux exercices donne le montant de chacun, et leur somme est le total de l’annexe. Les exercices
    sont les années de l’action, d’après les dates de la fiche."""
    annexe = subject.piece_as(AnnexeFinanciere)
    years = [exercice.annee for exercice in annexe.exercices]
    amounts = [exercice.montant for exercice in annexe.exercices]
    for index, (year, amount) in enumerate(zip(years, amounts, strict=True)):
        if year is not None and year in years[:index]:
            yield Remark(
                f"L’exercice {year} figure deux fois.", "Retirez l’un des deux.", ("exercices", index, "annee")
            )
        if amount is None and len(years) > 1:
            message = f"L’exercice {year or '…'} n’a pas de montant, dans une annexe de {len(years)} exercices."
            remedy = f"Écrivez chaque exercice en deux lignes : « - annee: {year or '…'} », et dessous « montant: … »."
            yield Remark(message, remedy, ("exercices", index, "montant"))
    yield from _sum_of_years(amounts, subject.dossier.budget_de(annexe))
    yield from _years_of_action(subject, years)


def _sum_of_years(amounts: Sequence[Decimal | None], budget: Budget) -> Iterator[Remark]:
    total, total_of_years = budget.total.ttc, somme(amounts)
    if amounts and None not in amounts and total is not None and total_of_years != total:
        gap = euros(abs(total_of_years - total))
        message = (
            f"La somme des exercices est de {euros(total_of_years)} ; le total est de {euros(total)} (écart de {gap})."
        )
        yield Remark(message, f"Corrigez la répartition par exercice de {gap}.", ("exercices",))


def _years_of_action(subject: Subject, years: Sequence[int | None]) -> Iterator[Remark]:
    fiche = subject.dossier.find(FicheAction, subject.piece_as(AnnexeFinanciere).fiche)
    if fiche is None or fiche.debut is None or fiche.fin is None or not years or None in years:
        return
    expected = list(range(fiche.debut.year, fiche.fin.year + 1))
    if expected and sorted(years, key=str) != expected:
        read, wanted = (joined([str(year) for year in some]) for some in (years, expected))
        message = f"Exercices lus : {read} ; d’après les dates de la fiche : {wanted}."
        yield Remark(message, "Donnez un exercice par année de l’action.", ("exercices",), Severity.A_VERIFIER)


def resources_as_expenses(subject: Subject) -> Iterator[Remark]:
    """Les ressources sont égales aux dépenses : chaque poste est financé, au centime, par les financeurs déclarés, et
    les frais de gestion le sont aussi."""
    annexe = subject.piece_as(AnnexeFinanciere)
    known = [financeur.id for financeur in annexe.financeurs if financeur.id]
    for index, poste in enumerate(annexe.postes):
        path: FieldPath = ("postes", index, "financement")
        for key in poste.financement:
            if key not in known:
                near = proche(key, [one for one in known if one not in poste.financement])
                remedy = f"Écrivez « {near} »." if near else f"Les financeurs sont : {', '.join(known)}."
                yield Remark(f"lu {lu(key)} ; attendu : un financeur de l’annexe.", remedy, (*path, key))
        yield from _unfunded(poste, path)
    frais = subject.dossier.budget_de(annexe).frais
    if frais and frais.financeur is None:
        message = "Les frais de gestion n’ont pas de financeur : aucun n’est déclaré sur les frais de mission."
        yield Remark(message, "Donnez « financeur: » aux frais de gestion.", ("frais_gestion", "financeur"))


def _unfunded(poste: Poste, path: FieldPath) -> Iterator[Remark]:
    cost = poste.total_ttc
    if cost is None or poste.finance == cost:
        return
    gap = euros(abs(cost - poste.finance))
    name = lu(poste.libelle or "…")
    message = f"Le poste {name} coûte {euros(cost)} TTC ; financement : {euros(poste.finance)} (écart de {gap})."
    remedy = f"{'Ajoutez' if cost > poste.finance else 'Retirez'} {gap} de financement."
    if _unusual(poste.tva):
        remedy = f"Vérifiez d’abord le taux de TVA : lu {percent(poste.tva)}."
    yield Remark(message, remedy, path)


def amounts_below_zero(subject: Subject) -> Iterator[Remark]:
    """Aucun financeur ne paie en tout une somme négative, et les frais de gestion, leur base, le montant d’un exercice,
    la valeur d’une contribution en nature ne sont pas au-dessous de zéro."""
    annexe = subject.piece_as(AnnexeFinanciere)
    for index, (financeur, paid) in enumerate(
        zip(annexe.financeurs, subject.dossier.budget_de(annexe).contributions, strict=True)
    ):
        if paid < 0:
            message = f"Le financeur {lu(financeur.nom or '…')} paie en tout {euros(paid)}."
            yield Remark(message, "Corrigez ce qu’il paie, poste par poste.", ("financeurs", index))
    for title, amount, path in _amounts(annexe):
        if amount is not None and amount < 0:
            yield Remark(f"{title} : lu {euros(amount)} ; attendu : zéro ou plus.", "Corrigez ce montant.", path)


def usual_rates(subject: Subject) -> Iterator[Remark]:
    """Un taux de TVA qui n’est pas l’un de ceux de la loi (20 %, 10 %, 5,5 %, 2,1 %, ou 8,5 % outre-mer ; 0 % sans TVA)
    est signalé : « 0,20 » se lit 0,20 %, et non 20 %."""
    annexe = subject.piece_as(AnnexeFinanciere)
    frais = annexe.frais_gestion
    read: list[tuple[FieldPath, Decimal | None]] = [
        *((("postes", index, "tva"), poste.tva) for index, poste in enumerate(annexe.postes)),
        (("frais_gestion", "tva"), frais.tva if frais else None),
    ]
    for path, rate in read:
        if _unusual(rate):
            meant = next((percent(one) for one in _TVA if one == rate * 100), None)
            message = f"{percent(rate)} n’est pas un taux usuel de TVA{f' ; vouliez-vous {meant} ?' if meant else '.'}"
            remedy = f"Écrivez « {meant} », ou gardez" if meant else "Vérifiez, et gardez"
            yield Remark(message, f"{remedy} ce taux s’il est voulu.", path)


def _unusual(rate: Decimal | None) -> TypeGuard[Decimal]:
    return rate is not None and rate not in _TVA


def _amounts(annexe: AnnexeFinanciere) -> Iterator[tuple[str, Decimal | None, FieldPath]]:
    frais = annexe.frais_gestion
    if frais:
        yield "Base des frais de gestion", frais.base, ("frais_gestion", "base")
        yield "Frais de gestion", frais.montant, ("frais_gestion", "montant")
    for index, exercice in enumerate(annexe.exercices):
        yield f"Exercice {exercice.annee or '…'}", exercice.montant, ("exercices", index, "montant")
    for index, one in enumerate(annexe.contributions):
        yield f"Contribution {lu(one.libelle or '…')}", one.valeur, ("contributions", index, "valeur")


def unlikely_lines(subject: Subject) -> Iterator[Remark]:
    """Une ligne nulle ou négative, un poste qui figure deux fois, un financeur qui ne paie rien sont signalés."""
    annexe = subject.piece_as(AnnexeFinanciere)
    labels = [normalise(poste.libelle) if poste.libelle else None for poste in annexe.postes]
    for index, poste in enumerate(annexe.postes):
        if poste.total_ttc is not None and poste.total_ttc <= 0:
            message = f"Le poste {lu(poste.libelle or '…')} est de {euros(poste.total_ttc)}."
            yield Remark(message, "Vérifiez la quantité et le prix.", ("postes", index))
        if labels[index] is not None and labels[index] in labels[:index]:
            message = f"Le poste {lu(poste.libelle or '…')} figure deux fois."
            yield Remark(
                message, "Réunissez les deux lignes, ou distinguez leurs libellés.", ("postes", index, "libelle")
            )
        for key, amount in poste.financement.items():
            if amount < 0:
                message = f"Le financement du poste {lu(poste.libelle or '…')} par « {key} » est de {euros(amount)}."
                yield Remark(message, "Vérifiez ce montant.", ("postes", index, "financement", key))
    for index, (financeur, paid) in enumerate(
        zip(annexe.financeurs, subject.dossier.budget_de(annexe).contributions, strict=True)
    ):
        if annexe.postes and not paid:
            yield Remark(
                f"Le financeur {lu(financeur.nom or '…')} ne paie rien.",
                "Retirez-le, ou donnez sa part.",
                ("financeurs", index),
            )
