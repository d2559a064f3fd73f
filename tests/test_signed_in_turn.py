"""Two, four, six persons sign one after the other: every signature stays valid, and so does the file.

The validators are pyHanko and poppler's `pdfsig`; veraPDF judges the signed file as it judged the empty one.
"""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.layout.engines import Engines, Format
from docgen.layout.pdf.form import signature_fields
from docgen.model.convention import Convention
from docgen.pipeline import load
from docgen.resources import samples_folder, templates_folder
from docgen.returned.authentication import authenticate
from docgen.returned.file import opened
from docgen.source.made import Sources
from docgen.text.papers import write
from tests.judging import JUDGES_ARE_HERE, KNOWN, judged
from tests.pdf_reader import paragraphs
from tests.signers import Authority, authority, signatures_of, signed_in_turn

SIGNERS = (2, 4, 6)
COVERED_BY_THE_NEXT = "PDFA3A-SIGNATURE-BYTERANGE-001"
"""What page-validation says of any signature but the last: it cannot cover what the next one appends."""


def to_sign(count: int, engines: Engines) -> bytes:
    """Return the convention of a sample that `count` persons sign, as users get it; six sign first where nine do."""
    folder, id = {
        2: ("cas/ministere-et-association", "essor-metiers-2024"),
        4: ("atlas", "atlas-2021-a-signer"),
        6: ("cas/trois-academies-et-entreprise", "academies-ferralys-2024"),
    }[count]
    dossier, _ = load(samples_folder() / folder)
    piece = dossier.find(Convention, id)
    assert piece
    document = next(one for one in write(piece, dossier) if one.kind == "convention")
    source, _ = Sources(dossier, engines.provenance).carried(piece, document)
    return engines.draw(document, Format.PDF, dict, source=source).content


@pytest.fixture(scope="module")
def trusted() -> Authority:
    return authority()


@pytest.fixture(scope="module")
def engines() -> Engines:
    return Engines(templates_folder())


@pytest.fixture(scope="module", params=SIGNERS, ids=lambda count: f"{count} signatures")
def signed(request: pytest.FixtureRequest, trusted: Authority, engines: Engines) -> tuple[int, bytes]:
    """How many persons signed, and the file that they have signed."""
    pdf = to_sign(request.param, engines)
    names = [field.name for field in signature_fields(pdf)]
    assert len(names) == len(set(names)) == (9 if request.param == 6 else request.param)
    return request.param, signed_in_turn(pdf, names[: request.param], trusted)


def test_every_signature_is_valid_and_only_signing_followed_it(signed: tuple[int, bytes], trusted: Authority) -> None:
    count, pdf = signed
    statuses = signatures_of(pdf, trusted)
    assert len(statuses) == count
    assert all(one.bottom_line for one in statuses)


def test_a_byte_changed_in_the_text_voids_them_all(
    signed: tuple[int, bytes], trusted: Authority, engines: Engines
) -> None:
    count, pdf = signed
    place = pdf.index(b"stream") + 40
    changed = pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]
    assert not any(one.intact for one in signatures_of(changed, trusted))
    if count == max(SIGNERS):  # docgen draws the file again for each verdict: once is enough
        for file, intact in ((pdf, True), (changed, False)):
            verdict = authenticate(opened(file, "signé"), engines)
            assert (verdict.conforme, [one.intact for one in verdict.signatures]) == (intact, [intact] * count)


def test_the_text_says_how_many_pages_its_file_has(signed: tuple[int, bytes]) -> None:
    count, pdf = signed
    said = [found[1] for one in paragraphs(pdf) if (found := re.search(r"établi sur (\d+) pages", one))]
    assert said == ([str(len(PdfReader(BytesIO(pdf)).pages))] if count == 6 else [])


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler-utils absent")
def test_poppler_finds_each_signature_valid(signed: tuple[int, bytes], tmp_path: Path) -> None:
    count, pdf = signed
    file = tmp_path / "signed.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False).stdout
    assert re.findall(r"Signature Validation: (.*)", told) == ["Signature is Valid."] * count


@pytest.mark.skipif(not JUDGES_ARE_HERE, reason="judges absent: tests/judges/judge --setup")
def test_the_judges_find_nothing_in_the_signed_file(signed: tuple[int, bytes], tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed[1])
    assert judged([file], (*KNOWN[Format.PDF], COVERED_BY_THE_NEXT)) == []
