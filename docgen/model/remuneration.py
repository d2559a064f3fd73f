"""Which items of a financial annex are, or sound like, the pay of staff (article 16; ANX-03)."""

import re

from docgen.model.annexe_financiere import AnnexeFinanciere, Categorie

_PAY = re.compile(
    r"\bsalaires?\b|\bsalarial\w*"
    r"|\brémunérations?\b(?! (?:du |de la |des |de |d’)(?:prestataire|intervenante?s? extérieur|sous-traitant))"
    r"|\btraitements?\b"
    r"(?! (?:de |des |du |d’)(?:donnée|texte|image|déchet|signal|dossier|candidature|réponse|résultat))"
    r"|\b(?:frais|dépenses|charges|coûts?|temps|mise à disposition) (?:de |des )personnels?\b|\bcharges sociales\b"
    r"|\bcotisations sociales\b|\bheures supplémentaires\b|\bvacations?\b|\bETP\b|\bbulletins? de paie\b",
    re.IGNORECASE,
)


def pay_words(libelle: str | None) -> str:
    """Return the words by which the label of an item sounds like the pay of staff; empty for none."""
    found = _PAY.search(" ".join((libelle or "").replace("'", "’").split()))
    return found[0] if found else ""


def may_pay_staff(annexe: AnnexeFinanciere) -> bool:
    """Return whether an item is pay of staff by its category or sounds so: the annex cannot say that it has none."""
    return any(one.categorie is Categorie.PERSONNEL or pay_words(one.libelle) for one in annexe.postes)
