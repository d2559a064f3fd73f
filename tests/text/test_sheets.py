"""What the application convention, the sheet of a digital tool and the list of contacts say."""

from docgen.tree import PageKind
from tests.text.deux_ministeres import CONVENTION_A_DEUX, FICHE, said
from tests.text.dossiers import papers, words_of

APPLICATION = """
document: convention-application
id: x
convention: c
etablie_le: 20/07/2021
parties_reprises: [a, o]
autres_parties:
  - {id: k, nature: établissement, cote: 3, nom: campus des métiers, nom_court: campus,
     signataires: [{civilite: Mme, prenom: Lise, nom: Vidal, qualite: directeur du campus}]}
fiches: [f]
engagements: [{partie: k, texte: accueille les rencontres}]
budget: 1 000,00
financements: [{financeur: o, montant: "500,01", frais_de_mission: oui}, {nom: la Région, montant: "499,99"}]
expire_le: 30/06/2022
"""

CONFORMITE = """
document: conformite-numerique
id: n
fiche: f
outil: Jeu
mineurs: oui
en_ligne_le: 15/09/2021
accords: [{ministere: a, date: 01/09/2021, reference: courrier n° 3}]
"""


def test_shares_are_told_in_money_and_in_per_cent() -> None:
    words = said("convention-application-x", CONVENTION_A_DEUX, FICHE, APPLICATION)
    assert (
        "Il est financé à hauteur de 500,01 € (50,0 %) par l’OPCO Atlas sur ses frais de mission et de 499,99 € "
        "(50,0 %) par la Région."
    ) in words


def test_the_opcos_rules_apply_once_its_frais_de_mission_pay_more_than_half() -> None:
    words = said("convention-application-x", CONVENTION_A_DEUX, FICHE, APPLICATION)
    assert "les règles d’achat et d’engagement de l’OPCO Atlas sont applicables." in words
    half = APPLICATION.replace("500,01", "500,00").replace("499,99", "500,00") + "regles_achat: k\n"
    words = said("convention-application-x", CONVENTION_A_DEUX, FICHE, half)
    assert "les parties appliquent les règles d’achat et d’engagement du campus." in words


def test_the_articles_of_the_parent_are_cited_by_their_numbers() -> None:
    words = said("convention-application-x", CONVENTION_A_DEUX, FICHE, APPLICATION)
    assert "et l’OPCO Atlas, notamment son article 16 ;" in words
    assert "Les articles 11 et 12 de la convention de coopération du 12 mai 2021 sont applicables." in words
    moved = CONVENTION_A_DEUX + "articles: [{article: mobilite, action: retirer}]\n"
    words = said("convention-application-x", moved, FICHE, APPLICATION)
    assert "notamment son article 15 ;" in words
    assert "Les articles 10 et 11 de la convention" in words


def test_the_fiches_carried_out_are_annexed() -> None:
    paper = papers(CONVENTION_A_DEUX, FICHE, APPLICATION)["convention-application-x"]
    assert [section.page for section in paper.sections] == [PageKind.TEXTE, PageKind.FORMULAIRE]
    words = words_of(paper)
    assert words[words.index("ANNEXE") + 1] == "TITRE DE L’ACTION"
    assert any("la mise en œuvre de l’action décrite dans la fiche action mentionnée ci-dessus" in one for one in words)


def test_a_party_commits_itself_under_its_name_and_signs_in_its_gender() -> None:
    words = said("convention-application-x", CONVENTION_A_DEUX, FICHE, APPLICATION)
    assert "Le campus accueille les rencontres." in words
    assert "La directrice du campus" in words


def test_each_ministry_has_its_agreement_or_the_hole_of_it() -> None:
    words = said("conformite-numerique-n", CONVENTION_A_DEUX, FICHE, CONFORMITE)
    given = "donne son accord à la mise en ligne de l’outil « Jeu », à compter du 15 septembre 2021"
    assert f"Le ministère de l’éducation nationale {given} (accord du 1er septembre 2021, courrier n° 3)." in words
    assert f"Le ministère de la culture {given} (accord du [à compléter : accord MC])." in words


def test_minors_call_for_the_consent_of_their_parents() -> None:
    words = said("conformite-numerique-n", CONVENTION_A_DEUX, FICHE, CONFORMITE)
    assert "celui du titulaire de l’autorité parentale est recueilli pour les mineurs de moins de quinze ans." in words
    without = CONFORMITE.replace("mineurs: oui", "mineurs: non")
    assert "parentale" not in said("conformite-numerique-n", CONVENTION_A_DEUX, FICHE, without)


def test_an_algorithm_is_described_or_said_not_to_be() -> None:
    none = "L’outil ne recourt à aucun traitement algorithmique fondant des décisions individuelles."
    assert none in said("conformite-numerique-n", CONVENTION_A_DEUX, FICHE, CONFORMITE)
    described = CONFORMITE + "algorithme: {finalite: classer, regles: par distance., parametres: distance seule}\n"
    words = said("conformite-numerique-n", CONVENTION_A_DEUX, FICHE, described)
    assert "dont la finalité est : classer ; ses règles principales sont les suivantes : par distance ;" in words
    assert none not in words


def test_the_contacts_stand_by_region_and_by_party_the_partner_first() -> None:
    contacts = """
document: contacts
id: r
convention: c
mise_a_jour: 10/01/2022
regions:
  - nom: Bretagne
    representants:
      - {partie: a, civilite: M., prenom: Jean, nom: Roux, fonction: délégué, courriel: jean@exemple.fr}
"""
    words = words_of(papers(CONVENTION_A_DEUX, contacts)["contacts-r"])
    heads = words[words.index("Région académique") :][:5]
    assert heads[1:4] == ["Représentation de l’OPCO Atlas", "Représentation du MEN", "Représentation du MC"]
    assert words[-5:] == ["Bretagne", "–", "M. Jean Roux délégué jean@exemple.fr", "–", "–"]
