"""Forms in Word: bands, boxes, drawn ticks, and fields to fill in."""

import pytest
from lxml import etree

from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.tree import Block, Box, Choices, FormField, Paragraph, Run, Tick, TickLine, TickPanel
from tests.layout.pdf.trees import alinea, document, prose, words
from tests.specimens import fiche_specimen
from tests.word_reader import W, body, names, part, style_ids, style_of, value, words_of

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def drawn(templates: WordTemplates, *blocks: Block) -> etree._Element:
    return body(draw_word(document(*blocks), templates).content)


def rows_of(element: etree._Element) -> list[etree._Element]:
    return [*element.iter(f"{W}tr")]


def is_whole(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}cantSplit") is not None


def test_a_box_is_a_table_whose_head_is_repeated(templates: WordTemplates) -> None:
    head, content = rows_of(drawn(templates, Box(words("PUBLICS VISÉS"), (alinea("Lycéens."),))))
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert [words_of(paragraph) for paragraph in head.iter(f"{W}p")] == ["PUBLICS VISÉS"]
    assert [words_of(paragraph) for paragraph in content.iter(f"{W}p")] == ["Lycéens."]


def test_a_short_box_stays_whole_and_a_long_one_flows(templates: WordTemplates) -> None:
    short, long = (rows_of(drawn(templates, Box(words("BOÎTE"), (alinea(prose(length)),))))[1] for length in (3, 60))
    assert (is_whole(short), is_whole(long)) == (True, False)


def test_text_in_a_box_has_the_styles_of_boxes(templates: WordTemplates) -> None:
    content = draw_word(fiche_specimen(), templates).content
    used = {style_of(paragraph) for paragraph in body(content).iter(f"{W}p")}
    ids = style_ids(content)
    assert {ids["Encadré texte"], ids["Encadré liste"], ids["Encadré liste fin"]} <= used
    assert used.isdisjoint({ids["Alinéa"], ids["Liste tiret"], ids["Liste tiret fin"]})


def test_room_to_write_in_is_the_least_height_of_the_row(templates: WordTemplates) -> None:
    _, content = rows_of(drawn(templates, Box(words("LIVRABLES"), (), room=22)))
    height = content.find(f"{W}trPr/{W}trHeight")
    assert height is not None
    assert height.get(f"{W}hRule") == "atLeast"
    assert 22 <= int(height.get(f"{W}val", "0")) / 1440 * 25.4 <= 27


def test_choices_stand_four_abreast_under_a_head_that_spans_them(templates: WordTemplates) -> None:
    choices = Choices(tuple((Tick(label),) for label in "abcdef"))
    head, *lines = rows_of(drawn(templates, Box(words("SECTEUR"), (choices, alinea("Suite.")))))
    spans = [[value(cell, "tcPr", "gridSpan") for cell in row.iter(f"{W}tc")] for row in (head, *lines)]
    assert spans == [["4"], [""] * 4, [""] * 4, ["4"]]
    said = [[words_of(paragraph) for paragraph in row.iter(f"{W}p")] for row in lines]
    assert said == [["a", "b", "c", "d"], ["e", "f", "", ""], ["Suite."]]


def test_a_tick_says_whether_it_is_ticked_by_its_picture_and_by_its_label(templates: WordTemplates) -> None:
    content = draw_word(document(Paragraph((Tick("oui", ticked=True), Run(" "), Tick("non")))), templates).content
    found = body(content)
    assert [drawing.get("descr") for drawing in found.iter(DRAWN)] == ["case cochée", "case non cochée"]
    labels = [run for run in found.iter(f"{W}r") if run.findtext(f"{W}t") in {"oui", "non"}]
    assert [style_of(label) for label in labels] == [style_ids(content)["Fort"], ""]


def test_ticks_share_their_pictures(templates: WordTemplates) -> None:
    content = draw_word(fiche_specimen(), templates).content
    pictures = [name for name in names(content) if name.startswith("word/media/")]
    assert sorted(name.rpartition(".")[2] for name in pictures) == ["png", "png", "svg", "svg"]
    embedded = {blip.get(EMBED) for blip in body(content).iter(BLIP)}
    targets = {one.get("Id") for one in part(content, "word/_rels/document.xml.rels")}
    assert len(embedded) == 2
    assert embedded <= targets


def test_drawings_are_numbered_in_their_order(templates: WordTemplates) -> None:
    ticks = tuple((Tick(label, ticked=label == "b"),) for label in "abcde")
    numbers = [int(one.get("id", "")) for one in drawn(templates, Choices(ticks)).iter(DRAWN)]
    assert numbers == [*range(numbers[0], numbers[0] + 5)]


def test_the_ticks_of_a_line_stand_at_tab_stops(templates: WordTemplates) -> None:
    line = TickLine(words("AVIS COPIL :"), (Tick("Favorable"), Tick("Réservé")))
    (paragraph,) = [one for one in drawn(templates, TickPanel((line,))).iter(f"{W}p") if words_of(one)]
    assert words_of(paragraph) == "AVIS COPIL : Favorable Réservé"
    assert len([*paragraph.iter(f"{W}tab")]) == 2


def test_a_panel_of_long_opinions_flows(templates: WordTemplates) -> None:
    ticks = (Tick("Favorable", ticked=True), Tick("Réservé"))
    for sentences, whole in ((2, True), (250, False)):
        (row,) = rows_of(drawn(templates, TickPanel((TickLine(words("AVIS :"), ticks, (alinea(prose(sentences)),)),))))
        assert is_whole(row) is whole


def test_a_tick_to_fill_in_is_a_check_box_with_its_name(templates: WordTemplates) -> None:
    found = drawn(
        templates, Paragraph((Tick("Favorable", name="avis-favorable"), Tick("Oui", ticked=True, name="oui")))
    )
    controls = [*found.iter(f"{W}sdt")]
    assert [value(one, "sdtPr", "alias") for one in controls] == ["Favorable", "Oui"]
    assert [value(one, "sdtPr", "tag") for one in controls] == ["avis-favorable", "oui"]
    states = [(box.get(f"{W14}val"), box.getparent()) for one in controls for box in one.iter(f"{W14}checked")]
    assert [state for state, _ in states] == ["0", "1"]
    assert next(found.iter(DRAWN), None) is None


def test_a_field_is_a_content_control_that_shows_its_guidance_in_grey(templates: WordTemplates) -> None:
    field = FormField("publics", "Publics visés", "Collégiens, lycéens…", multiline=True)
    content = draw_word(document(Paragraph((field,))), templates).content
    (control,) = body(content).iter(f"{W}sdt")
    properties = [etree.QName(child).localname for child in control[0]]
    assert properties == ["alias", "tag", "id", "showingPlcHdr", "richText"]
    (run,) = control.iter(f"{W}r")
    assert (style_of(run), run.findtext(f"{W}t")) == (style_ids(content)["Aide"], "Collégiens, lycéens…")


def test_a_field_of_one_line_takes_plain_text_and_has_room_though_no_guidance(templates: WordTemplates) -> None:
    (control,) = drawn(templates, Paragraph((FormField("titre", "Titre"),))).iter(f"{W}sdt")
    assert control.find(f"{W}sdtPr/{W}text") is not None
    assert control.findtext(f"{W}sdtContent/{W}r/{W}t") == "\u2002" * 5


@pytest.mark.parametrize("letters", [64, 65, 300])
def test_a_long_name_is_cut_to_what_word_takes(letters: int, templates: WordTemplates) -> None:
    (control,) = drawn(templates, Paragraph((FormField("n" * letters, "T" * letters),))).iter(f"{W}sdt")
    assert value(control, "sdtPr", "alias") == "T" * 64
    assert value(control, "sdtPr", "tag") == "n" * 64


def test_a_filled_form_has_no_field_left(templates: WordTemplates) -> None:
    assert next(body(draw_word(fiche_specimen(), templates).content).iter(f"{W}sdt"), None) is None


def test_boxes_stand_further_right_after_long_labels(templates: WordTemplates) -> None:
    def stops(label: str) -> list[str | None]:
        panel = TickPanel((TickLine(words(label), (Tick("Favorable"), Tick("Réservé"))),))
        tabs = [one for one in drawn(templates, panel).iter(f"{W}tab") if one.get(f"{W}val") == "left"]
        return [tab.get(f"{W}pos") for tab in tabs]

    assert stops("AVIS MENJS :") == []
    assert stops("AVIS ACADÉMIE DE CLERMONT-FERRAND :") == ["4700", "6010", "7200"]
