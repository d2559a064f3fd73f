"""What a colleague put, in a word processor, into a file that docgen made comes back in the article where it stands."""

import re
import zipfile
from io import BytesIO

import pytest

from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.resources import templates_folder
from docgen.takeback import TakenBack, take_back
from docgen.text.words import words
from docgen.tree import (
    Align,
    Article,
    Column,
    Heading,
    HeadingRole,
    Paragraph,
    ParagraphRole,
    Row,
    Table,
)
from tests.layout.pdf.trees import document

GRID = Table(
    (),
    (Column(words("Poste"), 20), Column(words("Montant"), 20, Align.AMOUNT)),
    (Row((words("Salle"), words("1 200 €"))), Row((words("Repas"), words("300 €")))),
)
PAPER = document(
    Article(
        "1er",
        Heading(HeadingRole.ARTICLE, 2, words("Article 1er – Moyens")),
        (Paragraph(words("Les moyens sont :")), GRID, Paragraph(words("Ils sont revus."))),
    ),
    Paragraph(words("Fait à Paris"), ParagraphRole.FAIT),
    GRID,
)
TEXT = """## Article 1er – Moyens

Les moyens sont :

| Poste | Montant |
| --- | {} |
| Salle | 1 200 € |
| Repas | 300 € |

Ils sont revus.
"""


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return draw_word(PAPER, WordTemplates(templates_folder())).content


def edited(content: bytes, pattern: str, by: str) -> TakenBack:
    """Return what a file says once `pattern` of its body is replaced."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                changed = re.sub(pattern, by, part.decode())
                assert changed != part.decode() or not pattern
                part = changed.encode()
            new.writestr(name, part)
    return take_back(made.getvalue(), "papier.docx")


def said(taken: TakenBack) -> str:
    return re.sub(r" \{#[a-z-]+\}", "", taken.markdown.replace("\u00a0", " ").replace("\u202f", " "))


@pytest.mark.parametrize(
    ("pattern", "by"),
    [
        ("", ""),
        ('<w:tblStyle w:val="[^"]*"/>', '<w:tblStyle w:val="TableGrid"/>'),
        ('<w:tblStyle w:val="[^"]*"/>', ""),
    ],
    ids=["untouched", "a style of another", "no style"],
)
def test_a_table_of_an_article_comes_back_with_the_alignment_of_its_columns(
    drawn: bytes, pattern: str, by: str
) -> None:
    taken = edited(drawn, pattern, by)
    assert said(taken) == TEXT.format("---:")
    assert "Poste" in taken.left


def test_a_column_that_is_centred_comes_back_centred(drawn: bytes) -> None:
    taken = edited(drawn, '<w:pStyle w:val="Montant"/>', '<w:pStyle w:val="Montant"/><w:jc w:val="center"/>')
    assert said(taken) == TEXT.format(":---:")


def test_a_line_of_another_hand_stays_in_its_article_and_is_said(drawn: bytes) -> None:
    taken = edited(
        drawn,
        r"<w:p[ >](?:(?!<w:p[ >]).)*Ils sont revus\.</w:t></w:r></w:p>",
        '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>Ils sont payés.</w:t></w:r></w:p>',
    )
    assert said(taken).endswith("\n\nIls sont payés.\n")
    assert [one.code for one in taken.findings if "Ils sont payés." in one.message] == ["REP-02"]
