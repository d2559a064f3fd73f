"""Which paragraphs lead on to what follows them, and never stand alone at the foot of a page."""

from docgen.tree import Inlines, Run


def leads_on(content: Inlines) -> bool:
    """Return whether a paragraph ends with a colon: a list, a table, quoted words or an article follow it."""
    last = content[-1] if content else None
    return isinstance(last, Run) and last.text.rstrip().endswith(":")
