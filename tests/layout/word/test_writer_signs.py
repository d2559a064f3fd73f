"""The zone of signs in Word: the State at the left, the partners at the right, as in the PDF."""

from lxml import etree

from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.tree import Band, NameStack, PageKind, Signs
from tests.layout.pdf.trees import document, words
from tests.word_reader import W, body, words_of

ACADEMIES, MINISTRY = NameStack(("Académie de Lyon",)), NameStack(("Ministère de la formation",))
OPCO, COMPANY = NameStack(("OPCO Amplitude",)), NameStack(("Société Ferralys",))


def zone(templates: WordTemplates, block: Signs, page: PageKind = PageKind.TEXTE) -> etree._Element:
    return next(body(draw_word(document(block, page=page), templates).content).iter(f"{W}tbl"))


def cells(table: etree._Element) -> list[list[str]]:
    return [[words_of(one) for one in cell.iter(f"{W}p")] for cell in table.iter(f"{W}tc")]


def widths(table: etree._Element) -> list[int]:
    return [int(width.get(f"{W}w", "0")) for width in table.iter(f"{W}gridCol")]


def test_signs_of_one_side_stand_one_below_the_other(templates: WordTemplates) -> None:
    found = zone(templates, Signs((ACADEMIES, MINISTRY), (OPCO, COMPANY)))
    assert cells(found) == [
        ["Académie de Lyon", "Ministère de la formation"],
        ["OPCO Amplitude", "Société Ferralys"],
    ]


def test_the_partners_are_no_wider_than_their_names_and_end_with_the_text(templates: WordTemplates) -> None:
    state, partners = widths(zone(templates, Signs((ACADEMIES,), (OPCO,))))
    whole = widths(zone(templates, Signs((ACADEMIES,), ())))
    assert [state + partners] == whole
    assert 0 < partners < 2000


def test_partners_alone_still_stand_at_the_right(templates: WordTemplates) -> None:
    found = zone(templates, Signs((), (OPCO,)))
    indent = next(found.iter(f"{W}tblInd"))
    assert int(indent.get(f"{W}w", "0")) + sum(widths(found)) == widths(zone(templates, Signs((OPCO,), ())))[0]


def test_titles_of_covers_stand_at_one_height(templates: WordTemplates) -> None:
    heights = [
        [height.get(f"{W}val") for height in zone(templates, Signs((ACADEMIES,), ()), page).iter(f"{W}trHeight")]
        for page in (PageKind.GARDE, PageKind.TEXTE)
    ]
    assert heights == [["2494"], []]


def test_a_form_does_not_touch_the_sign_above_it(templates: WordTemplates) -> None:
    drawn = body(draw_word(document(Signs((ACADEMIES,), ()), Band(words("TITRE"), words("Kit"))), templates).content)
    between = drawn[1]
    assert between.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "180"  # type: ignore[union-attr]
