"""The labels of pages: what a reader shows in the place of a page's number.

Source: ISO 32000-1 § 12.4.2.
"""

from collections.abc import Sequence

from docgen.layout.pdf.objects import PDF, Array, Dictionary, String
from docgen.layout.pdf.structure import Page

COVER = "garde"
"""The name of the pages of a cover, in the style sheet; they bear no number, and are counted."""


def label_pages(pdf: PDF, pages: Sequence[Page]) -> None:
    """Label each page of `pdf` as it is numbered at its foot; a cover, which has no number there, by its name."""
    covers = 0
    while covers < len(pages) and pages[covers].name.endswith(COVER):
        covers += 1
    numbers = Array()
    if covers:
        numbers.extend((0, Dictionary({"P": String(COVER.capitalize())})))
    if covers < len(pages):
        numbers.extend((covers, Dictionary({"S": "/D", "St": covers + 1})))
    pdf.catalog["PageLabels"] = Dictionary({"Nums": numbers})
