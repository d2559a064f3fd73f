"""Every rule that the checks carry out, in the order in which they are listed and run.

Several rules may share a code: each is one part of the row of that code. What other stages find, and what docgen
corrects by itself, stands in `elsewhere.NOTICES`.
"""

from docgen.checks.chapters.actes import ACTES
from docgen.checks.chapters.actions import ACTIONS
from docgen.checks.chapters.convention import CONVENTION
from docgen.checks.chapters.saisie import SAISIE, TYPOGRAPHIE
from docgen.checks.chapters.suivi import SUIVI
from docgen.checks.rule import Rule

RULES: tuple[Rule, ...] = (*SAISIE, *CONVENTION, *ACTIONS, *SUIVI, *ACTES, *TYPOGRAPHIE)
"""The rules, by code."""
