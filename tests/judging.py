"""The judges of `tests/judges`, called from a test, and what they say wrongly."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from docgen.layout.engines import Format

JUDGE = Path(__file__).parent / "judges" / "judge"
HOME = Path(os.environ.get("JUDGES_HOME", Path.home() / ".cache" / "docgen-judges"))
JUDGES_ARE_HERE = (HOME / "venv").is_dir()
KNOWN = {
    Format.DOCX: (
        "LO text missing from the LibreOffice PDF: 'signature-",
        "LO text missing from the LibreOffice PDF: 'Document établi sur ",
        "LO text missing from the LibreOffice PDF: 'Nombre de pages du document",
        "A11Y-FAKE-LIST hand-typed list item '– ",
    ),
    Format.PDF: ("PDFA3A-STREAM-LENGTH-001",),
}
"""What a judge says wrongly, with the reason in its README."""


def judged(files: Sequence[Path], known: tuple[str, ...], *options: str) -> list[str]:
    """Return what the judges have to say of `files`, without what they are known to say wrongly."""
    done = subprocess.run([JUDGE, *options, *files], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return list(_faults(done.stdout, known))


def _faults(printed: str, known: tuple[str, ...]) -> Iterator[str]:
    lines = (line for line in printed.splitlines() if line and not line.startswith("#"))
    yield from (line for line in lines if not any(one in line for one in known))
