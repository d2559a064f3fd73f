"""A convention of two ministries and an OPCO that two persons sign for, a fiche of it, and what its papers say."""

from tests.text.dossiers import CONVENTION, papers, words_of

PARTIES = CONVENTION.replace(
    "qualite: président de l’OPCO Atlas}]",
    "qualite: président de l’OPCO Atlas}, {civilite: Mme, prenom: Rose, nom: Petit, qualite: vice-présidente}]",
).replace(
    "  - {id: o,",
    "  - {id: b, nature: ministère, cote: 1, nom: ministère de la culture, sigle: MC,\n"
    "     signataires: [{civilite: M., prenom: Luc, nom: Noir, qualite: ministre de la culture}]}\n"
    "  - {id: o,",
)
CONVENTION_A_DEUX = f"{PARTIES}\npreavis: 2 mois\n"

FICHE = """
document: fiche-action
id: f
convention: c
numero: 2021-07
titre: Découvrir « les métiers »
debut: 01/09/2021
fin: 30/06/2022
budget: 1 000,00
avis_copil: {sens: favorable, date: 02/06/2021}
avis: [{ministere: a, sens: réservé, date: 02/06/2021, levee: {date: 05/07/2021, pieces: un courrier}}]
"""


def said(stem: str, *texts: str) -> str:
    """Return the words of one paper, a line per block."""
    return "\n".join(words_of(papers(*texts)[stem]))
