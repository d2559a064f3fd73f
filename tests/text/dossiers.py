"""Dossiers written as YAML in a test, and the papers that come of them."""

from docgen.dossier import Dossier, gather
from docgen.model.build import Built, build_piece
from docgen.read.yaml import read_yaml
from docgen.text.papers import write
from docgen.tree import Document, paragraphs_of

CONVENTION = """
document: convention
id: c
etat: signe
nature: convention de coopération
designation: organes
duree: 3 ans
plafond_frais_gestion: 0,885 %
secteurs: [Numérique, Banque]
annexes: [fiche-action]
signature: {date: 12/05/2021, lieu: Paris}
comite: {nom: comité de pilotage, sigle: COPIL}
parties:
  - {id: a, nature: ministère, cote: 1, nom: ministère de l’éducation nationale, sigle: MEN,
     signataires: [{civilite: Mme, prenom: Anne, nom: Martin, qualite: ministre de l’éducation nationale}]}
  - {id: o, nature: OPCO, cote: 2, nom: Opérateur de compétences Atlas, nom_court: OPCO Atlas,
     signataires: [{civilite: M., prenom: Paul, nom: Roux, qualite: président de l’OPCO Atlas}]}
"""


def dossier(*texts: str) -> Dossier:
    """Return the dossier of these YAML texts; faults of reading are left aside."""
    built = []
    for rank, text in enumerate(texts):
        mapping, _ = read_yaml(text.encode(), f"{rank}.yaml")
        assert mapping is not None
        made = build_piece(mapping)
        assert isinstance(made, Built)
        built.append((f"{rank}.yaml", made))
    return gather(built, {})[0]


def papers(*texts: str) -> dict[str, Document]:
    """Return the papers of these YAML texts, by their stem."""
    made = dossier(*texts)
    return {paper.stem: paper for entree in made.entrees for paper in write(entree.piece, made)}


def words_of(paper: Document) -> list[str]:
    """Return the words of a paper, block by block, no-break spaces as plain ones."""
    return [text.replace("\u00a0", " ").replace("\u202f", " ") for text in paragraphs_of(paper)]
