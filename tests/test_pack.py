"""The pack of a meeting: its contents lead to the right pages, in a file that keeps title, language and outline."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from benchmarks.pack import many
from docgen.dossier import Dossier
from docgen.layout.engines import Engines, Format
from docgen.layout.laid_out import LaidOut
from docgen.model.reunion import MiseAJour, Reunion
from docgen.pack import Pack, pack
from docgen.progress import Stage
from docgen.resources import templates_folder
from docgen.text.papers import write
from docgen.tree import Contents, paragraphs_of
from tests.pdf_reader import PdfAny, tag_tree, unclaimed_marks
from tests.readers import paragraphs

FICHES = 5


def papers_of(dossier: Dossier) -> Pack:
    papers = {entree.piece.cle: write(entree.piece, dossier) for entree in dossier.entrees}
    return pack(dossier.all(Reunion)[0], dossier, papers)


@pytest.fixture(scope="module")
def made() -> Pack:
    return papers_of(many(FICHES)[1])


TOLD: list[tuple[Stage, int, int]] = []


@pytest.fixture(scope="module")
def drawn(made: Pack) -> LaidOut:
    def tell(stage: Stage, done: int, whole: int) -> None:
        TOLD.append((stage, done, whole))

    TOLD.clear()
    return Engines(templates_folder()).draw(made.document, Format.PDF, dict, tell)


@pytest.fixture(scope="module")
def reader(drawn: LaidOut) -> PdfReader:
    return PdfReader(BytesIO(drawn.content))


def entries(made: Pack) -> Contents:
    return next(block for block in made.document.blocks if isinstance(block, Contents))


def links(reader: PdfReader) -> Iterator[tuple[int, int]]:
    """Yield the page (from 1) on which each link stands, and the one to which it leads."""
    for number, page in enumerate(reader.pages, 1):
        for annotation in page.get("/Annots", ()):
            target = reader.named_destinations[annotation.get_object()["/Dest"]]
            leads = reader.get_destination_page_number(target)
            assert leads is not None
            yield number, leads + 1


def test_it_holds_the_agenda_then_each_fiche_followed_by_its_annex(made: Pack) -> None:
    kinds = [document.kind for _, document in made.pieces]
    assert kinds[:2] == ["ordre-du-jour", "releve-avis"]
    assert kinds[2:] == ["fiche-action", "annexe-financiere"] * FICHES


def test_each_line_of_the_contents_prints_the_page_to_which_it_leads(made: Pack, reader: PdfReader) -> None:
    leads = [to for page, to in links(reader)]
    assert len(leads) == len(entries(made).entries) == len(made.pieces)
    assert leads == sorted(set(leads))
    printed = re.findall(r"page (\d+)\s*$", reader.pages[1].extract_text(), re.MULTILINE)
    assert [int(number) for number in printed] == leads


def test_each_link_leads_to_the_first_page_of_its_paper(made: Pack, reader: PdfReader) -> None:
    for (_, leads), (_, document) in zip(links(reader), made.pieces, strict=True):
        head = "".join(paragraphs_of(document)[0].split())
        text = "".join(reader.pages[leads - 1].extract_text().split())
        assert head in text


def test_the_outline_has_one_closed_bookmark_for_each_paper(made: Pack, reader: PdfReader) -> None:
    tops = [one for one in reader.outline if isinstance(one, Destination)]
    names = [str(one.title) for one in tops]
    assert names[:2] == ["Page de garde", "Sommaire"]
    assert len(names) == 2 + len(made.pieces)
    assert [name.split(".")[0] for name in names[2:]] == [str(rank) for rank in range(1, len(made.pieces) + 1)]
    pages = [reader.get_destination_page_number(one) for one in tops[2:]]
    assert [page + 1 for page in pages if page is not None] == [to for _, to in links(reader)]


def test_pages_are_labelled_as_they_are_numbered_at_their_foot(drawn: LaidOut, reader: PdfReader) -> None:
    assert reader.page_labels == ["Garde", *(str(number) for number in range(2, (drawn.pages or 0) + 1))]
    assert reader.pages[4].extract_text().rstrip().endswith(f"5 / {drawn.pages}")


def test_the_foot_of_a_page_names_its_paper(reader: PdfReader, made: Pack) -> None:
    first = next(to for _, to in links(reader))
    assert "Pièce n° 1 – Ordre du jour" in reader.pages[first - 1].extract_text().replace("\u00a0", " ")
    assert "Dossier de séance" in reader.pages[1].extract_text()


def test_how_far_the_pack_has_come_is_told_stage_after_stage_and_page_after_page(drawn: LaidOut) -> None:
    stages = [stage for stage, _, _ in TOLD]
    assert stages == sorted(stages, key=list(Stage).index)
    assert set(stages) == set(Stage) - {Stage.DONNEES}
    pages = list(range(1, (drawn.pages or 0) + 1))
    for stage in (Stage.PAGES, Stage.PIEDS, Stage.DESSIN):
        assert [done for one, done, _ in TOLD if one is stage] == pages


def test_title_and_language_are_kept(made: Pack, reader: PdfReader) -> None:
    assert reader.metadata
    assert reader.metadata.title == made.document.title
    assert reader.trailer["/Root"]["/Lang"] == "fr-FR"  # type: ignore[index]


def test_the_contents_are_tagged_as_such_and_each_link_says_where_it_leads(drawn: LaidOut, made: Pack) -> None:
    roles = [element.role for element in tag_tree(drawn.content).all()]
    assert roles.count("TOC") == 1
    assert roles.count("TOCI") == roles.count("Link") == len(made.pieces)
    assert unclaimed_marks(drawn.content) == []
    annotations: PdfAny = PdfReader(BytesIO(drawn.content)).pages[1]["/Annots"]
    spoken = [one.get_object()["/Contents"] for one in annotations]
    assert spoken[0].replace("\u00a0", " ") == "Pièce n° 1 : ordre du jour"


def test_a_pack_says_its_words_in_word_too(made: Pack) -> None:
    word = Engines(templates_folder()).draw(made.document, Format.DOCX, dict)
    assert [text.split() for text in paragraphs(word)] == [text.split() for text in paragraphs_of(made.document)]


def test_the_same_meeting_gives_the_same_bytes(made: Pack, drawn: LaidOut) -> None:
    assert Engines(templates_folder()).draw(made.document, Format.PDF, dict).content == drawn.content


def test_an_update_names_the_papers_that_it_changes() -> None:
    dossier = many(1)[1]
    reunion = dossier.all(Reunion)[0]
    assert not [text for text in paragraphs_of(papers_of(dossier).document) if "mis à jour" in text]
    updates = (MiseAJour(le=reunion.date, pieces=(1, 3)), MiseAJour(le=reunion.date, pieces=()))
    changed = reunion.avec(mises_a_jour=updates)
    papers = {entree.piece.cle: write(entree.piece, dossier) for entree in dossier.entrees}
    words = " ".join(paragraphs_of(pack(changed, dossier, papers).document)).replace("\u00a0", " ")
    assert "Dossier mis à jour le 13 octobre 2021 : pièces n° 1 et 3 ajoutées ou modifiées." in words
    assert "pièce n° [à compléter : numéros des pièces] ajoutée ou modifiée." in words
