"""Is it the text that was agreed? Whole, changed, saved elsewhere, signed, made by another version."""

import contextlib
import logging
import random
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from docgen.bundle import bundle
from docgen.errors import UsageError
from docgen.layout.engines import Engines, Format
from docgen.pipeline import load
from docgen.resources import samples_folder
from docgen.returned.authentication import Likeness, Verdict, authenticate
from docgen.returned.file import opened
from docgen.returned.inspection import inspect
from docgen.returned.pdf import PdfFile
from docgen.returned.telling import lines_of
from docgen.source.made import dossier_in
from docgen.source.papers import paper
from docgen.source.source import Source, source_in, xml_of
from docgen.values import replace
from tests.returned.altering import (
    pdf_with_two_glyphs_exchanged,
    rewritten,
    saved_by_libreoffice,
    with_fields_apart,
    word_saying,
    word_with,
)
from tests.returned.conftest import Made
from tests.returned.signing import fields_of, signed

FICHE = "fiche-action/2021-03"
TO_SIGN = "convention/atlas-2021-a-signer"


def verdict_of(content: bytes, engines: Engines) -> Verdict:
    return authenticate(opened(content, "rendu"), engines)


@pytest.mark.parametrize(
    "key", [FICHE, TO_SIGN, "annexe-financiere/2022-01", "bilan-annuel/atlas-2021", "plan-actions/2022"]
)
@pytest.mark.parametrize("format", list(Format))
def test_a_file_that_nobody_touched_is_the_same_to_the_last_byte(
    made: Made, engines: Engines, key: str, format: Format
) -> None:
    verdict = verdict_of(made(key, format).read_bytes(), engines)
    assert (verdict.likeness, verdict.conforme, verdict.differences) == (Likeness.OCTETS, True, ())


def test_a_word_file_saved_by_another_program_says_the_same_words(made: Made, engines: Engines, tmp_path: Path) -> None:
    for key in (FICHE, TO_SIGN):
        saved = saved_by_libreoffice(made(key, Format.DOCX), tmp_path)
        verdict = verdict_of(saved.read_bytes(), engines)
        assert (verdict.likeness, verdict.conforme) == (Likeness.MOTS, True)


def test_one_letter_changed_in_a_saved_word_file_is_found_under_its_title(
    made: Made, engines: Engines, tmp_path: Path
) -> None:
    saved = saved_by_libreoffice(made(FICHE, Format.DOCX), tmp_path)
    verdict = verdict_of(word_saying(saved.read_bytes(), "propose aux", "prépose aux"), engines)
    (found,) = verdict.differences
    assert not verdict.conforme
    assert found.where == "PRÉSENTATION DE L’ACTION"
    assert "prépose" in found.read
    assert "propose" in found.expected


def test_a_box_ticked_after_the_event_is_found(made: Made, engines: Engines) -> None:
    changed = word_saying(made(FICHE, Format.DOCX).read_bytes(), 'descr="case non cochée"', 'descr="case cochée"')
    (found,) = verdict_of(changed, engines).differences
    assert "[case cochée]" in found.read


def test_words_added_and_words_taken_away_are_told(made: Made, engines: Engines) -> None:
    docx = made(FICHE, Format.DOCX).read_bytes()
    added = word_with(
        docx, lambda xml: xml.replace("<w:sectPr", "<w:p><w:r><w:t>En plus.</w:t></w:r></w:p><w:sectPr", 1)
    )
    (found,) = verdict_of(added, engines).differences
    assert (found.read, found.expected) == ("En plus.", "")
    hidden = word_with(
        docx, lambda xml: re.sub(r"<w:r>(<w:t[^>]*>L’action propose)", r"<w:r><w:rPr><w:vanish/></w:rPr>\1", xml)
    )
    (found,) = verdict_of(hidden, engines).differences
    assert found.expected.startswith("L’action propose")


def test_two_letters_that_change_places_in_a_pdf_are_found(made: Made, engines: Engines) -> None:
    pdf = made(FICHE, Format.PDF).read_bytes()
    verdict = verdict_of(pdf_with_two_glyphs_exchanged(pdf), engines)
    assert (verdict.likeness, len(verdict.differences)) == (Likeness.NON, 1)


def test_no_byte_of_a_pdf_changes_unseen(made: Made, engines: Engines) -> None:
    pdf = made("contacts/atlas-2022", Format.PDF).read_bytes()
    chance = random.Random(2021)
    for place in [*chance.sample(range(len(pdf)), 12), len(pdf) - 1]:
        changed = pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]
        try:
            assert not verdict_of(changed, engines).conforme, place
        except UsageError:
            continue


@pytest.mark.parametrize("count", [2, 4])
def test_a_pdf_signed_in_turn_is_the_file_that_was_made_and_tells_who_signed(
    made: Made, engines: Engines, tmp_path: Path, count: int
) -> None:
    pdf = made(TO_SIGN, Format.PDF).read_bytes()
    names = ["Anne Martin", "Paul Durand", "Zoé Petit", "Luc Roy"][:count]
    for field, name in zip(fields_of(pdf), names, strict=False):
        pdf = signed(pdf, field, name, tmp_path)
    verdict = verdict_of(pdf, engines)
    assert (verdict.likeness, verdict.conforme) == (Likeness.OCTETS, True)
    assert [(one.signer, one.intact, one.alone) for one in verdict.signatures] == [(name, True, True) for name in names]
    assert "Signé par Anne Martin, le " in "\n".join(lines_of(verdict))


def test_what_is_added_after_the_last_signature_is_told(made: Made, engines: Engines, tmp_path: Path) -> None:
    pdf = made(TO_SIGN, Format.PDF).read_bytes()
    pdf = signed(pdf, fields_of(pdf)[0], "Anne Martin", tmp_path)
    verdict = verdict_of(pdf + b"\n% en plus", engines)
    assert (verdict.added, verdict.conforme) == (True, False)


def test_a_byte_changed_under_a_signature_is_told(made: Made, engines: Engines, tmp_path: Path) -> None:
    pdf = made(TO_SIGN, Format.PDF).read_bytes()
    own = len(pdf)
    pdf = signed(pdf, fields_of(pdf)[0], "Anne Martin", tmp_path)
    place = pdf.index(b"pdfaid")
    assert place < own
    verdict = verdict_of(pdf[:place] + b"q" + pdf[place + 1 :], engines)
    assert not verdict.conforme
    assert verdict.likeness is not Likeness.OCTETS
    assert [one.intact for one in verdict.signatures] == [False]


def test_signatures_that_another_program_destroyed_are_told(made: Made, engines: Engines, tmp_path: Path) -> None:
    pdf = made(TO_SIGN, Format.PDF).read_bytes()
    pdf = signed(pdf, fields_of(pdf)[0], "Anne Martin", tmp_path)
    verdict = verdict_of(rewritten(pdf), engines)
    assert not verdict.conforme
    assert "elles ne prouvent plus rien" in verdict.broken
    assert PdfFile(with_fields_apart(pdf)).has_signed_fields()
    cut = verdict_of(pdf[:-300], engines)
    assert not cut.conforme
    assert "il a été coupé" in cut.broken


def test_fields_that_nobody_signed_yet_are_counted(made: Made, engines: Engines) -> None:
    told = "\n".join(lines_of(verdict_of(made(TO_SIGN, Format.PDF).read_bytes(), engines)))
    assert "Champs signés : 0 sur 4." in told
    assert not PdfFile(with_fields_apart(made(TO_SIGN, Format.PDF).read_bytes())).has_signed_fields()


def test_pages_taken_away_are_counted(made: Made, engines: Engines) -> None:
    verdict = verdict_of(rewritten(made(FICHE, Format.PDF).read_bytes(), pages=2), engines)
    assert not verdict.conforme
    assert verdict.pages == (2, 3)
    assert "Nombre de pages : 2 ; ses données en donnent 3." in "\n".join(lines_of(verdict))


def test_reading_says_nothing_on_the_side_and_leaves_the_engine_as_it_was(
    made: Made, engines: Engines, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "pypdf")
    damaged = made(FICHE, Format.PDF).read_bytes().replace(b"startxref\n", b"startxref\n1")
    with contextlib.suppress(UsageError):
        inspect(opened(damaged, "abîmé"), engines)
    assert (logging.getLogger("pypdf").level, caplog.messages) == (logging.INFO, [])


def test_a_file_under_a_password_and_an_archive_are_refused_in_a_sentence(made: Made, engines: Engines) -> None:
    with pytest.raises(UsageError, match="protégé par un mot de passe"):
        verdict_of(rewritten(made(FICHE, Format.PDF).read_bytes(), password="secret"), engines)
    with pytest.raises(UsageError, match="est une archive"):
        verdict_of(bundle([("a.pdf", b"%PDF-")], date(2021, 5, 12)), engines)


def drawn_elsewhere(source: Source, engines: Engines) -> bytes:
    """Return the PDF of a source that says it was made by a docgen of long ago."""
    old = replace(source, provenance=replace(source.provenance, docgen="0.0.1"))
    document = paper(old.name, dossier_in(old.files))
    assert document
    return engines.draw(document, Format.PDF, dict, source=xml_of(old)).content


def test_the_words_of_a_file_of_another_version_are_compared(made: Made, engines: Engines) -> None:
    source = source_in(opened(made(FICHE, Format.PDF).read_bytes(), "fiche").xml)
    old = drawn_elsewhere(source, engines)
    verdict = verdict_of(old, engines)
    assert (verdict.version, verdict.conforme) == (True, True)
    longer = replace(verdict, pages=(4, 3))
    assert (longer.conforme, replace(longer, version=False).conforme) == (True, False)
    assert "Nombre de pages" not in "\n".join(lines_of(longer))
    assert not verdict_of(pdf_with_two_glyphs_exchanged(old), engines).conforme


def test_the_dossier_of_another_document_is_said_to_be_another(made: Made, engines: Engines) -> None:
    other = load(samples_folder() / "exemple")[0]
    verdict = authenticate(opened(made(FICHE, Format.PDF).read_bytes(), "rendu"), engines, other)
    said = "\n".join(lines_of(verdict))
    assert not verdict.conforme
    assert (
        "Le dossier indiqué ne fait aucun papier « fiche-action 2021-03 » : ce n’est pas celui de ce fichier." in said
    )
    assert "Donnez à --dossier le dossier dont ce document vient" in said
    assert "lu « fiche-action" not in said


def test_a_file_is_held_to_its_dossier(made: Made, engines: Engines, tmp_path: Path) -> None:
    folder = tmp_path / "atlas"
    shutil.copytree(samples_folder() / "atlas", folder)
    returned = opened(made(FICHE, Format.DOCX).read_bytes(), "fiche")
    assert authenticate(returned, engines, load(folder)[0]).dossier == ()
    fiche = folder / "fiche-2021-03.yaml"
    fiche.write_text(fiche.read_text(encoding="utf-8").replace("propose aux", "offre aux", 1), encoding="utf-8")
    verdict = authenticate(returned, engines, load(folder)[0])
    assert verdict.dossier
    assert (verdict.faithful, verdict.conforme) == (True, False)
    assert "offre aux" in verdict.dossier[0].expected


def test_a_file_without_data_is_refused_in_a_sentence(engines: Engines) -> None:
    with pytest.raises(UsageError, match="ne porte pas de données de docgen"):
        verdict_of((Path("templates") / "acte.docx").read_bytes(), engines)
    with pytest.raises(UsageError, match="n’est ni un PDF, ni un fichier Word"):
        verdict_of(b"bonjour", engines)
