"""The convention of the family: whatever its parties, each word agrees."""

import pytest

from docgen.tree import Blank, Paragraph, ParagraphRole, Signatures, text_of
from tests.text.dossiers import CONVENTION, papers, words_of

SECOND = """
  - {id: b, nature: ministère, cote: 1, nom: ministère de l’enseignement supérieur, sigle: MES,
     signataires: [{civilite: M., prenom: Luc, nom: Petit, qualite: ministre de l’enseignement supérieur,
       delegation: {civilite: Mme, prenom: Zoé, nom: Blanc, qualite: directeur général de la recherche}}]}
"""


def convention(text: str) -> list[str]:
    return words_of(papers(text)["convention-c"])


def test_one_ministry_speaks_in_the_singular() -> None:
    text = " ".join(convention(CONVENTION))
    assert "Le ministère de l’éducation nationale (MEN) a pour mission" in text
    assert "déterminées par le ministère et le conseil d’administration" in text
    assert "du soutien dudit ministère, matérialisé par son logo" in text
    assert "adressé à l’autre signataire, pour validation," in text
    assert "ministères" not in text


def test_two_ministries_speak_in_the_plural() -> None:
    text = " ".join(convention(CONVENTION + SECOND))
    assert "adressé aux autres signataires, pour validation," in text
    named = (
        "Le ministère de l’éducation nationale (MEN) et le ministère de l’enseignement supérieur (MES) ont pour mission"
    )
    assert named in text
    assert "déterminées par les deux ministères" in text


def test_functions_and_formulas_agree_with_their_holders() -> None:
    text = convention(CONVENTION + SECOND)
    assert "La ministre de l’éducation nationale" in text
    assert "Pour le ministre et par délégation" in text
    assert "La directrice générale de la recherche" in text


def test_a_delegate_signs_below_the_authority() -> None:
    blocks = blocks_of(CONVENTION.replace("etat: signe", "etat: a-signer") + SECOND)
    names = [[text_of(one.name) for one in row] for row in blocks.rows]
    assert names == [["Anne MARTIN", "Zoé BLANC"], ["Paul ROUX"]]
    delegated = blocks.rows[0][1]
    assert [text_of(line.content) for line in delegated.above] == [
        "Le ministre de l’enseignement supérieur",
        "Luc PETIT",
        "Pour le ministre et par délégation",
    ]
    assert len({one.name_of_field for row in blocks.rows for one in row}) == 3


def test_a_signed_text_says_that_each_signed_and_leaves_no_field() -> None:
    signed = [one for row in blocks_of(CONVENTION + SECOND).rows for one in row]
    assert [text_of(one.signed) for one in signed] == ["Signé"] * 3
    assert not [one for one in signed if one.name_of_field]


def test_the_bordereau_tells_the_day_and_way_of_each_signature() -> None:
    sent = "document: bordereau\nid: b\ndate: 01/05/2021\ndocuments: [convention/c]\nmode: electronique\nsuivi:\n"
    followed = (
        "  - {partie: o, signe_le: 07/05/2021}\n  - {partie: b, nom: Blanc, mode: papier, signe_le: 12/05/2021}\n"
    )
    signed = [text_of(one.signed) for row in blocks_of(CONVENTION + SECOND, sent + followed).rows for one in row]
    assert [one.replace("\u00a0", " ") for one in signed] == [
        "Signé électroniquement",
        "Signé le 12 mai 2021",
        "Signé électroniquement le 7 mai 2021",
    ]


def test_a_text_that_was_signed_electronically_gives_its_date() -> None:
    text = convention(CONVENTION.replace("lieu: Paris", "mode: electronique"))
    assert any("Sa date est celle de la dernière signature, le 12 mai 2021." in line for line in text)


def test_a_signed_text_has_no_blank_for_a_place_that_nobody_knows() -> None:
    assert "Fait le 12 mai 2021." in convention(CONVENTION.replace(", lieu: Paris", ""))
    copies = CONVENTION.replace(", lieu: Paris", ", originaux: 3")
    assert "Fait en trois exemplaires originaux, le 12 mai 2021." in convention(copies)


def test_the_number_of_pages_stands_above_the_place_where_it_is_asked_for() -> None:
    asked = CONVENTION.replace("lieu: Paris", "lieu: Paris, nombre_de_pages: oui")
    (line,) = [one for one in convention(asked) if "établi sur" in one]
    assert line.endswith("pages, annexes comprises. Fait à Paris, le 12 mai 2021.")
    alone = asked.replace("annexes: [fiche-action]\n", "")
    assert any(one.startswith("Document établi sur  pages. Fait") for one in convention(alone))
    assert not [one for one in convention(CONVENTION) if "établi sur" in one]


def test_an_act_that_may_have_one_page_says_no_plural_of_it() -> None:
    application = """
document: convention-application
id: d
convention: c
etat: signe
parties_reprises: [a, o]
signature: {date: 01/09/2021, lieu: Paris, nombre_de_pages: oui}
"""
    text = words_of(papers(CONVENTION, application)["convention-application-d"])
    assert any(one.startswith("Nombre de pages du document : . Fait") for one in text)
    assert not [one for one in text if "établi sur" in one]


def blocks_of(*texts: str) -> Signatures:
    (blocks,) = [one for one in papers(*texts)["convention-c"].blocks if isinstance(one, Signatures)]
    return blocks


def test_a_text_to_sign_leaves_date_and_place_blank() -> None:
    paper = papers(CONVENTION.replace("etat: signe", "etat: a-signer").replace("date: 12/05/2021, lieu: Paris", ""))
    (closing,) = [one for one in paper["convention-c"].blocks if getattr(one, "role", "") == ParagraphRole.FAIT]
    assert isinstance(closing, Paragraph)
    assert len([one for one in closing.content if isinstance(one, Blank)]) == 2
    assert "2021" not in " ".join(words_of(paper["fiche-action-vierge-c"]))


def test_a_signed_text_bears_its_date() -> None:
    assert "Fait à Paris, le 12 mai 2021." in convention(CONVENTION)


def test_what_is_missing_is_a_hole() -> None:
    text = " ".join(convention(CONVENTION.replace("duree: 3 ans\n", "").replace("nom: Martin, ", "")))
    assert "une durée [à compléter : durée]." in text
    assert "[à compléter : prénom et nom du signataire]" in text


def test_articles_are_left_out_replaced_and_added_and_numbered_by_place() -> None:
    text = convention(
        CONVENTION
        + """
articles:
  - {article: mobilite, action: retirer}
  - {article: materiels, action: remplacer, titre: Prêts, texte: "Voir l’article {{article.communication}}."}
  - {article: essai, action: ajouter, apres: materiels, titre: Essai, texte: Nouveau.}
"""
    )
    heads = [line for line in text if line.startswith("Article ") and " – " in line]
    assert heads[8:11] == ["Article 9 – Prêts", "Article 10 – Essai", "Article 11 – Communication"]
    assert "Voir l’article 11." in text


def test_the_first_article_may_be_1er() -> None:
    assert "Article 1er – Objet" in convention(CONVENTION + "article_1er: oui\n")


def test_institutions_are_named_in_full() -> None:
    text = CONVENTION.replace("designation: organes", "designation: institutions").replace(
        "nom_court: OPCO Atlas,", "nom_court: OPCO Atlas, siege: 25 quai Panhard à Paris, siret: 130 025 265 00013,"
    )
    assert (
        "L’Opérateur de compétences Atlas, dont le siège est situé 25 quai Panhard à Paris, immatriculé sous le numéro "
        "SIRET 130 025 265 00013, représenté par M. Paul Roux, président de l’OPCO Atlas, ci-après dénommé "
        "« OPCO Atlas »," in convention(text)
    )


@pytest.mark.parametrize(
    ("count", "labels"),
    [(2, ["d’une part,", "d’autre part,"]), (3, ["de première part,", "de deuxième part,", "de troisième part,"])],
)
def test_each_side_closes_with_its_label(count: int, labels: list[str]) -> None:
    third = SECOND.replace("cote: 1", "cote: 3") if count == 3 else ""
    assert [line for line in convention(CONVENTION + third) if line.endswith("part,")] == labels


def test_a_quality_names_its_institution_where_it_says_none() -> None:
    text = convention(CONVENTION.replace("qualite: président de l’OPCO Atlas", "qualite: président"))
    assert text.count("Le président de l’OPCO Atlas") == 2


def test_a_particle_stays_in_lower_case() -> None:
    assert "Anne d’HAUTPOUL" in convention(CONVENTION.replace("nom: Martin", "nom: d’Hautpoul"))


def test_one_year_is_elided() -> None:
    assert "conclue pour une durée d’un an" in " ".join(convention(CONVENTION.replace("duree: 3 ans", "duree: 1 an")))
