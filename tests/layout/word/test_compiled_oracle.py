"""docxtpl is the oracle: what we give equals what it gives, part by part, in canonical form."""

from collections.abc import Callable

import pytest
from docxtpl import Listing, RichText, RichTextParagraph

from benchmarks.engine import TEMPLATE, long_prose, prose_with_line_ends, short_values
from docgen.layout.word.compiled import CompiledTemplate
from tests.layout.word.oracle import canonical_parts, cell, docxtpl_render, paragraph, table, word_file

PEOPLE = [{"nom": "Élodie N’Diaye", "age": 41}, {"nom": "Jean <Le> & Fils", "age": 7}]
VALUES = {
    "titre": "Salon : « les métiers »",
    "texte": "l’été & <l’hiver> \"ou\" 'non'",
    "lignes": "une\ndeux\n\nquatre",
    "tabulé": "a\tb\tc",
    "alinéas": "un\adeux\atrois",
    "pages": "avant\faprès",
    "tout": "a\tb\nc\ad\fe",
    "gens": PEOPLE,
    "vide": [],
    "vrai": True,
    "faux": False,
    "nombre": 12,
    "mots": ["un", "deux", "trois"],
    "matrice": [[1, 2, 3], [4, 5, 6]],
    "ragged": [[1], [2, 3, 4]],
    "riche": RichText("gras & <fort>", bold=True),
    "listé": Listing("un\ndeux & <trois>\n\tquatre"),
    "paragraphe_riche": RichTextParagraph("entier", parastyle="Titre"),
}
ANCHOR = '<w:r><w:drawing><wp:inline><wp:docPr id="{}" name="image"/></wp:inline></w:drawing></w:r>'
SPAN = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc>'
BOX = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"
BODIES = {
    "short values": paragraph("{{ titre }}") + paragraph("de {{ gens[0].nom }}, {{ nombre }} ans"),
    "no tag at all": paragraph("rien\tà\nremplir"),
    "special characters": paragraph("{{ texte }}") + paragraph("{{ gens[1].nom }} &amp; &lt;{{ titre }}&gt;"),
    "a tag cut into runs": "<w:p><w:r><w:t>{{ ti</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tre }}!</w:t></w:r></w:p>",
    "braces cut into runs": "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ titre }</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>",
    "loop over paragraphs": paragraph("{%p for g in gens %}") + paragraph("{{ g.nom }}") + paragraph("{%p endfor %}"),
    "empty loop": paragraph("{%p for g in vide %}") + paragraph("{{ g.nom }}") + paragraph("{%p endfor %}"),
    "loop with else": paragraph("{% for g in vide %}{{ g }}{% else %}personne{% endfor %}"),
    "loop in one line": paragraph(
        "{% for m in mots %}{{ loop.index }}. {{ m }}{% if not loop.last %}, {% endif %}{% endfor %}"
    ),
    "condition over paragraphs": paragraph("{%p if faux %}")
    + paragraph("non")
    + paragraph("{%p elif vrai %}")
    + paragraph("oui")
    + paragraph("{%p else %}")
    + paragraph("jamais")
    + paragraph("{%p endif %}"),
    "condition in one line": paragraph("{% if nombre &gt; 10 and nombre &lt; 20 %}dizaine{% endif %}"),
    "typographic quotes that make a string": paragraph("{% if titre == ‘x’ %}a{% else %}{{ “b” }}{% endif %}"),
    "nested loops": paragraph("{%p for g in gens %}")
    + paragraph("{{ g.nom }}")
    + paragraph("{%p for m in mots %}")
    + paragraph("{{ m }} de {{ g.nom }}")
    + paragraph("{%p endfor %}")
    + paragraph("{%p endfor %}"),
    "loop over rows": table(
        ("Nom", "Âge"), ("{%tr for g in gens %}", ""), ("{{ g.nom }}", "{{ g.age }}"), ("{%tr endfor %}", "")
    ),
    "loop over no row": table(("{%tr for g in vide %}", ""), ("{{ g.nom }}", "{{ g.age }}"), ("{%tr endfor %}", "")),
    "columns that grow": table(
        ("{%tr for l in matrice %}", ""),
        ("{%tc for c in l %}", "{{ c }}", "{%tc endfor %}"),
        ("{%tr endfor %}", ""),
        columns=2,
    ),
    "columns that shrink": table(("a", "{%tc if faux %}", "b", "{%tc endif %}", "c"), columns=6),
    "ragged rows": table(
        ("{%tr for l in ragged %}", ""),
        ("{%tc for c in l %}", "{{ c }}", "{%tc endfor %}"),
        ("{%tr endfor %}", ""),
        columns=2,
    ),
    "a grid that never fitted": table(("a", "b"), ("c", "d"), columns=5),
    "spanned columns": table(("a", "b"), columns=2).replace(
        "</w:tbl>", f"<w:tr>{SPAN.format(paragraph('c'))}</w:tr></w:tbl>"
    ),
    "spans that leave a column over": table(("a",), columns=3).replace(cell("a"), SPAN.format(paragraph("a"))),
    "colspan tag": table(("{% colspan nombre - 10 %}a",), ("b", "c"), columns=2),
    "cellbg tag": table(("{% cellbg mots[0] %}a", "b"), columns=2),
    "vertical merge": table(("{%tr for m in mots %}", ""), ("{% vm %}genre", "{{ m }}"), ("{%tr endfor %}", "")),
    "horizontal merge": table(
        ("{%tc for m in mots %}", "{% hm %}genre", "{%tc endfor %}"),
        ("{%tc for m in mots %}", "{{ m }}", "{%tc endfor %}"),
    ),
    "line ends": paragraph("{{ lignes }}", "Corps", "<w:b/>"),
    "tabs": paragraph("{{ tabulé }}", "Corps", "<w:b/>"),
    "paragraph breaks": paragraph("avant {{ alinéas }} après", "Corps", "<w:i/>"),
    "page breaks": paragraph("{{ pages }}", "Corps", "<w:i/>"),
    "every break at once": paragraph("{{ tout }}") + table(("{{ tout }}", "{{ lignes }}")),
    "breaks beside an attribute": '<w:p w:rsidR="{{ lignes }}"><w:r><w:t>{{ lignes }}</w:t></w:r></w:p>',
    "rich text": paragraph("avant {{r riche }} après", "Corps", "<w:i/>"),
    "rich paragraph": paragraph("{{p paragraphe_riche }}") + paragraph("suite"),
    "listing": paragraph("{{ listé }}", "Corps", "<w:i/>"),
    "comments": paragraph("a{# rien #}b") + paragraph("{#p rien du tout #}") + paragraph("c"),
    "run tags": paragraph("a{%r if vrai %}b{%r endif %}c"),
    "joined paragraphs": paragraph("un") + paragraph("{%- if vrai %}deux{% endif -%}") + paragraph("trois"),
    "set and filters": paragraph("{% set n = mots|length %}{{ n }} : {{ mots|join(', ')|upper }}"),
    "macro": paragraph("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(titre) }} {{ m(texte) }}"),
    "escaped braces": paragraph("{_{ titre }_} {_% if %_}"),
    "braces of text": paragraph("{ seule } et {{ '{{' }}"),
    "drawings": f"<w:p>{ANCHOR.format(7)}{ANCHOR.format(7)}</w:p>"
    + table((f"</w:t></w:r>{ANCHOR.format(7)}<w:r><w:t>",)),
    "drawings in a loop": paragraph("{%p for m in mots %}")
    + f"<w:p>{ANCHOR.format(1)}</w:p>"
    + paragraph("{%p endfor %}"),
    "text box": BOX.format(paragraph("{{ lignes }}", "Boîte")),
    "raw block": paragraph("{% raw %}{{ titre }}{% endraw %}"),
    "empty paragraphs": '<w:p/><w:p w:rsidR="1"/>' + paragraph("{{ lignes }}"),
}


def assert_same(template: bytes, context: dict[str, object]) -> None:
    """Fail where a part that docxtpl gives is not the same in ours."""
    ours = canonical_parts(CompiledTemplate.compile(template, "essai.docx").render(context))
    theirs = canonical_parts(docxtpl_render(template, context))
    if "docProps/core.xml" not in ours:
        forget_core(theirs)
    assert ours == theirs


def forget_core(parts: dict[str, object]) -> None:
    """Take out the core properties that python-docx invents where there are none ("Word Document", by python-docx)."""
    del parts["docProps/core.xml"]
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = {item for item in parts[name] if "core" not in str(item)}  # type: ignore[attr-defined]


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_body_is_filled_as_docxtpl_does(body: str) -> None:
    assert_same(word_file(body, styles=""), VALUES)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("values", [short_values, long_prose, prose_with_line_ends])
@pytest.mark.parametrize("name", ["fiche.docx", "fiche-libreoffice.docx"])
def test_a_whole_template_as_word_or_libreoffice_saves_it_is_filled_as_docxtpl_does(
    name: str, values: Callable[[], dict[str, object]]
) -> None:
    template = (TEMPLATE.parent / name).read_bytes()
    ours = canonical_parts(CompiledTemplate.compile(template, name).render(values()))
    theirs = canonical_parts(docxtpl_render(template, values()))
    # Core properties, and the way to them from the root, have their own tests among the differences.
    told_elsewhere = {"docProps/core.xml", "_rels/.rels", "[Content_Types].xml"}
    assert ours.keys() == theirs.keys()
    assert {part for part in ours if ours[part] != theirs[part]} <= told_elsewhere


@pytest.mark.parametrize("part", ["header", "footer", "footnotes"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_part_around_the_body_is_filled_as_docxtpl_does(part: str, body: str) -> None:
    assert_same(word_file(paragraph("{{ titre }}"), "", **{part: body}), VALUES)
