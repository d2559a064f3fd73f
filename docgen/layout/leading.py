"""Which paragraphs lead on to what follows them, and never stand alone at the foot of a page."""

import re

from docgen.tree import Inlines, Run, text_of

_QUOTED_HEAD = re.compile(r"«\s*Article\s+[\w.-]+(?:\s+[–—-]\s[^»]*)?")


def leads_on(content: Inlines) -> bool:
    """Return whether a paragraph ends with a colon (a list, a table, quoted words or an article follow it), or is the
    head of an article that an avenant quotes: « Article 12-1 – Objet, whose guillemets its alinéas close.
    """
    last = content[-1] if content else None
    if not isinstance(last, Run):
        return False
    if last.text.rstrip().endswith(":"):
        return True
    opening = content[0].text.lstrip()
    return opening[:1] in ("«", "") and bool(_QUOTED_HEAD.fullmatch(text_of(content).strip()))
