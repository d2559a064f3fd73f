"""The models in the hands of pydantic: a model of one's own may hold them, and its errors say where and what."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from docgen.model.base import Piece, champs
from docgen.model.build import Built, build_piece
from docgen.model.fiche_action import Avis, AvisMinistere, FicheAction, Sens
from docgen.model.kinds import KINDS
from docgen.read.yaml import read_yaml
from docgen.resources import samples_folder


class Envoi(BaseModel):
    """A model of a program that uses docgen."""

    fiche: FicheAction
    avis: Avis | None = None


def test_a_model_of_ones_own_reads_a_fiche_as_an_input_does() -> None:
    typed = {"id": "2021-03", "debut": "15/11/2021", "budget": "44 893,12", "avis": [{"ministere": "menjs"}]}
    fiche = Envoi.model_validate({"fiche": typed}).fiche
    assert fiche == FicheAction(
        id="2021-03",
        debut=date(2021, 11, 15),
        budget=Decimal("44893.12"),
        avis=(AvisMinistere(ministere="menjs"),),
    )


def test_a_plain_value_stands_for_the_block_whose_short_form_it_is() -> None:
    assert Envoi.model_validate({"fiche": {}, "avis": "réservé"}).avis == Avis(sens=Sens.RESERVE)


def test_a_fiche_that_is_made_is_taken_as_it_is() -> None:
    fiche = FicheAction(id="2021-03")
    assert Envoi(fiche=fiche).fiche is fiche


def test_each_error_says_its_path_and_what_was_expected() -> None:
    typed = {"budget": "beaucoup", "avis": [{"ministere": "menjs", "avis": "favorable"}], "debut": "31/02/2021"}
    with pytest.raises(ValidationError) as caught:
        Envoi.model_validate({"fiche": typed})
    assert {(error["type"], error["loc"]) for error in caught.value.errors()} == {
        ("montant", ("fiche", "budget")),
        ("extra_forbidden", ("fiche", "avis", 0, "avis")),
        ("date", ("fiche", "debut")),
    }


def test_an_input_of_another_kind_is_refused() -> None:
    with pytest.raises(ValidationError, match="« document: fiche-action »"):
        TypeAdapter(FicheAction).validate_python({"document": "annexe-financiere"})


def test_a_model_is_made_by_the_names_of_its_fields_and_does_not_change() -> None:
    with pytest.raises(TypeError):
        FicheAction("2021-03")
    with pytest.raises(AttributeError):
        FicheAction(id="2021-03").id = "2021-04"


@pytest.mark.parametrize("path", sorted((samples_folder() / "atlas").glob("*.yaml")), ids=lambda path: path.name)
def test_pydantic_reads_again_what_it_has_written_of_a_piece(path: Path) -> None:
    mapping, _ = read_yaml(path.read_bytes(), path.name)
    assert mapping is not None
    built = build_piece(mapping)
    assert isinstance(built, Built)
    adapter = TypeAdapter(type(built.piece))
    assert adapter.validate_json(adapter.dump_json(built.piece)) == built.piece
    assert adapter.validate_python(adapter.dump_python(built.piece)) == built.piece


@pytest.mark.parametrize("kind", KINDS.values())
def test_pydantic_writes_the_json_schema_of_every_kind(kind: type[Piece]) -> None:
    assert TypeAdapter(kind).json_schema()["properties"].keys() == champs(kind).keys()
