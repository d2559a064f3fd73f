"""A comparison is a Word file with tracked changes: to accept all is the new text, to reject all the old one."""

from datetime import date

from hypothesis import HealthCheck, given, settings

from docgen.amend.compare import compare
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.tree import Change, Choices, Document, Paragraph, Revision, Row, Run, Table, Tick, paragraphs_of
from docgen.values import replace
from tests import tracked_changes, word_reader
from tests.amend.atlas import amended, atlas
from tests.layout.pdf.trees import DOCUMENTS, alinea, document, edited, every_block, words
from tests.layout.word.test_writer_law import in_order
from tests.word_reader import W

any_trees = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


def drawn(before: Document, after: Document, templates: WordTemplates) -> bytes:
    revision = Revision("Avenant n° 1 & suites", date(2022, 6, 14))
    return draw_word(replace(compare(before, after), revision=revision), templates).content


def texts(paper: Document, templates: WordTemplates) -> list[str]:
    """Return the words of a paper as Word prints them: with those of a logo that cannot be drawn, for one."""
    return word_reader.paragraphs(draw_word(paper, templates).content)


def test_of_the_atlas_convention_both_states_come_back_block_by_block(templates: WordTemplates) -> None:
    content = drawn(atlas(), amended(), templates)
    assert tracked_changes.rejected(content) == paragraphs_of(atlas())
    assert tracked_changes.accepted(content) == paragraphs_of(amended())


@any_trees
@given(before=DOCUMENTS, after=DOCUMENTS)
def test_of_any_two_trees_both_states_come_back(before: Document, after: Document, templates: WordTemplates) -> None:
    content = drawn(before, after, templates)
    assert tracked_changes.rejected(content) == texts(before, templates)
    assert tracked_changes.accepted(content) == texts(after, templates)


@any_trees
@given(papers=edited())
def test_of_two_papers_of_the_same_blocks_both_states_come_back(
    papers: tuple[Document, Document], templates: WordTemplates
) -> None:
    content = drawn(*papers, templates)
    assert tracked_changes.rejected(content) == texts(papers[0], templates)
    assert tracked_changes.accepted(content) == texts(papers[1], templates)


def test_a_line_of_choices_comes_and_goes_as_a_row(templates: WordTemplates) -> None:
    sectors = [(Tick(name),) for name in ("Numérique", "Assurance", "Conseil", "Ingénierie", "Banque")]
    content = drawn(document(Choices(tuple(sectors[:4]))), document(Choices(tuple(sectors))), templates)
    assert len(word_reader.body(content).findall(f".//{W}trPr/{W}ins")) == 1
    assert tracked_changes.rejected(content) == ["Numérique", "Assurance", "Conseil", "Ingénierie"]


def test_every_kind_of_block_can_be_added_and_taken_out(templates: WordTemplates) -> None:
    blocks = every_block()
    for rank, block in enumerate(blocks):
        less, more = document(*blocks[:rank], *blocks[rank + 1 :]), document(*blocks)
        content = drawn(less, more, templates)
        assert tracked_changes.rejected(content) == texts(less, templates), block
        assert tracked_changes.accepted(content) == texts(more, templates), block


def test_a_change_names_its_author_and_day_and_bears_a_number_of_its_own(templates: WordTemplates) -> None:
    found = tracked_changes.changes(drawn(atlas(), amended(), templates))
    numbers = [one.get(f"{W}id") for one in found]
    assert len(numbers) > 10
    assert len({*numbers}) == len(numbers)
    assert {(one.get(f"{W}author"), one.get(f"{W}date")) for one in found} == {
        ("Avenant n° 1 & suites", "2022-06-14T00:00:00Z")
    }


def test_deleted_words_are_no_text_and_kept_words_bear_no_change(templates: WordTemplates) -> None:
    content = drawn(document(alinea("au moins deux fois")), document(alinea("au moins trois fois")), templates)
    found = word_reader.body(content)
    assert [text.text for text in found.iter(f"{W}delText")] == ["deux"]
    assert [text.text for text in found.iter(f"{W}t")] == ["au moins ", "trois", " fois"]


def test_a_row_and_a_paragraph_are_marked_as_such(templates: WordTemplates) -> None:
    table = next(block for block in every_block() if isinstance(block, Table))
    longer = replace(table, rows=(*table.rows, Row((words("Ligne ajoutée"), words("5,00")))))
    content = drawn(document(table, alinea("Fin.")), document(longer, alinea("Ajout."), alinea("Fin.")), templates)
    found = word_reader.body(content)
    assert len(found.findall(f".//{W}trPr/{W}ins")) == 1
    marked = [one for one in found.iterfind(f"{W}p") if one.find(f"{W}pPr/{W}rPr/{W}ins") is not None]
    assert [word_reader.words_of(one) for one in marked] == ["Ajout."]


@any_trees
@given(before=DOCUMENTS, after=DOCUMENTS)
def test_paragraph_properties_stay_in_the_order_of_the_schema(
    before: Document, after: Document, templates: WordTemplates
) -> None:
    found = word_reader.body(drawn(before, after, templates)).iter(f"{W}pPr")
    assert all(in_order(element) for element in found)


def test_a_tree_that_bears_no_change_is_drawn_as_before(templates: WordTemplates) -> None:
    paper = document(*every_block())
    revision = Revision("Avenant n° 1", None)
    assert draw_word(replace(paper, revision=revision), templates).content == draw_word(paper, templates).content


def test_the_changes_of_a_project_bear_no_day(templates: WordTemplates) -> None:
    paper = replace(document(Paragraph((Run("Ajout", change=Change.INSERTED),))), revision=Revision("OPCO", None))
    (change,) = tracked_changes.changes(draw_word(paper, templates).content)
    assert (change.keys(), change.get(f"{W}author")) == ([f"{W}id", f"{W}author"], "OPCO")


def test_a_row_says_something_before_it_says_that_it_changed(templates: WordTemplates) -> None:
    content = drawn(document(alinea("Fin.")), document(*every_block(), alinea("Fin.")), templates)
    rows = [row for row in word_reader.body(content).iter(f"{W}trPr") if row.find(f"{W}ins") is not None]
    assert len(rows) > 10
    assert min(map(len, rows)) > 1
