"""The Word templates themselves: sound, clean, and still good once Word or LibreOffice has saved them."""

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from docgen.errors import TemplateError
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.layout.word.lint import lint
from docgen.tree import Document, Family, paragraphs_of
from tests.layout.pdf.trees import document, every_block
from tests.layout.word.conftest import TEMPLATES
from tests.specimens import fiche_specimen
from tests.word_reader import W, body, names, paragraphs, part, style_of

FILES = ("charte.docx", *(f"{family}.docx" for family in Family))


def changed(content: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """Return a Word file with one of its parts changed."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(result, "w") as target:
        for entry in source.namelist():
            text = source.read(entry)
            target.writestr(entry, change(text.decode()) if entry == name else text)
    return result.getvalue()


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a folder with templates of its own, to change."""
    for name in FILES:
        shutil.copy(TEMPLATES / name, tmp_path / name)
    return tmp_path


def change(path: Path, name: str, how: Callable[[str], str]) -> None:
    before = path.read_bytes()
    after = changed(before, name, how)
    assert part(after, name) is not None
    path.write_bytes(after)


@pytest.mark.parametrize("name", FILES)
def test_a_template_is_sound_and_has_no_look_but_its_styles(name: str, templates: WordTemplates) -> None:
    content = (TEMPLATES / name).read_bytes()
    assert lint(content, name, frozenset(templates.charte.ids), frozenset()) == ()


@pytest.mark.parametrize("name", FILES)
def test_a_template_starts_clean(name: str) -> None:
    content = (TEMPLATES / name).read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [entry for entry in names(content) if "thumbnail" in entry or "stylesWithEffects" in entry]
    (language,) = part(content, "word/styles.xml").iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language.get(f"{W}val") == "fr-FR"


@pytest.mark.parametrize("family", Family)
def test_the_look_of_a_family_is_that_of_the_charte(family: Family) -> None:
    own, shared = (TEMPLATES / f"{family}.docx").read_bytes(), (TEMPLATES / "charte.docx").read_bytes()
    for name in ("word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml"):
        assert etree.tostring(part(own, name)) == etree.tostring(part(shared, name))


def test_styles_are_found_by_name_once_their_ids_were_rewritten(house: Path) -> None:
    paper = document(*every_block())
    rewritten = {"EncadreTitre": "Encadrtitre", "ListeTiret": "Paragraphe12", "CadreEncadre": "Tableau7"}

    def rename(xml: str) -> str:
        for old, new in rewritten.items():
            xml = xml.replace(f'"{old}"', f'"{new}"')
        return xml

    change(house / "charte.docx", "word/styles.xml", rename)
    content = draw_word(paper, WordTemplates(house)).content
    used = {style_of(one) for one in body(content).iter(f"{W}p", f"{W}tbl")}
    assert used >= {*rewritten.values()}
    assert used.isdisjoint(rewritten)
    assert paragraphs(content) == paragraphs_of(paper)


def test_a_designer_changes_the_charte_and_every_form_follows(house: Path) -> None:
    change(house / "charte.docx", "word/styles.xml", lambda xml: xml.replace("1B365D", "7A1F1F"))
    change(house / "charte.docx", "word/theme/theme1.xml", lambda xml: xml.replace("F4F6F9", "FFF4F4"))
    content = draw_word(document(*every_block()), WordTemplates(house)).content
    assert b"7A1F1F" in etree.tostring(part(content, "word/styles.xml"))
    fills = {one.get(f"{W}fill") for one in body(content).iter(f"{W}shd")}
    assert "FFF4F4" in fills


def test_the_house_s_own_file_comes_before_docgen_s(house: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = tmp_path_factory.mktemp("own")
    shutil.copy(house / "formulaire.docx", own / "formulaire.docx")
    change(own / "formulaire.docx", "word/footer1.xml", lambda xml: xml.replace("{{ titre_court }}", "Maison"))
    content = draw_word(fiche_specimen(), WordTemplates(own, house)).content
    assert "Maison" in [text.text for text in part(content, "word/footer1.xml").iter(f"{W}t")]


@pytest.mark.parametrize(
    ("name", "inside", "before", "after", "told"),
    [
        ("charte.docx", "word/styles.xml", '"Encadré titre"', '"Encadré tête"', "styles : « Encadré titre »"),
        ("formulaire.docx", "word/document.xml", "{{p corps }}", "corps", "aucun paragraphe ne porte {{p corps }}"),
        ("formulaire.docx", "word/document.xml", ">formulaire<", ">fiche<", "une section commence par « fiche »"),
        ("formulaire.docx", "word/document.xml", ">formulaire<", ">texte<", "il manque la page « formulaire »"),
        ("formulaire.docx", "word/footer1.xml", "{{ titre_court }}", "{{ titre_long }}", "titre_long"),
        ("formulaire.docx", "word/footer1.xml", "{{ titre_court }}", "{{ titre_court ", "n’a pas son pendant"),
    ],
)
def test_a_fault_in_a_template_names_its_file_and_what_is_wrong(
    name: str, inside: str, before: str, after: str, told: str, house: Path
) -> None:
    change(house / name, inside, lambda xml: xml.replace(before, after))
    with pytest.raises(TemplateError, match=name) as caught:
        draw_word(fiche_specimen(), WordTemplates(house))
    assert told in str(caught.value)


@pytest.mark.parametrize("name", ["charte.docx", "formulaire.docx"])
def test_a_template_that_is_not_there_is_named(name: str, house: Path) -> None:
    (house / name).unlink()
    with pytest.raises(TemplateError, match=name):
        draw_word(fiche_specimen(), WordTemplates(house))


def test_a_file_that_is_no_word_file_is_named(house: Path) -> None:
    (house / "charte.docx").write_bytes(b"rien")
    with pytest.raises(TemplateError, match=r"charte\.docx"):
        draw_word(fiche_specimen(), WordTemplates(house))


def test_what_a_template_shows_a_designer_is_not_printed(templates: WordTemplates) -> None:
    paper: Document = fiche_specimen()
    assert "formulaire" not in paragraphs(draw_word(paper, templates).content)
