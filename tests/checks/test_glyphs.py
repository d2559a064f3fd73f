"""Characters that cannot be printed are said, with the field that holds them."""

import importlib.util
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from docgen.checks.glyph_table import RANGES
from docgen.checks.glyphs import control_characters, has_glyph
from docgen.checks.rule import Subject
from docgen.dossier import Dossier, Entree
from docgen.model.fiche_action import FicheAction, Indicateur

ROOT = Path(__file__).parents[2]


def script() -> ModuleType:
    """Return the script that makes the table."""
    spec = importlib.util.spec_from_file_location("glyph_table_script", ROOT / "scripts" / "glyph_table.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_is_that_of_the_shipped_fonts() -> None:
    made = script()
    assert made.TABLE.read_text(encoding="utf-8") == made.source(sorted(made.FONTS.glob("*.ttf")))


def test_the_ranges_are_in_order_and_apart() -> None:
    ends = [point for pair in RANGES for point in pair]
    assert ends == sorted(ends)
    assert all(after > before + 1 for (_, before), (after, _) in pairwise(RANGES))


@pytest.mark.parametrize("char", "aÉœ€’«»…–—°²\u00a0\u202f\u0301")
def test_what_french_needs_has_a_glyph(char: str) -> None:
    assert has_glyph(char)


@pytest.mark.parametrize("char", "✓☐🎓漢\u0000\U0010ffff")
def test_what_no_shipped_font_draws_has_none(char: str) -> None:
    assert not has_glyph(char)


def test_a_control_character_in_a_model_made_in_python_is_said_once_a_field() -> None:
    fiche = FicheAction(
        id="f",
        titre="Salon\x00 \x00des métiers",
        indicateurs=(Indicateur(libelle="jeunes\ufffe"), Indicateur(unite="h")),
    )
    subject = Subject(fiche, Dossier((Entree(fiche),)))
    remarks = list(control_characters(subject))
    assert [remark.path for remark in remarks] == [("titre",), ("indicateurs", 0, "libelle")]
    assert "caractère nul, U+0000" in remarks[0].message
