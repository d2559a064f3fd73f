"""Inlines as HTML."""

import pytest

from docgen.layout.pdf.inlines import html_of
from docgen.tree import Blank, Break, FormField, Hole, Inlines, Mark, Run, Tick


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ((), ""),
        ((Run("a < b & c"),), "a &lt; b &amp; c"),
        ((Run("er", frozenset({Mark.SUPERSCRIPT})),), "<sup>er</sup>"),
        ((Run("n", frozenset({Mark.EMPHASIS, Mark.STRONG})),), "<strong><em>n</em></strong>"),
        ((Run("Fiche n°", frozenset({Mark.LABEL})),), '<span class="etiquette">Fiche n°</span>'),
        ((Run("a\tb\r\nc"),), "a b c"),
        ((Break(),), " <br>"),
        ((Hole("date"),), '<span class="trou">[à compléter\u00a0: date]</span>'),
        ((Blank(30),), '<span class="blanc" style="width:30mm"></span>'),
        ((FormField("nom", "Nom"),), ""),
        ((FormField("nom", "Nom", "à remplir"),), '<span class="aide">à remplir</span>'),
    ],
)
def test_an_inline_is_written(content: Inlines, html: str) -> None:
    assert html_of(content) == html


@pytest.mark.parametrize(("ticked", "state"), [(True, "cochee"), (False, "non-cochee")])
def test_a_tick_is_a_drawn_box_and_its_label(ticked: bool, state: str) -> None:
    html = html_of((Tick("R&D", ticked),))
    assert html.startswith(f'<span class="case {state}"><img src="images/case-{state}.svg" alt="case ')
    assert html.endswith(">R&amp;D</span>")
