"""How the parts of a Word file hang together: relationships and content types (ECMA-376, part 2)."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import lru_cache

from lxml import etree

from docgen.values import Struct

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"
MAIN = "officeDocument"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()


class Relation(Struct, frozen=True):
    """One arrow from a part to another; `kind` is the last word of its type, `target` a part's name or an address."""

    id: str
    kind: str
    target: str
    external: bool = False


class PartKind(Struct, frozen=True):
    """What a part is to the file: its content type, the relation that leads to it, and from where ("" for the root)."""

    content_type: str
    relation: str = ""
    from_root: bool = False


_DOCUMENT = "application/vnd.openxmlformats-officedocument."
_WORDML = _DOCUMENT + "wordprocessingml."
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_KINDS = (
    ("word/styles.xml", PartKind(_WORDML + "styles+xml", _OFFICE + "styles")),
    ("word/numbering.xml", PartKind(_WORDML + "numbering+xml", _OFFICE + "numbering")),
    ("word/settings.xml", PartKind(_WORDML + "settings+xml", _OFFICE + "settings")),
    ("word/fontTable.xml", PartKind(_WORDML + "fontTable+xml", _OFFICE + "fontTable")),
    ("word/theme/", PartKind(_DOCUMENT + "theme+xml", _OFFICE + "theme")),
    ("customXml/itemProps", PartKind(_DOCUMENT + "customXmlProperties+xml")),
    ("customXml/item", PartKind("application/xml", _OFFICE + "customXml")),
    ("docProps/core.xml", PartKind("application/vnd.openxmlformats-package.core-properties+xml", _CORE, True)),
    ("docProps/app.xml", PartKind(_DOCUMENT + "extended-properties+xml", _OFFICE + "extended-properties", True)),
    ("docProps/custom.xml", PartKind(_DOCUMENT + "custom-properties+xml", _OFFICE + "custom-properties", True)),
)
_IMAGE = _OFFICE + "image"


@lru_cache(maxsize=256)
def kind_of(part: str, media_type: str = "") -> PartKind:
    """Return what the part named `part` is to a Word file; a picture where it has a `media_type`.

    A part that no relation leads to (relations themselves, unknown parts) has an empty `relation`.
    """
    if media_type:
        return PartKind(media_type, _IMAGE)
    return next((kind for start, kind in _KINDS if part.startswith(start)), PartKind("application/xml"))


@lru_cache(maxsize=256)
def rels_name(part: str) -> str:
    """Return the name of the part that holds the relations of `part` ("" for the root)."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def rels_of(rels: str, content: bytes) -> Iterator[Relation]:
    """Yield the relations written in the part `rels`."""
    folder = posixpath.dirname(posixpath.dirname(rels))
    for element in etree.fromstring(content):
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relation(element.get("Id", ""), element.get("Type", "").rsplit("/", 1)[-1], target, external)


def relations_of(parts: Mapping[str, bytes], part: str) -> tuple[Relation, ...]:
    """Return the relations that start from `part` ("" for the root); empty where it has none."""
    rels = rels_name(part)
    return tuple(rels_of(rels, parts[rels])) if rels in parts else ()


def related(parts: Mapping[str, bytes], part: str, kind: str) -> list[str]:
    """Return the names of the parts of one `kind` that `part` leads to, sorted, each once."""
    relations = relations_of(parts, part)
    return sorted({relation.target for relation in relations if relation.kind == kind and relation.target in parts})


def content_type_of(parts: Mapping[str, bytes], part: str) -> str:
    """Return the content type that a file declares for `part` alone; empty where it declares none."""
    types = etree.fromstring(parts[CONTENT_TYPES]) if CONTENT_TYPES in parts else ()
    return next((item.get("ContentType", "") for item in types if item.get("PartName") == f"/{part}"), "")


@lru_cache(maxsize=64)
def with_relations(rels: bytes, part: str, added: tuple[tuple[str, str, str], ...]) -> bytes:
    """Return `rels`, the relations of `part` (empty for none yet), with one more per (id, type, target) of `added`."""
    root = etree.fromstring(rels or _NO_RELATIONS)
    folder = posixpath.dirname(part) or "."
    for id_, type_, target in added:
        relation = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
        relation.set("Id", id_)
        relation.set("Type", type_)
        relation.set("Target", posixpath.relpath(target, folder))
    return _written(root)


@lru_cache(maxsize=64)
def with_content_types(types: bytes, added: tuple[tuple[str, str], ...]) -> bytes:
    """Return the content types part `types` in which each (part, content type) of `added` is declared.

    A part that is already declared keeps what it has; a new suffix is declared once for all the parts that bear it.
    """
    root = etree.fromstring(types)
    overrides = {item.get("PartName") for item in root.iterfind(f"{{{_TYPES}}}Override")}
    defaults = {
        item.get("Extension", "").lower(): item.get("ContentType") for item in root.iterfind(f"{{{_TYPES}}}Default")
    }
    for part, type_ in added:
        suffix = part.rpartition(".")[2].lower()
        if f"/{part}" in overrides or defaults.get(suffix) == type_:
            continue
        if suffix in defaults:
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=type_)
        else:
            defaults[suffix] = type_
            root.insert(0, etree.Element(f"{{{_TYPES}}}Default", Extension=suffix, ContentType=type_))
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
