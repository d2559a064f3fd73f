"""The papers of a meeting say what the convention and the sentences of the house ask."""

import pytest

from docgen.model.fiche_action import FicheAction, Sens
from docgen.model.reunion import Reunion
from docgen.pipeline import load
from docgen.resources import samples_folder
from docgen.text.papers import write
from docgen.tree import Break, Table, paragraphs_of
from tests.text.dossiers import dossier, papers, words_of
from tests.text.reunions import FICHE, HELD, MEETING, TWO


def said(stem: str, *texts: str) -> str:
    """Return the words of one paper, its paragraphs parted by a line end."""
    return "\n".join(words_of(papers(*texts)[stem]))


def agenda(*texts: str) -> list[str]:
    """Return the titles of the items of the agenda."""
    lines = words_of(papers(*texts)["ordre-du-jour-r"])
    return [lines[place + 1] for place, line in enumerate(lines) if line.rstrip(".").isdigit()]


def test_a_meeting_to_come_has_three_papers_and_a_held_one_its_releve() -> None:
    assert [one for one in papers(TWO, FICHE, MEETING) if one.endswith("-r")] == [
        "convocation-r",
        "ordre-du-jour-r",
        "feuille-emargement-r",
    ]
    assert "releve-avis-r" in papers(TWO, FICHE, MEETING + HELD)


COMMISSION = "Mesdames et Messieurs les membres de la commission paritaire"
BOARD = "Mesdames et Messieurs les membres du conseil d’administration de l’OPCO Atlas"


@pytest.mark.parametrize(
    ("sent", "letters"),
    [
        (
            "transmis_cpt: 18/10/2021, transmis_ca: 19/10/2021",
            {"r-cpt": (COMMISSION, "Paris, le 18 octobre 2021"), "r-ca": (BOARD, "Paris, le 19 octobre 2021")},
        ),
        ("transmis_cpt: 18/10/2021", {"r-cpt": (COMMISSION, "Paris, le 18 octobre 2021")}),
        ("transmis_ca: 19/10/2021", {"r-ca": (BOARD, "Paris, le 19 octobre 2021")}),
        (
            "transmis_cpt: 18/10/2021, transmis_ca: 18/10/2021",
            {"r": (f"{COMMISSION} et du conseil d’administration de l’OPCO Atlas", "Paris, le 18 octobre 2021")},
        ),
    ],
)
def test_the_opinions_go_to_each_body_on_its_day(sent: str, letters: dict[str, tuple[str, str]]) -> None:
    made = papers(TWO, FICHE, MEETING + HELD.replace("15/10/2021}", f"15/10/2021, {sent}}}"))
    found = {stem: words_of(one) for stem, one in made.items() if one.kind == "transmission-avis"}
    assert list(found) == [f"transmission-avis-{id}" for id in letters]
    for words, wanted in zip(found.values(), letters.values(), strict=True):
        assert [line for line in words if line in wanted] == list(wanted)


def test_the_items_of_article_14_come_without_being_typed() -> None:
    assert agenda(TWO, FICHE, MEETING) == [
        "Ouverture de la séance et vérification des présences",
        "Suivi de la réalisation des actions menées en 2021",
        "Priorités de coopération pour l’année 2022",
        "Plan d’actions 2022",
        "Instruction de la fiche action n° 2021-01",
        "Points de vigilance et d’arbitrage",
        "Calendrier 2022 des réunions",
        "Questions diverses",
    ]


def test_the_agenda_says_why_two_points_are_in_bold() -> None:
    assert "En gras : les points que demande l’article 14 de la convention." in said(
        "ordre-du-jour-r", TWO, FICHE, MEETING
    )
    extra = MEETING.replace("nature: octobre", "nature: supplémentaire")
    assert extra != MEETING
    assert "En gras" not in said("ordre-du-jour-r", TWO, FICHE, extra)


def test_the_members_are_greeted_together() -> None:
    letter = said("convocation-r", TWO, FICHE, MEETING)
    assert "Mesdames, Messieurs," in letter
    assert "d’agréer, Mesdames, Messieurs, l’expression" in letter
    assert "Madame, Monsieur" not in letter


def test_the_meeting_of_may_reviews_the_year_before() -> None:
    may = MEETING.replace("nature: octobre", "nature: mai")
    signed = TWO.replace("date: 12/05/2021", "date: 12/05/2020")
    assert agenda(signed, FICHE, may)[1:3] == [
        "Bilan des actions menées en 2020",
        "Suivi de la réalisation des actions de l’année 2021",
    ]


def test_the_exceptional_meeting_has_its_own_agenda_and_ends_with_a_proces_verbal() -> None:
    dispute = "litige: {demandeur: a, objet: l’emploi du logo, engagee_le: 04/01/2022}\n"
    text = MEETING.replace("nature: octobre", "nature: exceptionnelle").replace("fiches: [f]\n", "") + dispute
    assert agenda(TWO, text) == [
        "Ouverture de la séance",
        "Exposé du différend par le ministère de l’éducation nationale",
        "Observations des autres parties",
        "Recherche d’une conciliation",
        "Suites",
    ]
    made = papers(TWO, text + "seance: {ouverte_a: 9 h, levee_a: 10 h, etabli_le: 15/10/2021}\n")
    assert "releve-avis-r" not in made
    assert "Les parties constatent leur désaccord" in " ".join(words_of(made["proces-verbal-conciliation-r"]))


def test_the_usual_items_follow_the_meeting_before() -> None:
    before = MEETING.replace("id: r", "id: p").replace("date: 13/10/2021", "date: 26/05/2021") + "ca_le: 06/07/2021\n"
    titles = agenda(TWO, FICHE, before, MEETING)
    assert "Approbation du relevé d’avis de la réunion du 26 mai 2021" in titles
    assert "Retour sur les décisions du conseil d’administration du 6 juillet 2021" in titles


def test_an_item_of_ones_own_comes_before_the_calendar() -> None:
    text = MEETING + "points: [{titre: Site de l’observatoire}, {cle: vigilance, retire: oui}]\n"
    titles = agenda(TWO, FICHE, text)
    assert titles[-3:] == ["Site de l’observatoire", "Calendrier 2022 des réunions", "Questions diverses"]
    assert "Points de vigilance et d’arbitrage" not in titles


def test_the_convocation_says_when_where_why_and_to_whom() -> None:
    text = said("convocation-r", TWO, FICHE, MEETING + "cpt_le: 20/10/2021\nca_le: 09/11/2021\n")
    assert "Objet : deuxième réunion du comité de pilotage – mercredi 13 octobre 2021 – convocation" in text
    assert "qui se tiendra le mercredi 13 octobre 2021 à 14 h 30, au siège de l’OPCO Atlas." in text
    assert "en application de l’article 14 de la convention, avant le 30 octobre" in text
    assert "celle du conseil d’administration du 9 novembre 2021" in text
    assert "Les documents de travail sont joints à la présente convocation." in text
    assert "Claire DELMAS\ndirectrice" in text


@pytest.mark.parametrize(
    ("nature", "date", "told"),
    [
        ("octobre", "29/10/2021", ", avant le 30 octobre, pour"),
        ("octobre", "30/10/2021", "de la convention, pour"),
        ("mai", "02/06/2021", "de la convention, pour"),
    ],
)
def test_the_convocation_says_the_limit_of_article_14_only_where_it_is_kept(nature: str, date: str, told: str) -> None:
    late = MEETING.replace("nature: octobre", f"nature: {nature}").replace("date: 13/10/2021", f"date: {date}")
    letter = said("convocation-r", TWO, FICHE, late)
    assert told in letter
    assert letter.count("avant le 30 octobre") + letter.count("avant le 31 mai") == told.count("avant")


def test_papers_sent_later_are_announced_for_the_week_before() -> None:
    text = said("convocation-r", TWO, FICHE, MEETING + "documents_le: 06/10/2021\n")
    assert "vous seront adressés au plus tard le 6 octobre 2021, soit une semaine avant la réunion" in text
    assert "P. J." not in text


def test_one_ministry_gives_one_opinion_and_one_representative() -> None:
    assert "OPCO Atlas et le représentant du ministère de l’éducation nationale" in said(
        "convocation-r", TWO, FICHE, MEETING
    )
    text = said("releve-avis-r", TWO, FICHE, MEETING + HELD)
    assert text.count("rend un avis favorable.") == 2  # the committee, the ministry
    assert "matérialisé par son logo" in text


def test_the_attendance_sheet_counts_the_voices_of_article_13() -> None:
    text = said("feuille-emargement-r", TWO, FICHE, MEETING)
    assert "Total des voix prévues par l’article 13 : 3." in text
    assert "n’attribue pas de nombre de voix au premier collège" in text
    assert "conservées un an" in text


def test_the_releve_counts_voices_present_and_votes() -> None:
    text = said("releve-avis-r", TWO, FICHE, MEETING + HELD)
    assert "Voix présentes ou représentées : 2 sur 3. La convention ne fixe ni quorum ni règle de majorité." in text
    assert "Suffrages : 1 voix pour, 0 voix contre, 1 abstention." in text
    assert "Absence excusée : M. Paul VERNET." in text


def test_a_quorum_is_reached_or_not() -> None:
    quorum = "quorum: {article: '13', regle: trois voix, voix: 3}\n"
    text = said("releve-avis-r", TWO, FICHE, MEETING + HELD + quorum)
    assert "Le quorum fixé par l’article 13 (trois voix) n’est pas atteint." in text


@pytest.mark.parametrize(
    ("opinion", "sentence"),
    [
        ("{ministere: a, sens: réservé, recommandations: Ouvrir.}", "permettant d’obtenir un avis favorable : Ouvrir."),
        ("{ministere: a, sens: défavorable, motifs: Trop cher.}", "pour les motifs suivants : trop cher."),
        ("{ministere: a, sens: non concerné}", "ne se prononce pas, l’action n’entrant pas dans son champ."),
        ("{ministere: a, sens: en attente, ecrit_avant: 29/10/2021}", "par écrit avant le 29 octobre 2021."),
    ],
)
def test_each_opinion_has_its_sentence(opinion: str, sentence: str) -> None:
    held = HELD.replace("{ministere: a, sens: favorable}", opinion)
    text = said("releve-avis-r", TWO, FICHE, MEETING + held)
    assert sentence in text
    assert "Conséquence" not in text


def test_a_written_answer_is_in_the_releve_only_if_it_came_before_it() -> None:
    answer = "{ministere: a, sens: en attente, ecrit_avant: 29/10/2021, reponse: {sens: favorable, date: %s}}"
    early, late = (
        HELD.replace("{ministere: a, sens: favorable}", answer % day) for day in ("14/10/2021", "20/10/2021")
    )
    assert "avis favorable, par écrit le 14 octobre 2021." in said("releve-avis-r", TWO, FICHE, MEETING + early)
    assert "fera connaître son avis par écrit" in said("releve-avis-r", TWO, FICHE, MEETING + late)


def test_the_fiche_shows_the_opinions_of_the_meeting() -> None:
    fiche = dossier(TWO, FICHE, MEETING + HELD).find(FicheAction, "f")
    assert fiche
    assert fiche.avis_copil
    assert fiche.avis_copil.sens is Sens.FAVORABLE
    assert [(one.ministere, one.sens, str(one.date)) for one in fiche.avis] == [("a", Sens.FAVORABLE, "2021-10-13")]


def test_a_meeting_to_come_makes_the_fiche_await_its_opinions() -> None:
    assert "Avis à recueillir lors de la réunion du 13 octobre 2021." in said("fiche-action-f", TWO, FICHE, MEETING)


def test_a_reserve_lifted_at_a_later_meeting_counts_as_favourable() -> None:
    reserved = HELD.replace("sens: favorable}]", "sens: réservé, recommandations: Ouvrir.}]")
    later = (
        MEETING.replace("id: r", "id: s").replace("date: 13/10/2021", "date: 17/11/2021").replace("fiches: [f]", "")
        + "seance: {ouverte_a: 9 h, levee_a: 10 h, etabli_le: 18/11/2021}\n"
        + "levees: [{fiche: f, ministere: a, pieces: la fiche modifiée}]\n"
    )
    made = dossier(TWO, FICHE, MEETING + reserved, later)
    fiche = made.find(FicheAction, "f")
    assert fiche
    assert fiche.avis[0].vaut_favorable
    assert str(fiche.avis[0].levee.date if fiche.avis[0].levee else None) == "2021-11-17"
    assert "Réserve levée : le ministère de l’éducation nationale constate, au vu de la fiche modifiée" in said(
        "releve-avis-s", TWO, FICHE, MEETING + reserved, later
    )


def test_the_releve_tells_of_a_reserve_lifted_before_it_was_made_and_by_whom() -> None:
    lifted = "levee: {date: 14/10/2021, pieces: la fiche modifiée, par: le secrétariat}"
    reserved = HELD.replace("sens: favorable}]", "sens: réservé, recommandations: Ouvrir., " + lifted + "}]")
    words = said("releve-avis-r", TWO, FICHE, MEETING + reserved)
    assert "Réserve levée le 14 octobre 2021 au vu de la fiche modifiée, constatée par le secrétariat" in words


def test_an_incomplete_meeting_still_has_its_papers() -> None:
    made = papers("document: reunion\nid: r\nnature: octobre\n")
    assert len(made) == 3
    assert all(any("[à compléter" in text for text in paragraphs_of(paper)) for paper in made.values())


def test_a_text_that_has_no_such_article_is_cited_itself() -> None:
    made = load(samples_folder() / "cas" / "ministere-et-association")[0]
    (reunion,) = made.all(Reunion)
    words = "\n".join(text for paper in write(reunion, made) for text in words_of(paper))
    assert "Cette réunion se tient en application de la convention, avant le 15 octobre, pour" in words
    assert "Total des voix prévues par la convention : 6." in words
    assert "article 1" not in words
    assert "GROUPE DE SUIVI" in words


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("rang: 2", "rang: 0"),
        ("rang: 2", "rang: 999999999"),
        ("date: 13/10/2021", "date: 01/01/1900"),
        ("college: 1", "college: 0"),
        ("college: 2", "college: 999999"),
        ("fiches: [f]", "fiches: [f, f, zz]"),
        ("secretaire: {", "secretaire: {courriel: x, "),
    ],
)
def test_no_value_of_a_meeting_stops_its_papers(typed: str, instead: str) -> None:
    assert len(papers(TWO, FICHE, (MEETING + HELD).replace(typed, instead))) >= 5


def test_a_delay_that_no_calendar_has_leaves_a_meeting_its_papers() -> None:
    endless = TWO.replace("sigle: COPIL", "sigle: COPIL\n  delai_envoi: 9999 ans")
    assert "convocation-r" in papers(endless, FICHE, MEETING + "documents_le: 06/10/2021\n")


def test_the_releve_tells_what_was_set_aside_why_and_by_whom() -> None:
    set_aside = "derogations: [{regle: reu-02, motif: les fiches étaient nombreuses., auteur: les membres du comité}]\n"
    words = said("releve-avis-r", TWO, FICHE, MEETING + HELD + set_aside)
    assert (
        "Dérogation à la date limite de la réunion, donnée par les membres du comité : les fiches étaient nombreuses."
        in words
    )


AGREED = """
accord_plan: 13/10/2021
accord_calendrier: 14/10/2021
points: [{cle: questions diverses, releve: le site ouvre en mai}]
"""


def test_the_releve_tells_the_outcome_of_each_item_of_the_agenda() -> None:
    text = said("releve-avis-r", TWO, FICHE, MEETING + HELD + AGREED)
    both = "l’OPCO Atlas et le représentant du ministère de l’éducation nationale"
    for told in (
        "Le comité de pilotage prend connaissance de la réalisation des actions menées en 2021.",
        "Le comité de pilotage envisage les priorités de coopération pour l’année 2022.",
        f"Le plan d’actions 2022 est arrêté d’un commun accord entre {both}.",
        f"Le calendrier 2022 des réunions est arrêté d’un commun accord entre {both}, le 14 octobre 2021.",
        "Questions diverses : le site ouvre en mai.",
    ):
        assert told in text


def test_what_is_not_agreed_or_was_withdrawn_is_not_told_as_done() -> None:
    withdrawn = "points: [{cle: priorités, retire: oui}]\n"
    text = said("releve-avis-r", TWO, FICHE, MEETING + HELD + withdrawn)
    assert "Le plan d’actions 2022 reste à arrêter d’un commun accord" in text
    assert "priorités" not in text


def test_the_releve_tells_what_the_board_decided_since_the_meeting_before() -> None:
    before = MEETING.replace("id: r", "id: p").replace("date: 13/10/2021", "date: 26/05/2021") + (
        "ca_le: 06/07/2021\ndecisions_ca: [{fiche: f, decision: financement accordé}]\n"
    )
    text = said("releve-avis-r", TWO, FICHE, before, MEETING + HELD)
    assert "par le conseil d’administration de l’OPCO Atlas lors de sa séance du 6 juillet 2021." in text
    assert "Fiche action n° 2021-01 : financement accordé." in text


def test_who_is_away_is_named_excused_or_not() -> None:
    text = said("releve-avis-r", TWO, FICHE, MEETING + HELD)
    assert "Absence excusée : M. Paul VERNET." in text
    away = MEETING.replace("presence: excusé", "presence: absent")
    assert "Absence non excusée : M. Paul VERNET." in said("releve-avis-r", TWO, FICHE, away + HELD)


def test_the_first_year_has_no_year_before_to_review() -> None:
    may = MEETING.replace("nature: octobre", "nature: mai").replace("date: 13/10/2021", "date: 26/05/2021")
    none = "ucune action n’a été menée en 2020 sous la convention"
    assert f"Bilan des actions menées : a{none}" in agenda(TWO, FICHE, may)
    assert f"suivre la réalisation des actions de l’année 2021. A{none}." in said("convocation-r", TWO, FICHE, may)
    assert f"A{none} ; il n’y a pas lieu d’en faire le bilan." in said("releve-avis-r", TWO, FICHE, may + HELD)


def test_a_meeting_that_can_be_attended_from_afar_says_so_on_every_paper() -> None:
    both = MEETING + "lien: https://visio.exemple.fr/copil\n"
    for kind in ("ordre-du-jour", "feuille-emargement"):
        assert "au siège de l’OPCO Atlas ou par visioconférence" in said(f"{kind}-r", TWO, FICHE, both)


def test_there_is_room_to_sign_the_attendance_sheet() -> None:
    sheet = papers(TWO, FICHE, MEETING)["feuille-emargement-r"]
    table = next(block for block in sheet.blocks if isinstance(block, Table))
    assert table.columns[-1].width >= 40
    assert sum(isinstance(one, Break) for one in table.rows[0].cells[-1]) == 2  # three lines of 12 points
