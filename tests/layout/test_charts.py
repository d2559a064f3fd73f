"""Charts: every bar with its label, within the measure, a vector in both formats, silent but for its alternative."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.layout.charts import WIDTH, pictures_of
from docgen.layout.engines import Engines, Format
from docgen.layout.metrics import width_of
from docgen.resources import templates_folder
from docgen.tree import Bar, BarGroup, Chart, Document, Family, PageKind, Paragraph, Run, Section, paragraphs_of
from tests import pdf_reader, word_reader

SVG = "{http://www.w3.org/2000/svg}"
ALTERNATIVE = "Dépenses : les valeurs figurent dans le tableau 1."


def chart(*groups: BarGroup) -> Chart:
    return Chart("Dépenses", groups, ALTERNATIVE)


def group(name: str, *values: str) -> BarGroup:
    return BarGroup(name, tuple(Bar(f"{value} €", Decimal(value), rank == 0) for rank, value in enumerate(values)))


def drawn(one: Chart) -> list[etree._Element]:
    return [etree.fromstring(picture.content) for picture in pictures_of(one)]


def test_every_bar_is_labelled_and_a_bar_of_nothing_keeps_its_label() -> None:
    (drawing,) = drawn(chart(group("Salon", "100", "0")))
    assert [text.text for text in drawing.iter(f"{SVG}text")] == ["Salon", "100 €", "0 €"]
    assert len(list(drawing.iter(f"{SVG}rect"))) == 1


def test_a_chart_of_nothing_but_zeros_is_drawn_without_a_bar() -> None:
    (drawing,) = drawn(chart(group("Salon", "0", "0")))
    assert not list(drawing.iter(f"{SVG}rect"))


def test_light_bars_are_outlined_and_dark_ones_are_not() -> None:
    (drawing,) = drawn(chart(group("Salon", "100", "90")))
    assert [rect.get("stroke") is not None for rect in drawing.iter(f"{SVG}rect")] == [False, True]


def test_the_drawing_names_the_table_that_has_its_figures() -> None:
    (picture,) = pictures_of(chart(group("Salon", "1")))
    assert picture.alternative == ALTERNATIVE
    assert etree.fromstring(picture.content).findtext(f"{SVG}title") == ALTERNATIVE


def test_signs_of_markup_in_a_name_stay_signs() -> None:
    (drawing,) = drawn(chart(BarGroup("<R&D>", (Bar("1 < 2", Decimal(1)),))))
    assert [text.text for text in drawing.iter(f"{SVG}text")] == ["<R&D>", "1 < 2"]


def test_a_chart_too_high_for_a_page_goes_on_in_another_drawing() -> None:
    groups = [group(f"Action {rank}", "10", "5") for rank in range(40)]
    pieces = drawn(chart(*groups))
    assert len(pieces) > 1
    assert all(float(piece.get("height", "").removesuffix("mm")) <= 190 for piece in pieces)
    names = [text.text for piece in pieces for text in piece.iter(f"{SVG}text") if str(text.text).startswith("Action")]
    assert names == [one.label for one in groups]


def test_nothing_is_drawn_without_a_group() -> None:
    assert pictures_of(chart()) == ()


@given(
    st.lists(
        st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=3).map(lambda values: [str(v) for v in values]),
        min_size=1,
        max_size=6,
    )
)
def test_bars_are_to_scale_and_their_labels_stand_within_the_measure(values: list[list[str]]) -> None:
    groups = [group("Action " * 30, *one) for one in values]
    for piece in drawn(chart(*groups)):
        for text in piece.iter(f"{SVG}text"):
            size = float(text.get("font-size", "0"))
            width = width_of(str(text.text), size, bold=text.get("font-weight") == "bold")
            assert float(text.get("x", "0")) + width <= WIDTH + 0.1
    lengths = [float(rect.get("width", "0")) for piece in drawn(chart(*groups)) for rect in piece.iter(f"{SVG}rect")]
    amounts = [float(value) for one in values for value in one if Decimal(value) > 0]
    longest, largest = max(lengths, default=0.0), max(amounts, default=1.0)
    assert all(abs(length - longest * amount / largest) < 0.02 for length, amount in zip(lengths, amounts, strict=True))


def paper() -> Document:
    blocks = (chart(group("Salon", "100", "0")), Paragraph((Run("Après."),)))
    return Document("t", "t", "T", "T", "A", Family.RAPPORT, (Section(PageKind.TEXTE, blocks),))


def test_both_formats_draw_it_as_a_vector_and_say_only_its_alternative() -> None:
    assert paragraphs_of(paper()) == ["Après."]
    engines = Engines(templates_folder())
    pdf = engines.draw(paper(), Format.PDF, dict).content
    assert pdf_reader.paragraphs(pdf) == ["Après."]
    figures = [one for one in pdf_reader.tag_tree(pdf).all() if one.role == "Figure"]
    assert [one.attributes["/Alt"] for one in figures] == [ALTERNATIVE]
    docx = engines.draw(paper(), Format.DOCX, dict).content
    assert word_reader.paragraphs(docx) == ["Après."]
    xml = etree.tostring(word_reader.body(docx)).decode()
    assert xml.count("svgBlip") == 1
    assert [name for name in word_reader.names(docx) if name.endswith(".svg")]
