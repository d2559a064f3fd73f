"""A paragraph that leads on to what follows never stands alone at the foot of a page, in Word or in PDF."""

import re

from docgen.layout.pdf.html import HtmlWriter
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.resources import templates_folder
from tests import word_reader
from tests.layout.pdf.trees import alinea, document
from tests.word_reader import W

PAPER = document(
    alinea("Après l’article 12, est inséré un article 12-1 ainsi rédigé\u00a0:"),
    alinea("«\u00a0Article 12-1 – Objet"),
    alinea("«\u00a0Un état est transmis.\u00a0»."),
)


def test_words_that_end_with_a_colon_and_a_quoted_head_keep_with_the_next_in_both_formats() -> None:
    html = HtmlWriter(templates_folder()).write(PAPER)
    assert re.findall(r'<p class="alinea( lie)?">', html) == [" lie", " lie", ""]
    body = word_reader.body(draw_word(PAPER, WordTemplates(templates_folder())).content)
    kept = [one.find(f"{W}pPr/{W}keepNext") is not None for one in body.iter(f"{W}p") if word_reader.words_of(one)]
    assert kept == [True, True, False]
