"""A meeting written as YAML, with the convention and the fiche that it needs."""

from tests.text.dossiers import CONVENTION

TWO = CONVENTION.replace(
    "comite: {nom: comité de pilotage, sigle: COPIL}",
    """comite:
  nom: comité de pilotage
  sigle: COPIL
  cpt: commission paritaire
  colleges: [{libelle: OPCO}, {libelle: branches, voix: 2}, {libelle: ministère, voix: 1}]""",
)
"""One ministry, three colleges, three voices."""

FICHE = """
document: fiche-action
id: f
convention: c
numero: 2021-01
titre: Salon
date_demande: 01/06/2021
debut: 01/12/2021
fin: 31/12/2021
"""

MEETING = """
document: reunion
id: r
convention: c
nature: octobre
rang: 2
date: 13/10/2021
heure: 14 h 30
lieu: au siège de l’OPCO Atlas
fait_a: Paris
envoyee_le: 05/10/2021
reponse_avant: 11/10/2021
secretaire: {civilite: Mme, prenom: Claire, nom: Delmas, qualite: directeur, courriel: secretariat@exemple.fr}
conservation: un an
contact_dpo: dpo@exemple.fr
membres:
  - {civilite: Mme, prenom: Claire, nom: Delmas, qualite: directeur, college: 1, presence: présent, courriel: a@ex.fr}
  - {civilite: Mme, prenom: Inès, nom: Lacombe, qualite: délégué général, college: 2, presence: présent}
  - {civilite: M., prenom: Paul, nom: Vernet, qualite: responsable, college: 2, presence: excusé, courriel: b@ex.fr}
  - {civilite: M., prenom: Olivier, nom: Sarrazin, qualite: chargé de mission, college: 3, presence: présent}
fiches: [f]
"""

HELD = """
seance: {ouverte_a: 14 h 30, levee_a: 17 h, etabli_le: 15/10/2021}
avis:
  - fiche: f
    comite: favorable
    ministeres: [{ministere: a, sens: favorable}]
    suffrages: [{college: 2, pour: 1}, {college: 3, abstentions: 1}]
"""
