"""What a person should know of a file that someone sends back."""

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from typer.testing import CliRunner

from docgen.cli.commands import app
from docgen.layout.engines import Engines, Format
from docgen.returned.file import opened
from docgen.returned.inspection import inspect
from tests.returned.altering import word_saying, word_with
from tests.returned.conftest import Made
from tests.returned.signing import fields_of, signed

FICHE = "fiche-action/2021-03"
W_RUN = "<w:r><w:t>ajout</w:t></w:r>"


def codes(content: bytes, engines: Engines) -> list[str]:
    return sorted({one.code for one in inspect(opened(content, "rendu"), engines)})


@pytest.mark.parametrize("format", list(Format))
def test_of_a_file_that_nobody_touched_nothing_is_said(made: Made, engines: Engines, format: Format) -> None:
    assert codes(made(FICHE, format).read_bytes(), engines) == []


def test_a_changed_word_is_a_finding_that_blocks(made: Made, engines: Engines) -> None:
    changed = word_saying(made(FICHE, Format.DOCX).read_bytes(), "propose aux", "prépose aux")
    report = inspect(opened(changed, "fiche.docx"), engines)
    (finding,) = report
    assert (finding.code, finding.document, report.blocks) == ("RET-02", "fiche.docx", True)
    assert "Sous « PRÉSENTATION DE L’ACTION »" in finding.message


@pytest.mark.parametrize(
    ("inserted", "code"),
    [
        (f'<w:ins w:id="1" w:author="X" w:date="2026-01-01T00:00:00Z">{W_RUN}</w:ins>', "RET-06"),
        ('<w:del w:id="1" w:author="X"><w:r><w:delText>ôté</w:delText></w:r></w:del>', "RET-06"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>", "RET-05"),
    ],
)
def test_what_is_left_open_or_hidden_in_a_word_file_is_told(
    made: Made, engines: Engines, inserted: str, code: str
) -> None:
    docx = made(FICHE, Format.DOCX).read_bytes()
    changed = word_with(docx, lambda xml: xml.replace("<w:sectPr", f"<w:p>{inserted}</w:p><w:sectPr", 1))
    assert code in codes(changed, engines)


def test_what_is_lost_for_the_blind_in_a_word_file_is_told(made: Made, engines: Engines) -> None:
    docx = made(FICHE, Format.DOCX).read_bytes()
    mute = word_with(docx, lambda xml: xml.replace('descr="case cochée"', 'descr=""'))
    assert "RET-09" in codes(mute, engines)
    untitled = word_with(
        docx,
        lambda xml: xml.replace("<dc:title>", "<dc:title><!--").replace("</dc:title>", "--></dc:title>"),
        "docProps/core.xml",
    )
    assert codes(untitled, engines) == ["RET-09"]


def test_a_hole_is_told(engines: Engines, made: Made) -> None:
    docx = made(FICHE, Format.DOCX).read_bytes()
    assert "RET-08" in codes(word_saying(docx, "propose aux", "[à compléter : verbe] aux"), engines)


def test_a_note_on_a_pdf_is_told(made: Made, engines: Engines) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made(FICHE, Format.PDF).read_bytes())))
    writer.add_annotation(0, FreeText(text="Non !", rect=(50, 550, 200, 650)))
    out = io.BytesIO()
    writer.write(out)
    assert codes(out.getvalue(), engines) == ["RET-03", "RET-07"]


def test_a_file_made_elsewhere_is_looked_at_all_the_same(engines: Engines) -> None:
    found = codes((Path("templates") / "acte.docx").read_bytes(), engines)
    assert "RET-01" in found
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    assert codes(out.getvalue(), engines) == ["RET-01", "RET-09"]


def test_a_signature_is_told_by_the_command_and_blocks_nothing(made: Made, tmp_path: Path) -> None:
    pdf = made("convention/atlas-2021-a-signer", Format.PDF).read_bytes()
    path = tmp_path / "signe.pdf"
    path.write_bytes(signed(pdf, fields_of(pdf)[0], "Anne Martin", tmp_path))
    run = CliRunner().invoke(app, ["verifier", "--fichier", str(path), "--format", "json"])
    (finding,) = json.loads(run.output)
    assert (run.exit_code, finding["code"], finding["document"]) == (0, "RET-04", "signe.pdf")
    told = CliRunner().invoke(app, ["authentifier", str(path), "--format", "json"])
    assert (told.exit_code, json.loads(told.output)["signatures"][0]["signataire"]) == (0, "Anne Martin")


def test_the_command_says_first_what_the_file_is(made: Made) -> None:
    run = CliRunner().invoke(app, ["verifier", "--fichier", str(made("contacts/atlas-2022", Format.PDF))])
    first, *_ = run.output.splitlines()
    assert "contacts atlas-2022, définitif, fait par docgen" in first


def test_the_command_says_in_a_line_what_differs_and_leaves_with_one(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "fiche.docx"
    path.write_bytes(word_saying(made(FICHE, Format.DOCX).read_bytes(), "propose aux", "prépose aux"))
    run = CliRunner().invoke(app, ["authentifier", str(path)])
    assert run.exit_code == 1
    assert run.output.splitlines()[-1] == "NON CONFORME"
    assert "lu « L’action prépose aux" in run.output
