"""A Word file of docgen that a lawyer edits in LibreOffice gives back the Markdown with the edits."""

import subprocess
from difflib import unified_diff
from pathlib import Path

import pytest
import yaml

from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.model.convention import Convention
from docgen.pipeline import load
from docgen.resources import samples_folder, templates_folder
from docgen.takeback import take_back
from docgen.text.convention import write_convention
from tests.judges.test_office_changes import PYTHON, has_bindings

SCRIPT = Path(__file__).with_name("office_edits.py")
EDITS = """
+c) des lycées polyvalents ;
+Il tient un registre.
-L’opérateur prête des matériels, dont la valeur ne peut excéder 12.500 € par établissement.
+L’opérateur prête des matériels, dont la valeur ne peut excéder 15.000 € par établissement.
+| Régions | 1 |
-Il rend ses avis à la majorité des voix.
+Il rend ses avis à la **majorité** des voix.
-Un bilan est adressé au ministère avant le 30 avril.
-## Article 6 – Communication {#communication}
+## Article 6 – Logos
"""
OPERATIONS = [
    ("inserer_alinea", "2"),
    ("inserer_alinea", "2"),
    ("remplacer_mots", "3"),
    ("inserer_ligne", "4"),
    ("supprimer_alinea", "5"),
    ("remplacer_intitule", "6"),
]


@pytest.mark.skipif(not has_bindings(), reason="LibreOffice and its Python bindings are not installed")
def test_the_edits_of_a_lawyer_come_back_saved_as_they_are_or_tracked(tmp_path: Path) -> None:
    dossier, _ = load(samples_folder() / "cas" / "avenants-sur-un-texte-repris")
    paper = write_convention(dossier.all(Convention)[0], dossier)
    source, plain, tracked = (tmp_path / name for name in ("convention.docx", "plain.docx", "tracked.docx"))
    source.write_bytes(draw_word(paper, WordTemplates(templates_folder())).content)
    subprocess.run([PYTHON, str(SCRIPT), *map(str, (source, plain, tracked))], check=True, timeout=300)

    before, after, marked = (take_back(path.read_bytes(), path.name) for path in (source, plain, tracked))
    assert edits(before.markdown, after.markdown) == EDITS.strip().splitlines()
    assert marked.markdown == after.markdown
    assert after.operations == ""
    found = yaml.safe_load(marked.operations)["operations"]
    assert [(one["verbe"], one["article"]) for one in found] == OPERATIONS


def edits(before: str, after: str) -> list[str]:
    """Return the lines that differ, those without words left out."""
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    changed = (line for line in lines if not line.startswith(("---", "+++", "@@")) and line[1:].strip())
    return [line.replace("\u00a0", " ").replace("\u202f", " ") for line in changed]
