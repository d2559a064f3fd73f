"""Parts → a zip archive of fixed times and order, joined from entries that are deflated once.

The standard library's writer seeks, stamps and checks for each entry; a document of twenty parts, of which two change,
needs none of it. Format: PKWARE APPNOTE 6.3, §§ 4.3.7, 4.3.12, 4.3.16.
"""

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from operator import attrgetter

from docgen.layout.word.relations import CONTENT_TYPES, ROOT_RELATIONS
from docgen.values import Struct

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_OFFSET = struct.Struct("<L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UTF8_NAME = 0x800
_STORED, _DEFLATED = 0, 8
_TIME, _DATE = 0, (1 << 5) | 1
"""Midnight of 1 January 1980, the first moment that a zip archive can name."""
LEVEL_ONCE = 9
_LEVEL = 3
"""Half the time of the usual 6 for a tenth more bytes: deflating is the larger part of filling a template."""
_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".gif")


class Entry(Struct, frozen=True):
    """One part, ready to be written: its place in the order, its local record, its line of the directory without offset
    and name, and its name."""

    rank: tuple[bool, bool, str]
    local: bytes
    central: bytes
    name: bytes


_RANK = attrgetter("rank")


def packed(name: str, content: bytes, level: int = _LEVEL) -> Entry:
    """Return the part `name` with its `content`, deflated unless its format already is."""
    deflated = content if name.lower().endswith(_PACKED_ALREADY) else _deflated(content, level)
    method, data = (_DEFLATED, deflated) if len(deflated) < len(content) else (_STORED, content)
    encoded = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    shared = (_VERSION, flags, method, _TIME, _DATE, zlib.crc32(content), len(data), len(content), len(encoded), 0)
    return Entry(
        (name != CONTENT_TYPES, name != ROOT_RELATIONS, name),
        _LOCAL.pack(b"PK\3\4", *shared) + encoded + data,
        _CENTRAL.pack(b"PK\1\2", _VERSION, *shared, 0, 0, 0, 0, 0)[:-4],
        encoded,
    )


packed_once = lru_cache(maxsize=256)(packed)
"""The same, for parts that come back unchanged from document to document (logos)."""


def joined(entries: Iterable[Entry]) -> bytes:
    """Return the archive of `entries`: content types first, then the root's relations, then by name."""
    records: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in sorted(entries, key=_RANK):
        records.append(entry.local)
        directory += (entry.central, _OFFSET.pack(offset), entry.name)
        offset += len(entry.local)
    size = sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, len(records), len(records), size, offset, 0)
    return b"".join((*records, *directory, end))


def _deflated(content: bytes, level: int) -> bytes:
    deflater = zlib.compressobj(level, zlib.DEFLATED, -15)
    return deflater.compress(content) + deflater.flush()
