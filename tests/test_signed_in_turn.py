"""Two, four, six persons sign one after the other: every signature stays valid, and so does the file.

The validators are pyHanko and poppler's `pdfsig`; veraPDF judges the signed file as it judged the empty one.
"""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from docgen.layout.engines import Engines, Format
from docgen.layout.pdf.form import signature_fields
from docgen.pipeline import examine, load
from docgen.resources import samples_folder, templates_folder
from docgen.tree import Block, Document, Signatures
from docgen.values import replace
from tests.judging import JUDGES_ARE_HERE, KNOWN, judged
from tests.signers import Authority, authority, signatures_of, signed_in_turn

SIGNERS = (2, 4, 6)
COVERED_BY_THE_NEXT = "PDFA3A-SIGNATURE-BYTERANGE-001"
"""What page-validation says of any signature but the last: it cannot cover what the next one appends."""


@cache
def to_sign(count: int) -> Document:
    """Return the convention of a sample that `count` persons sign; the page of nine signatures cut to six."""
    folder, id = {
        2: ("cas/ministere-et-association", "essor-metiers-2024"),
        4: ("atlas", "atlas-2021-a-signer"),
        6: ("cas/trois-academies-et-entreprise", "academies-ferralys-2024"),
    }[count]
    examined = examine(*load(samples_folder() / folder))
    papers = (document for piece, documents in examined.papers for document in documents if piece.id == id)
    document = next(document for document in papers if document.kind == "convention")
    if count < 6:
        return document
    return replace(document, sections=tuple(replace(one, blocks=_six(one.blocks)) for one in document.sections))


def _six(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Keep three rows of two blocks."""
    return tuple(
        replace(block, rows=tuple(row for row in block.rows if len(row) > 1)[:3])
        if isinstance(block, Signatures)
        else block
        for block in blocks
    )


@pytest.fixture(scope="module")
def trusted() -> Authority:
    return authority()


@pytest.fixture(scope="module", params=SIGNERS, ids=lambda count: f"{count} signatures")
def signed(request: pytest.FixtureRequest, trusted: Authority) -> tuple[int, bytes]:
    """How many persons sign, and the file that all have signed."""
    drawn = Engines(templates_folder()).draw(to_sign(request.param), Format.PDF, dict)
    names = [field.name for field in signature_fields(drawn.content)]
    assert len(names) == len(set(names)) == request.param
    return request.param, signed_in_turn(drawn.content, names, trusted)


def test_every_signature_is_valid_and_only_signing_followed_it(signed: tuple[int, bytes], trusted: Authority) -> None:
    count, pdf = signed
    statuses = signatures_of(pdf, trusted)
    assert len(statuses) == count
    assert all(one.bottom_line for one in statuses)


def test_a_byte_changed_in_the_text_voids_them_all(signed: tuple[int, bytes], trusted: Authority) -> None:
    _, pdf = signed
    place = pdf.index(b"stream") + 40
    changed = pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]
    assert not any(one.intact for one in signatures_of(changed, trusted))


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
