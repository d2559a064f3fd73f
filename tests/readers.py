"""The words of a drawn file, read back by readers that know only the file formats."""

from docgen.layout.laid_out import LaidOut
from tests import pdf_reader, word_reader


def paragraphs(drawn: LaidOut) -> list[str]:
    """Return the words of `drawn`, one string per block that has any, in reading order."""
    reader = pdf_reader if drawn.suffix == "pdf" else word_reader
    return reader.paragraphs(drawn.content)
