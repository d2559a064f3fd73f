"""The pack of a meeting that was held is the one that its members had: nothing in it is later than its sending."""

from datetime import date

import pytest

from docgen.as_sent import as_sent
from docgen.dossier import Dossier
from docgen.model.build import Built, build_piece
from docgen.model.conformite_numerique import ConformiteNumerique
from docgen.model.fiche_action import FicheAction, Sens
from docgen.model.plan_actions import PlanActions
from docgen.model.reunion import Reunion
from docgen.pipeline import load
from docgen.resources import samples_folder
from docgen.seance import Meeting, meeting
from docgen.source.made import Sources
from docgen.source.source import Provenance
from docgen.text.papers import write
from docgen.tree import Document, paragraphs_of
from tests.text.dossiers import dossier
from tests.text.reunions import FICHE, HELD, MEETING, TWO

LATER = (
    "Avis rendu le 13 octobre 2021",
    "la fiche modifiée le 20 septembre 2021",
    "le 4 novembre 2021",
    "27 octobre 2021",
    "ouvrir les rencontres aux étudiants de première année",
    "l’action reprend un dispositif",
    "l’annexe financière n’était pas jointe",
)
"""What the meeting of October decided, what was answered and lifted after it, and the papers of its liftings."""


def said(*documents: Document) -> str:
    return " ".join(text for one in documents for text in paragraphs_of(one)).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def atlas() -> Dossier:
    return load(samples_folder() / "atlas")[0]


@pytest.fixture(scope="module")
def october(atlas: Dossier) -> Meeting:
    return meeting(atlas, (), "copil-2021-10")


def test_no_paper_says_what_came_after_the_sending(october: Meeting, atlas: Dossier) -> None:
    full = said(*(one for entree in atlas.entrees for one in write(entree.piece, atlas)))
    assert [words for words in LATER if words not in full] == []
    sent = said(*october.papers, october.pack.document)
    assert [words for words in LATER if words in sent] == []


def test_what_was_known_stands_in_the_pack(october: Meeting) -> None:
    sent = said(october.pack.document)
    assert "Avis rendu le 26 mai 2021." in sent
    assert "réserver la moitié des visites" in sent
    assert "Avis à recueillir lors de la réunion du 13 octobre 2021." in sent


def test_the_papers_are_those_of_before_the_meeting(october: Meeting) -> None:
    assert [one.kind for one in october.papers] == ["convocation", "ordre-du-jour", "feuille-emargement"]
    assert "relevé d’avis de la réunion du 13 octobre 2021" not in said(october.pack.document)


def test_the_data_in_the_file_are_of_that_day_too(october: Meeting) -> None:
    sources = Sources(october.examined.dossier, Provenance("0", "", "", ""))
    xml, findings = sources.carried(october.reunion, october.pack.document)
    assert findings == ()
    assert "26/05/2021" in xml.decode()
    typed = ("10/11/2021", "27/10/2021", "17 h 05", *LATER[1:3], *LATER[4:])
    assert [words for words in typed if words in xml.decode()] == []


def test_a_plan_is_not_agreed_before_its_agreement(atlas: Dossier) -> None:
    agreed = atlas.all(PlanActions)[0]
    february = atlas.find(Reunion, "copil-2022-02")
    assert february
    plan = as_sent(atlas, february).all(PlanActions)[0]
    assert (agreed.accord_le, plan.accord_le) == (february.date, None)
    assert plan.priorites_le == agreed.priorites_le


SHEET = """
document: conformite-numerique
id: t
fiche: f
outil: Carte
en_ligne_le: 15/11/2021
accords: [{ministere: a, date: JOUR, reference: courrier n° 118}]
"""


@pytest.mark.parametrize(("day", "known"), [("04/10/2021", True), ("06/10/2021", False)])
def test_an_agreement_to_a_tool_given_after_the_sending_is_awaited(day: str, known: bool) -> None:
    made = dossier(TWO, FICHE, SHEET.replace("JOUR", day), MEETING)
    sent = as_sent(made, made.all(Reunion)[0])
    text = said(*write(sent.all(ConformiteNumerique)[0], sent))
    awaited = "L’accord du ministère de l’éducation nationale à la mise en ligne de l’outil « Carte », à compter du 15"
    assert ("courrier n° 118" in text, day[1:2] + " octobre 2021" in text, awaited in text) == (known, known, not known)


def sent_fiche(own: str, reunion: str = MEETING) -> str:
    made = dossier(TWO, FICHE + own, reunion)
    (held,) = made.all(Reunion)
    known = as_sent(made, held)
    (fiche,) = known.all(FicheAction)
    return said(*write(fiche, known))


@pytest.mark.parametrize("own", ["avis_copil: {sens: favorable, date: 13/10/2021}\n", "avis_copil: favorable\n"])
def test_an_opinion_typed_on_the_fiche_waits_for_its_meeting(own: str) -> None:
    assert "Avis à recueillir lors de la réunion du 13 octobre 2021." in sent_fiche(own)


def test_an_opinion_given_before_the_sending_stays() -> None:
    own = "avis: [{ministere: a, sens: réservé, date: 01/10/2021, recommandations: élargir aux étudiants}]\n"
    assert "élargir aux étudiants" in sent_fiche(own)
    assert "élargir aux étudiants" not in sent_fiche(own.replace("01/10/2021", "06/10/2021"))


def test_an_empty_item_of_a_list_does_not_shift_what_is_taken_out_of_the_data() -> None:
    own = (
        "avis:\n"
        "  -\n"
        "  - {ministere: a, sens: favorable, date: 01/10/2021}\n"
        "  -\n"
        "  - {ministere: b, sens: défavorable, date: 06/10/2021, motifs: trop tard}\n"
    )
    made = dossier(TWO, FICHE + own, MEETING)
    known = as_sent(made, made.all(Reunion)[0])
    (entree,) = (one for one in known.entrees if isinstance(one.piece, FicheAction))
    assert entree.mapping
    told = build_piece(entree.mapping)
    assert isinstance(told, Built)
    assert isinstance(told.piece, FicheAction)
    said = [(one.ministere, one.sens, one.date, one.motifs) for one in told.piece.avis]
    assert said == [("a", Sens.FAVORABLE, date(2021, 10, 1), None), ("b", Sens.EN_ATTENTE, None, None)]


def test_a_pack_that_is_updated_knows_what_came_until_then() -> None:
    own = "avis: [{ministere: a, sens: réservé, date: 06/10/2021, recommandations: élargir aux étudiants}]\n"
    updated = MEETING + "mises_a_jour: [{le: 08/10/2021, pieces: [2]}]\n"
    assert "élargir aux étudiants" in sent_fiche(own, updated)


def test_a_day_of_sending_after_the_meeting_hides_what_the_meeting_decided() -> None:
    late = MEETING.replace("envoyee_le: 05/10/2021", "envoyee_le: 20/10/2021") + HELD
    assert "Avis rendu" not in sent_fiche("", late)


def test_a_dossier_in_which_nothing_came_later_is_left_as_it_is() -> None:
    made = dossier(TWO, FICHE, MEETING)
    assert as_sent(made, made.all(Reunion)[0]) is made
