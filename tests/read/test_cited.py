"""The files that the inputs cite are read whatever computer wrote their names and their letters."""

import unicodedata
from pathlib import Path

from docgen.amend.addresses import articles_of
from docgen.model.avenant import Avenant
from docgen.pipeline import load
from docgen.read.cited import read_cited
from docgen.text.consolidation import step_of
from docgen.tree import leaves, text_of
from tests.amend.dossiers import TEXT
from tests.text.dossiers import CONVENTION

AVENANT = """
document: avenant
id: a1
convention: c
numero: 1
operations:
  - {verbe: remplacer_mots, article: 5, mots: secrétariat, par: siège}
  - {verbe: remplacer_annexe, annexe: unique, fichier: annexe-à-jour.md}
"""


def typed_on_a_mac(folder: Path) -> None:
    """Write a dossier whose accents stand apart from their letters, in its texts and in the name of a file."""
    texts = {"c.yaml": f"{CONVENTION}\ntexte: texte-signé.md\n", "a.yaml": AVENANT, "annexe-à-jour.md": "Modèle.\n"}
    for name, text in {**texts, "texte-signé.md": TEXT}.items():
        path = folder / unicodedata.normalize("NFD", name)
        path.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")


def test_words_typed_on_a_mac_are_found_and_written_as_all_others(tmp_path: Path) -> None:
    typed_on_a_mac(tmp_path)
    dossier, _ = load(tmp_path)
    step = step_of(dossier.all(Avenant)[0], dossier)
    assert step
    assert step.faults == ()
    article = next(one for one in articles_of(step.after.tree.body) if one.number == "5")
    assert text_of(next(leaves(article.body))).startswith("L’opérateur assure le siège du comité")
    assert [text_of(line) for line in leaves(step.after.tree.annexes[0].blocks)][-1] == "Modèle."


def test_a_small_file_is_read_and_what_stands_outside_is_not(tmp_path: Path) -> None:
    inside = tmp_path / "dossier"
    inside.mkdir()
    (inside / "a.md").write_text("a")
    (tmp_path / "b.md").write_text("b")
    assert read_cited(inside, ["a.md", "../b.md", "c.md", "é/à.md"]) == {"a.md": b"a"}
