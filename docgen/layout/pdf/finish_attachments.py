"""The attachments: listed once, whatever the engine says.

Source: ISO 19005-3 § 6.8.
"""

from collections.abc import Sequence

from docgen.layout.pdf.objects import PDF, Array
from docgen.layout.pdf.structure import Page


def list_attachments_once(pdf: PDF, _pages: Sequence[Page]) -> None:
    """List each associated file of `pdf` once: the engine lists it twice."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = Array(list(dict.fromkeys(pdf.catalog["AF"])))
