"""What a reading, a check or an engine has to say of a document, as values."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from docgen.values import Struct

FieldPath = tuple[str | int, ...]
"""Where a value stands in a document's data: `("postes", 2, "libelle")`; empty for the whole document."""


class Severity(StrEnum):
    """What a finding does to the definitive document."""

    BLOQUANT = "bloquant"
    A_VERIFIER = "à vérifier"


class Place(Struct, frozen=True, order=True):
    """A point of an input file; `line` and `column` count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}, ligne {self.line}, colonne {self.column}"


class Finding(Struct, frozen=True):
    """One thing that a person should know about a document.

    `message` says what was read and what was expected, `remedy` what to do (a sentence each, in French).
    `document` is the key `kind/id` of the document concerned, empty where no document could be made of the file.
    `path` is the field concerned; `place` is where that field stands, None for a document made in Python.
    """

    code: str
    severity: Severity
    message: str
    remedy: str = ""
    document: str = ""
    path: FieldPath = ()
    place: Place | None = None
    source: str = ""

    @property
    def blocks(self) -> bool:
        """Whether this finding forbids the definitive document."""
        return self.severity is Severity.BLOQUANT


class Report(Struct, frozen=True):
    """The findings of one run, in the order of files, lines and codes."""

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Report":
        """Return the report of `findings`, each once: those of files of which no document could be made, which may
        be the cause of others, then by place and code."""
        return cls(tuple(sorted(dict.fromkeys(findings), key=_order)))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    @property
    def blocks(self) -> bool:
        """Whether something in this run forbids a definitive document."""
        return any(finding.blocks for finding in self.findings)


def _order(finding: Finding) -> tuple[bool, str, int, int, str, str]:
    place = finding.place or Place("")
    return (bool(finding.document), place.file, place.line, place.column, finding.code, finding.message)
