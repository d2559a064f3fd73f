"""The files that a PDF carries."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried by a PDF as its source; `dated` is aware, in UTC."""

    name: str
    content: bytes = field(repr=False)
    media_type: str
    description: str
    dated: datetime
