"""What the lines of a file still say of it, where the whole of it cannot be read."""

import re

_LINE = r'^%s[ \t]*:[ \t]*["\']?([A-Za-z0-9_-]+)["\']?[ \t\r]*(?:#.*)?$'
_DOCUMENT, _ID = (re.compile((_LINE % key).encode(), re.MULTILINE) for key in ("document", "id"))


def declared(content: bytes) -> tuple[str, str]:
    """Return the kind and the id that a line of `content` gives; an empty word for each that none gives."""
    found = (pattern.search(content) for pattern in (_DOCUMENT, _ID))
    kind, id = (match[1].decode() if match else "" for match in found)
    return kind, id
