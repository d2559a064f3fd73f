"""What drawing one document has in hand: the look, the pictures taken so far, the numbers given so far."""

from itertools import count
from pathlib import Path

from docgen.findings import Finding
from docgen.layout.word.charte import Charte
from docgen.layout.word.compiled import Media
from docgen.layout.word.writer.escape import attribute
from docgen.tree import Mark, Revision

_SUFFIXES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpeg"}
_FIRST_DRAWING = 1001
_MOST_LETTERS = 64
"""Word refuses a longer title or tag of a content control."""
_RANK = (Mark.LABEL, Mark.GUIDANCE, Mark.STRONG, Mark.EMPHASIS, Mark.SUPERSCRIPT)
_DIRECT = (
    (Mark.STRONG, "<w:b/>"),
    (Mark.EMPHASIS, "<w:i/>"),
    (Mark.SUPERSCRIPT, '<w:vertAlign w:val="superscript"/>'),
)
"""What a mark adds to a run whose style another mark gives, in the order of the schema."""


Drawing = tuple[str, str]
"""The run of a picture, before and after its number: no two of a document bear one."""


class Pen:
    """Draws one document.

    `fonts` is the folder of the fonts that pictures may use, None for none; `revision` is whose changes the document
    bears; `findings` are what could not be drawn as asked; `ticks` are the boxes that were drawn already.
    """

    def __init__(self, charte: Charte, fonts: Path | None = None, revision: Revision | None = None) -> None:
        self.charte = charte
        self.fonts = fonts
        self.findings: list[Finding] = []
        self.ticks: dict[bool, Drawing] = {}
        self._pictures: dict[bytes, Media] = {}
        self._properties: dict[frozenset[Mark], str] = {frozenset(): ""}
        self._drawings = count(_FIRST_DRAWING)
        self._controls = count(1)
        self._changes = count(1)
        self._signed = _signed(revision)

    @property
    def media(self) -> tuple[Media, ...]:
        """The pictures to put in the file, in the order of their relations."""
        return tuple(self._pictures.values())

    def relation_to(self, content: bytes, media_type: str) -> str:
        """Return the id of the relation that leads to a picture, which is put in the file once."""
        if content not in self._pictures:
            name = f"image{len(self._pictures) + 1}.{_SUFFIXES[media_type]}"
            self._pictures[content] = Media(name, content, media_type)
        return f"rIdDocgen{list(self._pictures).index(content) + 1}"

    def numbered(self, drawing: Drawing) -> str:
        """Return the run of a picture, with the next number."""
        return f"{drawing[0]}{next(self._drawings)}{drawing[1]}"

    def control(self, title: str, tag: str, kind: str, content: str) -> str:
        """Return `content` in a content control of a `kind` (the last of its properties), which bears a spoken name."""
        names = f'<w:alias w:val="{_name(title)}"/><w:tag w:val="{_name(tag)}"/><w:id w:val="{next(self._controls)}"/>'
        return f"<w:sdt><w:sdtPr>{names}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def new_change(self) -> str:
        """Return the attributes of one more tracked change: its number, its author, its day where there is one."""
        return f'w:id="{next(self._changes)}"{self._signed}'

    def run_properties(self, marks: frozenset[Mark]) -> str:
        """Return the properties of a run that bears `marks`, empty for none.

        A run has one style: the first mark gives it, and what the others add stands beside it.
        """
        if marks not in self._properties:
            first = next(mark for mark in _RANK if mark in marks)
            added = "".join(xml for mark, xml in _DIRECT if mark in marks and mark is not first)
            self._properties[marks] = f'<w:rPr><w:rStyle w:val="{self.charte.ids[first]}"/>{added}</w:rPr>'
        return self._properties[marks]


def _signed(revision: Revision | None) -> str:
    author = f' w:author="{attribute(revision.author if revision else "docgen")}"'
    day = revision.moment if revision else None
    return f'{author} w:date="{day.isoformat()}T00:00:00Z"' if day else author


def _name(text: str) -> str:
    return attribute(text[:_MOST_LETTERS])
