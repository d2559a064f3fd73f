"""The files that a PDF carries."""

from datetime import UTC, date, datetime, time

from docgen.values import Struct

SOURCE_NAME = "source-docgen.xml"
"""The name under which a PDF carries the data that it is made of."""
_FIRST = date(1980, 1, 1)
"""The day of what has none yet."""


class Attachment(Struct, frozen=True):
    """A file carried by a PDF as its source; `dated` is aware, in UTC."""

    name: str
    content: bytes
    media_type: str
    description: str
    dated: datetime


def source_attachments(source: bytes, dated: date | None) -> tuple[Attachment, ...]:
    """Return `source`, the data of a paper of the day `dated`, as what its PDF carries; nothing where it is empty."""
    if not source:
        return ()
    moment = datetime.combine(dated or _FIRST, time(tzinfo=UTC))
    about = "Données dont ce document est fait ; docgen extraire les rend, docgen authentifier le compare à elles"
    return (Attachment(SOURCE_NAME, source, "application/xml", about, moment),)
