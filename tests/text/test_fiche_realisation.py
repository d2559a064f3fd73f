"""The completion fiche: every box, every indicator of its fiche, the spending line by line."""

from docgen.tree import Box, Document, Hole, Row, RowKind, Table, leaves, text_of
from tests.bilan.years import (
    ANNEXE,
    ANNEXE_LONGUE,
    FICHE,
    LONGUE,
    REALISATION,
    REALISATION_LONGUE,
)
from tests.text.dossiers import CONVENTION, papers, words_of

LOGO = """
document: autorisation-logo
id: l
convention: c
ministeres: [a]
reference: MEN-7
date: 01/10/2021
debut: 01/10/2021
fin: 31/12/2021
"""


def paper(*texts: str, id: str = "r1") -> Document:
    return papers(CONVENTION, *texts)[f"fiche-realisation-{id}"]


def sound(realisation: str = REALISATION) -> Document:
    return paper(FICHE, ANNEXE, realisation)


def boxes(document: Document) -> dict[str, Box]:
    return {text_of(block.title): block for block in document.blocks if isinstance(block, Box)}


def rows(box: Box) -> list[list[list[str]]]:
    tables = [block for block in box.body if isinstance(block, Table)]
    return [[_texts(row) for row in table.rows] for table in tables]


def _texts(row: Row) -> list[str]:
    return [text_of(cell).replace("\u00a0", " ").replace("\u202f", " ") for cell in row.cells]


def test_the_boxes_are_those_of_the_model_in_their_order() -> None:
    assert [title.split(". ")[0] for title in boxes(sound())] == [str(number) for number in range(1, 12)]


def test_a_sound_fiche_has_no_hole_and_a_bare_one_says_what_is_missing() -> None:
    assert not [one for content in leaves(sound().blocks) for one in content if isinstance(one, Hole)]
    bare = paper("document: fiche-realisation\nid: r1\n")
    missing = {one.label for content in leaves(bare.blocks) for one in content if isinstance(one, Hole)}
    assert {"titre de l’action", "livrables", "difficultés rencontrées", "annexe financière de l’action"} <= missing


def test_every_indicator_is_printed_with_its_gap_and_its_rate() -> None:
    box = boxes(sound())["5. INDICATEURS"]
    assert rows(box) == [[["jeunes rencontrés", "200 jeunes", "190 jeunes", "− 10", "95,0 %"]]]
    assert "Satisfaction : Bonne." in [text_of(one).replace("\u00a0", " ") for one in leaves(box.body)]


def test_no_rate_is_told_where_nothing_was_planned() -> None:
    box = boxes(paper(LONGUE, ANNEXE_LONGUE, REALISATION_LONGUE, id="r2"))["5. INDICATEURS"]
    assert rows(box) == [[["jeunes", "0 jeunes", "12 jeunes", "+ 12", "Sans objet"]]]


def test_the_thousands_of_an_indicator_are_apart_however_it_was_typed() -> None:
    planned, answered = FICHE.replace("prevu: 200", "prevu: 1400"), REALISATION.replace("realise: 190", "realise: 1108")
    box = boxes(paper(planned, ANNEXE, answered))["5. INDICATEURS"]
    assert rows(box)[0][0][1:4] == ["1 400 jeunes", "1 108 jeunes", "− 292"]


def test_the_gap_between_two_percentages_is_said_in_points() -> None:
    share = FICHE.replace("prevu: 200, unite: jeunes", 'prevu: 45, unite: "%"')
    box = boxes(paper(share, ANNEXE, REALISATION.replace("realise: 190", "realise: 47")))["5. INDICATEURS"]
    assert rows(box)[0][0][2:4] == ["47 %", "+ 2 points"]


def test_an_indicator_without_an_answer_is_a_hole() -> None:
    unanswered = REALISATION.replace("  - {libelle: jeunes rencontrés, realise: 190}\n", "")
    box = boxes(sound(unanswered))["5. INDICATEURS"]
    assert rows(box)[0][0][2] == "[à compléter : valeur réalisée]"


def test_the_spending_stands_against_the_budget_line_by_line() -> None:
    items, funders = rows(boxes(sound())["6. EXÉCUTION FINANCIÈRE"])
    assert items == [
        ["Kit", "600,00", "650,00", "+ 50,00", "108,3 %"],
        ["Salle", "400,00", "380,00", "− 20,00", "95,0 %"],
        ["Total", "1 000,00", "1 030,00", "+ 30,00", "103,0 %"],
    ]
    assert funders[-1] == ["Total", "1 000,00", "1 030,00", "+ 30,00", "103,0 %"]


def test_a_spending_that_the_annex_did_not_foresee_has_a_line_of_its_own() -> None:
    beyond = REALISATION.replace("{poste: Salle, paye", "{poste: Taxi, paye")
    items, _ = rows(boxes(sound(beyond))["6. EXÉCUTION FINANCIÈRE"])
    assert items[1:3] == [
        ["Salle", "400,00", "0,00", "− 400,00", "0,0 %"],
        ["Taxi", "0,00", "380,00", "+ 380,00", "Sans objet"],
    ]


def test_a_spending_above_the_budget_is_said_with_its_reason() -> None:
    text = words_of(sound(REALISATION + "motif_depense: une séance de plus\n"))
    assert (
        "La dépense constatée est supérieure de 30,00 € au budget prévu, pour la raison suivante : une séance de plus."
        in text
    )
    assert "La dépense constatée est supérieure de 30,00 € au budget prévu." in words_of(sound())


def test_an_action_over_two_years_has_a_line_per_year() -> None:
    tables = rows(boxes(paper(LONGUE, ANNEXE_LONGUE, REALISATION_LONGUE, id="r2"))["6. EXÉCUTION FINANCIÈRE"])
    assert tables[1] == [
        ["2021", "300,00", "300,00", "0,00", "100,0 %"],
        ["2022", "600,00", "600,00", "0,00", "100,0 %"],
    ]


def test_people_are_summed_by_public_and_in_all() -> None:
    (table,) = rows(boxes(sound())["3. PUBLICS TOUCHÉS"])
    assert table[-1] == ["Total", "200", "190", "− 10", "95,0 %"]
    body = [block for block in boxes(sound())["3. PUBLICS TOUCHÉS"].body if isinstance(block, Table)]
    assert body[0].rows[-1].kind is RowKind.TOTAL


def test_a_logo_is_told_with_its_authorisation_and_none_is_said() -> None:
    used = REALISATION + "logos: [{ministere: a, supports: le kit, autorisation: l}]\n"
    assert (
        "Logo du ministère de l’éducation nationale utilisé sur le kit en vertu de l’autorisation n° MEN-7 du "
        "1er octobre 2021, valable du 1er octobre 2021 au 31 décembre 2021."
        in words_of(paper(FICHE, ANNEXE, used, LOGO))
    )
    assert "Aucun logo ministériel n’a été utilisé." in words_of(sound())


def test_an_unfavourable_opinion_is_recalled_with_whose_it_is() -> None:
    against = FICHE.replace("{ministere: a, sens: favorable", "{ministere: a, sens: défavorable")
    assert "Avis défavorable : MEN." in words_of(paper(against, ANNEXE, REALISATION))


def test_an_action_that_runs_has_no_end_yet() -> None:
    running = paper(LONGUE, ANNEXE_LONGUE, REALISATION_LONGUE, id="r2")
    assert "Dates réelles : depuis le 2 novembre 2021 ; action en cours." in words_of(running)


def test_a_relay_and_a_late_deliverable_are_told() -> None:
    relayed = REALISATION.replace("livre_le: 01/10/2021", "motif: en cours d’impression")
    relayed += "relais: [{service: la région, date: 02/10/2021, destinataires: des lycées}]\n"
    text = words_of(sound(relayed))
    assert "Relais assuré par la région le 2 octobre 2021 auprès des lycées." in text
    assert "Non livré : en cours d’impression" in text


def test_the_blank_form_has_the_boxes_of_the_filled_one_and_says_that_it_is_only_proposed() -> None:
    listed = CONVENTION.replace("annexes: [fiche-action]", "annexes: [{modele: fiche-realisation, annexee: non}]")
    blank = papers(listed)["fiche-realisation-vierge-c"]
    assert list(boxes(blank)) == list(boxes(sound()))
    said = "Modèle proposé par le secrétariat du comité de pilotage, non annexé à la convention signée."
    assert said in words_of(blank)
    annexed = papers(CONVENTION.replace("annexes: [fiche-action]", "annexes: [fiche-realisation]"))
    assert said not in words_of(annexed["fiche-realisation-vierge-c"])
    assert "fiche-realisation-vierge-c" not in papers(CONVENTION)


def test_a_deliverable_stands_beside_its_state_which_agrees_with_no_name() -> None:
    given = "livrables: [{libelle: vingt journées, livre_le: 02/12/2021}, {libelle: kit, motif: panne.}]"
    document = sound(REALISATION.replace("livrables: [{libelle: Kit, livre_le: 01/10/2021}]", given))
    box = next(box for title, box in boxes(document).items() if "LIVRABLES" in title)
    assert rows(box)[0] == [["Vingt journées", "Livré le 2 décembre 2021"], ["Kit", "Non livré : panne"]]


def test_the_function_of_the_author_agrees_where_the_civility_is_typed() -> None:
    given = REALISATION.replace("auteur: Paule Meunier", "auteur: Mme Paule Meunier").replace("chargée", "chargé")
    assert "Mme Paule Meunier, chargée de projet." in " ".join(words_of(sound(given)))


MEETING = """
document: reunion
id: r
convention: c
date: 13/10/2021
secretaire: {civilite: Mme, prenom: Paule, nom: Meunier, qualite: chargé de projet}
membres: [{civilite: M., prenom: Luc, nom: Noir, qualite: directeur, college: 1}]
"""


def test_the_function_of_the_author_agrees_where_the_dossier_knows_the_civility() -> None:
    given = REALISATION.replace("chargée", "chargé")
    assert "par Paule Meunier, chargée de projet." in words_of(paper(given, FICHE, ANNEXE, MEETING))[-1]
    another = MEETING.replace("nom: Meunier", "nom: Martin")
    assert "par Paule Meunier, chargé de projet." in words_of(paper(given, FICHE, ANNEXE, another))[-1]
