"""Findings of reading, all of one pattern: « lu … ; attendu : … », then what to do."""

from docgen.findings import Finding, Place, Severity

_LONGEST_QUOTE = 70
_LOST = "\ufffd"
"""What stands for a letter lost, or for a sign that cannot be held: printable, and yet no message may quote it."""


def fault(code: str, place: Place, *, read: str, expected: str, remedy: str) -> Finding:
    """Return the blocking finding that at `place` one read `read` where `expected` was due."""
    return Finding(
        code=code,
        severity=Severity.BLOQUANT,
        message=f"lu « {excerpt(read)} » ; attendu : {expected}.",
        remedy=remedy,
        place=place,
    )


def excerpt(text: str) -> str:
    """Return `text` on one printable line, cut with an ellipsis where it is long."""
    beginning = text.strip()[: 4 * _LONGEST_QUOTE]
    line = " ".join("".join(char if char.isprintable() and char != _LOST else " " for char in beginning).split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1].rstrip() + "…"
