"""The words of a drawn file, read back by readers that know only the file formats."""

import re

from docgen.layout.laid_out import LaidOut
from tests import pdf_reader, word_reader

_PAGES = re.compile(r"(établi sur )\d+( pages)")


def paragraphs(drawn: LaidOut) -> list[str]:
    """Return the words of `drawn`, one string per block that has any, in reading order."""
    reader = pdf_reader if drawn.suffix == "pdf" else word_reader
    # the number of pages is that of a file, no word of the text: Word counts its own
    return [_PAGES.sub(r"\1\2", one) for one in reader.paragraphs(drawn.content)]
