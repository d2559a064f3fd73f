"""The archive of a meeting: every file, its fingerprint, and the same bytes each time."""

import io
import zipfile
from datetime import date
from hashlib import sha256

from docgen.bundle import FINGERPRINTS, bundle

FILES = [("b.pdf", b"b" * 1000), ("a.docx", b"a")]


def test_the_archive_holds_the_files_in_their_order_then_their_fingerprints() -> None:
    with zipfile.ZipFile(io.BytesIO(bundle(FILES, date(2021, 10, 5)))) as archive:
        assert archive.namelist() == ["b.pdf", "a.docx", FINGERPRINTS]
        assert archive.read("b.pdf") == FILES[0][1]
        lines = archive.read(FINGERPRINTS).decode().splitlines()
        assert lines == [f"{sha256(content).hexdigest()}  {name}" for name, content in FILES]
        assert {entry.date_time for entry in archive.infolist()} == {(2021, 10, 5, 0, 0, 0)}


def test_the_same_files_give_the_same_bytes() -> None:
    assert bundle(FILES, None) == bundle(FILES, None)
    assert bundle(FILES, None) != bundle(FILES, date(2021, 10, 5))
