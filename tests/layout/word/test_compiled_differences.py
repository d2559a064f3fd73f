"""Every point where we mean not to equal docxtpl, with the reason: it loses or spoils something there."""

import re
from datetime import date

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError
from lxml import etree

from docgen.errors import TemplateError
from docgen.layout.word.compiled import CompiledTemplate
from tests.layout.word.oracle import (
    OFFICE,
    PACKAGE,
    W,
    body_of,
    canonical_parts,
    cell,
    docxtpl_render,
    paragraph,
    parts_of,
    table,
    texts_of,
    word_file,
    zipped,
)


def ours(template: bytes, **context: object) -> bytes:
    return CompiledTemplate.compile(template, "essai.docx").render(context)


def columns_of(content: bytes) -> list[int]:
    return [len(grid) for grid in body_of(content).iter(f"{{{W}}}tblGrid")]


def core_texts(content: bytes) -> dict[str, str]:
    root = etree.fromstring(parts_of(content)["docProps/core.xml"])
    return {etree.QName(item).localname: item.text for item in root if item.text}


def test_core_properties_are_escaped_once_where_docxtpl_escapes_them_twice() -> None:
    template = word_file("", core="<dc:title>{{ t }}</dc:title>")
    assert core_texts(ours(template, t="Bilan & <suites>")) == {"title": "Bilan & <suites>"}
    assert core_texts(docxtpl_render(template, {"t": "Bilan & <suites>"})) == {"title": "Bilan &amp; &lt;suites&gt;"}


def test_all_core_properties_are_filled_where_docxtpl_leaves_keywords_and_category_raw() -> None:
    template = word_file("", core="<cp:keywords>{{ t }}</cp:keywords><cp:category>{{ t }}</cp:category>")
    assert core_texts(ours(template, t="mots")) == {"keywords": "mots", "category": "mots"}
    assert core_texts(docxtpl_render(template, {"t": "mots"})) == {"keywords": "{{ t }}", "category": "{{ t }}"}


def test_core_properties_are_otherwise_the_same_but_for_the_empty_ones_that_docxtpl_adds() -> None:
    names = ("title", "subject", "creator", "description", "identifier", "language")
    template = word_file("", core="".join(f"<dc:{name}>le {{{{ t }}}}</dc:{name}>" for name in names), styles="")
    assert canonical_parts(ours(template, t="titre")) == canonical_parts(docxtpl_render(template, {"t": "titre"}))
    alone = word_file("", core="<dc:title>{{ t }}</dc:title>")
    assert core_texts(docxtpl_render(alone, {"t": "titre"})) == core_texts(ours(alone, t="titre"))


def test_a_core_property_may_be_long_where_docxtpl_fails() -> None:
    template = word_file("", core="<dc:title>{{ t }}</dc:title>")
    assert core_texts(ours(template, t="long " * 60)) == {"title": "long " * 60}
    with pytest.raises(ValueError, match=r"255"):
        docxtpl_render(template, {"t": "long " * 60})


def test_no_core_properties_are_invented() -> None:
    template = word_file(paragraph("a"))
    assert "docProps/core.xml" not in parts_of(ours(template))
    assert "Word Document" in core_texts(docxtpl_render(template, {})).values()


def test_core_properties_that_libreoffice_saved_are_found_where_docxtpl_adds_a_second_part_of_that_name() -> None:
    template = word_file(paragraph("a"), core="<dc:title>{{ t }}</dc:title>")
    rels = parts_of(template)["_rels/.rels"].replace(
        f"{PACKAGE}/relationships/metadata".encode(), f"{OFFICE.lower()}/metadata".encode()
    )
    saved = zipped(parts_of(template) | {"_rels/.rels": rels})
    assert core_texts(ours(saved, t="titre")) == {"title": "titre"}
    with pytest.warns(UserWarning, match="Duplicate name: 'docProps/core.xml'"):
        docxtpl_render(saved, {"t": "titre"})


def test_a_missing_value_is_a_hole_where_docxtpl_prints_nothing() -> None:
    template = word_file(paragraph("un {{ fiche.titre }} ici"))
    assert texts_of(ours(template, fiche={})) == ["un [à compléter\u00a0: fiche.titre] ici"]
    assert texts_of(docxtpl_render(template, {"fiche": {}})) == ["un  ici"]


def test_none_is_a_hole_where_docxtpl_prints_none() -> None:
    template = word_file(paragraph("{{ titre }}"))
    assert texts_of(ours(template, titre=None)) == ["[à compléter\u00a0: titre]"]
    assert texts_of(docxtpl_render(template, {"titre": None})) == ["None"]


def test_what_is_looked_for_in_a_missing_value_is_a_hole_where_docxtpl_fails() -> None:
    template = word_file(paragraph("{{ fiche.porteur.nom }}"))
    assert texts_of(ours(template)) == ["[à compléter\u00a0: fiche.porteur.nom]"]
    with pytest.raises(UndefinedError):
        docxtpl_render(template, {})


@pytest.mark.parametrize("value", ["un\rdeux", "un\r\ndeux", "un\vdeux"])
def test_every_line_end_is_a_line_break_where_docxtpl_knows_one(value: str) -> None:
    template = word_file(paragraph("{{ v }}"))
    assert texts_of(ours(template, v=value)) == ["un\ndeux"]


def test_forbidden_characters_go_alone_where_docxtpl_loses_the_text_after_them() -> None:
    template = word_file(paragraph("{{ v }}") + paragraph("suite {{ w }}"))
    values = {"v": "a\x01b", "w": "R&D"}
    assert texts_of(ours(template, **values)) == ["ab", "suite R&D"]
    assert texts_of(docxtpl_render(template, values)) != ["ab", "suite R&D"]


def test_escaped_braces_are_for_the_template_where_docxtpl_changes_values_too() -> None:
    template = word_file(paragraph("{_{ et {{ v }}"))
    assert texts_of(ours(template, v="{_{ %_}")) == ["{{ et {_{ %_}"]
    assert texts_of(docxtpl_render(template, {"v": "{_{ %_}"})) == ["{{ et {{ %}"]


def test_a_table_in_a_cell_leaves_the_outer_grid_alone_where_docxtpl_counts_its_cells() -> None:
    template = word_file(table(("x", "y")).replace(cell("x"), f"<w:tc>{table(('a', 'b', 'c'))}<w:p/></w:tc>"))
    assert columns_of(ours(template)) == [2, 3]
    assert columns_of(docxtpl_render(template, {})) == [3, 3]


def test_columns_that_a_row_skips_are_columns_where_docxtpl_removes_them() -> None:
    skipping = table(("a", "b"), columns=3).replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>')
    assert columns_of(ours(word_file(skipping))) == [3]
    assert columns_of(docxtpl_render(word_file(skipping), {})) == [2]


def test_cells_in_content_controls_are_cells_where_docxtpl_removes_their_columns() -> None:
    controlled = table(("a", "b")).replace(cell("b"), f"<w:sdt><w:sdtContent>{cell('b')}</w:sdtContent></w:sdt>")
    assert columns_of(ours(word_file(controlled))) == [2]
    assert columns_of(docxtpl_render(word_file(controlled), {})) == [1]


def test_a_table_without_a_grid_is_drawn_where_docxtpl_fails() -> None:
    template = word_file("<w:tbl><w:tblPr/><w:tr>" + cell("{{ v }}") + "</w:tr></w:tbl>")
    assert texts_of(ours(template, v="a")) == ["a"]
    with pytest.raises(AttributeError):
        docxtpl_render(template, {"v": "a"})


def test_text_after_a_text_box_keeps_its_breaks_where_docxtpl_leaves_them_raw() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('boîte')}</w:txbxContent></w:pict></w:r>"
    template = word_file(f"<w:p><w:pPr><w:pStyle w:val='Corps'/></w:pPr>{box}<w:r><w:t>{{{{ v }}}}</w:t></w:r></w:p>")
    assert len(body_of(ours(template, v="a\nb")).findall(f".//{{{W}}}br")) == 1
    assert not body_of(docxtpl_render(template, {"v": "a\nb"})).findall(f".//{{{W}}}br")
    styles = body_of(ours(template, v="a\ab")).findall(f".//{{{W}}}pStyle")
    assert [style.get(f"{{{W}}}val") for style in styles] == ["Corps", "Corps"]


def test_footnotes_are_filled_once_where_docxtpl_fills_them_again_for_each_section() -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    template = word_file(section, footnotes=paragraph("{{ v }}"))
    values = {"v": "{{ secret }}", "secret": "lu"}
    assert texts_of(ours(template, **values), "word/footnotes.xml") == ["{{ secret }}"]
    assert texts_of(docxtpl_render(template, values), "word/footnotes.xml") == ["lu"]


def test_a_tag_between_two_levels_is_refused_where_docxtpl_drops_what_does_not_fit() -> None:
    template = word_file(paragraph("{% if v %}dit") + table(("{% endif %}a", "b")) + paragraph("suite"))
    with pytest.raises(
        TemplateError, match=r"paragraphe 1 : la balise « {% if v %} » s’ouvre et se ferme à deux endroits"
    ):
        ours(template, v=False)
    assert texts_of(docxtpl_render(template, {"v": False})) != ["", "b", "suite"]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("{% for x in v %}", "{% endfor %}"),
        ("{% if v %}{% elif w %}", "{% endif %}"),
        ("{% if v %}a{% else %}", "{% endif %}"),
        ("{% for x in v %}a{% else %}", "{% endfor %}"),
        ("{% macro m() %}", "{% endmacro %}"),
    ],
)
def test_no_tag_may_open_at_one_level_and_close_at_another(opening: str, closing: str) -> None:
    first = re.escape(opening[: opening.index("}") + 1])
    with pytest.raises(
        TemplateError, match=f"paragraphe 2 : la balise « {first} » s’ouvre et se ferme à deux endroits"
    ):
        ours(word_file(paragraph("a") + paragraph(opening) + table((closing, "b"))))


def test_a_tag_that_nothing_fills_is_refused_where_docxtpl_prints_it() -> None:
    template = word_file(paragraph("a"), endnotes=paragraph("{{ v }}"))
    with pytest.raises(TemplateError, match=r"word/endnotes.xml : la balise « {{ v }} »"):
        ours(template, v="b")
    assert texts_of(docxtpl_render(template, {"v": "b"}), "word/endnotes.xml") == ["{{ v }}"]


def test_a_syntax_error_is_our_own_error_where_docxtpl_raises_that_of_jinja() -> None:
    template = word_file(paragraph("{{ a b }}"))
    with pytest.raises(TemplateError, match=r"essai.docx : word/document.xml, paragraphe 1 : la balise « {{ a b }} »"):
        ours(template)
    with pytest.raises(TemplateSyntaxError):
        docxtpl_render(template, {})


def test_other_values_are_printed_as_docxtpl_prints_them() -> None:
    template = word_file(paragraph("{{ a }} {{ b }} {{ c }} {{ d }}"))
    values = {"a": 12, "b": 1.5, "c": date(2026, 5, 31), "d": ["x", 1]}
    assert texts_of(ours(template, **values)) == texts_of(docxtpl_render(template, values))
