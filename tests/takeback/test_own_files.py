"""From a file that docgen made and nobody edited, taking back gives the same text, in the same structure."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.amend.compare import normal
from docgen.dossier import Dossier, Entree
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.model.convention import Convention
from docgen.pipeline import load
from docgen.resources import samples_folder, templates_folder
from docgen.takeback import take_back
from docgen.text.convention import write_convention
from docgen.text.convention_text import articles_of
from docgen.text.markdown import blocks, nodes
from docgen.text.values import Values
from docgen.text.words import words
from docgen.tree import (
    Block,
    Break,
    BulletList,
    Document,
    Heading,
    HeadingRole,
    ListItem,
    Mark,
    Paragraph,
    ParagraphRole,
    Part,
    Quote,
    Run,
    text_of,
)
from tests.layout.pdf.trees import document

FOLDERS = sorted(path.parent for path in samples_folder().rglob("convention*.yaml") if "refuses" not in path.parts)


@pytest.fixture(scope="module")
def templates() -> WordTemplates:
    return WordTemplates(templates_folder())


def taken(paper: Document, templates: WordTemplates) -> str:
    """Return the Markdown of a paper drawn in Word."""
    return take_back(draw_word(paper, templates).content, "papier.docx").markdown


def conventions() -> Iterator[tuple[str, Convention, Dossier]]:
    for folder in dict.fromkeys(FOLDERS):
        dossier, _ = load(folder)
        yield from ((f"{folder.name}-{one.id}", one, dossier) for one in dossier.all(Convention))


CASES = [*conventions()]


def written_again(convention: Convention, dossier: Dossier, markdown: str) -> Document:
    """Return the convention with `markdown` for its text; its hinge ("Il est convenu…") comes from its data."""
    again = convention.avec(texte="repris.md", articles=())
    others = tuple(Entree(again) if entree.piece is convention else entree for entree in dossier.entrees)
    files = {**dossier.files, "repris.md": markdown.encode()}
    return write_convention(again, Dossier(others, files))


def text_of_articles(paper: Document) -> list[Block]:
    """Return the blocks of the text, each division as its head and what follows: its hinge stands between two."""
    found = normal(paper).sections[1].blocks
    return [part for block in found for part in ((block.head, *block.body) if isinstance(block, Part) else (block,))]


def test_there_are_samples_to_take_back() -> None:
    assert len(CASES) > 3


@pytest.mark.parametrize(("convention", "dossier"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_convention_says_the_same_words_in_the_same_structure(
    convention: Convention, dossier: Dossier, templates: WordTemplates
) -> None:
    paper = write_convention(convention, dossier)
    again = written_again(convention, dossier, taken(paper, templates))
    assert text_of_articles(again) == text_of_articles(paper)


_LETTERS = "abcdé ’«»–—#>*_\\`|+-.)(123;:&<"
_WORDS = st.text(_LETTERS, min_size=1, max_size=30).map(lambda text: words(" ".join(text.split()))).filter(bool)
_TYPED = st.text(_LETTERS, min_size=1, max_size=30).map(str.strip).filter(bool).map(lambda text: (Run(text),))
_FLAT = st.lists(st.builds(ListItem, _WORDS), min_size=1, max_size=3).map(lambda items: BulletList(tuple(items)))
_ITEMS = st.builds(ListItem, _WORDS, st.lists(_FLAT, max_size=1).map(tuple))
_REFERENCES = _TYPED.map(lambda line: Paragraph((Run(f"Art. L. 6332-1 {text_of(line)}"),), ParagraphRole.REFERENCE))
_QUOTED = st.builds(Paragraph, _TYPED, st.just(ParagraphRole.CITATION))
_QUOTES = st.builds(
    lambda first, others: Quote((*first, *others)),
    st.lists(_REFERENCES, max_size=1),
    st.lists(_QUOTED, min_size=1, max_size=3),
)
_BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, _WORDS),
    st.builds(Heading, st.just(HeadingRole.RUBRIQUE), st.just(3), _WORDS),
    st.lists(_ITEMS, min_size=1, max_size=3).map(lambda items: BulletList(tuple(items))),
    _QUOTES,
)


def read(markdown: str) -> tuple[Block, ...]:
    """Return the blocks that a Markdown text says."""
    found = tuple(block for node in nodes(markdown) for block in blocks(node.body, Values()))
    return tuple(normal(document(*found)).blocks)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(found=st.lists(_BLOCKS, min_size=1, max_size=5))
def test_any_text_comes_back_whatever_signs_it_holds(found: list[Block], templates: WordTemplates) -> None:
    between = Paragraph(words("Puis"))
    paper = document(*(part for block in found for part in (block, between)))
    assert read(taken(paper, templates)) == tuple(normal(paper).blocks)


@pytest.mark.parametrize("mark", [Mark.STRONG, Mark.EMPHASIS])
def test_strong_and_emphasis_come_back(mark: Mark, templates: WordTemplates) -> None:
    line = (Run("Le "), Run("comité * de", frozenset({mark})), Run(" pilotage"))
    assert read(taken(document(Paragraph(line)), templates)) == (Paragraph(line),)


def test_each_return_to_the_line_comes_back_as_an_alinea(templates: WordTemplates) -> None:
    first, second = (Run("Le comité"),), (Run("se réunit"),)
    broken = (*first, Break(), *second)
    assert read(taken(document(Paragraph(broken)), templates)) == (Paragraph(first), Paragraph(second))
    items = document(BulletList((ListItem(broken), ListItem(second))))
    assert taken(items, templates) == "- Le comité\n\nse réunit\n\n- se réunit\n"


@pytest.mark.parametrize(("convention", "dossier"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_names_of_articles_come_back_where_their_titles_are_those_of_the_model(
    convention: Convention, dossier: Dossier, templates: WordTemplates
) -> None:
    paper = write_convention(convention, dossier)
    again = convention.avec(texte="repris.md", articles=())
    files = {**dossier.files, "repris.md": taken(paper, templates).encode()}
    others = tuple(Entree(again) if entree.piece is convention else entree for entree in dossier.entrees)
    found, before = articles_of(again, Dossier(others, files)), articles_of(convention, dossier)
    assert all(before[key] == number for key, number in found.items() if key in before)


def test_nothing_is_doubted_of_an_own_file_but_what_the_data_give(templates: WordTemplates) -> None:
    _, convention, dossier = CASES[0]
    drawn = draw_word(write_convention(convention, dossier), templates).content
    assert {finding.code for finding in take_back(drawn, Path("c.docx").name).findings} <= {
        "REP-01",
        "REP-03",
        "REP-09",
        "REP-10",
    }
