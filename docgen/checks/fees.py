"""ANX-04, FIC-07: the management fees of an annex against the convention's cap (article 16), one computation for both.

The docstrings of the checks are in French: `docgen regles` shows them to users.
"""

from collections.abc import Iterator
from decimal import Decimal

from docgen.checks.rule import Remark, Subject
from docgen.findings import Severity
from docgen.french import euros, percent
from docgen.model.annexe_financiere import ZERO, AnnexeFinanciere, Categorie, au_centime, somme
from docgen.model.budget import Budget
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.model.messages import lu
from docgen.values import Struct


class Fees(Struct, frozen=True):
    """Fees as given and what the cap allows: rates in per cent; `maximum` is cap × base, rounded once."""

    taux: Decimal | None
    plafond: Decimal
    base: Decimal
    montant: Decimal

    @property
    def maximum(self) -> Decimal:
        """The most that the fees may be."""
        return au_centime(self.base * self.plafond / 100)

    @property
    def excess(self) -> Decimal:
        """What the fees exceed the maximum by; zero where they do not."""
        return max(self.montant - self.maximum, ZERO)

    @property
    def rate_above_cap(self) -> bool:
        """Whether the rate itself exceeds the cap."""
        return self.taux is not None and self.taux > self.plafond


def fees_of(budget: Budget, convention: Convention) -> Fees | None:
    """Return the fees of `budget` beside the cap of `convention`; None without fees, cap or amount."""
    frais, plafond = budget.frais, convention.plafond_frais_gestion
    if frais is None or plafond is None or frais.montants.ttc is None:
        return None
    return Fees(frais.taux, plafond, frais.base, frais.montants.ttc)


def excess_said(fees: Fees) -> tuple[str, str] | None:
    """Return the message and the remedy for fees above the cap; None where they respect it."""
    if fees.excess:
        message = (
            f"Les frais de gestion ({euros(fees.montant)}) dépassent {percent(fees.plafond)} de la base déclarée "
            f"({euros(fees.base)}), soit {euros(fees.maximum)}."
        )
        return message, f"Réduisez-les de {euros(fees.excess)}."
    if fees.rate_above_cap and fees.taux is not None:
        message = (
            f"Le taux des frais de gestion est de {percent(fees.taux)} ; le plafond est de {percent(fees.plafond)}."
        )
        return message, f"Ramenez-le à {percent(fees.plafond)}."
    return None


def fees_within_cap(subject: Subject) -> Iterator[Remark]:
    """Les frais de gestion ne dépassent pas le plafond de la convention, appliqué aux fonds gérés par l’opérateur,
    frais non compris. Le taux garde trois décimales ; le montant est arrondi une fois, au centime, puis comparé. Ils se
    donnent sous « frais_gestion », avec leur taux et leur base."""
    annexe, convention = subject.piece_as(AnnexeFinanciere), subject.convention
    for index, poste in enumerate(annexe.postes):
        if poste.categorie is Categorie.GESTION:
            message = f"Le poste {lu(poste.libelle or '…')} est de nature « gestion », sans taux ni base."
            remedy = "Donnez les frais de gestion sous « frais_gestion: », avec leur taux."
            yield Remark(message, remedy, ("postes", index, "categorie"))
    budget = subject.dossier.budget_de(annexe)
    if convention is None or budget.frais is None:
        return
    if convention.plafond_frais_gestion is None:
        message = "Des frais de gestion sont appliqués ; la convention n’en fixe pas le plafond."
        yield Remark(message, "Donnez « plafond_frais_gestion: » à la convention, ou retirez-les.", ("frais_gestion",))
    fees = fees_of(budget, convention)
    said = excess_said(fees) if fees else None
    if fees and said:
        yield Remark(*said, ("frais_gestion", "taux" if fees.rate_above_cap else "montant"))
    yield from _base(annexe, budget)


def _base(annexe: AnnexeFinanciere, budget: Budget) -> Iterator[Remark]:
    """A typed base larger than what the funder of the fees pays without them is worth a question."""
    frais = annexe.frais_gestion
    if frais is None or frais.base is None or budget.frais is None or budget.frais.financeur is None:
        return
    paid = somme(poste.financement.get(budget.frais.financeur.id or "") for poste in annexe.postes)
    if frais.base > paid:
        message = (
            f"La base des frais de gestion est de {euros(frais.base)} ; leur financeur paie {euros(paid)} hors frais."
        )
        yield Remark(
            message,
            "Vérifiez la base, ou retirez-la : docgen la calcule.",
            ("frais_gestion", "base"),
            Severity.A_VERIFIER,
        )


def fees_on_fiche(subject: Subject) -> Iterator[Remark]:
    """La fiche montre les frais de gestion, s’il y en a : leur taux, leur base, leur montant. Ils ne dépassent pas le
    plafond de la convention ; le calcul est celui de l’annexe financière (ANX-04)."""
    annexe = subject.dossier.annexe_de(subject.piece_as(FicheAction))
    fees = fees_of(subject.dossier.budget_de(annexe), subject.convention) if annexe and subject.convention else None
    said = excess_said(fees) if fees else None
    if said:
        message, remedy = said
        yield Remark(message, f"{remedy[:-1]}, dans l’annexe financière.", ("budget",))
