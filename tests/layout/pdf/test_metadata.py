"""What the file says of itself: standards, title, author, language, dates of the paper and no other."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from docgen.layout.pdf.attachments import Attachment
from docgen.layout.pdf.draw import PdfEngine
from docgen.tree import Document
from docgen.values import replace
from tests.layout.pdf.trees import document, title

SOURCE = Attachment(
    "source.yaml", b"document: essai", "application/yaml", "Données du papier", datetime(2021, 5, 12, tzinfo=UTC)
)


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def catalog(pdf: bytes) -> Any:
    """Return the root of all that `pdf` holds."""
    return read(pdf).root_object


def xmp(pdf: bytes) -> str:
    """Return the metadata as they stand in the file, not unpacked."""
    start, end = pdf.index(b"<x:xmpmeta"), pdf.index(b"</x:xmpmeta>")
    return pdf[start:end].decode()


def paper() -> Document:
    return document(title())


def test_the_file_says_that_it_is_for_archives_and_for_all_readers(engine: PdfEngine) -> None:
    metadata = xmp(engine.draw(paper()).content)
    assert 'pdfaid:part="3" pdfaid:conformance="A"' in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert metadata.count("rdf:RDF") == 2


def test_the_title_author_and_language_are_those_of_the_paper(engine: PdfEngine) -> None:
    pdf = engine.draw(paper()).content
    metadata = read(pdf).metadata
    assert metadata is not None
    assert (metadata.title, metadata.author) == ("Papier d’essai", "OPCO Atlas")
    assert catalog(pdf)["/Lang"] == "fr-FR"
    assert catalog(pdf)["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 (an object of the file)


def test_the_dates_are_those_of_the_paper(engine: PdfEngine) -> None:
    metadata = read(engine.draw(paper()).content).metadata
    assert metadata is not None
    assert metadata.creation_date == metadata.modification_date == datetime(2021, 5, 12, tzinfo=UTC)


def test_an_undated_paper_has_no_date(engine: PdfEngine) -> None:
    pdf = engine.draw(replace(paper(), dated=None)).content
    metadata = read(pdf).metadata
    assert metadata is not None
    assert (metadata.creation_date, metadata.modification_date) == (None, None)
    assert "Date" not in xmp(pdf)


def test_only_the_fonts_of_the_templates_are_embedded(engine: PdfEngine) -> None:
    (page,) = read(engine.draw(paper()).content).pages
    fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
    assert {font.get_object()["/BaseFont"].partition("+")[2] for font in fonts} == {
        "Liberation-Sans",
        "Liberation-Sans-Bold",
    }


def test_an_attachment_is_carried_once_as_the_source(engine: PdfEngine) -> None:
    pdf = engine.draw(paper(), (SOURCE,)).content
    assert read(pdf).attachments == {"source.yaml": [b"document: essai"]}
    (associated,) = catalog(pdf)["/AF"]
    assert associated.get_object()["/AFRelationship"] == "/Source"
    assert associated.get_object()["/EF"]["/F"]["/Subtype"] == "/application/yaml"


def test_a_paper_with_an_attachment_is_the_same_twice(engine: PdfEngine) -> None:
    assert engine.draw(paper(), (SOURCE,)).content == engine.draw(paper(), (SOURCE,)).content
