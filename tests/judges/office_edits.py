"""Edits a Word file in LibreOffice as a lawyer would: words, alinéas, a title, a row. Run with the Python of `uno`.

office_edits.py FROM.docx PLAIN.docx TRACKED.docx: the same edits, saved once as they are and once as tracked changes.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from office_changes import connected, option, service  # type: ignore[import-not-found]

_BREAK = 0
"""com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK"""


def main(source: str, *targets: str) -> None:
    """Write the edited file to each of `targets`, the second one with its changes tracked."""
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"docgen-{Path(profile).name}"
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        listens = f"--accept=pipe,name={pipe};urp;"
        office = subprocess.Popen(["soffice", own, "--headless", "--norestore", listens], stderr=subprocess.DEVNULL)
        try:
            desktop = service(connected(pipe), "com.sun.star.frame.Desktop")
            for tracked, target in zip((False, True), targets, strict=True):
                hidden = option("Hidden", True)
                paper = desktop.loadComponentFromURL(Path(source).resolve().as_uri(), "_blank", 0, (hidden,))
                paper.RecordChanges = tracked
                edit(paper)
                paper.storeToURL(Path(target).resolve().as_uri(), (option("FilterName", "MS Word 2007 XML"),))
                paper.close(True)
        finally:
            office.terminate()
            office.wait(90)


def edit(paper: Any) -> None:
    """Make the edits."""
    found(paper, "12.500").String = "15.000"
    new_paragraph(found(paper, "Il en rend compte").End, "Il tient un registre.")
    new_paragraph(found(paper, "lycées professionnels").End, "c) des lycées polyvalents ;")
    gone = found(paper, "Un bilan est adressé")
    line = gone.Text.createTextCursorByRange(gone.Start)
    line.gotoStartOfParagraph(False)
    line.gotoNextParagraph(True)
    line.String = ""
    found(paper, "Communication").String = "Logos"
    found(paper, "majorité").CharWeight = 150.0
    cell = found(paper, "Représentants du ministère").TextTable
    cell.getRows().insertByIndex(3, 1)
    cell.getCellByName("A4").String, cell.getCellByName("B4").String = "Régions", "1"


def found(paper: Any, words: str) -> Any:
    """Return where `words` first stand."""
    search = paper.createSearchDescriptor()
    search.SearchString = words
    return paper.findFirst(search)


def new_paragraph(after: Any, words: str) -> None:
    """Type `words` in a paragraph after the one of `after`, as the key for a new line makes it."""
    line = after.Text.createTextCursorByRange(after)
    line.gotoEndOfParagraph(False)
    after.Text.insertControlCharacter(line, _BREAK, False)
    after.Text.insertString(line, words, False)


if __name__ == "__main__":
    main(*sys.argv[1:])
