"""What is said of an opinion stands where the opinion was typed: on the fiche, or in the meeting that gave it."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.checks.cases import spoken

GIVEN = "avis.0.ministeres.0"


def placed(changes: Mapping[str, Any], code: str) -> list[tuple[str, str]]:
    """Return the file and the field of the findings of `code` on the fiche g."""
    found = [finding for _, finding in spoken(changes) if (finding.code, finding.document) == (code, "fiche-action/g")]
    return [(one.place.file if one.place else "", str(one.place.line if one.place else 0)) for one in found]


@pytest.mark.parametrize(
    ("opinion", "code"),
    [
        ({"ministere": "men", "sens": "réservé"}, "FIC-04"),
        ({"ministere": "men", "sens": "défavorable"}, "FIC-05"),
        ({"ministere": "men", "sens": "en attente", "ecrit_avant": "30/10/2021"}, "FIC-03"),
    ],
)
def test_the_opinion_of_a_meeting_is_shown_in_its_file(opinion: Mapping[str, str], code: str) -> None:
    ((file, line),) = placed({"reunion": {GIVEN: opinion}}, code)
    assert (file, int(line) > 1) == ("reunion.yaml", True)


def test_the_opinion_that_a_fiche_gives_itself_is_shown_on_the_fiche() -> None:
    own = {"avis": [{"ministere": "men", "sens": "réservé", "date": "13/10/2021"}]}
    reserved = {GIVEN: {"ministere": "men", "sens": "réservé", "date": "13/10/2021"}}
    assert [file for file, _ in placed({"reunion": reserved, "autre-fiche": own}, "FIC-04")] == ["autre-fiche.yaml"]


def test_a_day_is_shown_where_the_meeting_or_the_written_answer_has_it() -> None:
    late = {"debut": "11/10/2021"}
    meeting = placed({"reunion": {}, "autre-fiche": late}, "FIC-13")
    assert {file for file, _ in meeting if file == "reunion.yaml"} == {"reunion.yaml"}
    assert len({line for file, line in meeting if file == "reunion.yaml"}) == 1
    answer = {
        "ministere": "men",
        "sens": "en attente",
        "ecrit_avant": "30/10/2021",
        "reponse": {"sens": "favorable", "date": "20/10/2021"},
    }
    answered = placed({"reunion": {GIVEN: answer}, "autre-fiche": late}, "FIC-13")
    assert len({line for file, line in answered if file == "reunion.yaml"}) == 2
