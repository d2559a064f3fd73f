"""Templates at fault stop with a sentence that names the file and the place."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.errors import TemplateError, UsageError
from docgen.layout.pdf.draw import PdfEngine
from docgen.layout.pdf.html import MACROS
from docgen.tree import Block, Box, BulletList, HeadingRole, ListItem, PageKind, ParagraphRole
from tests.layout.pdf.trees import document, title, words

TEMPLATES = Path(__file__).parents[3] / "templates"

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """Return a copy of the templates in which one file was edited."""

    def edit(name: str, old: str, new: str) -> Path:
        folder = tmp_path / "templates"
        shutil.copytree(TEMPLATES, folder)
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return edit


def test_every_kind_of_block_has_its_macro() -> None:
    assert set(MACROS) == set(Block.__args__)


@pytest.mark.parametrize("role", [*HeadingRole, *ParagraphRole, *PageKind])
def test_every_role_has_its_look(role: HeadingRole | ParagraphRole | PageKind) -> None:
    css_class = role.name.lower().replace("_", "-")
    assert f".{css_class} {{" in (TEMPLATES / "charte.css").read_text(encoding="utf-8")


def test_the_look_is_that_of_the_style_sheet(edited: Edit) -> None:
    drawn = PdfEngine(edited("charte.css", "size: A4;", "size: A5;")).draw(document(title()))
    (page,) = PdfReader(BytesIO(drawn.content)).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (420, 595)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("charte.css", "text-align: left;", "text-align: gauche;", "charte.css"),
        ("charte.css", "color: #1c1c1c;", "colour: #1c1c1c;", "colour"),
        ("blocs.html", "macro titre(", "macro autre(", "titre"),
        ("blocs.html", "{% endmacro %}", "", "blocs.html"),
    ],
)
def test_a_fault_seen_at_reading_names_the_file(edited: Edit, name: str, old: str, new: str, said: str) -> None:
    folder = edited(name, old, new)
    with pytest.raises(TemplateError, match=said):
        PdfEngine(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("acte.html", "document.short_title", "document.titre_court", "acte.html, ligne 7"),
        ("blocs.html", "bloc.content|mots", "bloc.contenu|mots", "blocs.html, ligne 18"),
        ("acte.html", "blocs.html", "inconnu.html", "inconnu.html"),
        ("acte.html", "{% endfor %}", "", "acte.html"),
        ("acte.html", "document.language", "document.__class__.__mro__", "acte.html"),
    ],
)
def test_a_fault_seen_at_drawing_names_the_place(edited: Edit, name: str, old: str, new: str, said: str) -> None:
    engine = PdfEngine(edited(name, old, new))
    with pytest.raises(TemplateError, match=said):
        engine.draw(document(title()))


def test_a_style_on_which_the_engine_fails_is_named(edited: Edit) -> None:
    engine = PdfEngine(edited("charte.css", "li::marker {", 'li::marker { content: "–";'))
    with pytest.raises(TemplateError, match=r"charte\.css"):
        engine.draw(document(BulletList((ListItem(words("point")),))))


def test_blocks_in_one_another_by_the_hundred_are_refused(engine: PdfEngine) -> None:
    block: Block = title()
    for _ in range(500):
        block = Box(words("ENCADRÉ"), (block,))
    with pytest.raises(UsageError, match="essai/2021-01"):
        engine.draw(document(block))


def test_a_folder_without_style_sheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"charte\.css"):
        PdfEngine(tmp_path)


def test_a_folder_without_fonts_is_refused(edited: Edit) -> None:
    folder = edited("charte.css", "A4", "A4")
    shutil.rmtree(folder / "polices")
    with pytest.raises(TemplateError, match="polices"):
        PdfEngine(folder)


def test_a_file_that_is_no_font_is_refused(edited: Edit) -> None:
    folder = edited("charte.css", "A4", "A4")
    (folder / "polices" / "Autre.ttf").write_bytes(b"not a font")
    with pytest.raises(TemplateError, match=r"Autre\.ttf"):
        PdfEngine(folder)
