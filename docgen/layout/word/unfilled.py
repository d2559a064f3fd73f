"""The parts with words in which no tag is filled in, by docxtpl no more than here: a tag there would be printed raw."""

import re
from collections.abc import Iterator

from lxml import etree

from docgen.layout.word.faults import LintFault
from docgen.layout.word.package import Package, filled_parts
from docgen.layout.word.paragraphs import tags_in
from docgen.layout.word.syntax import cited

_WORDED = re.compile(r"(endnotes|comments|header|footer|footnotes)[^/]*\.xml$|/(charts|diagrams)/[^/]*\.xml$")

_REMEDY = "Déplacez-la dans le corps, un en-tête, un pied de page ou une note de bas de page."


def unfilled_faults(package: Package) -> Iterator[LintFault]:
    """Yield a fault for each part of a template that holds tags which nothing fills in (endnotes, comments, charts)."""
    filled = frozenset(filled_parts(package))
    for part in sorted(package.parts.keys() - filled):
        if _WORDED.search(part):
            words = "".join(map(str, etree.fromstring(package.parts[part]).itertext()))
            for tag in tags_in(words):
                message = f"la balise {cited(tag)} est dans une partie qui n’est pas remplie."
                yield LintFault(part, 0, message, _REMEDY)
