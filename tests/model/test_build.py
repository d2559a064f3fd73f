"""A model always comes out of an input, with every fault at its place."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.findings import Finding, Place
from docgen.model.annexe_financiere import AnnexeFinanciere
from docgen.model.base import champs
from docgen.model.build import Built, build_piece
from docgen.model.example import example, is_example
from docgen.model.fiche_action import FicheAction, Sens
from docgen.model.kinds import KINDS
from docgen.read import nodes
from docgen.read.yaml import read_yaml
from docgen.resources import samples_folder


def built(text: str) -> Built:
    mapping, findings = read_yaml(text.encode(), "essai.yaml")
    assert mapping is not None
    assert not findings
    made = build_piece(mapping)
    assert isinstance(made, Built)
    return made


def found(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.place.line, one.place.column) for one in built(text).findings if one.place]


def test_values_are_typed_and_their_places_kept() -> None:
    made = built("document: fiche-action\nid: 2021-03\nbudget: 44 893,12\ndebut: 15/11/2021\n")
    fiche = made.piece
    assert isinstance(fiche, FicheAction)
    assert (fiche.budget, fiche.debut) == (Decimal("44893.12"), date(2021, 11, 15))
    assert made.places[("budget",)] == Place("essai.yaml", 3, 9)


def test_keys_may_bear_accents_and_hyphens() -> None:
    fiche = built("document: fiche-action\nid: a\nmode-évaluation: Questionnaire.\n").piece
    assert isinstance(fiche, FicheAction)
    assert fiche.mode_evaluation == "Questionnaire."


def test_a_plain_value_may_stand_for_a_block() -> None:
    fiche = built("document: fiche-action\nid: a\navis_copil: Réservé\n").piece
    assert isinstance(fiche, FicheAction)
    assert fiche.avis_copil is not None
    assert fiche.avis_copil.sens is Sens.RESERVE


def test_one_value_may_stand_for_a_list() -> None:
    annexe = built("document: annexe-financiere\nid: a\nexercices: 2021\n").piece
    assert isinstance(annexe, AnnexeFinanciere)
    assert [one.annee for one in annexe.exercices] == [2021]


def test_a_list_typed_as_one_value_is_said_with_the_list_to_write() -> None:
    free, ids, quoted = (
        built(f"document: fiche-action\nid: a\n{line}\n")
        for line in ("secteurs: Banque, Assurance", "logos: men, mes", 'secteurs: "Banque, Assurance"')
    )
    said = [one for made in (free, ids, quoted) for one in made.findings if "une seule valeur" in one.message]
    assert [(one.severity.value, one.remedy.split(",")[0]) for one in said] == [
        ("à vérifier", "Écrivez « [Banque"),
        ("bloquant", "Écrivez « [men"),
    ]
    assert said[1].remedy == "Écrivez « [men, mes] »."


def test_a_key_stuck_to_its_value_or_after_a_hidden_space_says_so() -> None:
    (stuck,) = [
        one
        for one in built("document: avenant\nid: a\ndemande: {partie:men, date: 20/05/2021}\n").findings
        if one.code == "SAI-01"
    ]
    assert stuck.remedy == "Mettez une espace après « : » : « partie: men »."
    (hidden,) = [
        one
        for one in built("document: avenant\nid: a\ndemande:\n\u00a0\u00a0partie: men\n").findings
        if one.code == "SAI-01"
    ]
    assert "sa ligne commence par espace insécable, U+00A0" in hidden.message


def test_a_value_that_cannot_be_read_is_a_hole_and_a_finding_at_its_place() -> None:
    made = built("document: fiche-action\nid: a\ndebut: 31/02/2021\n")
    assert isinstance(made.piece, FicheAction)
    assert made.piece.debut is None
    assert ("SAI-03", 3, 8) in found("document: fiche-action\nid: a\ndebut: 31/02/2021\n")
    assert not [one for one in made.findings if one.path == ("debut",) and one.code == "SAI-02"]


def test_a_key_that_its_block_has_already_is_not_proposed() -> None:
    both = "document: fiche-action\nid: a\nprestataire: X\nprestatair: Y\n"
    (finding,) = [one for one in built(both).findings if one.code == "SAI-01"]
    assert finding.remedy == "Retirez-la : la clé « prestataire » est déjà donnée."


@pytest.mark.parametrize(
    ("given", "typed", "remedy"),
    [
        ("axes: [X]", "avxs", "Écrivez « avis »."),
        (
            "secteurs: [X]",
            "secteur",
            "Retirez-la : la clé « secteurs » est déjà donnée ; ou écrivez « secteur_autre ».",
        ),
    ],
)
def test_a_key_is_said_given_already_only_where_it_is_nearly_the_same(given: str, typed: str, remedy: str) -> None:
    both = f"document: fiche-action\nid: a\n{given}\n{typed}: Y\n"
    (finding,) = [one for one in built(both).findings if one.code == "SAI-01"]
    assert finding.remedy == remedy


def test_an_unknown_key_is_said_with_the_nearest_one() -> None:
    (finding,) = [
        one for one in built("document: fiche-action\nid: a\nprestatair: X\n").findings if one.code == "SAI-01"
    ]
    assert finding.place == Place("essai.yaml", 3, 1)
    assert "« prestataire »" in finding.remedy


@pytest.mark.parametrize(
    "typed",
    [
        "xxx",
        "XXXX",
        "…",
        "...",
        "à compléter",
        "[à compléter : titre]",
        "____",
        "?",
        "-",
        "—",
        ".",
        ". . .",
        "_ _ _",
        "xx",
        "à renseigner",
    ],
)
def test_a_placeholder_is_not_a_value(typed: str) -> None:
    made = built(f'document: fiche-action\nid: a\ntitre: "{typed}"\n')
    assert [one.code for one in made.findings if one.path == ("titre",)] == ["SAI-02"]


@pytest.mark.parametrize("typed", ["Néant.", "Sans objet.", "Néant"])
def test_neant_is_an_answer(typed: str) -> None:
    made = built(f"document: fiche-action\nid: a\npartenaires: {typed}\n")
    assert not [one for one in made.findings if one.path == ("partenaires",)]


def test_a_missing_required_value_is_said_once_with_an_example() -> None:
    (finding,) = [one for one in built("document: fiche-action\nid: a\n").findings if one.path == ("budget",)]
    assert (finding.code, finding.place) == ("SAI-02", Place("essai.yaml", 1, 1))
    assert "budget: 44 893,12" in finding.remedy


def test_an_unknown_kind_gives_no_piece_and_the_nearest_kind() -> None:
    mapping, _ = read_yaml(b"document: fiche-acton\nid: a\n", "essai.yaml")
    assert mapping is not None
    result = build_piece(mapping)
    assert isinstance(result, tuple)
    assert "fiche-action" in result[0].remedy


def test_every_fault_of_a_file_comes_out_in_one_reading() -> None:
    text = (
        "document: fiche-action\nid: A B\ntitre:\ndate_demande: demain\nbudget: beaucoup\nsecteur: X\navis_copil: bon\n"
    )
    codes = {(code, line) for code, line, _ in found(text)}
    assert {("SAI-03", 2), ("SAI-02", 3), ("SAI-03", 4), ("SAI-03", 5), ("SAI-01", 6), ("SAI-03", 7)} <= codes


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_example_of_a_kind_is_valid(kind: type) -> None:
    assert built(example(kind)).findings == ()


@pytest.mark.parametrize("name", list(KINDS))
def test_the_example_of_a_kind_says_what_the_sample_says(name: str) -> None:
    sample = (samples_folder() / "exemple" / f"{name}.yaml").read_text(encoding="utf-8")
    assert built(example(KINDS[name])).piece == built(sample).piece


@pytest.mark.parametrize("name", list(KINDS))
def test_the_example_of_a_kind_names_each_of_its_fields(name: str) -> None:
    text = example(KINDS[name])
    assert [field for field in champs(KINDS[name]) if f"{field}:" not in text] == []


def test_an_example_shows_the_long_form_of_what_is_typed_in_short() -> None:
    text = example(KINDS["annexe-financiere"])
    assert "  - 2025\n  # ou, en plusieurs lignes :\n  # - annee: 2025\n" in text
    long = text.replace("  - 2025\n", "", 1).replace("  # - annee: 2025", "  - annee: 2025")
    assert built(long.replace("  #   montant:", "    montant: 12 000,00")).findings == ()


def mapping_of(data: dict[str, nodes.Node]) -> nodes.Mapping:
    entries = (nodes.Entry(key=key, place=Place("h.yaml"), value=value, raw=key) for key, value in data.items())
    return nodes.Mapping(tuple(entries), Place("h.yaml"))


_TEXTS = st.text(max_size=30)
_NODES = st.recursive(
    _TEXTS.map(lambda text: nodes.Scalar(text, Place("h.yaml"))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: nodes.Sequence(tuple(items), Place("h.yaml"))),
        st.dictionaries(_TEXTS, inner, max_size=3).map(mapping_of),
    ),
    max_leaves=8,
)


@settings(max_examples=60)
@given(st.sampled_from(sorted(KINDS)), st.data())
def test_no_input_whatever_it_is_stops_the_reading(kind: str, data: st.DataObject) -> None:
    known = sorted(champs(KINDS[kind]))
    fields = data.draw(st.dictionaries(st.sampled_from(known), _NODES, max_size=len(known)))
    made = build_piece(mapping_of({**fields, "document": nodes.Scalar(kind, Place("h.yaml"))}))
    assert isinstance(made, Built)
    assert all(isinstance(one, Finding) and one.place and one.message and one.remedy for one in made.findings)


def test_an_example_is_known_for_one_until_it_is_filled() -> None:
    text = example(FicheAction)
    assert is_example("fiche-action", built(text).mapping)
    assert is_example("fiche-action", built(text.replace("id: 2025-01", "id: f")).mapping)
    assert not is_example("fiche-action", built("document: fiche-action\nid: 2025-01\ntitre: Un kit\n").mapping)
