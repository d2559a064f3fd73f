"""A file of either format that comes back, with the source that it carries."""

import zipfile
from io import BytesIO
from pathlib import Path

from docgen.errors import UsageError
from docgen.layout.engines import Format
from docgen.layout.pdf.attachments import SOURCE_NAME
from docgen.read.foreign import read_foreign
from docgen.returned.passages import Passage
from docgen.returned.pdf import PdfFile
from docgen.returned.word import WordFile
from docgen.source.source import NAMESPACE, Source, source_in
from docgen.values import Struct

_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_HEAD = 1024
"""Bytes in which a PDF has to say that it is one."""


class Returned(Struct, frozen=True):
    """A file that comes back; `xml` is the source that it carries, as it carries it, empty where it carries none."""

    name: str
    content: bytes
    opened: PdfFile | WordFile
    xml: bytes

    @property
    def format(self) -> Format:
        """What the file is, whatever its name."""
        return Format.PDF if isinstance(self.opened, PdfFile) else Format.DOCX

    @property
    def source(self) -> Source:
        """The data that the file is made of; raises UsageError where it carries none that can be read."""
        if not self.xml:
            raise UsageError(
                f"{self.name} ne porte pas de données de docgen : il n’a pas été fait par docgen, un autre logiciel "
                "les a retirées, ou il a été fait sans elles (--sans-source, bordereau, note au signataire, modèle de "
                "la maison)."
            )
        return source_in(self.xml)

    def passages(self) -> tuple[Passage, ...]:
        """Return what the file says, block by block."""
        return self.opened.passages()


def read_returned(path: Path) -> Returned:
    """Return the file at `path`; raises UsageError where it is neither a PDF nor a Word file that can be opened."""
    return opened(read_foreign(path), path.name)


def opened(content: bytes, name: str) -> Returned:
    """Return the file `content`, called `name` in messages; raises UsageError as `read_returned` does."""
    if _PDF in content[:_HEAD]:
        pdf = PdfFile(content)
        _ = pdf.reader
        return Returned(name, content, pdf, pdf.attached(SOURCE_NAME) or b"")
    if content.startswith(_ZIP):
        if _is_archive(content):
            raise UsageError(f"{name} est une archive : donnez ses fichiers un à un.")
        word = WordFile.read(content, name)
        ours = (part for part in word.custom_parts() if NAMESPACE.encode() in part[:_HEAD])
        return Returned(name, content, word, next(ours, b""))
    raise UsageError(f"{name} n’est ni un PDF, ni un fichier Word (.docx).")


def _is_archive(content: bytes) -> bool:
    """Whether a zip holds files of its own accord (what goes to the parapheur), and is no file of an office program."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError):
        return False
    return not {"[Content_Types].xml", "mimetype"} & set(names)
