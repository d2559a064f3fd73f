"""A logo made of pixels is drawn only where it is fine enough at its printed width."""

import io
from hashlib import sha256

import pytest
from PIL import Image

from docgen.checks.rule import run
from docgen.checks.rules import RULES
from tests.checks.cases import subjects


def png(width: int) -> bytes:
    content = io.BytesIO()
    Image.new("L", (width, 20)).save(content, "PNG")
    return content.getvalue()


def obstacles(content: bytes, name: str = "logos/men.png") -> list[str]:
    """Return what is said of the logo of 25 mm that the base asks for, were its file `content`."""
    logo = {"logo.fichier": name, "logo.empreinte": sha256(content).hexdigest()}
    found = list(run(RULES, subjects({"autorisation": logo}, {name: content})))
    assert {finding.code for finding in found} <= {"LOG-05"}
    return [finding.message for finding in found]


def test_three_hundred_dots_per_inch_are_enough() -> None:
    assert obstacles(png(296)) == []


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (png(295), "logos/men.png", "n’a que 299 points par pouce à 25 mm de large, au lieu de 300"),
        (png(295)[:18], "logos/men.png", "endommagé"),
        (png(600), "logos/men.svg", "comme son nom doit le dire"),
        (b"%PDF-1.7", "logos/men.pdf", "comme son nom doit le dire"),
    ],
)
def test_an_image_that_cannot_be_printed_well_is_said(content: bytes, name: str, said: str) -> None:
    (message,) = obstacles(content, name)
    assert said in message


@pytest.mark.parametrize(("width", "count"), [(591, 0), (590, 1)])
def test_the_mark_of_a_partner_is_fine_enough_too(width: int, count: int) -> None:
    changes = {"convention": {"parties.2.marque.fichier": "logos/opco.png"}}
    found = list(run(RULES, subjects(changes, {"logos/opco.png": png(width)})))
    assert [(one.code, one.path[-1]) for one in found] == [("LOG-05", "fichier")] * count


@pytest.mark.parametrize(
    "content", [b"", b"<html/>", b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="100000"/>']
)
def test_the_mark_of_a_partner_that_cannot_be_drawn_is_said(content: bytes) -> None:
    changes = {"convention": {"parties.2.marque.fichier": "logos/opco.svg"}}
    found = list(run(RULES, subjects(changes, {"logos/opco.svg": content})))
    assert [(one.code, one.path[-1]) for one in found] == [("LOG-05", "fichier")]
    assert "le nom tient sa place" in found[0].message
