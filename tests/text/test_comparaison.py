"""The comparison of an avenant: both states of the convention, and the operations that made one of the other."""

import shutil
from pathlib import Path

import pytest
import yaml

from docgen.amend.compare import accepted, normal, rejected
from docgen.dossier import Dossier
from docgen.layout.word.draw import WordTemplates, draw_word
from docgen.model.avenant import Avenant
from docgen.pipeline import load
from docgen.resources import samples_folder, templates_folder
from docgen.takeback import take_back
from docgen.text.comparaison import write_comparaison
from docgen.text.consolidated import trees_of
from docgen.tree import Document, Signature, paragraphs_of, rebuilt, text_of
from tests import tracked_changes

OPERATIONS = """
  - {verbe: supprimer_article, article: "9"}
  - {verbe: remplacer_mots, article: "14", alineas: [2], mots: deux, par: trois}
  - {verbe: inserer_alinea, article: "14", alineas: [2], texte: "- Au mois de février ;"}
  - {verbe: supprimer_alinea, article: "14", alineas: [7]}
  - {verbe: remplacer_mots, article: "16", alineas: [2], mots: "0,885 %", par: "1,2 %"}
  - {verbe: inserer_article, apres: "16", numero: "16-1", titre: Transmission, texte: Un état est transmis.}
"""
AVENANT = f"""document: avenant
id: 2022-01
convention: atlas-2021
numero: 1
etablie_le: 14/06/2022
objet: relatif au plafond des frais de gestion
motif: Les parties ajustent le plafond.
operations:{OPERATIONS}"""


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder: Path = tmp_path_factory.mktemp("dossier") / "atlas"
    shutil.copytree(samples_folder() / "atlas", folder)
    (folder / "avenant.yaml").write_text(AVENANT, encoding="utf-8")
    return load(folder)[0]


@pytest.fixture(scope="module")
def paper(dossier: Dossier) -> Document:
    made = write_comparaison(dossier.all(Avenant)[0], dossier)
    assert made is not None
    return made


def test_it_is_named_after_the_avenant_and_the_convention(paper: Document) -> None:
    assert paper.stem == "comparaison-2022-01"
    assert paper.title == "Comparaison – Convention de coopération du 12\u00a0mai 2021 et avenant n°\u00a01"
    assert paper.revision is not None
    assert paper.revision.author.startswith("Avenant n° 1 – ")
    assert str(paper.revision.moment) == "2022-06-14"


def test_both_states_of_the_convention_are_in_it(paper: Document, dossier: Dossier) -> None:
    trees = trees_of(dossier.all(Avenant)[0], dossier)
    assert trees is not None
    before, after = (rebuilt(normal(tree), lambda content: content, _unsigned) for tree in trees)
    assert rejected(paper).sections == before.sections
    assert accepted(paper).sections == after.sections


def _unsigned(node: object) -> object:
    assert not isinstance(node, Signature) or not node.name_of_field
    return node


def test_word_gives_both_states_back_block_by_block(paper: Document, dossier: Dossier) -> None:
    trees = trees_of(dossier.all(Avenant)[0], dossier)
    assert trees is not None
    content = draw_word(paper, WordTemplates(templates_folder())).content
    assert tracked_changes.rejected(content) == paragraphs_of(trees[0])
    assert tracked_changes.accepted(content) == paragraphs_of(trees[1])


def test_the_operations_that_were_typed_come_back_from_the_word_file(paper: Document) -> None:
    content = draw_word(paper, WordTemplates(templates_folder())).content
    found = take_back(content, "comparaison.docx").operations.replace("\u00a0", " ").replace("\u202f", " ")
    assert yaml.safe_load(found)["operations"] == yaml.safe_load(f"operations:{OPERATIONS}")["operations"]


def test_the_legend_says_how_to_read_it_on_paper(paper: Document) -> None:
    assert paper.revision is not None
    title, subtitle, legend = (text_of(getattr(block, "content", ())) for block in paper.revision.preface)
    assert title == "COMPARAISON"
    assert subtitle == "texte en vigueur avant l’avenant n°\u00a01 / texte résultant de l’avenant n°\u00a01"
    assert "[+]" in legend
    assert "[−]" in legend
