"""The text model of a new convention: correct French and law, whatever the parties; the signed text keeps its own."""

import re

import pytest

from docgen.checks.french import SLIPS
from docgen.pipeline import examine
from docgen.resources import samples_folder
from docgen.text.models import text_model
from docgen.tree import Paragraph, ParagraphRole, text_of
from tests.text.dossiers import CONVENTION, dossier, papers, words_of

MODEL = text_model("convention-cooperation")
SIGLE = re.compile(r"(?<![\w{.-])[A-Z]{3,}(?![\w}])")
SECOND = """
  - {id: b, nature: ministère, cote: 1, nom: ministère de l’enseignement supérieur, sigle: MES,
     signataires: [{civilite: M., prenom: Luc, nom: Petit, qualite: ministre de l’enseignement supérieur}]}
"""


def body() -> str:
    """The model without its heads, which are set in capitals."""
    return "\n".join(line for line in MODEL.splitlines() if not line.startswith("#"))


def test_no_slip_of_the_signed_text_is_left() -> None:
    assert [slip for slip in SLIPS if re.search(slip, MODEL)] == []


def test_every_sigle_is_written_out_where_it_first_stands() -> None:
    sigles = {found[0]: found.start() for found in reversed(list(SIGLE.finditer(body())))}
    assert sigles
    assert [sigle for sigle, start in sigles.items() if body()[start - 1] != "("] == []


def test_the_list_of_colleges_is_stopped_as_the_other_lists_are() -> None:
    colleges = (
        "colleges: [{libelle: deux représentants du ministère ;, voix: 2}, {libelle: OPCO}, "
        "{libelle: trois représentants des branches, voix: 3}]}"
    )
    text = words_of(papers(CONVENTION.replace("sigle: COPIL}", f"sigle: COPIL, {colleges}"))["convention-c"])
    listed = [line for line in text if line.startswith(("deux rep", "OPCO ;", "trois rep"))]
    assert listed == [
        "deux représentants du ministère (2 voix) ;",
        "OPCO ;",
        "trois représentants des branches (3 voix).",
    ]


def test_capitals_bear_their_accents() -> None:
    assert re.findall(r"\b(?:Etat|Etudes?|Education|Egalit\w+|A terme|A ce titre|COOPERATION|PREAMBULE)\b", MODEL) == []


def test_the_words_of_a_law_are_cited_and_not_quoted() -> None:
    assert not [line for line in MODEL.splitlines() if line.startswith(">")]


@pytest.mark.parametrize("parties", ["", SECOND], ids=["one ministry", "two ministries"])
@pytest.mark.parametrize("designation", ["organes", "institutions"])
def test_the_model_is_the_cause_of_no_finding_on_law_names_or_french(parties: str, designation: str) -> None:
    text = CONVENTION.replace("designation: organes", f"designation: {designation}") + parties
    report = examine(dossier(text)).report
    assert [one for one in report if one.code in ("CON-03", "CON-04", "CON-06", "CON-07", "TYP-02")] == []


def test_the_acts_whose_dates_are_given_are_among_the_visas() -> None:
    dated = CONVENTION.replace("sigle: COPIL}", "sigle: COPIL, ca: conseil d’administration}")
    dated += "convention_objectifs: 17/12/2020\ndeliberation: 06/04/2021\n"
    blocks = papers(dated)["convention-c"].blocks
    visas = [text_of(one.content) for one in blocks if isinstance(one, Paragraph) and one.role is ParagraphRole.VISA]
    assert [visa.replace("\u00a0", " ").replace("\u202f", " ") for visa in visas[2:]] == [
        "Vu la convention d’objectifs et de moyens conclue le 17 décembre 2020 entre l’État et l’OPCO Atlas en "
        "application de l’article L. 6332-2 du code du travail ;",
        "Vu la délibération du conseil d’administration de l’OPCO Atlas en date du 6 avril 2021 autorisant la "
        "signature de la présente convention ;",
    ]


def test_an_act_without_a_date_is_not_among_the_visas() -> None:
    assert not [line for line in words_of(papers(CONVENTION)["convention-c"]) if line.startswith("Vu la ")]


def test_both_samples_of_the_signed_text_have_the_same_words() -> None:
    atlas, avenants = (samples_folder() / name / "texte.md" for name in ("atlas", "avenants"))
    assert atlas.read_bytes() == avenants.read_bytes()
