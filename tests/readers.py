"""The words of a drawn file, read back by readers that know only the file formats."""

from docgen.layout.laid_out import LaidOut
from tests import pdf_reader, word_reader


def paragraphs(drawn: LaidOut) -> list[str]:
    """Return the words of `drawn`, one string per block that has any, in reading order."""
    if drawn.suffix == "pdf":
        return pdf_reader.paragraphs(drawn.content)
    return word_reader.paragraphs(drawn.content)
