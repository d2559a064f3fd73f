"""A comparison on paper: a sign before each change, never colour alone, and a bar beside each changed alinéa."""

import re
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from docgen.amend.compare import compare
from docgen.layout.pdf.changes import spread
from docgen.layout.pdf.draw import PdfEngine
from docgen.layout.pdf.html import HtmlWriter
from docgen.text.comparaison import compared_texts, legend
from docgen.tree import Change, Document, Paragraph, Revision, Run, Signatures, paragraphs_of
from docgen.values import replace
from tests import pdf_reader
from tests.amend.atlas import amended, atlas
from tests.layout.pdf.conftest import TEMPLATES
from tests.layout.pdf.trees import alinea, document, every_block, signature


def comparison(before: Document, after: Document) -> Document:
    """Return two texts compared, as the changes of an avenant."""
    revision = Revision("Avenant n° 1", date(2022, 6, 14), legend("avenant n° 1"))
    return replace(compared_texts(before, after), revision=revision)


def html(before: Document, after: Document) -> str:
    """Return the page of a comparison, from its body on."""
    page = HtmlWriter(TEMPLATES).write(comparison(before, after))
    return page[page.index("<body") :]


def without_signs(line: str) -> str:
    return line.replace("[+]\u00a0", "").replace("[−]\u00a0", "")


def test_words_stand_after_their_sign_which_bears_no_line() -> None:
    page = html(document(alinea("au moins deux fois")), document(alinea("au moins trois fois")))
    assert (
        '<p class="alinea modifie">au moins <span class="signe">[−]\u00a0</span><del>deux</del> '
        '<span class="signe">[+]\u00a0</span><ins>trois</ins> fois</p>'
    ) in page


def test_the_space_before_a_change_bears_no_line_either() -> None:
    page = html(document(alinea("Deux fois.")), document(alinea("Deux fois par an.")))
    assert 'Deux fois <span class="signe">[+]\u00a0</span><ins>par an</ins>.' in page


def test_a_bar_stands_beside_changed_blocks_only() -> None:
    page = html(document(alinea("Un."), alinea("Deux.")), document(alinea("Un."), alinea("Trois.")))
    bars = re.findall(r'<p class="alinea( modifie)?">', page)
    assert bars == ["", " modifie", " modifie"]


def test_all_the_words_of_a_block_that_was_added_bear_its_change() -> None:
    for block in every_block():
        marked = replace(block, change=Change.INSERTED)
        before, after = document(), document(block)
        assert spread(document(marked)) == spread(compare(before, after))
        if any(paragraphs_of(after)) and "Signs" not in type(block).__name__:
            assert html(before, after).count("<ins>") > 1


def test_the_legend_comes_first_on_paper_on_the_page_of_the_cover(engine: PdfEngine) -> None:
    drawn = engine.draw(comparison(atlas(), amended())).content
    first, second, legend, *others = pdf_reader.paragraphs(drawn)
    assert (first, second) == (
        "COMPARAISON",
        "texte en vigueur avant l’avenant n°\u00a01 / texte résultant de l’avenant n°\u00a01",
    )
    assert legend.startswith("Les mots ajoutés sont [+]\u00a0soulignés et précédés du signe [+]")
    assert "au moins [−]\u00a0deux [+]\u00a0trois fois" in " ".join(others)
    assert "ENTRE" in PdfReader(BytesIO(drawn)).pages[0].extract_text()


def test_the_words_are_those_of_both_texts_beside_the_signs(engine: PdfEngine) -> None:
    paper = comparison(atlas(), amended())
    said = pdf_reader.paragraphs(engine.draw(paper).content)[3:]
    assert [words.replace(" ", "") for words in map(without_signs, said)] == [
        words.replace(" ", "") for words in paragraphs_of(paper)
    ]


def test_a_comparison_has_no_field_to_sign() -> None:
    signed = document(alinea("Fin."), Signatures(((signature(),),)))
    assert "<input" not in html(signed, document(alinea("Fin.")))
    assert "<input" not in html(signed, signed)


def test_the_engine_has_nothing_to_say_of_a_comparison(engine: PdfEngine) -> None:
    assert engine.draw(comparison(document(*every_block()), document(alinea("Fin.")))).findings == ()


def test_a_tree_that_bears_no_change_is_drawn_as_before() -> None:
    paper = document(Paragraph((Run("Un."),)))
    writer = HtmlWriter(TEMPLATES)
    assert writer.write(replace(paper, revision=Revision("OPCO", None))) == writer.write(paper)
