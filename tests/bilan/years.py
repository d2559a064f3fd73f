"""A dossier of two actions, written as YAML: one of 2021, one over 2021 and 2022."""

from docgen.bilan.actions import ActionAnnee, actions_de
from docgen.dossier import Dossier
from docgen.model.bilan_annuel import BilanAnnuel
from docgen.model.convention import Convention
from tests.text.dossiers import CONVENTION, dossier

FICHE = """
document: fiche-action
id: f1
convention: c
numero: 2021-01
titre: Semaine des métiers
date_demande: 01/09/2021
avis_copil: {sens: favorable, date: 10/09/2021}
avis: [{ministere: a, sens: favorable, date: 10/09/2021}]
porteur: OPCO Atlas
partenaires: Néant.
debut: 04/10/2021
fin: 08/10/2021
secteurs: [Numérique]
budget: "1 000,00"
axes: [article 3]
indicateurs:
  - {libelle: jeunes rencontrés, nature: quantitatif, prevu: 200, unite: jeunes}
  - {libelle: satisfaction, nature: qualitatif, methode: questionnaire}
"""
ANNEXE = """
document: annexe-financiere
id: f1
fiche: f1
exercices: [2021]
financeurs: [{id: opco, nom: OPCO Atlas, frais_de_mission: oui}, {id: b, nom: Branche}]
postes:
  - {libelle: Kit, categorie: direct, quantite: 1, prix_unitaire: 600, tva: 0, financement: {opco: 600}}
  - {libelle: Salle, categorie: indirect, quantite: 1, prix_unitaire: 400, tva: 0, financement: {b: 400}}
"""
REALISATION = """
document: fiche-realisation
id: r1
fiche: f1
etat: réalisée
etablie_le: 10/01/2022
auteur: Paule Meunier
qualite: chargée de projet
debut: 04/10/2021
fin: 08/10/2021
exercices:
  - annee: 2021
    publics: [{categorie: Lycéens, prevu: 150, touche: 160}, {categorie: Apprentis, prevu: 50, touche: 30}]
    depenses: [{poste: Kit, paye: {opco: 650}}, {poste: Salle, paye: {b: 380}}]
livrables: [{libelle: Kit, livre_le: 01/10/2021}]
indicateurs:
  - {libelle: jeunes rencontrés, realise: 190}
  - {libelle: satisfaction, constat: Bonne.}
interet_public: elle est ouverte à tous
outils_numeriques: Sans objet.
difficultes: Néant.
suites: Reconduction.
"""
LONGUE = """
document: fiche-action
id: f2
convention: c
numero: 2021-02
titre: Parcours
date_demande: 02/09/2021
avis_copil: {sens: favorable, date: 10/09/2021}
avis: [{ministere: a, sens: réservé, date: 10/09/2021, recommandations: préciser}]
debut: 02/11/2021
fin: 30/06/2022
secteurs: [Banque, Numérique]
budget: "900,00"
axes: [article 3, article 8]
indicateurs: [{libelle: jeunes, nature: quantitatif, prevu: 0, unite: jeunes}]
"""
ANNEXE_LONGUE = """
document: annexe-financiere
id: f2
fiche: f2
exercices: [{annee: 2021, montant: "300,00"}, {annee: 2022, montant: "600,00"}]
financeurs: [{id: opco, nom: OPCO Atlas, frais_de_mission: oui}, {id: b, nom: Branche}]
postes:
  - {libelle: Kit, categorie: direct, quantite: 1, prix_unitaire: 900, tva: 0, financement: {opco: 600, b: 300}}
"""
REALISATION_LONGUE = """
document: fiche-realisation
id: r2
fiche: f2
etat: en cours
etablie_le: 10/01/2022
debut: 02/11/2021
exercices:
  - annee: 2021
    publics: [{categorie: lycéens, touche: 12}]
    depenses: [{poste: Kit, paye: {opco: 200, b: 100}}]
  - annee: 2022
    publics: [{categorie: Lycéens, touche: 40}]
    depenses: [{poste: Kit, paye: {opco: 400, b: 200}}]
livrables: [{libelle: Kit, motif: en cours}]
indicateurs: [{libelle: Jeunes, realise: 12}]
"""
BILAN = """
document: bilan-annuel
id: b
convention: c
annee: 2021
etabli_le: 14/03/2022
qualitatif: Bien.
equite: Les trois publics.
difficultes: Néant.
perspectives: Continuer.
transmis_le: 15/03/2022
validations: [{partie: a, date: 10/04/2022}]
presente_au_ca_le: 20/04/2022
"""
PLAN = """
document: plan-actions
id: p
convention: c
annee: 2021
etabli_le: 30/09/2021
priorites: Les métiers.
suivi: Par les indicateurs.
"""
WHOLE = (CONVENTION, FICHE, ANNEXE, REALISATION, LONGUE, ANNEXE_LONGUE, REALISATION_LONGUE)


def actions(*texts: str, annee: int = 2021) -> tuple[ActionAnnee, ...]:
    """Return the actions of `annee` in the dossier of `texts`, what its review declares taken in."""
    made = dossier(*texts)
    declared = tuple(one for bilan in made.all(BilanAnnuel) for one in bilan.actions)
    return actions_de(convention(made), annee, made, declared)


def convention(made: Dossier) -> Convention:
    """Return the convention of a dossier."""
    return made.all(Convention)[0]
