"""What a template asks for and does not get, and what it may not ask for."""

import pytest

from docgen.errors import TemplateError
from docgen.layout.word.compiled import CompiledTemplate
from tests.layout.word.oracle import paragraph, table, texts_of, word_file


def compiled(*lines: str) -> CompiledTemplate:
    return CompiledTemplate.compile(word_file("".join(map(paragraph, lines))), "essai.docx")


def hole(name: str) -> str:
    return f"[à compléter\u00a0: {name}]"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("{{ titre }}", "titre"),
        ("{{ fiche.titre }}", "fiche.titre"),
        ("{{ fiche['titre'] }}", "fiche.titre"),
        ("{{ fiche.parties[0].nom }}", "fiche.parties.nom"),
        ("{{ fiche.nom() }}", "fiche.nom"),
        ("{{ titre + 1 }}", "titre"),
        ("{{ titre|join(', ') or titre }}", "titre"),
        ("{% set t = titre %}{{ t }}", "t"),
        ("{{ titre|round }}", "titre"),
    ],
)
def test_a_missing_value_is_printed_as_a_hole_with_its_name(tag: str, name: str) -> None:
    filled = compiled(tag).fill({"fiche": {}})
    assert texts_of(filled.content) == [hole(name)]
    assert name in filled.missing


def test_the_names_of_missing_values_come_once_each_in_order() -> None:
    template = CompiledTemplate.compile(
        word_file(paragraph("{{ b }} {{ a }} {{ b }}"), header=paragraph("{{ c }} {{ a }}")), "essai.docx"
    )
    assert template.fill({}).missing == ("b", "a", "c")


def test_nothing_is_missing_where_everything_is_given() -> None:
    filled = compiled("{{ a }} {{ b }} {{ c }}").fill({"a": "", "b": 0, "c": False})
    assert texts_of(filled.content) == [" 0 False"]
    assert filled.missing == ()


def test_a_list_that_is_missing_is_empty_and_said() -> None:
    filled = compiled("{%p for p in fiche.postes %}", "{{ p }}", "{%p endfor %}", "fin").fill(
        {"fiche": {"postes": None}}
    )
    assert texts_of(filled.content) == ["fin"]
    assert filled.missing == ("fiche.postes",)


@pytest.mark.parametrize(
    "tag",
    [
        "{% if avis %}non{% endif %}",
        "{% if avis is defined %}non{% endif %}",
        "{% if avis.date &gt; 3 %}non{% endif %}",
        "{{ avis|default('') }}",
        "{{ 'non' if avis }}",
        "{{ avis or '' }}",
    ],
)
def test_a_question_about_a_missing_value_leaves_no_hole(tag: str) -> None:
    filled = compiled(tag).fill({})
    assert texts_of(filled.content) == [""]
    assert filled.missing == ()


def test_a_missing_value_in_a_concatenation_or_a_filter_is_a_hole_in_it() -> None:
    filled = compiled("{{ 'le ' ~ date }}", "{{ date|upper }}").fill({"date": None})
    assert texts_of(filled.content) == [f"le {hole('date')}", hole("date").upper()]
    assert filled.missing == ("date",)


def test_a_missing_value_in_a_block_of_a_template_is_said_too() -> None:
    filled = compiled("{% for x in [1] %}{% block b scoped %}{{ x }}{{ date }}{% endblock %}{% endfor %}").fill({})
    assert texts_of(filled.content) == [f"1{hole('date')}"]
    assert filled.missing == ("date",)


def test_two_documents_do_not_share_what_they_miss() -> None:
    template = compiled("{{ a }}{{ b }}")
    assert template.fill({"a": 1}).missing == ("b",)
    assert template.fill({"b": 1}).missing == ("a",)


def test_strict_rendering_refuses_a_document_with_holes_and_names_them() -> None:
    template = compiled("{{ a }} {{ fiche.b }}")
    with pytest.raises(TemplateError, match=r"essai.docx : il manque de quoi remplir : a, fiche.b\."):
        template.render({"fiche": {}}, strict=True)
    assert texts_of(template.render({"a": 1, "fiche": {"b": 2}}, strict=True)) == ["1 2"]


def test_the_variables_are_those_of_every_part_without_those_of_loops_and_jinja() -> None:
    template = CompiledTemplate.compile(
        word_file(
            paragraph("{% for x in range(n) %}{{ x }}{{ loop.index }}{% endfor %}{% set y = a %}{{ y }}"),
            footer=paragraph("{{ pied.nom }}"),
            core="<dc:title>{{ titre }}</dc:title>",
        ),
        "essai.docx",
    )
    assert template.variables == {"n", "a", "pied", "titre"}


@pytest.mark.parametrize(
    "tag",
    [
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ fonction.__globals__ }}",
        "{% for x in range(999999) %}{% endfor %}",
        "{{ liste.append(1) }}",
    ],
)
def test_a_template_cannot_reach_out_of_its_values(tag: str) -> None:
    template = compiled("avant", tag)
    values: dict[str, object] = {"liste": [], "fonction": hole}
    with pytest.raises(TemplateError, match=r"essai.docx : word/document.xml, paragraphe 2 : la balise « {"):
        template.render(values)
    assert values["liste"] == []


def test_a_reckoning_that_fails_is_told_with_its_place_and_its_tag() -> None:
    template = CompiledTemplate.compile(word_file(paragraph("a") + table(("b", "{{ 1 // n }}"))), "essai.docx")
    with pytest.raises(TemplateError, match=r"paragraphe 3 : la balise « {{ 1 // n }} » échoue \(ZeroDivisionError"):
        template.render({"n": 0})


def test_a_number_asked_of_a_missing_value_is_told_with_its_place() -> None:
    with pytest.raises(TemplateError, match=r"paragraphe 1 : la balise .* calcule avec une valeur qui manque"):
        compiled("{{ '%.2f'|format(somme) }}").render({})
