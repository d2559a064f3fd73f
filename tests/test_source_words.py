"""All the words of the printed convention, and of its blank form, stand in order in the Word and in the PDF.

The closed list of corrections is that of the sample (`samples/atlas/convention.yaml`, `corrections:`); each difference
found must be one of `CORRECTED`, and each of them must be found. List markers, the blank of the date and the tick boxes
are drawn, not written; the partner's mark is a picture, whose alternative says its words.
"""

import difflib
import re
from pathlib import Path

import pytest

from docgen.layout.engines import Engines, Format
from docgen.pipeline import load
from docgen.resources import samples_folder, templates_folder
from docgen.text.convention import write_convention
from docgen.tree import Document, Logo, Signs
from tests.readers import paragraphs

SOURCE = Path(__file__).parent / "sources" / "convention-atlas.txt"

CORRECTED = [
    ("Atlas OPCO", ""),
    ("DE", "DES"),
    ("", ","),
    ("", "."),
    ("", "."),
    ("", "."),
    (". . .", "…"),
    ("3 °", "3e"),
    ("-", "–"),
    ("-", "–"),
    (". . .", "…"),
    ("1 ^ { er }", "1er"),
    ("L6332", "L . 6332"),
    ("R6332", "R . 6332"),
    (".", ","),
    ("-", "–"),
    ("", ","),
    (". . .", "…"),
    (". . .", "…"),
    ("PRÉSENTI SÉCTEUR", "PRESSENTI SECTEUR"),
]


def tokens(text: str) -> list[str]:
    """The words and the signs of `text`."""
    return re.findall(r"[^\W_]+|[^\w\s]", text)


def source() -> str:
    """The printed text without what its transcription adds: markup, rules of tables, list markers, boxes, the blank."""
    text = SOURCE.read_text(encoding="utf-8")
    text = re.sub(r"<input[^>]*>|\*+|_{3,}|^- |^--\s+--$", "", text, flags=re.MULTILINE)
    return text.replace("'", "’")


@pytest.fixture(scope="module")
def to_sign() -> Document:
    dossier, _ = load(samples_folder() / "atlas")
    (entree,) = [one for one in dossier.entrees if one.piece.cle == "convention/atlas-2021-a-signer"]
    return write_convention(entree.piece, dossier)  # type: ignore[arg-type]


@pytest.mark.parametrize("format", list(Format))
def test_every_word_of_the_printed_convention_is_there_in_order(to_sign: Document, format: Format) -> None:
    drawn = Engines(templates_folder()).draw(to_sign, format, dict)
    printed, made = tokens(source()), tokens(" ".join(paragraphs(drawn)))
    matcher = difflib.SequenceMatcher(None, printed, made, autojunk=False)
    found = [
        (" ".join(printed[a:b]), " ".join(made[c:d])) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"
    ]
    assert found == CORRECTED


def test_the_words_of_the_partners_mark_are_its_alternative(to_sign: Document) -> None:
    (signs,) = [block for block in to_sign.blocks if isinstance(block, Signs)]
    (mark,) = signs.partners
    assert isinstance(mark, Logo)
    assert mark.alternative.startswith("Atlas OPCO")
