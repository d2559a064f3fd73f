"""The fiche action: each box says what the data say, and no more."""

import pytest

from docgen.tree import Box, Document, FormField, Hole, Signs, Tick, TickPanel, text_of
from tests.text.dossiers import CONVENTION, papers, words_of

FICHE = """
document: fiche-action
id: f
convention: c
numero: 2021-01
titre: Salon des métiers
initiateur: OPCO Atlas
date_demande: 01/09/2021
publics: Lycéens, étudiants et apprentis.
porteur: OPCO Atlas
presentation: Un salon.
livrables: Un salon.
debut: 01/10/2021
fin: 30/06/2022
partenaires: Néant.
prestataire: Sans objet.
secteurs: [Banque]
budget: 1 210,00
mode_evaluation: Questionnaire.
points_vigilance: Néant.
indicateurs: [{libelle: jeunes accueillis, nature: quantitatif, prevu: 300, unite: jeunes}]
"""

ANNEXE = """
document: annexe-financiere
id: f
fiche: f
exercices: 2021
financeurs: [{id: o, nom: OPCO Atlas, frais_de_mission: oui}, {id: b, nom: Branche}]
postes:
  - {libelle: Salon, categorie: direct, quantite: 1, prix_unitaire: 1 000, tva: 20 %, financement: {o: 700, b: 500}}
frais_gestion: {taux: "0,50 %", base: 2 000}
"""


def fiche(text: str = FICHE, *others: str) -> Document:
    return papers(CONVENTION, text, *others)["fiche-action-f"]


def box(paper: Document, title: str) -> str:
    (found,) = [one for one in paper.blocks if isinstance(one, Box) and text_of(one.title).startswith(title)]
    document = Document(
        "k", "i", "", "", "", paper.family, (type(paper.sections[0])(paper.sections[0].page, found.body),)
    )
    return " ".join(words_of(document))


def said(opinion: str) -> list[str]:
    (panel,) = [one for one in fiche(FICHE + opinion).blocks if isinstance(one, TickPanel)]
    document = fiche(FICHE + opinion)
    alone = Document(
        "k", "i", "", "", "", document.family, (type(document.sections[0])(document.sections[0].page, (panel,)),)
    )
    return words_of(alone)


def test_the_boxes_of_the_form_are_all_there_in_its_order() -> None:
    heads = [text_of(one.title) for one in fiche().blocks if isinstance(one, Box)]
    assert heads[0] == "PUBLICS VISÉS"
    assert heads[-1] == "POINTS DE VIGILANCE ET/OU D’ARBITRAGE À SOUMETTRE AU COPIL"
    assert len(heads) == 13


@pytest.mark.parametrize(("typed", "printed"), [("1400", "1 400"), ("2 à 3", "2 à 3"), ("12.5", "12,5")])
def test_a_planned_number_is_written_as_numbers_are(typed: str, printed: str) -> None:
    lines = words_of(fiche(FICHE.replace("prevu: 300", f"prevu: {typed}")))
    assert f"jeunes accueillis : {printed} jeunes." in lines


def test_a_fiche_to_be_examined_ticks_nothing_and_says_when() -> None:
    lines = said("avis_copil: {sens: en attente, reunion: 20/10/2021}\n")
    assert lines[:2] == [
        "AVIS COPIL : Favorable Réservé Défavorable",
        "Avis à recueillir lors de la réunion du 20 octobre 2021.",
    ]
    assert not [one for one in ticks("avis_copil: {sens: en attente, reunion: 20/10/2021}\n") if one.ticked]


def ticks(opinion: str) -> list[Tick]:
    (panel,) = [one for one in fiche(FICHE + opinion).blocks if isinstance(one, TickPanel)]
    return [tick for line in panel.lines for tick in line.ticks]


@pytest.mark.parametrize(
    ("sens", "label"), [("favorable", "Favorable"), ("réservé", "Réservé"), ("défavorable", "Défavorable")]
)
def test_an_opinion_ticks_its_box_alone(sens: str, label: str) -> None:
    assert [one.label for one in ticks(f"avis: [{{ministere: a, sens: {sens}}}]\n") if one.ticked] == [label]


def test_a_reserve_shows_its_recommendations_then_its_lifting() -> None:
    lines = said(
        "avis: [{ministere: a, sens: réservé, date: 20/10/2021, recommandations: Préciser le calendrier.,"
        " levee: {date: 15/12/2021, pieces: calendrier transmis le 10 décembre}}]\n"
    )
    assert "Si réservé, actions correctives : Préciser le calendrier." in lines
    assert "Réserve levée le 15 décembre 2021 au vu de calendrier transmis le 10 décembre ; avis favorable." in lines


def test_a_reserve_without_recommendation_is_a_hole() -> None:
    assert any("[à compléter : recommandations" in line for line in said("avis: [{ministere: a, sens: réservé}]\n"))


def test_an_unfavourable_ministry_is_not_committed() -> None:
    lines = said("avis: [{ministere: a, sens: défavorable, date: 20/10/2021}]\n")
    assert lines[-1].startswith(
        "Le ministère de l’éducation nationale a rendu un avis défavorable. Il n’est pas engagé"
    )


def test_what_is_said_of_an_unfavourable_party_agrees_with_its_name() -> None:
    region = CONVENTION.replace("nom: ministère de l’éducation nationale", "nom: région académique Bretagne", 1)
    paper = papers(region, FICHE + "avis: [{ministere: a, sens: défavorable}]\n")["fiche-action-f"]
    assert "La région académique Bretagne a rendu un avis défavorable. Elle n’est pas engagée" in "".join(
        words_of(paper)
    )


def test_the_reasons_of_an_unfavourable_opinion_and_of_a_postponement_are_printed() -> None:
    lines = said("avis: [{ministere: a, sens: défavorable, motifs: l’action est engagée.}]\n")
    assert "a rendu un avis défavorable pour les motifs suivants : l’action est engagée. Il n’est" in lines[-1]
    assert "Avis défavorable pour les motifs suivants : trop tard." in said(
        "avis_copil: {sens: défavorable, motifs: Trop tard.}\n"
    )
    later = said("avis: [{ministere: a, sens: ajourné, reunion: 13/10/2021, motifs: pièces manquantes}]\n")
    assert later[-1] == "Examen reporté à la réunion du 13 octobre 2021, pour le motif suivant : pièces manquantes."


def test_a_reserve_says_by_whom_its_lifting_was_noted() -> None:
    levee = "avis: [{{ministere: a, sens: réservé, levee: {{date: 15/12/2021, pieces: du dossier, par: {}}}}}]\n"
    assert said(levee.format("le comité"))[-1].endswith("au vu du dossier, constatée par le comité ; avis favorable.")
    by_ministry = said(levee.format("ministère de l’éducation nationale"))[-1]
    assert ", constatée par le ministère de l’éducation nationale ; avis favorable." in by_ministry


def test_a_ministry_that_is_not_concerned_gives_no_opinion() -> None:
    lines = said("avis: [{ministere: a, sens: non concerné}]\n")
    assert lines[-1] == (
        "Cette action n’entre pas dans le champ du ministère de l’éducation nationale, qui ne rend pas d’avis."
    )


def test_the_budget_shows_the_fees_with_their_base() -> None:
    assert box(fiche(FICHE, ANNEXE), "BUDGET") == (
        "1 210,00 € TTC, dont 10,00 € de frais de gestion (0,50 % de 2 000,00 € gérés par l’OPCO Atlas)"
    )


def test_the_shares_of_the_funders_are_those_of_the_annex() -> None:
    assert box(fiche(FICHE, ANNEXE), "RÉPARTITION") == (
        "OPCO Atlas : 710,00 € (58,7 %). Branche : 500,00 € (41,3 %). Le détail figure à l’annexe financière."
    )


def test_one_funder_makes_no_share() -> None:
    alone = ANNEXE.replace("{o: 700, b: 500}", "{o: 1 200}")
    assert box(fiche(FICHE, alone), "RÉPARTITION") == "Sans objet."


def test_a_public_left_aside_is_explained() -> None:
    text = FICHE.replace("Lycéens, étudiants et apprentis.", "Lycéens.") + "motif_publics: salon réservé aux lycées\n"
    assert box(fiche(text), "PUBLICS").endswith(
        "L’action ne vise pas les étudiants et les apprentis pour la raison suivante : salon réservé aux lycées."
    )


def test_prose_keeps_its_paragraphs_lists_and_every_letter() -> None:
    text = FICHE.replace(
        "presentation: Un salon.", "presentation: |\n  Un *salon* _sur_ 5*3 m.\n  Suite.\n\n  - un\n  - deux\n"
    )
    assert box(fiche(text), "PRÉSENTATION") == "Un *salon* _sur_ 5*3 m. Suite. un deux"


def test_an_empty_fiche_is_drawn_with_its_holes() -> None:
    paper = fiche("document: fiche-action\nid: f\nconvention: c\n")
    text = " ".join(words_of(paper))
    for hole in ("titre de l’action", "budget TTC", "date de début", "porteur de l’action", "indicateurs"):
        assert f"[à compléter : {hole}" in text
    assert any(isinstance(inline, Hole) for one in paper.blocks if isinstance(one, Box) for inline in _inlines(one))


def _inlines(found: Box) -> list[object]:
    return [inline for block in found.body for inline in getattr(block, "content", ())]


def test_the_blank_form_has_a_named_field_in_each_box_and_its_guidance() -> None:
    paper = papers(CONVENTION)["fiche-action-vierge-c"]
    fields = [inline for one in paper.blocks if isinstance(one, Box) for inline in _inlines(one)]
    names = [one.name for one in fields if isinstance(one, FormField)]
    assert names[:3] == ["publics", "porteur", "presentation"]
    assert len(set(names)) == len(names) == 12
    assert "Préciser le % des frais de gestion" in words_of(paper)
    assert not [one for one in paper.blocks if isinstance(one, Signs)]


def test_a_fiche_is_addressed_to_the_committee_and_the_ministries_with_a_dash_between() -> None:
    assert "Destinataire : COPIL OPCO Atlas – MEN" in " ".join(words_of(fiche()))
