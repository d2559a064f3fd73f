"""Text that a sign # cuts: YAML takes for a comment what stands after it, and says nothing."""

import re
from collections.abc import Iterator

from docgen.findings import Finding, Place, Severity
from docgen.read.faults import fault
from docgen.values import replace

_AFTER = re.compile(r"([ \t]+)(#.*)")
_SET_OFF = 2
"""Spaces that set a comment off from what it is about, as is the custom in YAML; a space follows its #."""


def cut_text(text: str, end: int, value: str, file: str) -> Iterator[Finding]:
    """Yield a finding (SAI-06) where the plain `value` that ends at `end` in `text` seems to go on after a sign #.

    What is set off by two spaces and begins with `# ` is a comment; so is any `# ` after an empty value.
    """
    found = _AFTER.match(text, end)
    if found is None:
        return
    spaces, rest = found.groups()
    comment = rest[1:2].strip() == "" and (len(spaces) >= _SET_OFF or not value)
    if not comment:
        offset = found.start(2)
        place = Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
        read = f"{value} {rest}".strip()
        said = fault(
            "SAI-06",
            place,
            read=read,
            expected=f"des guillemets : ce qui suit « # » n’est pas lu, la valeur est « {value} »",
            remedy="Mettez la valeur entre guillemets ; pour un commentaire, écrivez deux espaces, # et une espace.",
        )
        yield replace(said, severity=Severity.A_VERIFIER)
