"""What a take-back is not sure of, as findings."""

import re

from docgen.findings import Finding, Severity

_MOST = 60


def doubt(code: str, message: str, remedy: str = "") -> Finding:
    """Return the finding that asks a person to look."""
    return Finding(code=code, severity=Severity.A_VERIFIER, message=message, remedy=remedy)


def agreed(count: int, text: str) -> str:
    """Return `text` with its endings in brackets (« image(s) ») as the number asks."""
    return re.sub(r"\((s|x|nt)\)", r"\1" if count > 1 else "", text)


def some(text: str) -> str:
    """Return the first words of `text`, with "…" where there are more."""
    words = " ".join(text.split())
    return words if len(words) <= _MOST else words[:_MOST].rsplit(" ", 1)[0] + "…"
