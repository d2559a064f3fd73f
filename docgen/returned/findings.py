"""The findings on a file that comes back: one code a subject, explained with the rules (`docgen regles`)."""

from docgen.findings import Finding, Severity

SANS_DONNEES, ECART, OCTETS, SIGNATURE = "RET-01", "RET-02", "RET-03", "RET-04"
CACHE, SUIVI, COMMENTAIRE, TROU, ACCES = "RET-05", "RET-06", "RET-07", "RET-08", "RET-09"


def blocking(code: str, message: str, remedy: str) -> Finding:
    """Return what forbids to take the file as it is."""
    return Finding(code, Severity.BLOQUANT, message, remedy)


def doubtful(code: str, message: str, remedy: str) -> Finding:
    """Return what a person should look at."""
    return Finding(code, Severity.A_VERIFIER, message, remedy)


def levels_skipped(levels: list[int]) -> str:
    """Return the first place where titles skip a level, as `du niveau 1 au niveau 3`; empty where none does."""
    pairs = zip([0, *levels], levels, strict=False)
    return next((f"du niveau {before} au niveau {level}" for before, level in pairs if level > before + 1), "")
