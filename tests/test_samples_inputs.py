"""The samples: each dossier has exactly the findings that its `attendu.txt` lists, no more, no less."""

from pathlib import Path

import pytest

from docgen.dossier import Dossier
from docgen.findings import Finding, Place
from docgen.logos import decisions
from docgen.model.convention import Convention
from docgen.model.fiche_action import FicheAction
from docgen.pipeline import examine, load
from docgen.resources import samples_folder

SAMPLES = samples_folder()
DOSSIERS = sorted({file.parent for file in SAMPLES.rglob("*.yaml")})


def line_of(finding: Finding) -> str:
    """Return the line of `attendu.txt` that stands for `finding`."""
    place = finding.place or Place("?")
    field = ".".join(map(str, finding.path)) or "-"
    return f"{finding.code} {place.file}:{place.line}:{place.column} {field}"


def atlas() -> Dossier:
    """Return the dossier of the Atlas convention."""
    return load(SAMPLES / "atlas")[0]


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda folder: folder.relative_to(SAMPLES).as_posix())
def test_a_dossier_has_the_findings_that_it_announces(folder: Path) -> None:
    expected = (folder / "attendu.txt").read_text(encoding="utf-8").splitlines()

    report = examine(*load(folder)).report

    assert sorted(map(line_of, report)) == sorted(expected)


@pytest.mark.parametrize("folder", [one for one in DOSSIERS if one.parent.name == "refuses"], ids=lambda one: one.name)
def test_a_refused_dossier_has_a_blocking_finding(folder: Path) -> None:
    assert examine(*load(folder)).report.blocks


def test_the_text_to_sign_is_the_signed_text_without_its_date() -> None:
    signed, to_sign = (atlas().find(Convention, id) for id in ("atlas-2021", "atlas-2021-a-signer"))
    assert signed
    assert to_sign
    assert signed.signature

    undated = signed.signature.avec(date=None)
    changes = {"id": to_sign.id, "etat": to_sign.etat, "etablie_le": to_sign.etablie_le, "signature": undated}

    assert signed.avec(**changes) == to_sign


@pytest.mark.parametrize(("id", "ministere", "shown"), [("2021-03", "menjs", True), ("2021-02", "mesri", False)])
def test_a_logo_stands_only_on_the_fiche_whose_authorisation_is_in_force(id: str, ministere: str, shown: bool) -> None:
    dossier = atlas()
    fiche = dossier.find(FicheAction, id)
    assert fiche

    taken = [(decision.ministere.id, decision.shown) for decision in decisions(fiche, dossier)]

    assert taken == [(ministere, shown)]
