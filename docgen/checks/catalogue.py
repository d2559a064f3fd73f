"""All that docgen checks, as users read it: the rules, and what other stages find, in the order of their codes."""

from collections.abc import Iterator
from itertools import groupby

from docgen.checks.elsewhere import NOTICES
from docgen.checks.notice import Notice
from docgen.checks.rule import Rule
from docgen.checks.rules import RULES

FAMILLES = {
    "SAI": "Saisie",
    "CON": "Convention",
    "SIG": "Signatures",
    "AVN": "Avenants",
    "FIC": "Fiche action prévisionnelle",
    "ANX": "Annexe financière",
    "LOG": "Logos",
    "REU": "Réunions",
    "REA": "Fiche de réalisation",
    "BIL": "Bilan annuel et plan d’actions",
    "APP": "Convention d’application",
    "DEN": "Dénonciation",
    "TYP": "Français",
    "MEP": "Mise en page",
    "SRC": "Données portées par les fichiers",
    "RET": "Fichier que l’on vous rend",
    "REP": "Reprise d’un fichier Word",
}
"""The families of codes, in the order in which they are told."""

_HEAD = """# Toutes les règles

Ce fichier est fait par `docgen regles --format markdown`, jamais à la main. **Bloquant** : le document définitif ne
sort pas. **À vérifier** : le constat est montré, le document sort. Plusieurs contrôles peuvent porter le même code :
chacun est une partie de la règle. Un texte signé ailleurs n’est jamais bloqué pour ses mots.

Une règle seule se lit par `docgen regles REU-01`.
"""


def catalogue() -> tuple[Rule | Notice, ...]:
    """Return every rule and notice: family by family, code by code, rules before what other stages find."""
    families = list(FAMILLES)
    return tuple(sorted((*RULES, *NOTICES), key=lambda one: (families.index(one.code[:3]), one.code)))


def markdown() -> str:
    """Return the page of the guide that tells all the rules."""
    return "\n".join((_HEAD, *_families()))


def _families() -> Iterator[str]:
    for family, parts in groupby(catalogue(), key=lambda one: one.code[:3]):
        yield f"## {family} – {FAMILLES[family]}\n"
        for code, same in groupby(parts, key=lambda one: one.code):
            yield f"### {code}\n"
            yield from (_part(one) for one in same)


def _part(one: Rule | Notice) -> str:
    stage = f" À la {one.stage}." if isinstance(one, Notice) and one.severity else ""
    return f"- **{one.title}** – {one.severity or 'corrigé'} ; {one.source}.{stage} {one.explanation}\n"
