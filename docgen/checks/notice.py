"""What `docgen regles` says of a rule that no check carries out."""

from docgen.checks.rule import Source
from docgen.findings import Severity
from docgen.values import Struct


class Notice(Struct, frozen=True):
    """A rule that no check of `RULES` carries out: its code, which stage does, and its explanation, in French.

    `severity` is None for what docgen corrects by itself, without a finding.
    """

    code: str
    severity: Severity | None
    source: Source
    title: str
    stage: str
    explanation: str
