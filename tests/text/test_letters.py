"""What the letters say: who writes to whom, what ends or is allowed, and when."""

import pytest

from docgen.tree import Heading, Signatures, text_of
from tests.text.deux_ministeres import CONVENTION_A_DEUX, FICHE, said
from tests.text.dossiers import papers, words_of

DENONCIATION = """
document: denonciation
id: d
convention: c
expediteur: o
lieu: Paris
date: 20/12/2021
destinataires: [{partie: a, recue_le: 28/12/2021}, {partie: b, recommande: 1A 2, recue_le: 31/12/2021}]
instance: son conseil d’administration
decidee_le: 15/12/2021
"""

AUTORISATION = """
document: autorisation-logo
id: l
convention: c
ministeres: [a]
reference: MEN-1
date: 20/07/2021
autorite: {civilite: Mme, prenom: Ève, nom: Roy, qualite: délégué à la communication}
beneficiaire: o
fiche: f
supports: [affiche, site]
territoire: le territoire national
debut: 20/07/2021
fin: 19/10/2021
logo: {fichier: logos/men.svg, empreinte: %s, alternative: MEN}
"""
EMPREINTE = "0" * 64


def test_each_other_party_has_its_letter_of_denunciation() -> None:
    assert [stem for stem in papers(CONVENTION_A_DEUX, DENONCIATION) if "denonciation" in stem] == [
        "denonciation-d-a",
        "denonciation-d-b",
    ]


def test_a_letter_calls_the_holder_and_takes_up_the_call_at_its_end() -> None:
    words = words_of(papers(CONVENTION_A_DEUX, DENONCIATION)["denonciation-d-b"])
    assert "Monsieur le Ministre," in words
    end = "Nous vous prions d’agréer, Monsieur le Ministre, l’expression de notre très haute considération."
    assert end in words


def test_who_signs_alone_says_je() -> None:
    alone = DENONCIATION + "signataires: [{civilite: Mme, prenom: Rose, nom: Petit, qualite: vice-présidente}]\n"
    assert "Je vous prie d’agréer, Madame la Ministre, l’expression de ma très haute considération." in said(
        "denonciation-d-a", CONVENTION_A_DEUX, alone
    )


def test_the_notice_is_counted_from_the_latest_receipt_to_the_last_day_of_the_month() -> None:
    words = said("denonciation-d-a", CONVENTION_A_DEUX, DENONCIATION)
    assert "En application du deuxième alinéa de l’article 18 de la convention de coopération du 12 mai 2021" in words
    assert "l’OPCO Atlas vous notifie sa décision de la dénoncer." in words
    assert (
        "À titre indicatif, pour une réception le 31 décembre 2021, ce délai expire le 28 février 2022 à minuit et la "
        "convention cesse de produire ses effets le 1er mars 2022."
    ) in words


def test_no_date_is_indicated_while_a_receipt_is_unknown() -> None:
    unknown = DENONCIATION.replace(", recue_le: 31/12/2021", "")
    assert "À titre indicatif" not in said("denonciation-d-a", CONVENTION_A_DEUX, unknown)


def test_a_longer_notice_is_said_in_the_place_of_the_indication() -> None:
    longer = DENONCIATION + "effet_le: 01/06/2022\n"
    words = said("denonciation-d-a", CONVENTION_A_DEUX, longer)
    assert "La résiliation prendra effet le 1er juin 2022, au-delà du délai minimal de deux mois" in words
    assert "À titre indicatif" not in words


def test_the_reasons_of_a_denunciation_go_on_in_its_sentence() -> None:
    words = said("denonciation-d-a", CONVENTION_A_DEUX, DENONCIATION + "motifs: La baisse des moyens.\n")
    assert "Elle est motivée par la baisse des moyens." in words


def test_how_a_letter_goes_stands_above_its_addressee_and_the_others_are_copied() -> None:
    letters = papers(CONVENTION_A_DEUX, DENONCIATION)
    by_hand, registered = (words_of(letters[f"denonciation-d-{party}"]) for party in "ab")
    assert any(
        line.startswith("Remise contre récépissé Madame Anne Martin ministre de l’éducation nationale")
        for line in by_hand
    )
    assert any(line.startswith("Lettre recommandée avec demande d’avis de réception n° 1A 2") for line in registered)
    assert "Copie : ministère de la culture." in by_hand


@pytest.mark.parametrize(
    ("sender", "told", "stem", "words"),
    [
        ("o", "{partie: a}, {partie: b}", "d-a", "Conformément au dernier alinéa du même article, l’OPCO Atlas prend"),
        ("a", "{partie: o}, {partie: b}", "d-o", "Il vous appartient, en application du dernier alinéa du même"),
        ("a", "{partie: o}, {partie: b}", "d-b", "Il appartient à l’OPCO Atlas, en application du dernier alinéa"),
    ],
)
def test_it_is_the_opco_that_carries_the_actions_to_their_end(sender: str, told: str, stem: str, words: str) -> None:
    text = f"document: denonciation\nid: d\nconvention: c\nexpediteur: {sender}\ndate: 20/12/2021\nactions: [f]\n"
    found = said(f"denonciation-{stem}", CONVENTION_A_DEUX, FICHE, f"{text}destinataires: [{told}]\n")
    assert words in found
    assert "2021-07" in found


def test_a_denunciation_with_nothing_in_it_still_comes_out() -> None:
    words = said("denonciation-d-destinataire", "document: denonciation\nid: d\n")
    assert "[à compléter : date de la lettre]" in words


def test_an_authorisation_says_its_length_in_words_and_its_supports_one_by_one() -> None:
    words = words_of(papers(CONVENTION_A_DEUX, FICHE, AUTORISATION % EMPREINTE)["autorisation-logo-l"])
    assert "La déléguée à la communication," in words
    assert "Vu l’avis favorable rendu le 5 juillet 2021 sur la fiche action n° 2021-07 ;" in words
    assert any("liés à l’action n° 2021-07 « Découvrir “les métiers” » :" in line for line in words)
    assert words[words.index("affiche ;") :][:2] == ["affiche ;", "site."]
    assert any("pour une durée de trois mois, du 20 juillet 2021 au 19 octobre 2021 inclus" in line for line in words)


def test_a_request_alone_comes_out_before_there_is_a_decision() -> None:
    asked = "document: autorisation-logo\nid: l\netat: demandée\nconvention: c\nministeres: [a]\nbeneficiaire: o\n"
    made = papers(CONVENTION_A_DEUX, FICHE, f"{asked}fiche: f\ndemandee_le: 10/07/2021\nsupports: [affiche]\n")
    assert [stem for stem in made if "logo" in stem] == ["demande-logo-l"]
    words = "\n".join(words_of(made["demande-logo-l"]))
    assert "Madame la Ministre," in words
    assert "ayant reçu un avis favorable du ministère de l’éducation nationale le 5 juillet 2021." in words


def test_a_refusal_gives_its_reason_and_where_it_may_be_contested() -> None:
    text = (AUTORISATION % EMPREINTE).split("debut:", maxsplit=1)[0]
    refused = f"{text}etat: refusée\nrefus: {{motif: la charte n’est pas respectée, tribunal: Paris}}\n"
    words = said("autorisation-logo-l", CONVENTION_A_DEUX, FICHE, refused)
    assert "REFUS D’AUTORISATION D’UTILISATION DE LOGO N° MEN-1" in words
    assert "pour le motif suivant : la charte n’est pas respectée." in words
    assert "devant le tribunal administratif de Paris dans un délai de deux mois" in words


def test_a_letter_has_its_subject_as_its_only_title_of_level_one() -> None:
    letter = papers(CONVENTION_A_DEUX, DENONCIATION)["denonciation-d-a"]
    titles = [text_of(block.content) for block in letter.blocks if isinstance(block, Heading) and block.level == 1]
    assert [title.replace("\u00a0", " ") for title in titles] == [
        "Objet : dénonciation de la convention de coopération du 12 mai 2021"
    ]


def test_the_two_who_sign_stand_abreast_and_who_acknowledges_stands_alone() -> None:
    letter = papers(CONVENTION_A_DEUX, DENONCIATION)["denonciation-d-a"]
    blocks = [block for block in letter.blocks if isinstance(block, Signatures)]
    assert [[len(row) for row in block.rows] for block in blocks] == [[2], [1]]
    names = [signature.name_of_field for block in blocks for row in block.rows for signature in row]
    assert len(set(names)) == len(names)


def test_the_function_of_an_addressee_agrees_with_who_holds_it() -> None:
    asked = AUTORISATION % EMPREINTE + "demandee_le: 12/07/2021\n"
    words = said("demande-logo-l", CONVENTION_A_DEUX, FICHE, asked)
    assert "Madame Ève Roy déléguée à la communication" in words
    assert "Madame la Déléguée," in words


def test_the_day_of_receipt_is_left_to_who_acknowledges() -> None:
    words = said("denonciation-d-b", CONVENTION_A_DEUX, DENONCIATION)
    after = words.partition("accuse réception, le ")[2]
    assert after
    assert not after.startswith("31 décembre")
