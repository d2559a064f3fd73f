"""The yearly review: computed from the dossier, its totals the sums of the annexes and the fiches."""

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.tree import Chart, Document, Hole, Row, RowKind, Table, leaves, text_of
from tests.bilan.years import ANNEXE, BILAN, FICHE, LONGUE, REALISATION, WHOLE
from tests.text.dossiers import CONVENTION, papers, words_of

CENTS = st.decimals("0.01", "9999.99", places=2)


def paper(*texts: str) -> Document:
    return papers(*texts)["bilan-annuel-b"]


def whole(bilan: str = BILAN) -> Document:
    return paper(*WHOLE, bilan)


def table(document: Document, words: str) -> list[list[str]]:
    found = next(one for one in _tables(document) if words in text_of(one.caption))
    return [_texts(row) for row in found.rows]


def _tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def _texts(row: Row) -> list[str]:
    return [text_of(cell).replace("\u00a0", " ").replace("\u202f", " ") for cell in row.cells]


def figure(text: str) -> Decimal:
    return Decimal(text.replace(" ", "").replace(",", "."))


def test_the_divisions_are_numbered_in_the_order_of_the_model() -> None:
    heads = [text for text in words_of(whole()) if re.match(r"\d+\. \w", text)]
    assert [head.split(".")[0] for head in heads] == [str(number) for number in range(1, 12)]
    assert "10. Perspectives pour 2022" in heads
    assert "2. Réunions du comité de pilotage et avis rendus" in heads


def test_nothing_is_left_to_fill_when_the_dossier_is_whole() -> None:
    missing = [one.label for content in leaves(whole().blocks) for one in content if isinstance(one, Hole)]
    assert missing == []


def test_the_budget_and_the_spending_of_each_action_add_up() -> None:
    assert table(whole(), "Budget et dépense par action") == [
        ["2021-01", "Semaine des métiers", "1 000,00", "1 030,00", "103,0 %"],
        ["2021-02", "Parcours", "300,00", "300,00", "100,0 %"],
        ["Total", "", "1 300,00", "1 330,00", "102,3 %"],
    ]


def test_each_action_has_its_dates_its_state_and_the_people_it_reached() -> None:
    assert table(whole(), "Actions de 2021") == [
        ["2021-01", "Semaine des métiers", "Du 4 octobre 2021 au 8 octobre 2021", "réalisée", "190"],
        ["2021-02", "Parcours", "Depuis le 2 novembre 2021", "en cours", "12"],
    ]


def test_an_action_over_two_years_is_said_to_be_split() -> None:
    assert "L’action n° 2021-02 s’étend sur 2021 et 2022 ; seule la part de 2021 est retenue ici." in words_of(whole())


def test_one_amount_changed_in_one_annex_changes_the_review() -> None:
    dearer = ANNEXE.replace("prix_unitaire: 600", "prix_unitaire: 610")
    changed = paper(CONVENTION, FICHE, dearer, REALISATION, BILAN)
    assert table(changed, "Budget et dépense par action")[-1][2] == "1 010,00"
    assert table(changed, "par secteur")[-1][2] == "1 010,00"


def test_the_first_year_begins_with_the_convention() -> None:
    assert (
        "La convention a pris effet le 12 mai 2021 ; le présent bilan ne couvre que la période du 12 mai 2021 au "
        "31 décembre 2021." in words_of(whole())
    )
    last = whole(BILAN.replace("annee: 2021", "annee: 2024"))
    assert (
        "La convention a expiré le 11 mai 2024 à minuit ; le présent bilan ne couvre que la période du 1er janvier au "
        "11 mai 2024." in words_of(last)
    )


def test_an_action_given_up_keeps_its_line_and_its_reason() -> None:
    given_up = BILAN + "actions: [{fiche: f1, etat: abandonnée, le: 01/10/2021, motif: lieu fermé}]\n"
    document = paper(CONVENTION, FICHE, ANNEXE, given_up)
    assert "Action n° 2021-01 : action abandonnée le 1er octobre 2021 : lieu fermé." in words_of(document)
    assert table(document, "Budget et dépense par action")[0][3:] == ["0,00", "0,0 %"]


def test_an_action_of_which_nothing_is_said_is_a_hole_and_not_a_zero() -> None:
    document = paper(CONVENTION, FICHE, ANNEXE, BILAN)
    assert table(document, "Budget et dépense par action")[0][3:] == ["[à compléter : dépense de l’année]", "–"]


def test_each_chart_names_the_table_beside_it_and_has_its_figures() -> None:
    blocks = list(whole().blocks)
    charts = [(block, blocks[rank + 1]) for rank, block in enumerate(blocks) if isinstance(block, Chart)]
    assert [chart.title for chart, _ in charts] == [
        "Budget et dépense par action",
        "Budget et dépense par secteur",
        "Personnes touchées par public",
    ]
    for chart, beside in charts:
        assert isinstance(beside, Table)
        number = text_of(beside.caption).split(".")[0].removeprefix("Tableau ").removeprefix("Tableau\u00a0")
        assert chart.alternative == f"{chart.title}\u00a0: les valeurs figurent dans le tableau {number}."
        printed = " ".join(text_of(cell) for row in beside.rows for cell in row.cells)
        for bar in (bar for group in chart.groups for bar in group.bars):
            assert bar.label.split(" ")[1].removesuffix("\u00a0€") in printed


def test_the_tables_are_numbered_without_a_gap() -> None:
    numbers = [int(re.findall(r"\d+", text_of(one.caption))[0]) for one in _tables(whole())]
    assert numbers == list(range(1, len(numbers) + 1))


def test_an_action_of_several_axes_stands_under_each() -> None:
    assert [row[1:] for row in table(whole(), "par axe")] == [["2021-01 et 2021-02", "2"], ["2021-02", "1"]]


def test_what_each_signatory_said_is_said() -> None:
    text = words_of(whole())
    said = (
        "Le ministère de l’éducation nationale a validé le bilan annuel 2021 le 10 avril 2022. Observations : Aucune."
    )
    assert said in text
    assert "Le présent bilan a été présenté au conseil d’administration de l’OPCO Atlas" in " ".join(text)
    waiting = whole(BILAN.replace("validations: [{partie: a, date: 10/04/2022}]", ""))
    assert "Le ministère de l’éducation nationale : validation à recueillir." in words_of(waiting)


def test_a_validation_by_a_party_that_is_no_ministry_is_said() -> None:
    both = "validations: [{partie: a, date: 10/04/2022}, {partie: o, date: 12/04/2022}]"
    text = words_of(whole(BILAN.replace("validations: [{partie: a, date: 10/04/2022}]", both)))
    assert any("OPCO Atlas a validé le bilan annuel 2021 le 12 avril 2022." in line for line in text)


def test_the_ceiling_and_the_fees_are_told() -> None:
    with_ceiling = CONVENTION + "plafonds_annuels: [{annee: 2021, montant: '5 000'}]"
    text = words_of(paper(with_ceiling, *WHOLE[1:], BILAN))
    assert (
        "Les dépenses imputées sur les frais de mission s’élèvent à 850,00 €, pour un plafond de 5 000,00 € fixé par "
        "la convention d’objectifs et de moyens." in text
    )
    assert "Aucun frais de gestion n’a été appliqué." in text


def test_the_rate_of_the_fees_and_its_ceiling_have_as_many_decimals() -> None:
    capped = CONVENTION.replace("0,885 %", "0,9 %")
    with_fees = REALISATION.replace("livrables:", '    frais_gestion: "5,20"\nlivrables:', 1)
    text = words_of(paper(capped, FICHE, ANNEXE, with_fees, BILAN))
    said = "Les frais de gestion s’élèvent à 5,20 €, soit 0,8 % des fonds gérés, pour un plafond de 0,9 %."
    assert said in text


def test_a_review_of_nothing_still_comes_out() -> None:
    review = paper(CONVENTION, BILAN)
    assert "Aucune action n’est active en 2021." in words_of(review)
    assert not [block for block in review.blocks if isinstance(block, Table) and not block.rows]
    assert "BILAN ANNUEL …" in words_of(paper("document: bilan-annuel\nid: b\n"))
    assert "2021-02" in " ".join(words_of(paper(CONVENTION, LONGUE, BILAN)))


@settings(max_examples=30)
@given(st.lists(st.tuples(CENTS, CENTS, CENTS), min_size=1, max_size=5))
def test_every_total_printed_is_the_sum_of_the_lines_printed(amounts: list[tuple[Decimal, Decimal, Decimal]]) -> None:
    texts = [CONVENTION, BILAN]
    for rank, (price, one, other) in enumerate(amounts):
        id, number = f"g{rank}", f"2021-{rank + 10}"
        texts.append(FICHE.replace("id: f1", f"id: {id}").replace("numero: 2021-01", f"numero: {number}"))
        annexe = ANNEXE.replace("f1", id).replace("prix_unitaire: 600", f"prix_unitaire: '{price}'")
        texts.append(annexe)
        realised = REALISATION.replace("r1", f"r{id}").replace("fiche: f1", f"fiche: {id}")
        texts.append(realised.replace("opco: 650", f"opco: '{one}'").replace("b: 380", f"b: '{other}'"))
    document = paper(*texts)
    for caption, columns in (("par action", (2, 3)), ("par secteur", (2, 3)), ("par poste", (3,)), ("financeur", (1,))):
        found = next(one for one in _tables(document) if caption in text_of(one.caption) and len(one.columns) > 2)
        assert found.rows[-1].kind is RowKind.TOTAL
        for column in columns:
            *lines, total = (figure(_texts(row)[column]) for row in found.rows)
            assert sum(lines) == total
    spent = sum(one + other for _, one, other in amounts)
    assert figure(table(document, "par poste")[-1][3]) == figure(table(document, "par action")[-1][3]) == spent


def test_a_letter_sends_the_review_to_each_ministry_and_to_the_board() -> None:
    made = papers(*WHOLE, BILAN)
    letters = {stem: words_of(one) for stem, one in made.items() if one.kind == "transmission-bilan"}
    assert list(letters) == ["transmission-bilan-b-a", "transmission-bilan-b-ca"]
    to_minister = letters["transmission-bilan-b-a"]
    assert "Objet : bilan annuel 2021 de la convention de coopération du 12 mai 2021 – pour validation" in to_minister
    assert "Madame la Ministre," in to_minister
    assert "Le 15 mars 2022" in to_minister
    assert (
        "Conformément à l’article 15 de la convention, j’ai l’honneur de vous adresser, pour validation, le bilan "
        "annuel quantitatif et qualitatif des actions réalisées entre le 1er janvier et le 31 décembre 2021."
        in to_minister
    )
    to_board = " ".join(letters["transmission-bilan-b-ca"])
    assert "Mesdames et Messieurs les membres du conseil d’administration de l’OPCO Atlas" in to_board
    assert "Mesdames, Messieurs, " in to_board
    assert "d’agréer, Mesdames, Messieurs, l’expression" in to_board


def test_a_signatory_that_is_no_ministry_is_asked_and_written_to_as_well() -> None:
    third = """  - {id: z, nature: association, cote: 2, nom: association des métiers, siege: "1 rue du Port, Brest",
     signataires: [{civilite: Mme, prenom: Lise, nom: Caron, qualite: présidente de l’association des métiers}]}
"""
    made = papers(CONVENTION + third, *WHOLE[1:], BILAN)
    assert [stem for stem in made if stem.startswith("transmission-bilan")] == [
        *("transmission-bilan-b-a", "transmission-bilan-b-z", "transmission-bilan-b-ca")
    ]
    assert "Madame la Présidente," in words_of(made["transmission-bilan-b-z"])
    said = words_of(made["bilan-annuel-b"])
    assert "L’association des métiers : validation à recueillir." in said
    assert "L’OPCO Atlas a validé le bilan annuel 2021 en l’adressant aux autres signataires le 15 mars 2022." in said


def test_no_letter_is_written_before_the_day_of_sending_is_known() -> None:
    made = papers(*WHOLE, BILAN.replace("transmis_le: 15/03/2022\n", ""))
    assert not [one for one in made.values() if one.kind == "transmission-bilan"]


def test_a_text_without_the_article_is_not_said_to_have_it() -> None:
    without = CONVENTION + "articles: [{article: previsions-et-realisation, action: retirer}]\n"
    opening = next(text for text in words_of(paper(without, *WHOLE[1:], BILAN)) if text.startswith("Le présent bilan"))
    assert opening.startswith(
        "Le présent bilan est établi par l’OPCO Atlas en application de la convention de coopération du 12 mai 2021."
    )
