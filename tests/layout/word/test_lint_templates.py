"""All the faults of a template, at once, each with its place, in French."""

import pickle
from pathlib import Path

import pytest

from docgen.errors import TemplateError
from docgen.layout.word.compiled import CompiledTemplate
from docgen.layout.word.faults import LintFault
from docgen.layout.word.lint import lint
from tests.layout.word.oracle import paragraph, table, word_file

FICHE = Path(__file__).parents[3] / "benchmarks" / "templates" / "fiche.docx"
STYLES = (
    '<w:style w:styleId="A"><w:name w:val="Alinéa"/></w:style><w:style w:styleId="V"><w:name w:val="Vieux"/></w:style>'
)
PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image 1"{}/></wp:inline></w:drawing></w:r>'
ALTERNATIVE = ' descr="Carte de la région"'


def faults_of(*lines: str) -> tuple[LintFault, ...]:
    return lint(word_file("".join(map(paragraph, lines))), "essai.docx")


def test_an_ordinary_template_has_no_fault() -> None:
    assert lint(FICHE.read_bytes(), FICHE.name) == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{{ a b }}", "la balise « {{ a b }} » ne se lit pas : « b » n’y a pas sa place."),
        ("{{ }}", "la balise « {{ }} » ne se lit pas : l’expression s’arrête trop tôt."),
        ("{{ a|chose }}", "la balise « {{ a|chose }} » ne se lit pas : le filtre ou test « chose » n’existe pas."),
        ("{% truc %}", "la balise « {% truc %} » ne se lit pas : « truc » n’est pas un mot-clé connu."),
        ("{{ l’été }}", 'la balise « {{ l’été }} » ne se lit pas : le caractère "\'" n’y a pas sa place.'),
        ("{% if a %}", "la balise « {% if a %} » n’est jamais fermée."),
        ("{% endfor %}", "la balise « {% endfor %} » ne ferme rien."),
        ("{% else %}", "la balise « {% else %} » n’est dans aucun « if »."),
        ("{{ a", "« {{ » n’a pas son pendant."),
        ("a }}", "« }} » n’a pas son pendant."),
        (
            "{% include 'a' %}",
            "la balise « {% include 'a' %} » va chercher un autre gabarit, ce qui n’est pas possible ici.",
        ),
        ("{{ loop.index }}", "la balise « {{ loop.index }} » n’a de sens que dans une boucle « for »."),
        ("{%p if a %} mot", "« mot » serait perdu : « {%p if a %} » remplace tout le paragraphe."),
        ("{{ 'l”a' }}", "la balise « {{ 'l”a' }} » contient des guillemets ou apostrophes typographiques."),
        (
            "{{ InlineImage(a) }}",
            "la balise « {{ InlineImage(a) }} » emploie InlineImage, qui n’est pas pris en charge.",
        ),
    ],
)
def test_a_fault_is_told_with_its_part_its_paragraph_and_its_tag(line: str, message: str) -> None:
    faults = faults_of("avant", line)
    assert ("word/document.xml, paragraphe 2", message) in [(fault.place, fault.message) for fault in faults]


def test_a_level_tag_out_of_its_element_is_told() -> None:
    (fault,) = faults_of("{%tr for a in b %}", "{%tr endfor %}")
    assert "« tr » n’est pas dans la ligne, la cellule ou le paragraphe qu’il lui faut" in fault.message


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    faults = faults_of("{{ a b }}", "{% for x in y %}", "{{ c d }}", "{% endif %}")
    assert [fault.paragraph for fault in faults] == [1, 2, 3, 4]


def test_an_inner_tag_left_open_is_told_where_it_opens() -> None:
    faults = faults_of("{% if a %}", "{% for x in y %}", "{% endif %}")
    assert [(fault.paragraph, fault.message) for fault in faults] == [
        (2, "la balise « {% for x in y %} » n’est pas fermée."),
    ]


def test_paragraphs_of_tables_and_text_boxes_are_counted() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('b')}</w:txbxContent></w:pict></w:r></w:p>"
    faults = lint(word_file(table(("a", "b")) + box + paragraph("{{ a b }}")), "essai.docx")
    assert [fault.paragraph for fault in faults] == [5]


def test_each_part_is_looked_at() -> None:
    faulty = paragraph("{{ a b }}")
    content = word_file(faulty, header=faulty, footer=faulty, footnotes=faulty, core="<dc:title>{{ a b }}</dc:title>")
    assert [fault.part for fault in lint(content, "essai.docx")] == [
        "docProps/core.xml",
        "word/document.xml",
        "word/footer.xml",
        "word/footnotes.xml",
        "word/header.xml",
    ]


def test_a_tag_that_nothing_fills_is_told() -> None:
    (fault,) = lint(word_file("", endnotes=paragraph("{{ a }}")), "essai.docx")
    assert fault.place == "word/endnotes.xml"
    assert "n’est pas remplie" in fault.message


def test_what_stands_beside_a_row_tag_or_a_second_one_is_told_as_lost() -> None:
    beside = lint(
        word_file(table(("{%tr for a in b %}", "Total"), ("{{ a }}", ""), ("{%tr endfor %}", ""))), "essai.docx"
    )
    assert [fault.message for fault in beside] == [
        "« Total » serait perdu : « {%tr for a in b %} » remplace toute la ligne."
    ]
    twice = lint(word_file(paragraph("{{p un }}{{p deux }}")), "essai.docx")
    assert [fault.message for fault in twice] == [
        "« {{p un }} » serait perdu : « {{p deux }} » remplace tout le paragraphe."
    ]


def test_a_picture_without_an_alternative_is_told() -> None:
    body = f"<w:p>{PICTURE.format('')}</w:p><w:p>{PICTURE.format(ALTERNATIVE)}</w:p>"
    (fault,) = lint(word_file(body), "essai.docx")
    assert (fault.paragraph, fault.message) == (1, "l’image « Image 1 » n’a pas de texte de remplacement.")


def test_a_style_that_the_house_lacks_is_told_by_its_name() -> None:
    content = word_file(paragraph("a", "A") + paragraph("b", "V") + paragraph("c", "Rien"), styles=STYLES)
    assert [(fault.paragraph, fault.message) for fault in lint(content, "essai.docx", frozenset({"Alinéa"}))] == [
        (2, "le style « Vieux » n’est pas dans la charte."),
        (3, "le style « Rien » n’est pas défini dans le fichier."),
    ]
    assert [fault.paragraph for fault in lint(content, "essai.docx")] == [3]


def test_direct_formatting_is_told_in_french_unless_it_is_allowed() -> None:
    content = word_file(
        paragraph("a", run='<w:b/><w:sz w:val="30"/><w:lang w:val="fr-FR"/>') + paragraph("b", "A"), styles=STYLES
    )
    (fault,) = lint(content, "essai.docx", allow=frozenset())
    assert (fault.paragraph, fault.message) == (1, "mise en forme directe : gras, taille.")
    (fault,) = lint(content, "essai.docx", allow=frozenset({"b"}))
    assert fault.message == "mise en forme directe : taille."
    assert lint(content, "essai.docx", allow=frozenset({"b", "sz"})) == ()
    assert lint(content, "essai.docx") == ()


def test_the_refusal_of_a_template_goes_from_one_process_to_another() -> None:
    with pytest.raises(TemplateError) as caught:
        CompiledTemplate.compile(word_file(paragraph("{{ a b }}")), "essai.docx")
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)


def test_a_file_that_cannot_be_opened_is_one_fault() -> None:
    (fault,) = lint(b"bonjour", "essai.docx")
    assert fault.place == ""
    assert str(fault).startswith("ce fichier ne s’ouvre pas")


def test_a_template_with_faults_of_tags_is_refused_with_each_of_them_on_a_line() -> None:
    content = word_file(paragraph("{{ a b }}") + paragraph("{{ c d }}"), header=paragraph("{{ e f }}"))
    with pytest.raises(TemplateError) as caught:
        CompiledTemplate.compile(content, "essai.docx")
    assert [line.partition(" : la balise ")[0] for line in str(caught.value).splitlines()] == [
        "essai.docx : word/document.xml, paragraphe 1",
        "essai.docx : word/document.xml, paragraphe 2",
        "essai.docx : word/header.xml, paragraphe 1",
    ]
